import { fetchText, sendAndWait, type AzureClient } from '@lz/azure';
import type { Run } from './run.ts';

/** API version of Container Apps: jobs, their executions, and apps. */
export const CONTAINER_APPS_VERSION = '2025-07-01';

/** What a container app, a job or one of its executions is made of, as far as anybody here looks. */
export interface ContainerTemplate {
  readonly containers?: readonly {
    readonly name: string;
    readonly image?: string;
    readonly env?: readonly { readonly name: string; readonly value?: string }[];
  }[];
}

/** One execution of a job as Azure answers it. */
export interface JobExecution {
  readonly name: string;
  readonly properties: {
    readonly status: string;
    readonly startTime?: string;
    readonly endTime?: string;
    /** What it was started with: the job may have another template by now. */
    readonly template?: ContainerTemplate;
  };
}

/** Whether an execution has not ended yet. */
export function isRunning({ properties }: JobExecution): boolean {
  return /^(running|processing|unknown)$/i.test(properties.status);
}

/** Starts a job as it is defined; answers the name of the execution. */
export async function startJob(azure: AzureClient, jobId: string): Promise<string> {
  const started = await sendAndWait<{ readonly name?: string; readonly id?: string }>(azure, {
    method: 'POST',
    url: `${jobId}/start`,
    apiVersion: CONTAINER_APPS_VERSION,
  });
  const name = started.name ?? started.id?.split('/').at(-1);
  if (name === undefined) throw new Error(`job ${nameOf(jobId)}: the start named no execution`);
  return name;
}

/** Waits until an execution has ended, and says when its state changes. */
export async function waitForExecution(
  { azure, log }: Pick<Run, 'azure' | 'log'>,
  jobId: string,
  name: string,
): Promise<JobExecution> {
  let shown = '';
  for (;;) {
    const execution = await azure.get<JobExecution>(`${jobId}/executions/${name}`, CONTAINER_APPS_VERSION);
    const { status } = execution.properties;
    if (status !== shown) log.info(`  job ${nameOf(jobId)}: ${status}`);
    shown = status;
    if (!isRunning(execution)) return execution;
    await azure.pacing.poll(5_000);
  }
}

/**
 * The log of a job's execution, through the log stream that `az containerapp job logs show` reads: a short-lived token
 * and the region's endpoint come from ARM. Empty, with a warning, where the stream cannot be read.
 */
export async function readJobLog(
  run: Pick<Run, 'azure' | 'log' | 'mask' | 'signal'>,
  jobId: string,
  execution: string,
): Promise<string> {
  try {
    const { url, token } = await findStream(run, jobId, execution);
    return await fetchText(url, process.env, { authorization: `Bearer ${token}` });
  } catch (error) {
    run.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    run.log.warning(`the log of execution ${execution} cannot be read: ${reason}`);
    return '';
  }
}

async function findStream({ azure, mask }: Pick<Run, 'azure' | 'mask'>, jobId: string, execution: string) {
  const job = await azure.get<{
    readonly properties: { readonly eventStreamEndpoint: string; readonly template: ContainerTemplate };
  }>(jobId, CONTAINER_APPS_VERSION);
  const replicas = await azure.get<{ readonly value: readonly { readonly name: string }[] }>(
    `${jobId}/executions/${execution}/replicas`,
    CONTAINER_APPS_VERSION,
  );
  const replica = replicas.value[0]?.name;
  const container = job.properties.template.containers?.[0]?.name;
  if (replica === undefined || container === undefined) throw new Error('the execution has no replica');
  const answer = await azure.request<{ readonly properties: { readonly token: string } }>({
    method: 'POST',
    url: `${jobId}/getAuthToken`,
    apiVersion: CONTAINER_APPS_VERSION,
    idempotent: true,
  });
  const { token } = answer.body.properties;
  mask(token);
  return { token, url: streamUrl(jobId, job.properties.eventStreamEndpoint, { execution, replica, container }) };
}

/** `https://<region>.azurecontainerapps.dev/subscriptions/…/jobs/<job>/executions/<execution>/replicas/<replica>/containers/<container>/logstream`. */
function streamUrl(
  jobId: string,
  eventStreamEndpoint: string,
  { execution, replica, container }: { execution: string; replica: string; container: string },
): string {
  const { origin } = new URL(eventStreamEndpoint);
  const job = jobId.replace('/providers/Microsoft.App', '');
  const path = `/executions/${execution}/replicas/${replica}/containers/${container}/logstream`;
  return `${origin}${job}${path}?follow=false&output=text&tailLines=300`;
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
