/** What the platform itself writes before the program does. */
const PLATFORM = /Connecting to the container|Successfully connected to container/;

/**
 * The line of a migration's log that says that it failed; undefined where none does. Versions before v0.11.3 only log a
 * migration that fails and end well, so the log counts even where the execution succeeded.
 */
export function failureIn(log: string): string | undefined {
  const lines = linesOf(log);
  const said = lines.find((line) => /error running migrations/i.test(line));
  return said ?? (lines.some((line) => line.startsWith('Traceback ')) ? lines.at(-1) : undefined);
}

/** The last thing that the program, or the platform about it, wrote. */
export function lastLine(log: string): string | undefined {
  return linesOf(log).at(-1);
}

/** Lines without the time that the platform puts before each, and without what it says of the stream. */
function linesOf(log: string): readonly string[] {
  return log
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\d\d-\d\dT\S+\s+/, '').trimEnd())
    .filter((line) => line.trim() !== '' && !PLATFORM.test(line));
}
