import type { Spot } from '../findings.ts';
import { isObject, own, put, type JsonObject, type JsonValue } from '../json.ts';
import { child, type Context } from './context.ts';
import { convertKeywords } from './schema-keywords.ts';
import { finishSchema } from './schema-finish.ts';

/** A schema being made. */
export interface SchemaInProgress {
  readonly context: Context;
  /** What was given. */
  readonly given: JsonObject;
  readonly spot: Spot;
  readonly made: JsonObject;
  /** What can only be said by an allOf around it. */
  readonly also: JsonObject[];
}

/** A schema as 3.0 says it, or 2.0 for a document of 2.0; references lead to schemas of the document. */
export function schema(context: Context, value: JsonValue, spot: Spot): JsonValue | undefined {
  const { findings } = context;
  if (typeof value === 'boolean') {
    findings.change('boolean-schema', spot);
    return value || context.dialect === '2.0' ? {} : { not: {} };
  }
  if (!isObject(value)) {
    findings.mistake(spot, value === null ? 'is null; a schema is expected' : 'is no schema; a mapping is expected');
    return undefined;
  }
  const reference = referenceOf(context, value, spot);
  if (reference === undefined) return plainSchema(context, value, spot);
  return withSiblings(context, value, spot, reference);
}

/** `$ref`, or what stands for it. An empty text where it leads nowhere. */
function referenceOf(context: Context, value: JsonObject, spot: Spot): string | undefined {
  const plain = own(value, '$ref');
  // A property may have this name; then it is a schema, not a text.
  if (typeof plain === 'string') return context.schemas.refTo(plain, child(baseHere(value, spot), '$ref')) ?? '';
  for (const key of ['$dynamicRef', '$recursiveRef']) {
    const dynamic = own(value, key);
    if (typeof dynamic !== 'string') continue;
    context.findings.change('dynamic-ref', child(spot, key), dynamic);
    const meant = key === '$recursiveRef' && dynamic === '#' ? `#${enclosing(spot)}` : dynamic;
    return context.schemas.refTo(meant, child(spot, key)) ?? '';
  }
  return undefined;
}

/** `$recursiveRef: '#'` means the schema around it that says `$recursiveAnchor`, or else the named one. */
function enclosing({ pointer }: Spot): string {
  let found = pointer;
  for (let length = pointer.length; length > 0; length = pointer.lastIndexOf('/', length - 1)) {
    found = pointer.slice(0, length);
    const parent = found.slice(0, found.lastIndexOf('/'));
    if (/\/(?:schemas|definitions|\$defs)$/.test(parent)) break;
  }
  return encodeURI(found);
}

/** Members that say nothing about what is valid, and have no place in 3.0. */
const ABOUT = new Set([
  '$schema',
  '$id',
  '$anchor',
  '$dynamicAnchor',
  '$recursiveAnchor',
  '$comment',
  '$defs',
  '$vocabulary',
  'definitions',
]);
const REFERENCES = new Set(['$ref', '$dynamicRef', '$recursiveRef']);

function withSiblings(context: Context, value: JsonObject, spot: Spot, reference: string): JsonObject {
  const ref = { $ref: reference };
  const siblings: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (!REFERENCES.has(key) && !ABOUT.has(key) && !key.startsWith('x-')) put(siblings, key, member);
  }
  if (Object.keys(siblings).length === 0) return ref;
  if (context.dialect !== '3.1') {
    context.findings.change('ref-siblings', spot, Object.keys(siblings).join(', '));
    return ref;
  }
  context.findings.change('ref-siblings-31', spot);
  const { allOf, ...rest } = plainSchema(context, siblings, spot);
  return { allOf: [ref, ...(Array.isArray(allOf) ? allOf : [])], ...rest };
}

function plainSchema(context: Context, value: JsonObject, spot: Spot): JsonObject {
  const inside = baseHere(value, spot);
  const progress: SchemaInProgress = { context, given: value, spot: inside, made: {}, also: [] };
  for (const key of Object.keys(value)) {
    if (ABOUT.has(key)) context.findings.change('dialect', child(inside, key), key);
  }
  convertKeywords(progress, ABOUT);
  finishSchema(progress);
  return progress.made;
}

function baseHere(value: JsonObject, spot: Spot): Spot {
  const id = own(value, '$id');
  if (typeof id !== 'string' || !URL.canParse(id, spot.base)) return spot;
  return { ...spot, base: new URL(id, spot.base).href.replace(/#$/, '') };
}
