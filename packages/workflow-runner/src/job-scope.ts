import type { Contexts } from './expressions.ts';
import type { Repository } from './references.ts';
import type { Session } from './session.ts';
import type { Conclusion, Step } from './model.ts';

/** What the steps of one job share. */
export interface JobScope {
  readonly session: Session;
  readonly id: string;
  /** Repository that holds the job's workflow file: where `$/` points. */
  readonly origin: Repository;
  /** The checked-out repository: where `./` points and where processes start. */
  readonly workspace: Repository;
  /** `github`, `vars`, `secrets`, `needs`, `runner`, `inputs`, …: fixed for the job. */
  readonly contexts: Contexts;
  /** Grows with GITHUB_ENV. */
  readonly env: Record<string, string>;
  /** Grows with GITHUB_PATH, newest first. */
  readonly path: string[];
  /** GITHUB_*, RUNNER_* and, where granted, the OIDC variables. */
  readonly runnerEnv: Readonly<Record<string, string>>;
  /** `defaults.run` of job and workflow. */
  readonly defaults: { readonly shell?: string; readonly workingDirectory?: string };
  /** Run last in, first out when the steps are over. */
  readonly postSteps: (() => Promise<void>)[];
}

/** What later steps see of a step: `steps.<id>`. */
export interface StepResult {
  readonly outputs: Readonly<Record<string, string>>;
  /** Before `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
}

/** A list of steps in execution: a job's own, or those of a composite action. */
export interface Frame {
  readonly job: JobScope;
  readonly origin: Repository;
  /** Inputs of the composite action; a job's frame has its workflow's inputs. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Environment given by the composite step. */
  readonly env: Readonly<Record<string, string>>;
  readonly actionPath?: string;
  readonly steps: readonly Step[];
  readonly results: Record<string, StepResult>;
  failed: boolean;
}

/** The contexts an expression in this frame may name. */
export function contextsOf(frame: Frame, env: Readonly<Record<string, string>>): Contexts {
  const { job } = frame;
  return {
    ...job.contexts,
    github: {
      ...(job.contexts['github'] as object),
      ...(frame.actionPath === undefined ? {} : { action_path: frame.actionPath }),
    },
    inputs: frame.inputs,
    env: { ...job.env, ...frame.env, ...env },
    steps: frame.results,
    job: {
      status: job.session.cancelled ? 'cancelled' : frame.failed ? 'failure' : 'success',
      workflow_repository: job.origin.slug,
      workflow_ref: job.origin.ref,
      workflow_sha: job.origin.sha,
    },
  };
}
