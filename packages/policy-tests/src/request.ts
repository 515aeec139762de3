import { matchTemplate, type CallContext, type GatewayRequest, type PolicyCall } from '@lz/policy';
import { bytesOf, pairsOf } from './answers.ts';
import type { ContextPart, RequestPart } from './test-file.ts';
import type { TokenIssuer } from './tokens.ts';

const GATEWAY = 'https://gateway.example';
const API = { id: 'api', name: 'api', path: '', serviceUrl: 'https://backend.example' };

/** The request of a case and what `context` shows with it. */
export function callOf(
  part: RequestPart = {},
  contextPart: ContextPart = {},
  issuer: TokenIssuer,
  now: number,
): Pick<PolicyCall, 'request' | 'context'> {
  const context = contextOf(contextPart);
  const url = new URL(part.url ?? `/${context.api?.path ?? ''}`, GATEWAY);
  const headers = [...pairsOf(part.headers)];
  const { token, body } = part;
  if (token !== undefined) {
    const text = issuer.token(token, now);
    const scheme = token.scheme ?? 'Bearer';
    if (token.query !== undefined) url.searchParams.append(token.query, text);
    else headers.push([token.header ?? 'Authorization', scheme === '' ? text : `${scheme} ${text}`]);
  }
  const typed = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (!typed && body !== undefined && body !== null && typeof body !== 'string')
    headers.push(['Content-Type', 'application/json']);
  const bytes = bytesOf(body);
  const request: GatewayRequest = {
    method: (part.method ?? (bytes.length > 0 ? 'POST' : 'GET')).toUpperCase(),
    url: url.href,
    headers,
    ...(bytes.length === 0 ? {} : { body: bytes }),
    ip: part.ip ?? '203.0.113.10',
    matchedParameters: matched(part, context, url),
  };
  return { request, context };
}

/** Members that a test leaves out of an API or operation are what a small gateway would have. */
function contextOf(part: ContextPart): CallContext {
  const api = { ...API, ...part.api };
  const operation = part.operation;
  const filled = {
    ...part,
    api: { ...api, name: part.api?.['name'] ?? api.id },
    ...(operation === undefined
      ? {}
      : { operation: { name: operation['id'] ?? '', method: '', urlTemplate: '', id: '', ...operation } }),
  };
  // The file's schema has looked at it: members of an operation are not told one by one there.
  return filled as unknown as CallContext;
}

function matched(part: RequestPart, { api, operation }: CallContext, url: URL): Readonly<Record<string, string>> {
  const given = part.matchedParameters;
  if (given !== undefined)
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
  const prefix = `/${api?.path ?? ''}`.replace(/\/$/, '');
  const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname;
  return matchTemplate(operation?.urlTemplate ?? '', path)?.parameters ?? {};
}
