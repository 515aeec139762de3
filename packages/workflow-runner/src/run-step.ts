import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { interpolate } from './expressions.ts';
import { WorkflowError } from './errors.ts';
import { contextsOf, type Frame } from './job-scope.ts';
import type { Step } from './model.ts';
import { runStepProcess } from './step-process.ts';
import type { StepOutcome } from './steps.ts';

/** GitHub's command lines: an unnamed shell is `bash -e`, a named `bash` adds pipefail. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  default: ['bash', '-e', '{0}'],
  bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'],
  sh: ['sh', '-e', '{0}'],
  node: ['node', '{0}'],
};

/** Runs a `run:` step as a script file in its shell. */
export async function runScript(
  frame: Frame,
  step: Step,
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<StepOutcome> {
  const contexts = contextsOf(frame, env);
  const shell = step.shell ?? frame.job.defaults.shell ?? 'default';
  const template = SHELLS[shell] ?? (shell.includes('{0}') ? shell.split(' ') : undefined);
  if (template === undefined) throw new WorkflowError(`not supported here: shell '${shell}'`);
  const folder = await mkdtemp(join(frame.job.session.options.directory, 'run-'));
  const file = join(folder, 'script.sh');
  await writeFile(file, interpolate(script, contexts));
  const [command = 'bash', ...args] = template.map((part) => (part === '{0}' ? file : part));
  const directory = interpolate(step['working-directory'] ?? frame.job.defaults.workingDirectory ?? '.', contexts);
  try {
    const { exitCode, commands } = await runStepProcess(frame, {
      command,
      args,
      cwd: join(frame.job.workspace.directory, directory),
      env,
      ...timeoutOf(step, frame),
    });
    if (exitCode !== 0) frame.job.session.processLine(`::error::Process completed with exit code ${exitCode}.`);
    return { ok: exitCode === 0, outputs: commands.outputs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `timeout-minutes` of a step, where it has one. */
export function timeoutOf(step: Step, frame: Frame): { readonly timeoutMinutes?: number } {
  if (step['timeout-minutes'] === undefined) return {};
  return { timeoutMinutes: Number(interpolate(step['timeout-minutes'], contextsOf(frame, {}))) };
}
