import type { PolicyElement } from '../../document/policy-document.ts';
import { valueText } from '../../expressions/values/text.ts';
import { ResponseReturned, type ResponseState, type Run } from '../run.ts';
import { child, listed, type Handler } from './handler.ts';

/** `cors`: answers preflights itself and marks the answers to everything else. */
export const cors: Handler = async (run, element) => {
  const origin = run.requestHeaders.first('Origin');
  if (origin === undefined) return;
  const origins = await values(run, listed(element, 'allowed-origins', 'origin'));
  const matched =
    origins.includes('*') || origins.some((each) => each.replace(/\/$/, '').toLowerCase() === origin.toLowerCase());
  const requested = run.requestHeaders.first('Access-Control-Request-Method');
  if (!matched) {
    if (await run.flag(element, 'terminate-unmatched-request', true)) terminate(run, requested);
    return;
  }
  const credentials = await run.flag(element, 'allow-credentials', false);
  const allowed = origins.includes('*') && !credentials ? '*' : origin;
  if (run.method === 'OPTIONS' && requested !== undefined)
    await preflight(run, element, requested, allowed, credentials);
  const exposed = await values(run, listed(element, 'expose-headers', 'header'));
  run.onCaller.push((response) => {
    mark(response, allowed, credentials);
    if (exposed.length > 0) response.headers.set('Access-Control-Expose-Headers', exposed.join(','));
  });
};

/** A request from a strange origin gets an empty 200, without the headers that would let a browser read it. */
function terminate(run: Run, requested: string | undefined): void {
  if (run.method !== 'OPTIONS' || requested === undefined) return;
  run.newResponse(200, 'OK');
  throw new ResponseReturned();
}

async function values(run: Run, elements: readonly PolicyElement[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const each of elements) all.push(valueText(await run.content(each)));
  return all;
}

async function preflight(
  run: Run,
  element: PolicyElement,
  requested: string,
  origin: string,
  credentials: boolean,
): Promise<never> {
  const methods = await values(run, listed(element, 'allowed-methods', 'method'));
  const headers = await values(run, listed(element, 'allowed-headers', 'header'));
  const response = run.newResponse(200, 'OK');
  const simple = methods.length === 0 ? ['GET', 'POST'] : methods;
  if (simple.includes('*') || simple.includes(requested)) {
    mark(response, origin, credentials);
    response.headers.set('Access-Control-Allow-Methods', simple.includes('*') ? requested : simple.join(','));
    const asked = run.requestHeaders.first('Access-Control-Request-Headers');
    const granted = headers.includes('*') ? asked : headers.join(',');
    if (granted !== undefined && granted !== '') response.headers.set('Access-Control-Allow-Headers', granted);
    const list = child(element, 'allowed-methods');
    const age = list === undefined ? undefined : await run.text(list, 'preflight-result-max-age');
    if (age !== undefined) response.headers.set('Access-Control-Max-Age', age);
  }
  throw new ResponseReturned();
}

function mark(response: ResponseState, origin: string, credentials: boolean): void {
  response.headers.set('Access-Control-Allow-Origin', origin);
  if (credentials) response.headers.set('Access-Control-Allow-Credentials', 'true');
  if (origin !== '*') response.headers.append('Vary', 'Origin');
}
