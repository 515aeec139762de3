import { fetchText } from '@lz/azure';
import { JOBS_VERSION } from './inside.ts';
import type { SmokeRun } from './smoke-test.ts';

/**
 * The log of a job's execution, through the log stream that `az containerapp job logs show` reads: a short-lived token
 * and the region's endpoint come from ARM. Empty, with a warning, where the stream cannot be read.
 */
export async function readJobLog(run: SmokeRun, execution: string): Promise<string> {
  const { azure, names, log } = run;
  try {
    const job = await azure.get<{
      properties: { eventStreamEndpoint: string; template: { containers: { name: string }[] } };
    }>(names.spoke.smokeJobId, JOBS_VERSION);
    const replicas = await azure.get<{ value: { name: string }[] }>(
      `${names.spoke.smokeJobId}/executions/${execution}/replicas`,
      JOBS_VERSION,
    );
    const replica = replicas.value[0]?.name;
    const container = job.properties.template.containers[0]?.name;
    if (replica === undefined || container === undefined) throw new Error('the execution has no replica');
    const token = await azure.request<{ properties: { token: string } }>({
      method: 'POST',
      url: `${names.spoke.smokeJobId}/getAuthToken`,
      apiVersion: JOBS_VERSION,
      idempotent: true,
    });
    run.mask(token.body.properties.token);
    return await fetchText(
      streamUrl(run, job.properties.eventStreamEndpoint, execution, replica, container),
      process.env,
      {
        authorization: `Bearer ${token.body.properties.token}`,
      },
    );
  } catch (error) {
    run.signal.throwIfAborted();
    log.warning(
      `the log of execution ${execution} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
    return '';
  }
}

/** `https://<region>.azurecontainerapps.dev/subscriptions/…/jobs/<job>/executions/<execution>/replicas/<replica>/containers/<container>/logstream`. */
function streamUrl(
  { names, subscriptionId }: SmokeRun,
  eventStreamEndpoint: string,
  execution: string,
  replica: string,
  container: string,
): string {
  const { origin } = new URL(eventStreamEndpoint);
  const job = `/subscriptions/${subscriptionId}/resourceGroups/${names.spoke.resourceGroup}/jobs/${names.spoke.smokeJob}`;
  const path = `/executions/${execution}/replicas/${replica}/containers/${container}/logstream`;
  return `${origin}${job}${path}?follow=false&output=text&tailLines=300`;
}
