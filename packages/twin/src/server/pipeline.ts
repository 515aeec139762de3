import type { VirtualClock } from '../kernel/clock.ts';
import { AzureError, type TwinHost, type TwinRequest, type TwinResponse } from '../kernel/http.ts';
import type { RequestLog } from '../kernel/request-log.ts';
import type { Fault, FaultRules } from './faults.ts';
import type { Patience } from './patience.ts';

/** What every request goes through, whatever service it is for. */
export interface Pipeline {
  readonly clock: VirtualClock;
  readonly log: RequestLog;
  readonly faults: FaultRules;
  readonly patience: Patience;
  readonly hosts: readonly TwinHost[];
}

/** How an answer leaves the twin: as it is, cut off half way, or not at all. */
export interface Outcome {
  readonly response: TwinResponse;
  readonly manner: 'whole' | 'truncated' | 'reset';
}

/** One request through the twin: find the service, apply faults, handle, turn errors into answers, write the log. */
export async function answer(pipeline: Pipeline, request: TwinRequest): Promise<Outcome> {
  const host = request.url.hostname;
  const service = pipeline.hosts.find((candidate) => candidate.serves(host, request.address));
  const fault = pipeline.faults.next(host, request.method, request.url.pathname);
  await suffer(fault, pipeline.clock);
  const own = fault?.kind === 'answer' ? fault.response : await handled(pipeline, service, request);
  const response = dated(
    fault?.kind === 'answer-after' ? insteadOf(own, fault.response, request) : own,
    pipeline.clock,
  );
  logRequest(pipeline, request, response);
  return { response, manner: fault?.kind === 'reset' ? 'reset' : fault?.kind === 'truncate' ? 'truncated' : 'whole' };
}

/** The request was carried out, whatever its caller is told. */
function insteadOf(own: TwinResponse, told: TwinResponse, { method }: TwinRequest): TwinResponse {
  return { ...told, wrote: hasWritten(own, method) };
}

function hasWritten({ wrote, status }: TwinResponse, method: string): boolean {
  return wrote ?? (WRITING_METHODS.has(method) && status < 400);
}

/** Clients reckon how long Azure has been at something from its `Date`: it must be the virtual one. */
function dated(response: TwinResponse, clock: VirtualClock): TwinResponse {
  return { ...response, headers: { date: new Date(clock.now).toUTCString(), ...response.headers } };
}

async function suffer(fault: Fault | undefined, clock: VirtualClock): Promise<void> {
  if (fault?.kind === 'delay') clock.spend(fault.virtualMs);
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.realMs));
}

function handled(pipeline: Pipeline, service: TwinHost | undefined, request: TwinRequest): Promise<TwinResponse> {
  if (service === undefined) return Promise.resolve(noSuchService(request));
  return pipeline.patience.answer(request, async () => {
    try {
      return await service.handle(request);
    } catch (error) {
      return errorAnswer(service, error);
    }
  });
}

function noSuchService(request: TwinRequest): TwinResponse {
  const message = `No service of the twin answers for ${request.url.hostname}.`;
  return { status: 502, body: { error: { code: 'BadGateway', message } }, wrote: false };
}

function errorAnswer(service: TwinHost, error: unknown): TwinResponse {
  if (error instanceof AzureError) {
    const { status, body, headers, curedByTime } = error;
    return { status, body: { error: body }, headers, curedByTime, wrote: false };
  }
  // A defect of the twin, never of the caller: say so, with the stack, instead of looking like Azure.
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    status: 500,
    body: { error: { code: 'TwinDefect', message: `${service.name}: ${message}` } },
    wrote: false,
  };
}

const WRITING_METHODS: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'POST', 'DELETE']);

function logRequest(pipeline: Pipeline, request: TwinRequest, response: TwinResponse): void {
  pipeline.log.add({
    time: new Date(pipeline.clock.now).toISOString(),
    host: request.url.hostname,
    method: request.method,
    path: request.url.pathname + request.url.search,
    status: response.status,
    wrote: hasWritten(response, request.method),
  });
}
