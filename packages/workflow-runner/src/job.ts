import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { interpolate, type Contexts } from './expressions.ts';
import { WorkflowError } from './errors.ts';
import { contextsOf, type Frame, type JobScope } from './job-scope.ts';
import type { Conclusion, PermissionLevel, WorkflowJob } from './model.ts';
import type { JobIdentity, Session } from './session.ts';
import { runSteps } from './steps.ts';
import type { LoadedWorkflow } from './workflow-file.ts';

/** A job to run, and what it was granted. */
export interface JobRequest {
  readonly session: Session;
  readonly workflow: LoadedWorkflow;
  readonly id: string;
  readonly job: WorkflowJob;
  readonly contexts: Contexts;
  readonly permissions: Readonly<Record<string, PermissionLevel>>;
}

/** How a job ended, and its outputs. */
export interface JobOutcome {
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs one job with steps: its environment gate, its steps, its post steps, its outputs. */
export async function runJob(request: JobRequest): Promise<JobOutcome> {
  const { session, job, contexts } = request;
  refuseLeftOut(request);
  const environment = environmentName(job, contexts);
  if (environment !== undefined) {
    session.log(`environment ${environment}: approval asked`);
    const approved = (await session.options.approve?.(environment, request.id)) ?? true;
    if (!approved) {
      session.processLine(`::error::The deployment to environment ${environment} was rejected.`);
      return { conclusion: 'failure', outputs: {} };
    }
  }
  const scope = await openScope(request, environment);
  const frame: Frame = {
    job: scope,
    origin: scope.origin,
    inputs: contexts['inputs'] as Readonly<Record<string, unknown>>,
    env: {},
    steps: job.steps ?? [],
    results: {},
    failed: false,
  };
  await runSteps(frame);
  for (const post of scope.postSteps.reverse()) await post();
  return { conclusion: conclusionOf(frame), outputs: outputsOf(frame, job) };
}

function conclusionOf(frame: Frame): Conclusion {
  if (frame.failed) return 'failure';
  return frame.job.session.cancelled ? 'cancelled' : 'success';
}

function outputsOf(frame: Frame, job: WorkflowJob): Readonly<Record<string, string>> {
  const { session } = frame.job;
  const contexts = contextsOf(frame, {});
  const outputs = Object.entries(job.outputs ?? {}).map(
    ([name, value]) => [name, interpolate(value, contexts)] as const,
  );
  return Object.fromEntries(
    outputs.filter(([name, value]) => {
      const secret = session.holdsMask(value);
      if (secret) session.processLine(`::warning::Skip output '${name}' since it may contain secret.`);
      return !secret;
    }),
  );
}

async function openScope(request: JobRequest, environment: string | undefined): Promise<JobScope> {
  const { session, workflow, id, job, contexts } = request;
  const { options } = session;
  const temp = join(options.directory, 'temp');
  await mkdir(temp, { recursive: true });
  const identity = identityOf(request, environment);
  const oidc = request.permissions['id-token'] === 'write' ? await options.oidc?.(identity) : undefined;
  const env: Record<string, string> = {};
  for (const values of [workflow.file.env, job.env]) {
    for (const [name, value] of Object.entries(values ?? {})) env[name] = interpolate(value, { ...contexts, env });
  }
  const defaults = { ...workflow.file.defaults?.run, ...job.defaults?.run };
  return {
    session,
    id,
    origin: workflow.repository,
    workspace: options.repository,
    contexts,
    env,
    path: [],
    runnerEnv: {
      ...githubVariables(identity, options.repository.directory, id),
      RUNNER_TEMP: temp,
      RUNNER_TOOL_CACHE: join(options.directory, 'tool-cache'),
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: process.arch.toUpperCase(),
      RUNNER_NAME: 'local',
      CI: 'true',
      ...(oidc === undefined
        ? {}
        : { ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken }),
    },
    defaults: {
      ...(defaults.shell === undefined ? {} : { shell: defaults.shell }),
      ...(defaults['working-directory'] === undefined ? {} : { workingDirectory: defaults['working-directory'] }),
    },
    postSteps: [],
  };
}

function environmentName({ environment }: WorkflowJob, contexts: Contexts): string | undefined {
  if (environment === undefined) return undefined;
  const name = interpolate(typeof environment === 'string' ? environment : environment.name, contexts);
  return name === '' ? undefined : name;
}

function identityOf({ session, workflow }: JobRequest, environment: string | undefined): JobIdentity {
  const { repository } = session.options;
  return {
    repository: repository.slug,
    ref: repository.ref,
    sha: repository.sha,
    eventName: 'workflow_dispatch',
    actor: 'local',
    workflow: workflow.file.name ?? workflow.path,
    runId: '1',
    ...(environment === undefined ? {} : { environment }),
    jobWorkflowRef: `${workflow.repository.slug}/${workflow.path}@${workflow.repository.ref}`,
  };
}

function githubVariables(identity: JobIdentity, workspace: string, job: string): Readonly<Record<string, string>> {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: identity.actor,
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: identity.eventName,
    GITHUB_JOB: job,
    GITHUB_REF: identity.ref,
    GITHUB_REPOSITORY: identity.repository,
    GITHUB_REPOSITORY_OWNER: identity.repository.split('/')[0] ?? '',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: identity.runId,
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: identity.sha,
    GITHUB_WORKFLOW: identity.workflow,
    GITHUB_WORKFLOW_REF: identity.jobWorkflowRef,
    GITHUB_WORKSPACE: workspace,
  };
}

function refuseLeftOut({ id, job }: JobRequest): void {
  for (const key of ['strategy', 'container', 'services'] as const) {
    if (job[key] !== undefined) throw new WorkflowError(`job '${id}': not supported here: ${key}`);
  }
}
