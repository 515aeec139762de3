import type { Spot } from '../findings.ts';
import { at, below, isNumber, isObject, listOf, own, put, type JsonObject, type JsonValue } from '../json.ts';
import { clampToInt64, countOf, digitsOf, fitsDecimal } from '../numbers.ts';
import { child, data, dropped, flag, mapOf, text, type Field } from './context.ts';
import { schema, type SchemaInProgress } from './schema.ts';
import { convertType } from './schema-type.ts';

/** Makes of one keyword what the result has. */
type Keyword = (progress: SchemaInProgress, value: JsonValue, key: string, spot: Spot) => void;

/** Converts every keyword of a schema in its order; what needs several of them together is left to `finishSchema`. */
export function convertKeywords(progress: SchemaInProgress, except: ReadonlySet<string>): void {
  const { context, given, spot } = progress;
  for (const [key, value] of Object.entries(given)) {
    if (except.has(key)) continue;
    const keyword = Object.hasOwn(KEYWORDS, key) ? KEYWORDS[key] : undefined;
    if (keyword !== undefined) keyword(progress, value, key, child(spot, key));
    else context.findings.change(key.startsWith('x-') ? 'extension' : 'unknown', child(spot, key), key);
  }
}

/** The keyword as it is, its value made by a field. */
function as(field: Field): Keyword {
  return ({ context, made }, value, key, spot) => {
    const result = field(context, value, spot);
    if (result !== undefined) put(made, key, result);
  };
}

function invalid({ context }: SchemaInProgress, spot: Spot, value: JsonValue, key: string): void {
  context.findings.change('invalid-keyword', spot, `${key} ${shortly(value)}`);
}

const limit: Keyword = (progress, value, key, spot) => {
  const { context, made, given } = progress;
  if (!isNumber(value) || (key === 'multipleOf' && !(Number(digitsOf(value)) > 0))) {
    invalid(progress, spot, value, key);
    return;
  }
  const clamped = isWhole(given) ? clampToInt64(value) : undefined;
  if (clamped !== undefined) context.findings.change('int64', spot, `${digitsOf(value)} → ${digitsOf(clamped)}`);
  else if (!fitsDecimal(value)) {
    context.findings.change('decimal', spot, `${key} ${digitsOf(value)}`);
    return;
  }
  put(made, key, clamped ?? value);
};

function isWhole(given: JsonObject): boolean {
  const type = own(given, 'type');
  const types = Array.isArray(type) ? type : [type];
  return types.includes('integer') && !types.includes('number');
}

const exclusive: Keyword = (progress, value, key, spot) => {
  if (typeof value === 'boolean') put(progress.made, key, value);
  else limit(progress, value, key, spot);
};

const count: Keyword = (progress, value, key, spot) => {
  const result = isNumber(value) ? countOf(value) : undefined;
  if (result === undefined || !isNumber(value)) {
    invalid(progress, spot, value, key);
    return;
  }
  if (digitsOf(value) !== String(result))
    progress.context.findings.change('int32', spot, `${digitsOf(value)} → ${result}`);
  put(progress.made, key, result);
};

const required: Keyword = (progress, value, key, spot) => {
  const names = listOf(value).filter((name) => typeof name === 'string');
  if (!Array.isArray(value) || names.length !== value.length) invalid(progress, spot, value, key);
  if (!Array.isArray(value)) return;
  const unique = [...new Set(names)];
  if (unique.length === 0 || unique.length !== names.length) progress.context.findings.change('empty-list', spot, key);
  if (unique.length > 0) put(progress.made, key, unique);
};

const enumeration: Keyword = (progress, value, key, spot) => {
  if (!Array.isArray(value)) invalid(progress, spot, value, key);
  else if (value.length === 0) progress.context.findings.change('empty-list', spot, key);
  // Beside `const` the values are one at most, which `constant` sees to.
  else if (!Object.hasOwn(progress.given, 'const')) put(progress.made, key, value);
};

const schemas: Keyword = (progress, value, key, spot) => {
  if (!Array.isArray(value)) {
    invalid(progress, spot, value, key);
    return;
  }
  const made = value.flatMap((member, index) => schema(progress.context, member, child(spot, index)) ?? []);
  if (made.length === 0) progress.context.findings.change('empty-list', spot, key);
  else put(progress.made, key, made);
};

const items: Keyword = (progress, value, key, spot) => {
  // Before draft 2020-12, and so in many documents, a list stood here.
  if (!Array.isArray(value)) as(schema)(progress, value, key, spot);
};

