import type { AzureClient, AzureRequest, AzureResponse } from './client.ts';
import { AzureRequestError, parseErrorBody } from './errors.ts';
import { isJsonObject, type Json } from './json.ts';
import { DEFAULT_POLL_MS, retryAfterMs } from './pacing.ts';
import { isOver, isUnsuccessful } from './provisioning-state.ts';

/** What a poll saw, for progress lines. */
export interface PollEvent {
  readonly status: string;
  readonly url: string;
}

/** Who is told while an operation is waited for. */
export interface WaitOptions {
  readonly onPoll?: (event: PollEvent) => void;
}

/**
 * Sends a write and waits until Azure is done with it: by `Azure-AsyncOperation`, by `Location`, or by the resource's own
 * `provisioningState`, whichever the service answers with. Resolves with the resource as it is afterwards (undefined where
 * there is none, as after DELETE); throws {@link AzureRequestError} where the operation failed.
 */
export async function sendAndWait<T = Json>(
  client: AzureClient,
  request: AzureRequest,
  options: WaitOptions = {},
): Promise<T> {
  return (await sendAndWaitForAnswer<T>(client, request, options)).body;
}

/** Like {@link sendAndWait}, for callers that need the last answer's status or ETag as well. */
export async function sendAndWaitForAnswer<T = Json>(
  client: AzureClient,
  request: AzureRequest,
  options: WaitOptions = {},
): Promise<AzureResponse<T>> {
  const first = await client.request<T>(request);
  const status = first.headers.get('azure-asyncoperation') ?? first.headers.get('operation-location');
  const location = first.headers.get('location');
  const wait = { client, request, options };
  if (status !== undefined && status !== '') {
    await pollStatus(wait, status, waitOf(first));
    return (await finalAnswer<T>(wait, location)) ?? { ...first, body: undefined as T };
  }
  if (first.status === 202 && location !== undefined) return pollLocation<T>(wait, location, waitOf(first));
  if (request.method !== 'DELETE' && !isTerminal(provisioningState(first.body))) {
    return pollResource<T>(wait, waitOf(first));
  }
  failIfUnsuccessful(wait.request, first, provisioningState(first.body));
  return first;
}

interface Wait {
  readonly client: AzureClient;
  readonly request: AzureRequest;
  readonly options: WaitOptions;
}

async function pollStatus(wait: Wait, url: string, firstWaitMs: number): Promise<void> {
  let waitMs = firstWaitMs;
  for (;;) {
    await wait.client.pacing.poll(waitMs);
    const response = await wait.client.request({ method: 'GET', url });
    const status = statusOf(response.body);
    wait.options.onPoll?.({ status: status ?? 'Unknown', url });
    if (isTerminal(status)) {
      failIfUnsuccessful(wait.request, response, status);
      return;
    }
    waitMs = waitOf(response);
  }
}

async function pollLocation<T>(wait: Wait, url: string, firstWaitMs: number): Promise<AzureResponse<T>> {
  let waitMs = firstWaitMs;
  let next = url;
  for (;;) {
    await wait.client.pacing.poll(waitMs);
    const response = await wait.client.request<T>({ method: 'GET', url: next });
    wait.options.onPoll?.({ status: response.status === 202 ? 'InProgress' : 'Succeeded', url: next });
    if (response.status !== 202) {
      failIfUnsuccessful(wait.request, response, statusOf(response.body) ?? provisioningState(response.body));
      return response;
    }
    waitMs = waitOf(response);
    next = response.headers.get('location') ?? next;
  }
}

async function pollResource<T>(wait: Wait, firstWaitMs: number): Promise<AzureResponse<T>> {
  let waitMs = firstWaitMs;
  for (;;) {
    await wait.client.pacing.poll(waitMs);
    const response = await wait.client.request<T>(resourceRequest(wait.request));
    const state = provisioningState(response.body);
    wait.options.onPoll?.({ status: state ?? 'Succeeded', url: wait.request.url });
    if (isTerminal(state)) {
      failIfUnsuccessful(wait.request, response, state);
      return response;
    }
    waitMs = waitOf(response);
  }
}

/** After Azure-AsyncOperation: PUT and PATCH have the resource itself, POST its `Location`, DELETE nothing. */
async function finalAnswer<T>(wait: Wait, location: string | undefined): Promise<AzureResponse<T> | undefined> {
  const { client, request } = wait;
  if (request.method === 'PUT' || request.method === 'PATCH') return client.request<T>(resourceRequest(request));
  if (request.method === 'POST' && location !== undefined) return client.request<T>({ method: 'GET', url: location });
  return undefined;
}

function resourceRequest({ url, apiVersion, audience }: AzureRequest): AzureRequest {
  return {
    method: 'GET',
    url,
    ...(apiVersion === undefined ? {} : { apiVersion }),
    ...(audience === undefined ? {} : { audience }),
  };
}

/** Milliseconds until the next poll, as Azure asks. */
export function waitOf(response: AzureResponse<unknown>): number {
  return retryAfterMs(response.headers) ?? DEFAULT_POLL_MS;
}

/** `status` of an operation. */
export function statusOf(body: unknown): string | undefined {
  const status = isJsonObject(body) ? body['status'] : undefined;
  return typeof status === 'string' ? status : undefined;
}

/** `properties.provisioningState` of a resource. */
export function provisioningState(body: unknown): string | undefined {
  const properties = isJsonObject(body) ? body['properties'] : undefined;
  const state = isJsonObject(properties) ? properties['provisioningState'] : undefined;
  return typeof state === 'string' ? state : undefined;
}

/** Whether it is over; a resource without a state is. */
export function isTerminal(state: string | undefined): boolean {
  return state === undefined || isOver(state);
}

/** Throws {@link AzureRequestError} where `state` says that the operation of `request` did not do what it should. */
export function failIfUnsuccessful(
  request: Pick<AzureRequest, 'method' | 'url'>,
  response: AzureResponse<unknown>,
  state: string | undefined,
): void {
  if (state === undefined || !isUnsuccessful(state)) return;
  const body = response.body as Json;
  const nested = isJsonObject(body) && isJsonObject(body['properties']) ? body['properties'] : undefined;
  const detail = parseErrorBody(body) ?? parseErrorBody(nested);
  const { correlationId } = response;
  throw new AzureRequestError({
    ...(detail ?? { code: `Operation${state}`, message: `The operation ended as ${state}.`, details: [] }),
    status: response.status,
    method: request.method,
    url: new URL(request.url, 'https://management.azure.com').href,
    ...(correlationId === undefined ? {} : { correlationId }),
  });
}
