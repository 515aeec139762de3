import { json, type TwinHost, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../../providers/common/json.ts';
import { streamToken } from '../../providers/app/environments.ts';
import { linesOf } from './log.ts';

const DOMAIN = 'azurecontainerapps.dev';
const STREAM_PATH =
  /^\/subscriptions\/(?<subscription>[^/]+)\/resourceGroups\/(?<group>[^/]+)\/jobs\/(?<job>[^/]+)\/executions\/(?<execution>[^/]+)\/replicas\/(?<replica>[^/]+)\/containers\/(?<container>[^/]+)\/logstream$/i;

/** The most lines that a stream begins with; `az` refuses more itself. */
const MOST_LINES = 300;

/**
 * Log streams of job executions, at the address and with the token that `az containerapp job logs show` uses:
 * `?follow=true|false&output=text|json&tailLines=0..300`, a bearer token from the job's `getAuthToken`.
 */
export function logStreamHost(world: World): TwinHost {
  return {
    name: 'Log streams of Container Apps',
    serves: (host) => host.endsWith(`.${DOMAIN}`),
    handle: (request) => stream(world, request),
  };
}

function stream(world: World, request: TwinRequest): TwinResponse {
  const parts = STREAM_PATH.exec(request.url.pathname)?.groups;
  if (parts === undefined) {
    return refused(404, `There is no stream at ${request.url.pathname}; the twin has those of job executions.`);
  }
  const { subscription = '', group = '', job = '', execution = '', replica = '', container = '' } = parts;
  const jobId = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.App/jobs/${job}`;
  if (request.headers.authorization !== `Bearer ${streamToken(world, jobId)}`) {
    return refused(401, 'The token does not belong to this job.');
  }
  const executionId = `${jobId}/executions/${execution}`;
  if (!world.store.has(`${executionId}/replicas/${replica}`)) {
    return refused(404, `Replica ${replica} of execution ${execution} does not exist.`);
  }
  const { searchParams: query } = request.url;
  const tail = Math.min(Number(query.get('tailLines') ?? '20'), MOST_LINES);
  const format = query.get('output') === 'json' ? asJson : asText;
  const greeting = greetingOf(world, container, replica);
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  if (query.get('follow') === 'true') {
    return { status: 200, headers, body: follow(world, executionId, tail, greeting, format) };
  }
  const lines = tail === 0 ? [] : linesOf(world, executionId).slice(-tail);
  return { status: 200, headers, body: [...greeting, ...lines].map(format).join('') };
}

/** What the stream says of itself before the first line. */
function greetingOf(world: World, container: string, replica: string): readonly string[] {
  const now = new Date(world.clock.now).toISOString();
  return [
    `${now} Connecting to the container '${container}'...`,
    `${now} Successfully connected to container: '${container}' [Replica: '${replica}']`,
  ];
}

/** Line by line until the execution ends. Whoever follows waits, so the clock moves. */
async function* follow(
  world: World,
  executionId: string,
  tail: number,
  greeting: readonly string[],
  format: (line: string) => string,
): AsyncIterable<string> {
  const lines = linesOf(world, executionId);
  yield greeting.map(format).join('');
  let sent = Math.max(0, lines.length - tail);
  for (;;) {
    while (sent < lines.length) yield format(lines[sent++] ?? '');
    const status = textAt(world.store.get(executionId)?.properties, 'status') ?? '';
    if (!/^(Running|Processing)$/.test(status) || !(await world.clock.advanceToNextEvent())) return;
  }
}

function asText(line: string): string {
  return `${line}\n`;
}

function asJson(line: string): string {
  const space = line.indexOf(' ');
  return `${JSON.stringify({ TimeStamp: line.slice(0, space), Log: `F ${line.slice(space + 1)}` })}\n`;
}

function refused(status: number, message: string): TwinResponse {
  return json(status, { error: { code: status === 401 ? 'Unauthorized' : 'NotFound', message } });
}
