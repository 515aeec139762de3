import { delimiter } from 'node:path';
import { withFileCommands, type FileCommands } from './file-commands.ts';
import type { Frame } from './job-scope.ts';
import { runProcess } from './process.ts';

/** A process of a step, with everything GitHub's runner would put around it. Returns its exit code and what it wrote. */
export async function runStepProcess(
  frame: Frame,
  request: {
    readonly command: string;
    readonly args: readonly string[];
    readonly cwd: string;
    readonly env: Readonly<Record<string, string>>;
    readonly timeoutMinutes?: number;
  },
): Promise<{ readonly exitCode: number; readonly commands: FileCommands }> {
  const { job } = frame;
  const { session } = job;
  const base: Readonly<Record<string, string>> = {
    ...session.options.processEnvironment,
    ...job.runnerEnv,
    ...job.env,
    ...frame.env,
  };
  const path = [...job.path, base['PATH'] ?? ''].filter((entry) => entry !== '').join(delimiter);
  const { result, commands } = await withFileCommands(session.options.directory, (files) =>
    runProcess({
      command: request.command,
      args: request.args,
      cwd: request.cwd,
      env: { ...base, PATH: path, ...request.env, ...files },
      ...(request.timeoutMinutes === undefined ? {} : { timeoutMs: request.timeoutMinutes * 60_000 }),
      ...(session.options.signal === undefined ? {} : { signal: session.options.signal }),
      onLine: (line) => {
        session.processLine(line);
      },
    }),
  );
  Object.assign(job.env, commands.env);
  job.path.unshift(...commands.path);
  if (commands.summary.trim() !== '') session.summaries.push(session.hide(commands.summary));
  return { exitCode: result, commands };
}
