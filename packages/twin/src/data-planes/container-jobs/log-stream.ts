import { json, type TwinHost, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { streamToken } from '../../providers/app/environments.ts';
import { linesOf } from './log.ts';

const DOMAIN = 'azurecontainerapps.dev';
const STREAM_PATH =
  /^\/subscriptions\/(?<subscription>[^/]+)\/resourceGroups\/(?<group>[^/]+)\/jobs\/(?<job>[^/]+)\/executions\/(?<execution>[^/]+)\/replicas\/(?<replica>[^/]+)\/containers\/[^/]+\/logstream$/i;

/**
 * Log streams of job executions, at the address and with the token that `az containerapp job logs show` uses. What is
 * there is answered and the stream ends: an execution of the twin has written everything by the time it can be asked.
 */
export function logStreamHost(world: World): TwinHost {
  return {
    name: 'Log streams of Container Apps',
    serves: (host) => host.endsWith(`.${DOMAIN}`),
    handle: (request) => stream(world, request),
  };
}

function stream(world: World, request: TwinRequest): TwinResponse {
  const { subscription, group, job, execution, replica } = STREAM_PATH.exec(request.url.pathname)?.groups ?? {};
  if (subscription === undefined || group === undefined || job === undefined || execution === undefined) {
    return json(404, {
      error: {
        code: 'NotFound',
        message: `There is no stream at ${request.url.pathname}; the twin has those of job executions.`,
      },
    });
  }
  const jobId = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.App/jobs/${job}`;
  if (request.headers.authorization !== `Bearer ${streamToken(world, jobId)}`) {
    return json(401, { error: { code: 'Unauthorized', message: 'The token does not belong to this job.' } });
  }
  const executionId = `${jobId}/executions/${execution}`;
  if (!world.store.has(`${executionId}/replicas/${replica ?? ''}`)) {
    return json(404, {
      error: { code: 'NotFound', message: `Replica ${replica ?? ''} of execution ${execution} does not exist.` },
    });
  }
  const tail = Number(request.url.searchParams.get('tailLines') ?? '20');
  const lines = linesOf(world, executionId).slice(-tail);
  const text = request.url.searchParams.get('output') === 'json' ? lines.map(asJson) : lines;
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: text.map((line) => `${line}\n`).join(''),
  };
}

function asJson(line: string): string {
  const space = line.indexOf(' ');
  return JSON.stringify({ TimeStamp: line.slice(0, space), Log: `F ${line.slice(space + 1)}` });
}