const additional: Keyword = (progress, value, key, spot) => {
  if (typeof value === 'boolean') put(progress.made, key, value);
  else as(schema)(progress, value, key, spot);
};

const constant: Keyword = ({ context, made, given, also: more }, value, _key, spot) => {
  context.findings.change('const', spot);
  const also = own(given, 'enum');
  const agrees = !Array.isArray(also) || also.some((one) => JSON.stringify(one) === JSON.stringify(value));
  if (agrees) put(made, 'enum', [value]);
  else more.push({ not: {} });
};

const examples: Keyword = ({ context, made, given }, value, _key, spot) => {
  context.findings.change('examples', spot);
  const first = Array.isArray(value) ? value[0] : undefined;
  if (first !== undefined && !Object.hasOwn(given, 'example')) put(made, 'example', first);
};

const content: Keyword = ({ context, made, given }, value, key, spot) => {
  context.findings.change('content', spot, `${key} ${shortly(value)}`);
  const format = key === 'contentEncoding' ? 'byte' : 'binary';
  const encoded = key === 'contentMediaType' && Object.hasOwn(given, 'contentEncoding');
  const isBase64 = key !== 'contentEncoding' || (typeof value === 'string' && /^base64/i.test(value));
  if (!encoded && isBase64 && !Object.hasOwn(given, 'format')) put(made, 'format', format);
  // Both speak of texts alone, and 3.0 says so by the type.
  if (!Object.hasOwn(given, 'type')) put(made, 'type', 'string');
};

const discriminator: Keyword = ({ context, made }, value, key, spot) => {
  if (context.dialect === '2.0') {
    if (typeof value === 'string') put(made, key, value);
    else context.findings.change('discriminator', spot);
    return;
  }
  const propertyName = isObject(value) ? own(value, 'propertyName') : undefined;
  if (!isObject(value) || typeof propertyName !== 'string') {
    context.findings.change('discriminator', spot);
    return;
  }
  const mapping = own(value, 'mapping');
  const mapped = mapping === undefined ? undefined : mapOf(mappedSchema)(context, mapping, child(spot, 'mapping'));
  put(made, key, { propertyName, ...(isObject(mapped) && Object.keys(mapped).length > 0 ? { mapping: mapped } : {}) });
};

/** A mapping names a schema, or refers to one as `$ref` does. */
const mappedSchema: Field = (context, value, spot) => {
  if (typeof value === 'string') {
    const named = below('/components/schemas', value);
    if (at(spot.document.root, named) !== undefined) return context.schemas.refTo(`#${encodeURI(named)}`, spot);
    const isLocal = value.startsWith('#') && at(spot.document.root, decodeURI(value.slice(1))) !== undefined;
    if (isLocal || /^[^#]+[./]/.test(value)) return context.schemas.refTo(value, spot);
  }
  context.findings.change('discriminator', spot, shortly(value));
  return undefined;
};

/** Keywords that `finishSchema` reads where they were given. */
const later: Keyword = () => undefined;

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: convertType,
  ...keywords(as(text), ['title', 'description', 'pattern', 'format']),
  ...keywords(limit, ['maximum', 'minimum', 'multipleOf']),
  ...keywords(exclusive, ['exclusiveMaximum', 'exclusiveMinimum']),
  ...keywords(count, ['maxLength', 'minLength', 'maxItems', 'minItems', 'maxProperties', 'minProperties']),
  ...keywords(as(flag), ['uniqueItems', 'nullable', 'readOnly', 'writeOnly', 'deprecated']),
  ...keywords(as(data), ['default', 'example', 'xml']),
  ...keywords(schemas, ['allOf', 'anyOf', 'oneOf']),
  required,
  enum: enumeration,
  const: constant,
  examples,
  items,
  not: as(schema),
  properties: as(mapOf(schema)),
  additionalProperties: additional,
  discriminator,
  ...keywords(content, ['contentEncoding', 'contentMediaType']),
  ...keywords(as(dropped('weakened')), ['contentSchema', 'propertyNames', 'maxContains']),
  externalDocs: as(dropped('external-docs')),
  ...keywords(later, [
    'prefixItems',
    'additionalItems',
    'unevaluatedItems',
    'unevaluatedProperties',
    'patternProperties',
  ]),
  ...keywords(later, ['contains', 'minContains', 'if', 'then', 'else']),
  ...keywords(later, ['dependentRequired', 'dependentSchemas', 'dependencies']),
};

function keywords(keyword: Keyword, names: readonly string[]): Record<string, Keyword> {
  return Object.fromEntries(names.map((name) => [name, keyword]));
}

function shortly(value: JsonValue): string {
  const written = JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}
