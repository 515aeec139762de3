import { isSchema, listOf, textsOf, type Schema } from './contract.ts';

/** Who sends what the schema describes: it decides which change breaks the other side. */
export type Direction = 'request' | 'response';

/** Schemas by name, before and after. */
export interface SchemaSets {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** A change of a body that breaks callers: `messages[].role`, and what happened to it. */
export interface SchemaChange {
  readonly path: string;
  readonly what: string;
}

/** Deeper than any schema that a person writes. */
const DEEPEST = 60;

/**
 * The changes between two schemas that break callers. Looked into are references, `allOf`, properties and items; of the
 * alternatives of `anyOf` and `oneOf` nothing is said, since which of them a caller uses is not known.
 */
export function schemaChanges(
  sets: SchemaSets,
  before: Schema | undefined,
  after: Schema | undefined,
  direction: Direction,
): readonly SchemaChange[] {
  const found: SchemaChange[] = [];
  const seen = new Set<string>();
  const visit = (old: unknown, now: unknown, path: string, depth: number): void => {
    const key = `${refOf(old)} ${refOf(now)}`;
    if (depth > DEEPEST || (key !== ' ' && seen.has(key))) return;
    seen.add(key);
    const [one, other] = [whole(sets.before, old), whole(sets.after, now)];
    if (one === undefined || other === undefined) return;
    found.push(...changesHere(one, other, direction).map((what) => ({ path, what })));
    for (const [name, property] of Object.entries(one.properties)) {
      const next = other.properties[name];
      const inside = path === '' ? name : `${path}.${name}`;
      if (next !== undefined) visit(property, next, inside, depth + 1);
      else if (direction === 'response' && !other.isOpen) found.push({ path: inside, what: 'is gone' });
    }
    if (one.items !== undefined && other.items !== undefined) visit(one.items, other.items, `${path}[]`, depth + 1);
  };
  visit(before, after, '', 0);
  return found;
}

/** A schema with all that `$ref` and `allOf` bring in. */
interface WholeSchema {
  readonly types: readonly string[];
  readonly values: readonly unknown[] | undefined;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly items: unknown;
  /** Has alternatives, of which any may hold the property. */
  readonly isOpen: boolean;
}

function changesHere(before: WholeSchema, after: WholeSchema, direction: Direction): readonly string[] {
  const changes: string[] = [];
  if (!takes(before.types, after.types, direction)) {
    changes.push(`is ${after.types.join(' or ')} and no longer ${before.types.join(' or ')}`);
  }
  if (direction === 'response') return changes;
  const gone = (before.values ?? []).filter((value) => after.values !== undefined && !includes(after.values, value));
  if (gone.length > 0) changes.push(`may no longer be ${gone.map((value) => JSON.stringify(value)).join(', ')}`);
  if (before.values === undefined && after.values !== undefined && !before.isOpen) {
    changes.push(`may only be ${after.values.map((value) => JSON.stringify(value)).join(', ')} now`);
  }
  const required = after.required.filter((name) => !before.required.includes(name));
  return [...changes, ...required.map((name) => `must hold "${name}" now`)];
}

/** Whether what was sent before is still understood: a request may be understood wider, an answer may become narrower. */
function takes(before: readonly string[], after: readonly string[], direction: Direction): boolean {
  if (before.length === 0 || after.length === 0) return true;
  const [sent, understood] = direction === 'request' ? [before, after] : [after, before];
  return sent.every(
    (type) => understood.includes(type) || (type === 'integer' && understood.includes('number')) || type === 'null',
  );
}

function includes(values: readonly unknown[], value: unknown): boolean {
  return values.some((one) => JSON.stringify(one) === JSON.stringify(value));
}

function whole(
  schemas: Readonly<Record<string, unknown>>,
  value: unknown,
  seen: readonly string[] = [],
): WholeSchema | undefined {
  if (!isSchema(value)) return undefined;
  const name = refOf(value);
  if (name !== '') return seen.includes(name) ? undefined : whole(schemas, schemas[name], [...seen, name]);
  const parts = listOf(value['allOf'])
    .map((part) => whole(schemas, part, seen))
    .filter((part) => part !== undefined);
  const own: WholeSchema = {
    types: typeof value['type'] === 'string' ? [value['type']] : textsOf(value['type']),
    values: Array.isArray(value['enum']) ? (value['enum'] as readonly unknown[]) : undefined,
    required: textsOf(value['required']),
    properties: isSchema(value['properties']) ? value['properties'] : {},
    items: value['items'],
    isOpen: value['anyOf'] !== undefined || value['oneOf'] !== undefined,
  };
  return parts.reduce(merge, own);
}

function merge(one: WholeSchema, other: WholeSchema): WholeSchema {
  return {
    types: one.types.length > 0 ? one.types : other.types,
    values: one.values ?? other.values,
    required: [...new Set([...one.required, ...other.required])],
    properties: { ...other.properties, ...one.properties },
    items: one.items ?? other.items,
    isOpen: one.isOpen || other.isOpen,
  };
}

/** The name at the end of a reference; empty where there is none. */
function refOf(value: unknown): string {
  const reference = isSchema(value) ? value['$ref'] : undefined;
  const name = typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : '';
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
