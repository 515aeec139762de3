import { readFileSync } from 'node:fs';

/** Milliseconds between two looks: shorter than any process of a run lives. */
const INTERVAL_MS = 15;

/** Collects the arguments of every process below this one, until it is stopped. */
export class ArgumentWatch {
  readonly #seen = new Set<string>();
  readonly #timer = setInterval(() => {
    this.#look(process.pid);
  }, INTERVAL_MS);

  /** Stops, and answers every command line that was seen. */
  stop(): readonly string[] {
    clearInterval(this.#timer);
    return [...this.#seen];
  }

  #look(pid: number): void {
    for (const child of childrenOf(pid)) {
      const command = readOrEmpty(`/proc/${child}/cmdline`).replaceAll('\0', ' ').trim();
      if (command !== '') this.#seen.add(command);
      this.#look(child);
    }
  }
}

/** A process's threads start children, too: vitest runs its tests in one. */
function childrenOf(pid: number): readonly number[] {
  const all = readOrEmpty(`/proc/${pid}/task/${pid}/children`);
  return all
    .split(' ')
    .filter((child) => child !== '')
    .map(Number);
}

/** A process may end between two reads. */
function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
