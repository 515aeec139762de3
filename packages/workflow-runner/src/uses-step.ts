import { join } from 'node:path';
import { loadAction, type LoadedAction } from './action-file.ts';
import { builtInAction } from './built-in-actions.ts';
import { WorkflowError } from './errors.ts';
import { condition, interpolate } from './expressions.ts';
import { contextsOf, type Frame } from './job-scope.ts';
import type { ActionFile, Step } from './model.ts';
import { resolveReference, type Repository } from './references.ts';
import { timeoutOf } from './run-step.ts';
import { runStepProcess } from './step-process.ts';
import { runSteps, type StepOutcome } from './steps.ts';

type NodeRuns = Extract<ActionFile['runs'], { main: string }>;
type CompositeRuns = Extract<ActionFile['runs'], { using: 'composite' }>;

/** Runs a `uses:` step: an action of a repository on this machine, or one of the few that the runner has built in. */
export async function runUses(
  frame: Frame,
  step: Step,
  uses: string,
  env: Readonly<Record<string, string>>,
): Promise<StepOutcome> {
  const { job } = frame;
  const contexts = contextsOf(frame, env);
  const given = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, value]) => [name.toLowerCase(), interpolate(value, contexts)]),
  );
  const reference = resolveReference(uses, frame.origin, job.workspace, job.session.options.repositories ?? {});
  if (reference.kind === 'remote') {
    const action = builtInAction(reference.slug);
    if (action === undefined) {
      throw new WorkflowError(`not supported here: ${uses} (no checkout of ${reference.slug} on this machine)`);
    }
    return await action(job, given);
  }
  const action = await loadAction(join(reference.repository.directory, reference.path));
  const inputs = inputsOf(action, given, frame);
  const { runs } = action.file;
  return 'main' in runs
    ? await runNodeAction(frame, step, action, runs, inputs, env)
    : await runComposite(frame, reference.repository, action, runs, inputs, env);
}

function inputsOf(
  { file }: LoadedAction,
  given: Readonly<Record<string, string>>,
  frame: Frame,
): Readonly<Record<string, string>> {
  const definitions = Object.entries(file.inputs ?? {});
  const known = new Set(definitions.map(([name]) => name.toLowerCase()));
  const unexpected = Object.keys(given).filter((name) => !known.has(name));
  if (unexpected.length > 0) {
    const valid = [...known].map((name) => `'${name}'`).join(', ');
    frame.job.session.processLine(
      `::warning::Unexpected input(s) ${unexpected.map((name) => `'${name}'`).join(', ')}, valid inputs are [${valid}]`,
    );
  }
  // An action's defaults see the runner's contexts, not the inputs or steps of whoever uses it.
  const contexts = { github: frame.job.contexts['github'], runner: frame.job.contexts['runner'] };
  const defaults = definitions.map(([name, { default: value }]) => [
    name.toLowerCase(),
    value === undefined ? undefined : interpolate(value, contexts),
  ]);
  return {
    ...(Object.fromEntries(defaults.filter(([, value]) => value !== undefined)) as Record<string, string>),
    ...given,
  };
}

async function runNodeAction(
  frame: Frame,
  step: Step,
  action: LoadedAction,
  runs: NodeRuns,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Promise<StepOutcome> {
  const inputEnv = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
  const start = async (
    file: string,
    state: Readonly<Record<string, string>>,
  ): Promise<StepOutcome & { state: Readonly<Record<string, string>> }> => {
    const { exitCode, commands } = await runStepProcess(frame, {
      command: process.execPath,
      args: [join(action.directory, file)],
      cwd: frame.job.workspace.directory,
      env: { ...env, ...inputEnv, ...state, GITHUB_ACTION_PATH: action.directory },
      ...timeoutOf(step, frame),
    });
    return { ok: exitCode === 0, outputs: commands.outputs, state: commands.state };
  };
  if (runs.pre !== undefined) throw new WorkflowError(`not supported here: runs.pre of ${action.file.name}`);
  const outcome = await start(runs.main, {});
  const { post } = runs;
  if (post !== undefined) {
    const state = Object.fromEntries(Object.entries(outcome.state).map(([name, value]) => [`STATE_${name}`, value]));
    frame.job.postSteps.push(async () => {
      const { session } = frame.job;
      const status = {
        success: !frame.failed && !session.cancelled,
        failure: frame.failed,
        cancelled: session.cancelled,
      };
      if (!condition(runs['post-if'] ?? 'always()', contextsOf(frame, env), status)) return;
      session.log(`== Post ${step.name ?? action.file.name}`);
      await start(post, state);
    });
  }
  return outcome;
}

async function runComposite(
  frame: Frame,
  origin: Repository,
  action: LoadedAction,
  runs: CompositeRuns,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Promise<StepOutcome> {
  const inner: Frame = {
    job: frame.job,
    origin,
    inputs,
    env: { ...frame.env, ...env },
    actionPath: action.directory,
    steps: runs.steps,
    results: {},
    failed: false,
  };
  await runSteps(inner);
  const contexts = contextsOf(inner, {});
  const outputs = Object.entries(action.file.outputs ?? {}).map(([name, { value }]) => [
    name,
    interpolate(value, contexts),
  ]);
  return { ok: !inner.failed, outputs: Object.fromEntries(outputs) as Record<string, string> };
}
