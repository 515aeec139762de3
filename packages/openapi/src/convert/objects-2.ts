import {
  data,
  dropped,
  flag,
  inlined,
  listOfAll,
  mapOf,
  objectOf,
  text,
  type Context,
  type Field,
  type Fields,
} from './context.ts';
import type { Spot } from '../findings.ts';
import { own, type JsonObject, type JsonValue } from '../json.ts';
import { requireDescription, responsesOf } from './objects-3.ts';
import { schema } from './schema.ts';

/** Members that make a parameter or header of 2.0 a small schema of its own. */
const SIMPLE = [
  ...['type', 'format', 'items', 'default', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength'],
  ...['minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems', 'enum', 'multipleOf', 'const', 'examples'],
];

/** The members that are a schema, converted as one; the others by `fields`. */
function withSimpleSchema(fields: Fields): Field {
  const others = objectOf(fields);
  return (context: Context, value: JsonValue, spot: Spot) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return others(context, value, spot);
    const given = value as JsonObject;
    const part = (wanted: boolean): JsonObject =>
      Object.fromEntries(Object.entries(given).filter(([key]) => SIMPLE.includes(key) === wanted));
    const made = others(context, part(false), spot);
    const simple = own(given, 'in') === 'body' ? {} : schema(context, part(true), spot);
    return { ...(made as JsonObject | undefined), ...(simple as JsonObject | undefined) };
  };
}

/** A parameter that has been followed to where it stands. */
export const parameter2 = withSimpleSchema({
  name: text,
  in: text,
  description: text,
  required: flag,
  schema,
  collectionFormat: text,
  allowEmptyValue: flag,
});

const header = withSimpleSchema({ description: text, collectionFormat: text });

const response = inlined(
  objectOf({ description: text, schema, headers: mapOf(header), examples: data }, requireDescription),
);

/** Members of an operation; parameters and what is required are the caller's. */
export const OPERATION_2: Fields = {
  tags: listOfAll(text),
  summary: text,
  description: text,
  operationId: text,
  consumes: listOfAll(text),
  produces: listOfAll(text),
  responses: responsesOf(response),
  deprecated: flag,
  externalDocs: dropped('external-docs'),
  security: dropped('security'),
  schemes: dropped('server-local'),
};
