import { badRequest, GraphError, notImplemented } from './errors.ts';
import type { GraphContext } from './context.ts';
import { json } from '../kernel/http.ts';
import type { TwinResponse } from '../kernel/http.ts';

/** A collection's name and the key beside it: `applications(appId='x')` is `applications` with `{name: appId, value: x}`. */
export interface Segment {
  readonly name: string;
  readonly key?: { readonly name: string; readonly value: string };
}

/** Takes a path segment apart. */
export function segmentOf(text: string): Segment {
  const match = /^(\w+)\((\w+)='((?:[^']|'')*)'\)$/.exec(text);
  if (match === null) return { name: text };
  return { name: match[1] ?? '', key: { name: match[2] ?? '', value: (match[3] ?? '').replaceAll("''", "'") } };
}

type Shown = Readonly<Record<string, unknown>>;

/** Options that change an answer and are not played. `$count` and `ConsistencyLevel` change nothing here. */
const UNSUPPORTED = ['$search', '$expand', '$orderby', '$skip', '$skiptoken', '$apply'];

/**
 * A collection's answer: `$filter` over `filterable` properties, `$select`, `$top`. `incomplete`: replication hides
 * something, so a client that asks again is waiting.
 */
export function listResponse(
  context: GraphContext,
  entity: string,
  items: readonly Shown[],
  filterable: readonly string[],
  incomplete = false,
): TwinResponse {
  const { query } = context;
  for (const option of UNSUPPORTED) if (query.has(option)) throw notImplemented(`the query option ${option}`);
  const matches = filterOf(query.get('$filter'), entity, filterable);
  const top = Number(query.get('$top') ?? 999);
  if (!Number.isInteger(top) || top < 1) throw badRequest(`Invalid page size specified: '${query.get('$top') ?? ''}'.`);
  const found = items.filter(matches);
  const value = found.slice(0, top).map((item) => selected(item, query.get('$select')));
  const body = { '@odata.context': contextUrl(entity), value };
  return { ...json(200, body), ...(incomplete && found.length === 0 ? { pending: true } : {}) };
}

/** One object's answer, `$select` applied. */
export function entityResponse(context: GraphContext, entity: string, item: Shown, status = 200): TwinResponse {
  const shown = selected(item, context.query.get('$select'));
  return json(status, { '@odata.context': `${contextUrl(entity)}/$entity`, ...shown });
}

function contextUrl(entity: string): string {
  return `https://graph.microsoft.com/v1.0/$metadata#${entity}`;
}

function selected(item: Shown, select: string | null): Shown {
  if (select === null) return item;
  const names = select.split(',').map((name) => name.trim());
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

/** `a eq 'x' and b eq 'y'`, `startswith(a,'x')`, `a/any(c:c eq 'x')`; anything else is refused by name. */
function filterOf(filter: string | null, entity: string, filterable: readonly string[]): (item: Shown) => boolean {
  if (filter === null) return () => true;
  const clauses = filter.split(/ and /i).map((clause) => clauseOf(clause.trim(), entity, filterable));
  return (item) => clauses.every((matches) => matches(item));
}

function clauseOf(clause: string, entity: string, filterable: readonly string[]): (item: Shown) => boolean {
  const text = clause.replace(/^\((.*)\)$/, '$1');
  const equal = /^(\w+) eq (?:'((?:[^']|'')*)'|([0-9a-f-]{36}|true|false|null))$/i.exec(text);
  const starts = /^startswith\((\w+), ?'((?:[^']|'')*)'\)$/i.exec(text);
  const any = /^(\w+)\/any\((\w+): ?\2 eq '((?:[^']|'')*)'\)$/i.exec(text);
  const property = (equal ?? starts ?? any)?.[1];
  if (property === undefined || !filterable.includes(property))
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause specified for property '${property ?? clause}' of resource '${entity}'.`,
    );
  const wanted = (any?.[3] ?? (equal ?? starts)?.[2] ?? equal?.[3] ?? '').replaceAll("''", "'").toLowerCase();
  if (any !== null) return (item) => list(item[property]).some((value) => lower(value) === wanted);
  if (starts !== null) return (item) => lower(item[property]).startsWith(wanted);
  return (item) => lower(item[property]) === wanted;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function lower(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : String(value);
}
