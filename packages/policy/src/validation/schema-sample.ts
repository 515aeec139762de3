import { isRecord, referenced, type LocatedSchema, type Schema } from './schema-lookup.ts';

/** A value that a schema allows, for an answer that nobody has written an example of. */
export function sampleOf({ schema, document }: LocatedSchema): unknown {
  return sample(schema, document, 0);
}

/** Schemas may hold themselves: a sample ends there. */
const DEEPEST = 8;

function sample(schema: Schema, document: unknown, depth: number): unknown {
  if (typeof schema === 'boolean' || depth > DEEPEST) return null;
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target = referenced(document, reference);
    return target === undefined ? null : sample(target.schema, document, depth + 1);
  }
  for (const given of ['example', 'default', 'const'] as const) if (schema[given] !== undefined) return schema[given];
  if (Array.isArray(schema['enum'])) return (schema['enum'] as readonly unknown[])[0];
  const parts = [schema['allOf'], schema['oneOf'], schema['anyOf']].find(Array.isArray) as
    readonly Schema[] | undefined;
  if (parts !== undefined) return combined(schema, parts, document, depth);
  return plain(schema, document, depth);
}

function combined(schema: Schema & object, parts: readonly Schema[], document: unknown, depth: number): unknown {
  const chosen = Array.isArray(schema['allOf']) ? parts : parts.slice(0, 1);
  const values = chosen.map((part) => sample(part, document, depth + 1));
  const own = isRecord(schema['properties']) ? [plain(schema, document, depth)] : [];
  const all = [...values, ...own];
  return all.every(isRecord) ? Object.assign({}, ...all) : values[0];
}

function plain(schema: Schema & object, document: unknown, depth: number): unknown {
  const properties = isRecord(schema['properties']) ? schema['properties'] : undefined;
  const [type = properties === undefined ? 'string' : 'object'] = [schema['type']].flat();
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(properties ?? {}).map(([name, child]) => [name, sample(child as Schema, document, depth + 1)]),
    );
  if (type === 'array') return isRecord(schema['items']) ? [sample(schema['items'], document, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return typeof schema['minimum'] === 'number' ? schema['minimum'] : 0;
  if (type === 'boolean') return true;
  return type === 'null' ? null : 'string';
}
