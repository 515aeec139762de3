import type { PolicyElement } from '../../document/policy-document.ts';
import { NetArray, toBytes } from '../../expressions/values/collections.ts';
import { JToken } from '../../expressions/values/json.ts';
import { valueText } from '../../expressions/values/text.ts';
import type { Value } from '../../expressions/values/value.ts';
import { addressBelow } from '../backends/address.ts';
import { backendOf } from '../backends/pool.ts';
import { NameValues } from '../header-list.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import type { Handler } from './handler.ts';

/** Sets, adds or removes values by `exists-action`. */
export async function applyNameValues(run: Run, element: PolicyElement, target: NameValues): Promise<void> {
  const name = await run.required(element, 'name');
  const action = (await run.text(element, 'exists-action')) ?? 'override';
  if (action === 'delete') {
    target.delete(name);
    return;
  }
  if (action === 'skip' && target.has(name)) return;
  const values: string[] = [];
  for (const value of element.children) values.push(valueText(await run.content(value)));
  if (action === 'append') target.append(name, ...values);
  else target.set(name, ...values);
}

export const setHeader: Handler = async (run, element) => {
  const outgoing = run.section === 'outbound' || run.section === 'on-error';
  const target = outgoing ? (run.response ?? run.newResponse(200, 'OK')).headers : run.requestHeaders;
  await applyNameValues(run, element, target);
};

export const setQueryParameter: Handler = async (run, element) => {
  const query = new NameValues([...run.url.searchParams]);
  await applyNameValues(run, element, query);
  const url = new URL(run.url);
  url.search = new URLSearchParams(query.pairs.map(([name, value]): [string, string] => [name, value])).toString();
  run.url = url;
};

/** The bytes that `set-body` makes of its content: tokens as indented JSON, byte arrays as they are. */
export async function bodyOf(run: Run, element: PolicyElement): Promise<Uint8Array> {
  if (element.attributes.get('template')?.text === 'liquid') {
    throw new PolicyError('PolicyNotSupported', "Liquid templates in 'set-body' are not supported by this engine.");
  }
  if (element.children.length > 0) return Buffer.from(element.inner.trim());
  return bytesOf(await run.content(element));
}

function bytesOf(value: Value): Uint8Array {
  if (value instanceof NetArray && value.element === 'byte') return toBytes(value);
  if (value instanceof JToken) return Buffer.from(valueText(value));
  return Buffer.from(valueText(value));
}

export const setBody: Handler = async (run, element) => {
  const bytes = await bodyOf(run, element);
  if (run.section === 'outbound' || run.section === 'on-error') {
    const response = run.response ?? run.newResponse(200, 'OK');
    response.body.content = bytes;
    response.headers.delete('Content-Length');
  } else {
    run.requestBody.content = bytes;
    run.requestHeaders.delete('Content-Length');
  }
};

export const setStatus: Handler = async (run, element) => {
  const status = (await run.whole(element, 'code')) ?? 200;
  const response = run.response ?? run.newResponse(status, '');
  response.status = status;
  response.reason = (await run.text(element, 'reason')) ?? '';
};

export const setMethod: Handler = async (run, element) => {
  run.method = valueText(await run.content(element)).toUpperCase();
};

export const setBackendService: Handler = async (run, element) => {
  const base = await run.text(element, 'base-url');
  run.member = undefined;
  run.backend = base === undefined ? backendOf(run, (await run.text(element, 'backend-id')) ?? '') : undefined;
  // Which member of a pool gets the request is decided when it is forwarded.
  if (run.backend?.entity.pool === undefined)
    run.url = addressBelow(base ?? run.backend?.entity.url ?? '', run.relativePath, run.url.search);
};

/** `rewrite-uri`: a new path below the backend, with parameters of the operation's template put in. */
export const rewriteUri: Handler = async (run, element) => {
  const template = await run.required(element, 'template');
  const copy = await run.flag(element, 'copy-unmatched-params', true);
  const matched = run.original.matchedParameters ?? {};
  const used = new Set<string>();
  const filled = template.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => {
    const value = matched[name] ?? run.url.searchParams.get(name);
    if (value === null) return whole;
    used.add(name);
    return encodeURIComponent(value);
  });
  const [path = '', query = ''] = filled.split('?');
  const url = new URL(run.url);
  url.pathname = `${url.pathname.slice(0, url.pathname.length - run.relativePath.length)}${path.startsWith('/') ? path : `/${path}`}`;
  const parameters = new URLSearchParams(query);
  if (copy)
    for (const [name, value] of run.url.searchParams)
      if (!parameters.has(name) && !used.has(name)) parameters.append(name, value);
  url.search = parameters.toString();
  run.relativePath = path.startsWith('/') ? path : `/${path}`;
  run.url = url;
};
