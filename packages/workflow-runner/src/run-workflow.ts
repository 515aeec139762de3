import { mkdir } from 'node:fs/promises';
import { condition, interpolate, interpolateTyped, type Contexts } from './expressions.ts';
import { WorkflowError } from './errors.ts';
import { resolveInputs } from './inputs.ts';
import { runJob, type JobOutcome } from './job.ts';
import { needsOf, orderJobs, statusBefore } from './job-order.ts';
import type { Conclusion, WorkflowJob } from './model.ts';
import { effectivePermissions, refuseEscalation, type Ceiling } from './permissions.ts';
import { resolveReference } from './references.ts';
import { Session, type Annotation, type RunOptions } from './session.ts';
import { callOutputs, inputDefinitions, loadWorkflow, type LoadedWorkflow } from './workflow-file.ts';

/** GitHub's limit on nested reusable workflows. */
const MAX_DEPTH = 10;

/** How a whole run ended, and what it said. */
export interface RunResult {
  readonly conclusion: Conclusion;
  /** By job id; the jobs of a called workflow as `caller / job`. */
  readonly jobs: Readonly<Record<string, Conclusion>>;
  readonly annotations: readonly Annotation[];
  /** Markdown of every step summary, in order. */
  readonly summaries: readonly string[];
}

interface Call {
  readonly session: Session;
  readonly workflow: LoadedWorkflow;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly ceiling: Ceiling;
  /** `caller / ` in front of job names. */
  readonly prefix: string;
  readonly depth: number;
  readonly verdicts: Record<string, Conclusion>;
}

/**
 * Runs a workflow file as `workflow_dispatch` would, jobs one after another in the order of their needs.
 * Throws `WorkflowError` where GitHub would call the workflow invalid, or where it asks for what is left out here.
 */
export async function runWorkflow(options: RunOptions): Promise<RunResult> {
  await mkdir(options.directory, { recursive: true });
  const session = new Session(options);
  const workflow = await loadWorkflow(options.repository, options.workflow);
  const inputs = resolveInputs(inputDefinitions(workflow, 'workflow_dispatch'), options.inputs, options.workflow);
  const verdicts: Record<string, Conclusion> = {};
  const { conclusion } = await runCall({
    session,
    workflow,
    inputs,
    secrets: options.secrets ?? {},
    ceiling: 'all',
    prefix: '',
    depth: 1,
    verdicts,
  });
  return { conclusion, jobs: verdicts, annotations: session.annotations, summaries: session.summaries };
}

async function runCall(call: Call): Promise<JobOutcome> {
  const { jobs } = call.workflow.file;
  const results = new Map<string, Conclusion>();
  const needs: Record<string, { result: Conclusion; outputs: Readonly<Record<string, string>> }> = {};
  for (const id of orderJobs(jobs)) {
    const job = jobs[id];
    if (job === undefined) continue;
    const visible = Object.fromEntries(needsOf(job).map((need) => [need, needs[need]]));
    const contexts = baseContexts(call, id, visible);
    const outcome = await runOneJob(call, id, job, contexts, statusBefore(id, jobs, results, call.session.cancelled));
    results.set(id, outcome.conclusion);
    needs[id] = { result: outcome.conclusion, outputs: outcome.outputs };
    call.verdicts[call.prefix + id] = outcome.conclusion;
  }
  const contexts = { ...baseContexts(call, '', {}), jobs: needs };
  const outputs = Object.entries(callOutputs(call.workflow)).map(([name, value]) => [
    name,
    interpolate(value, contexts),
  ]);
  return { conclusion: overall([...results.values()]), outputs: Object.fromEntries(outputs) as Record<string, string> };
}

async function runOneJob(
  call: Call,
  id: string,
  job: WorkflowJob,
  contexts: Contexts,
  status: ReturnType<typeof statusBefore>,
): Promise<JobOutcome> {
  const { session } = call;
  const name = call.prefix + id;
  const permissions = effectivePermissions(call.workflow.file.permissions, job.permissions, call.ceiling);
  refuseEscalation(name, permissions, call.ceiling);
  if (!condition(job.if, contexts, status)) {
    session.log(`-- job ${name}: skipped`);
    return { conclusion: session.cancelled ? 'cancelled' : 'skipped', outputs: {} };
  }
  session.log(`-- job ${name}`);
  if (job.uses !== undefined) return await callWorkflow(call, name, job, job.uses, contexts, permissions);
  const outcome = await runJob({ session, workflow: call.workflow, id, job, contexts, permissions });
  const tolerated = interpolate(job['continue-on-error'] ?? false, contexts) === 'true';
  return tolerated && outcome.conclusion === 'failure' ? { ...outcome, conclusion: 'success' } : outcome;
}

async function callWorkflow(
  call: Call,
  name: string,
  job: WorkflowJob,
  uses: string,
  contexts: Contexts,
  permissions: Exclude<Ceiling, 'all'>,
): Promise<JobOutcome> {
  if (call.depth >= MAX_DEPTH)
    throw new WorkflowError(`${uses}: reusable workflows nest deeper than ${MAX_DEPTH} levels`);
  const { session } = call;
  const origin = call.workflow.repository;
  // For a job both `$/` and `./` mean the repository of the file that says it.
  const reference = resolveReference(uses, origin, origin, session.options.repositories ?? {});
  if (reference.kind === 'remote') {
    throw new WorkflowError(`not supported here: ${uses} (no checkout of ${reference.slug} on this machine)`);
  }
  const workflow = await loadWorkflow(reference.repository, reference.path);
  const given = Object.fromEntries(
    Object.entries(job.with ?? {}).map(([key, value]) => [key, interpolateTyped(value, contexts)]),
  );
  const secrets =
    job.secrets === 'inherit'
      ? call.secrets
      : Object.fromEntries(
          Object.entries(job.secrets ?? {}).map(([key, value]) => [key, interpolate(value, contexts)]),
        );
  const inputs = resolveInputs(inputDefinitions(workflow, 'workflow_call'), given, reference.path);
  return await runCall({
    ...call,
    workflow,
    inputs,
    secrets,
    ceiling: permissions,
    prefix: `${name} / `,
    depth: call.depth + 1,
  });
}

function baseContexts(call: Call, jobId: string, needs: Readonly<Record<string, unknown>>): Contexts {
  const { repository, variables, directory } = call.session.options;
  return {
    github: {
      repository: repository.slug,
      repository_owner: repository.slug.split('/')[0],
      ref: repository.ref,
      ref_name: repository.ref.replace(/^refs\/(?:heads|tags)\//, ''),
      sha: repository.sha,
      actor: 'local',
      event_name: 'workflow_dispatch',
      workflow: call.workflow.file.name ?? call.workflow.path,
      job: jobId,
      run_id: '1',
      run_number: '1',
      run_attempt: '1',
      server_url: 'https://github.com',
      api_url: 'https://api.github.com',
      workspace: repository.directory,
      event: { inputs: call.session.options.inputs },
    },
    inputs: call.inputs,
    vars: variables ?? {},
    secrets: call.secrets,
    needs,
    runner: { os: 'Linux', arch: process.arch.toUpperCase(), name: 'local', temp: `${directory}/temp` },
    strategy: {},
    matrix: {},
  };
}

function overall(conclusions: readonly Conclusion[]): Conclusion {
  if (conclusions.includes('failure')) return 'failure';
  if (conclusions.includes('cancelled')) return 'cancelled';
  return 'success';
}
