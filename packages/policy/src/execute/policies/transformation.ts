import type { PolicyElement } from '../../document/policy-document.ts';
import { NetArray, toBytes } from '../../expressions/values/collections.ts';
import { valueText } from '../../expressions/values/text.ts';
import type { Value } from '../../expressions/values/value.ts';
import { templateText } from '../../liquid/template-text.ts';
import { addressBelow } from '../backends/address.ts';
import { backendOf } from '../backends/pool.ts';
import { isOutgoing, messageOf, replaceBody } from '../direction.ts';
import { NameValues } from '../header-list.ts';
import { renderLiquid } from '../liquid-data.ts';
import { changedQuery } from '../query.ts';
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

/** Headers that belong to the connection: documented as neither changed nor removed by any policy. */
const FIXED = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

export const setHeader: Handler = async (run, element) => {
  const name = (await run.required(element, 'name')).toLowerCase();
  const removes = (await run.text(element, 'exists-action')) === 'delete';
  if (FIXED.has(name) || (name === 'server' && removes && isOutgoing(run))) return;
  await applyNameValues(run, element, messageOf(run).headers);
};

export const setQueryParameter: Handler = async (run, element) => {
  const changes = new NameValues([]);
  const name = await run.required(element, 'name');
  const url = new URL(run.url);
  for (const [each, value] of url.searchParams)
    if (each.toLowerCase() === name.toLowerCase()) changes.append(each, value);
  const before = [...changes.pairs];
  await applyNameValues(run, element, changes);
  const added = changes.pairs.filter((pair) => !before.includes(pair)).map(([, value]) => value);
  url.search = changedQuery(url.search, (query) => {
    if (!before.every((pair) => changes.pairs.includes(pair))) query.delete(name);
    query.append(name, ...added);
  });
  run.url = url;
};

/** The bytes that `set-body` makes of its content: tokens as indented JSON, byte arrays as they are. */
export async function bodyOf(
  run: Run,
  element: PolicyElement,
  options: { readonly bodyless?: boolean } = {},
): Promise<Uint8Array> {
  if (element.attributes.get('template')?.text === 'liquid') {
    const xsiNil = element.attributes.get('xsi-nil')?.text === 'null' ? 'null' : 'blank';
    return Buffer.from(await renderLiquid(run, templateText(element), { xsiNil, ...options }));
  }
  if (element.children.length > 0) return Buffer.from(element.inner.trim());
  return bytesOf(await run.content(element));
}

function bytesOf(value: Value): Uint8Array {
  return value instanceof NetArray && value.element === 'byte' ? toBytes(value) : Buffer.from(valueText(value));
}

export const setBody: Handler = async (run, element) => {
  replaceBody(messageOf(run), await bodyOf(run, element));
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
