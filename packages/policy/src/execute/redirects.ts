import type { BackendRequest } from '../ports.ts';
import type { ResponseState } from './run.ts';

/** As many as .NET's client follows. */
const MOST_REDIRECTS = 50;

/** Follows the redirects of an answer; the answer that is none comes back. */
export async function followRedirects(
  first: BackendRequest,
  answer: ResponseState,
  send: (request: BackendRequest) => Promise<ResponseState>,
): Promise<ResponseState> {
  let [request, response] = [first, answer];
  for (let count = 0; count < MOST_REDIRECTS; count += 1) {
    const next = redirected(request, response);
    if (next === undefined) return response;
    request = next;
    response = await send(request);
  }
  return response;
}

/** The request that a redirect asks for: a changed method loses its body. */
function redirected(request: BackendRequest, { status, headers }: ResponseState): BackendRequest | undefined {
  const location = headers.first('Location');
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  if (!URL.canParse(location, request.url)) return undefined;
  const url = new URL(location, request.url).href;
  const becomesGet = status === 303 ? request.method !== 'HEAD' : status < 303 && request.method === 'POST';
  if (!becomesGet) return { ...request, url };
  const { headers: sent, timeoutMs } = request;
  return { method: 'GET', url, headers: sent, timeoutMs };
}
