import type { Spot } from '../findings.ts';
import { put, type JsonObject, type JsonValue } from '../json.ts';
import type { SchemaInProgress } from './schema.ts';

const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);

/** `null` alone, exactly: 3.0 knows it only as an addition to another type. */
export const NULL_SCHEMA: JsonObject = { type: 'object', nullable: true, enum: [null] };

/** One type, with `nullable` for `null`; several as anyOf. */
export function convertType(progress: SchemaInProgress, value: JsonValue, _key: string, spot: Spot): void {
  const { context, made } = progress;
  const isType = (type: string): boolean => TYPES.has(type) || (type === 'file' && context.dialect === '2.0');
  const given = Array.isArray(value) ? value : [value];
  const known = [...new Set(given.filter((type): type is string => typeof type === 'string' && isType(type)))];
  if (known.length < new Set(given).size) context.findings.change('unknown-type', spot, JSON.stringify(value));
  if (Array.isArray(value)) context.findings.change('type-list', spot, JSON.stringify(value));
  else if (known[0] === 'null') context.findings.change('null-type', spot);
  const types = known.filter((type) => type !== 'null');
  const nullable = known.includes('null');
  if (types.length === 0) {
    if (nullable) nullAlone(progress);
    return;
  }
  if (types.length > 1) severalTypes(progress, types, nullable);
  else if (types[0] !== undefined) put(made, 'type', types[0]);
  if (types.length === 1 && nullable) put(made, 'nullable', true);
}

function nullAlone({ context, made }: SchemaInProgress): void {
  if (context.dialect !== '2.0') Object.assign(made, NULL_SCHEMA);
}

function severalTypes(
  { context, made, given, also }: SchemaInProgress,
  types: readonly string[],
  nullable: boolean,
): void {
  if (context.dialect === '2.0') return;
  const anyOf = types.map((type, index) => ({
    type,
    ...(type === 'array' ? { items: {} } : {}),
    ...(nullable && index === 0 ? { nullable: true } : {}),
  }));
  if (Object.hasOwn(given, 'anyOf')) also.push({ anyOf });
  else put(made, 'anyOf', anyOf);
}
