import type { PolicyElement } from '../../document/policy-document.ts';
import { valueText } from '../../expressions/values/text.ts';
import { BackendError, type BackendRequest, type BackendResponse } from '../../ports.ts';
import { identityToken } from '../backends/credentials.ts';
import { responseObject } from '../context-object.ts';
import { dropConnectionHeaders } from '../connection-headers.ts';
import { isOutgoing } from '../direction.ts';
import { NameValues } from '../header-list.ts';
import { MessageBody } from '../message.ts';
import { PolicyError } from '../policy-error.ts';
import type { ResponseState, Run } from '../run.ts';
import { basicAuthorization, certificateOf, proxyOf } from './authentication.ts';
import { child, type Handler } from './handler.ts';
import { applyNameValues, bodyOf } from './transformation.ts';

const DEFAULT_TIMEOUT_S = 60;

/** `send-request`: the answer of another service, as an `IResponse` in a variable. */
export const sendRequest: Handler = async (run, element) => {
  const variable = await run.required(element, 'response-variable-name');
  const ignore = await run.flag(element, 'ignore-error', false);
  const request = await requestOf(run, element, 'send-request');
  try {
    const response = await answerOf(run, request);
    if (response.status >= 400 && (await run.flag(element, 'fail-on-error-status-code', false)))
      throw new PolicyError('BackendErrorStatusCode', `${request.url} answered ${response.status}.`);
    run.setVariable(variable, responseObject(response));
  } catch (error) {
    if (!ignore || !(error instanceof PolicyError)) throw error;
    run.setVariable(variable, null);
  }
};

/** `send-one-way-request`: nobody looks at the answer, or whether there is one. */
export const sendOneWayRequest: Handler = async (run, element) => {
  const request = await requestOf(run, element, 'send-one-way-request');
  try {
    await answerOf(run, request);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
  }
};

async function answerOf(run: Run, request: BackendRequest): Promise<ResponseState> {
  try {
    return await stateOf(await run.ports.send(request));
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    throw new PolicyError(error.reason, error.message);
  }
}

async function stateOf({ status, reason, headers, body }: BackendResponse): Promise<ResponseState> {
  const state = { status, reason: reason ?? '', headers: new NameValues(headers), body: new MessageBody(body) };
  dropConnectionHeaders(state.headers, []);
  await state.body.collect();
  return state;
}

async function requestOf(
  run: Run,
  element: PolicyElement,
  sentBy: NonNullable<BackendRequest['sentBy']>,
): Promise<BackendRequest> {
  const copy = (await run.text(element, 'mode')) === 'copy';
  const headers = new NameValues(copy ? run.requestHeaders.pairs : []);
  dropConnectionHeaders(headers, run.original.headers);
  for (const header of element.children) if (header.name === 'set-header') await applyNameValues(run, header, headers);
  const body = await requestBody(run, element, copy, headers);
  await authenticate(run, element, headers);
  const certificate = child(element, 'authentication-certificate');
  const proxy = child(element, 'proxy');
  return {
    method: (await childText(run, element, 'set-method'))?.toUpperCase() ?? (copy ? run.method : 'GET'),
    url: addressOf(await childText(run, element, 'set-url'), run, copy),
    headers: headers.pairs,
    timeoutMs: await timeoutOf(run, element),
    sentBy,
    ...(body.length === 0 ? {} : { body }),
    ...(certificate === undefined ? {} : { certificate: await certificateOf(run, certificate) }),
    ...(proxy === undefined ? {} : { proxy: await proxyOf(run, proxy) }),
  };
}

/** In outbound and on-error a copy has no body: the request has gone out with it. */
async function requestBody(run: Run, element: PolicyElement, copy: boolean, headers: NameValues): Promise<Uint8Array> {
  const own = child(element, 'set-body');
  if (own !== undefined || !copy || isOutgoing(run)) headers.delete('Content-Length');
  if (own !== undefined) return await bodyOf(run, own);
  return copy && !isOutgoing(run) ? run.requestBody.bytes : new Uint8Array();
}

async function authenticate(run: Run, element: PolicyElement, headers: NameValues): Promise<void> {
  const basic = child(element, 'authentication-basic');
  if (basic !== undefined) headers.set('Authorization', await basicAuthorization(run, basic));
  const identity = child(element, 'authentication-managed-identity');
  if (identity === undefined) return;
  const variable = await run.text(identity, 'output-token-variable-name');
  try {
    const token = await identityToken(
      run,
      await run.required(identity, 'resource'),
      await run.text(identity, 'client-id'),
    );
    if (variable === undefined) headers.set('Authorization', `Bearer ${token}`);
    else run.setVariable(variable, token);
  } catch (error) {
    if (!(error instanceof PolicyError) || !(await run.flag(identity, 'ignore-error', false))) throw error;
  }
}

async function childText(run: Run, element: PolicyElement, name: string): Promise<string | undefined> {
  const found = child(element, name);
  return found === undefined ? undefined : valueText(await run.content(found)).trim();
}

function addressOf(text: string | undefined, run: Run, copy: boolean): string {
  if (text === undefined && copy) return run.url.href;
  if (text !== undefined && URL.canParse(text) && /^https?:/i.test(text)) return new URL(text).href;
  throw new PolicyError('InvalidUrl', `'${text ?? ''}' is not an absolute HTTP address.`);
}

async function timeoutOf(run: Run, element: PolicyElement): Promise<number> {
  const milliseconds = await run.whole(element, 'timeout-ms');
  return milliseconds ?? ((await run.whole(element, 'timeout')) ?? DEFAULT_TIMEOUT_S) * 1000;
}
