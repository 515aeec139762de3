import type { PolicyElement } from '../../document/policy-document.ts';
import { valueText } from '../../expressions/values/text.ts';
import { ResponseReturned, type ResponseState, type Run, type ScopedPolicy } from '../run.ts';
import { child, listed, type Handler } from './handler.ts';

/** What a `cors` policy says of the caller's origin. */
interface Verdict {
  readonly matched: boolean;
  /** The value of Access-Control-Allow-Origin. */
  readonly allowed: string;
  readonly credentials: boolean;
}

/**
 * Answers a preflight from the `cors` policies that stand directly in inbound, before anything else runs: a browser sends
 * neither key nor token with it. An operation of method OPTIONS answers for itself.
 */
export async function answerPreflight(run: Run, inbound: readonly ScopedPolicy[]): Promise<void> {
  const requested = run.requestHeaders.first('Access-Control-Request-Method');
  const origin = run.requestHeaders.first('Origin');
  if (run.method !== 'OPTIONS' || requested === undefined || origin === undefined) return;
  if (run.call.operation?.method.toUpperCase() === 'OPTIONS') return;
  const policies = inbound.filter(({ element }) => element.name === 'cors');
  if (policies.length === 0) return;
  for (const policy of policies) {
    run.current = policy;
    const verdict = await judge(run, policy.element, origin);
    if (verdict.matched) await preflight(run, policy.element, requested, verdict);
    if (await run.flag(policy.element, 'terminate-unmatched-request', true)) break;
  }
  run.newResponse(200, 'OK');
  throw new ResponseReturned();
}

/** `cors`: marks the answers to requests of other origins. */
export const cors: Handler = async (run, element) => {
  const origin = run.requestHeaders.first('Origin');
  if (origin === undefined) return;
  const verdict = await judge(run, element, origin);
  if (!verdict.matched) {
    await refuseSimple(run, element);
    return;
  }
  const exposed = await values(run, listed(element, 'expose-headers', 'header'));
  run.onCaller.push((response) => {
    mark(response, verdict);
    if (exposed.length > 0) response.headers.set('Access-Control-Expose-Headers', exposed.join(','));
  });
};

/** A simple request of a strange origin gets an empty 200, without the headers that would let a browser read it. */
async function refuseSimple(run: Run, element: PolicyElement): Promise<void> {
  if (run.method !== 'GET' && run.method !== 'HEAD') return;
  if (!(await run.flag(element, 'terminate-unmatched-request', true))) return;
  run.newResponse(200, 'OK');
  throw new ResponseReturned();
}

async function judge(run: Run, element: PolicyElement, origin: string): Promise<Verdict> {
  const origins = await values(run, listed(element, 'allowed-origins', 'origin'));
  const credentials = await run.flag(element, 'allow-credentials', false);
  const any = origins.includes('*');
  return {
    matched: any || origins.some((each) => sameOrigin(each, origin)),
    allowed: any && !credentials ? '*' : origin,
    credentials,
  };
}

/** Scheme, host and port; a port that is left out is the scheme's. */
function sameOrigin(left: string, right: string): boolean {
  const originOf = (text: string): string => (URL.canParse(text) ? new URL(text).origin : text.toLowerCase());
  return left === right || (originOf(left) === originOf(right) && originOf(left) !== 'null');
}

async function values(run: Run, elements: readonly PolicyElement[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const each of elements) all.push(valueText(await run.content(each)));
  return all;
}

async function preflight(run: Run, element: PolicyElement, requested: string, verdict: Verdict): Promise<never> {
  const methods = await values(run, listed(element, 'allowed-methods', 'method'));
  const headers = await values(run, listed(element, 'allowed-headers', 'header'));
  const response = run.newResponse(200, 'OK');
  const allowed = methods.length === 0 ? ['GET', 'POST'] : methods;
  if (allowed.includes('*') || allowed.some((method) => method.toUpperCase() === requested.toUpperCase())) {
    mark(response, verdict);
    response.headers.set('Access-Control-Allow-Methods', allowed.includes('*') ? requested : allowed.join(','));
    const granted = headers.includes('*')
      ? run.requestHeaders.first('Access-Control-Request-Headers')
      : headers.join(',');
    if (granted !== undefined && granted !== '') response.headers.set('Access-Control-Allow-Headers', granted);
    const list = child(element, 'allowed-methods');
    const age = list === undefined ? undefined : await run.text(list, 'preflight-result-max-age');
    if (age !== undefined) response.headers.set('Access-Control-Max-Age', age);
  }
  throw new ResponseReturned();
}

function mark(response: ResponseState, { allowed, credentials }: Verdict): void {
  response.headers.set('Access-Control-Allow-Origin', allowed);
  if (credentials) response.headers.set('Access-Control-Allow-Credentials', 'true');
  if (allowed !== '*') response.headers.append('Vary', 'Origin');
}
