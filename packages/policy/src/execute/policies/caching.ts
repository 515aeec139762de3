import type { PolicyElement } from '../../document/policy-document.ts';
import { JToken } from '../../expressions/values/json.ts';
import { valueText } from '../../expressions/values/text.ts';
import type { Value } from '../../expressions/values/value.ts';
import type { Pairs } from '../../ports.ts';
import type { ResponseState, Run } from '../run.ts';
import { CacheHit } from '../semantic-cache/cache-hit.ts';
import type { Handler } from './handler.ts';

/** Microsoft's service limits: what is larger is not kept. */
const MOST_BYTES = 2 * 1024 * 1024;

/** A response as the cache keeps it. */
interface KeptResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: Pairs;
  readonly body: Uint8Array;
}

/** `cache-lookup-value`: without a hit and a default the variable stays as it was. */
export const cacheLookupValue: Handler = async (run, element) => {
  const name = await run.required(element, 'variable-name');
  const key = valueKey(await run.required(element, 'key'));
  const found = isExternal(element) ? undefined : run.ports.cache.get(key, run.ports.now());
  const value = found === undefined ? await run.attribute(element, 'default-value') : ownCopy(found as Value);
  if (value !== undefined) run.setVariable(name, value);
};

/** `cache-store-value`. */
export const cacheStoreValue: Handler = async (run, element) => {
  const key = valueKey(await run.required(element, 'key'));
  const value = (await run.attribute(element, 'value')) ?? null;
  const until = run.ports.now() + ((await run.whole(element, 'duration')) ?? 0) * 1000;
  if (!isExternal(element)) run.ports.cache.set(key, ownCopy(value), until);
};

/** What somebody changes later is not changed in the cache. */
function ownCopy(value: Value): Value {
  return value instanceof JToken ? value.clone() : value;
}

/** `cache-remove-value`. */
export const cacheRemoveValue: Handler = async (run, element) => {
  const key = valueKey(await run.required(element, 'key'));
  if (!isExternal(element)) run.ports.cache.delete(key);
};

/** Under what the cache keeps a value; responses have keys of their own. */
export function valueKey(key: string): string {
  return `value:${key}`;
}

/** The gateway has its built-in cache only: `prefer-external` takes that, `external` has none. */
function isExternal(element: PolicyElement): boolean {
  return element.attributes.get('caching-type')?.text === 'external';
}

/** `cache-lookup`: answers a GET with what was kept for the same request, and remembers a miss for `cache-store`. */
export const cacheLookup: Handler = async (run, element) => {
  if (run.method !== 'GET') return;
  if (run.requestHeaders.has('Authorization') && !(await run.flag(element, 'allow-private-response-caching', false)))
    return;
  const control = await cacheControl(run, element);
  run.onCaller.push((response) => {
    response.headers.set('Cache-Control', control);
  });
  if (isExternal(element)) return;
  const key = await responseKey(run, element);
  const found = run.ports.cache.get(key, run.ports.now()) as KeptResponse | undefined;
  if (found === undefined) {
    run.missed = { key };
    return;
  }
  run.takeResponse({ ...found });
  throw new CacheHit(['cache-store']);
};

/** Whether caches between the gateway and the caller may keep the answer too. */
async function cacheControl(run: Run, element: PolicyElement): Promise<string> {
  const type = (await run.text(element, 'downstream-caching-type')) ?? 'none';
  if (type === 'none') return 'no-store, no-cache';
  return (await run.flag(element, 'must-revalidate', true)) ? `${type}, must-revalidate` : type;
}

/**
 * What makes two requests the same: product, API, operation and the backend's address, as the keys in API Management's
 * traces show, and what the policy varies by. Where it lists no query parameters, the whole query counts.
 */
async function responseKey(run: Run, element: PolicyElement): Promise<string> {
  const { api, operation, product, user } = run.call;
  const { searchParams } = new URL(run.original.url);
  const entities = [product?.id, api?.id, api?.revision, operation?.id].map((id) => id ?? '');
  const parts = [`response:${entities.join('.')}:${run.url.origin}${run.url.pathname}`];
  if (await run.flag(element, 'vary-by-developer', false)) parts.push(`developer=${user?.id ?? ''}`);
  if (await run.flag(element, 'vary-by-developer-groups', false)) parts.push(`groups=${groupsOf(run)}`);
  const listed: string[] = [];
  for (const vary of element.children) {
    const name = valueText(await run.content(vary));
    if (vary.name === 'vary-by-header') parts.push(`${name.toLowerCase()}:${run.requestHeaders.all(name).join(',')}`);
    else listed.push(...name.split(';').map((part) => part.trim()));
  }
  const query = listed.map((name) => `${name}=${searchParams.getAll(name).join(',')}`).join('&');
  return [...parts, `?${listed.length === 0 ? run.url.search : query}`].join('\n');
}

function groupsOf({ call: { user } }: Run): string {
  const ids = (user?.groups ?? []).map(({ id }) => id);
  return ids.sort((left, right) => left.localeCompare(right)).join(',');
}

/** `cache-store`: keeps the response of a request that `cache-lookup` missed. */
export const cacheStore: Handler = async (run, element) => {
  const duration = (await run.whole(element, 'duration')) ?? 0;
  const { response, missed } = run;
  if (response === undefined || missed === undefined) return;
  if (!(await run.flag(element, 'cache-response', response.status === 200))) return;
  const kept = await keptResponse(response);
  if (kept.body.length <= MOST_BYTES) run.ports.cache.set(missed.key, kept, run.ports.now() + duration * 1000);
};

async function keptResponse({ status, reason, headers, body }: ResponseState): Promise<KeptResponse> {
  return { status, reason, headers: [...headers.pairs], body: await body.collect() };
}
