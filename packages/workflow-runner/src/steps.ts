import { randomUUID } from 'node:crypto';
import { condition, interpolate } from './expressions.ts';
import { WorkflowError } from './errors.ts';
import { contextsOf, type Frame, type StepResult } from './job-scope.ts';
import type { Conclusion, Step } from './model.ts';
import { runScript } from './run-step.ts';
import { runUses } from './uses-step.ts';

/** What one step did, before `continue-on-error`. */
export interface StepOutcome {
  readonly ok: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs a frame's steps in order. A failed step fails the frame; later steps run only if their `if` says so. */
export async function runSteps(frame: Frame): Promise<void> {
  for (const step of frame.steps) await runStep(frame, step);
}

async function runStep(frame: Frame, step: Step): Promise<void> {
  const { session } = frame.job;
  const started = performance.now();
  const status = { success: !frame.failed && !session.cancelled, failure: frame.failed, cancelled: session.cancelled };
  const name = stepName(frame, step);
  const result = await decide(frame, step, name, status);
  frame.results[step.id ?? randomUUID()] = result;
  if (result.conclusion === 'failure') frame.failed = true;
  session.options.onStep?.({
    job: frame.job.id,
    name,
    conclusion: result.conclusion,
    durationMs: performance.now() - started,
  });
}

async function decide(
  frame: Frame,
  step: Step,
  name: string,
  status: { success: boolean; failure: boolean; cancelled: boolean },
): Promise<StepResult> {
  const { session } = frame.job;
  try {
    const env = interpolateAll(step.env, frame);
    const contexts = contextsOf(frame, env);
    if (!condition(step.if, contexts, status)) {
      return { outputs: {}, outcome: 'skipped', conclusion: 'skipped' };
    }
    session.log(`== ${name}`);
    const outcome = await execute(frame, step, env);
    const tolerated = interpolate(step['continue-on-error'] ?? false, contexts) === 'true';
    const verdict: Conclusion = outcome.ok ? 'success' : session.cancelled ? 'cancelled' : 'failure';
    return { outputs: outcome.outputs, outcome: verdict, conclusion: tolerated ? 'success' : verdict };
  } catch (error) {
    if (!(error instanceof WorkflowError)) throw error;
    session.processLine(`::error::${error.message.replaceAll('%', '%25').replaceAll('\n', '%0A')}`);
    return { outputs: {}, outcome: 'failure', conclusion: 'failure' };
  }
}

async function execute(frame: Frame, step: Step, env: Readonly<Record<string, string>>): Promise<StepOutcome> {
  if (step.run !== undefined) return await runScript(frame, step, step.run, env);
  if (step.uses !== undefined) return await runUses(frame, step, step.uses, env);
  throw new WorkflowError('not supported here: a step that neither runs a script nor uses an action');
}

function stepName(frame: Frame, step: Step): string {
  const text = step.name ?? step.uses ?? `Run ${step.run?.split('\n')[0] ?? ''}`;
  try {
    return interpolate(text, contextsOf(frame, {}));
  } catch {
    // A name that cannot be evaluated yet is shown as written, as on GitHub.
    return text;
  }
}

function interpolateAll(values: Step['env'], frame: Frame): Readonly<Record<string, string>> {
  const contexts = contextsOf(frame, {});
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, interpolate(value, contexts)]));
}
