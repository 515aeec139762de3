import { isObject, own, put, type JsonObject, type JsonValue } from '../json.ts';
import {
  child,
  data,
  dropped,
  flag,
  follow,
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
import { schema } from './schema.ts';

/** The first of several examples, which is all that the importer keeps. */
const examples: Field = (context, value, spot) => {
  context.findings.change('examples', spot);
  for (const [key, member] of isObject(value) ? Object.entries(value) : []) {
    const target = follow(context, member, child(spot, key));
    if (target !== undefined && isObject(target.value) && Object.hasOwn(target.value, 'value')) return target.value;
  }
  return undefined;
};

/** `examples` holds the one that was found. */
function firstExample(_context: Context, made: JsonObject): void {
  const first = own(made, 'examples');
  Reflect.deleteProperty(made, 'examples');
  if (isObject(first) && !Object.hasOwn(made, 'example')) put(made, 'example', own(first, 'value') ?? null);
}

const encoding = objectOf({
  contentType: text,
  headers: (context, value, spot) => headers(context, value, spot),
  style: text,
  explode: flag,
  allowReserved: flag,
});

const mediaType = objectOf({ schema, example: data, examples, encoding: mapOf(encoding) }, firstExample);

const content = mapOf(inlined(mediaType));

const VALUE: Fields = {
  description: text,
  required: flag,
  deprecated: flag,
  allowEmptyValue: flag,
  style: text,
  explode: flag,
  allowReserved: flag,
  schema,
  content,
  example: data,
  examples,
};

function finishValue(context: Context, made: JsonObject, spot: Spot): void {
  firstExample(context, made);
  if (Object.hasOwn(made, 'schema') && Object.hasOwn(made, 'content')) {
    context.findings.change('parameter-content', child(spot, 'content'));
    Reflect.deleteProperty(made, 'content');
  }
  if (Object.hasOwn(made, 'schema') || Object.hasOwn(made, 'content')) return;
  context.findings.change('parameter-schema', spot);
  put(made, 'schema', { type: 'string' });
}

const header = inlined(objectOf(VALUE, finishValue));
const headers = mapOf(header);

/** A parameter that has been followed to where it stands. */
export const parameter3 = objectOf({ name: text, in: text, ...VALUE }, finishValue);

/** A body, wherever it stands. */
export const requestBody = inlined(
  objectOf({ description: text, content, required: flag }, ({ findings }, made, spot) => {
    if (Object.hasOwn(made, 'content')) return;
    findings.change('body-content', spot);
    put(made, 'content', {});
  }),
);

const response = inlined(
  objectOf({ description: text, headers, content, links: dropped('callbacks') }, requireDescription),
);

/** Every response needs a description; the importer gives an empty one to those that lack it. */
export function requireDescription({ findings }: Context, made: JsonObject, spot: Spot): void {
  if (Object.hasOwn(made, 'description')) return;
  findings.change('response-description', spot);
  put(made, 'description', '');
}

/** Responses by status code; at least one. */
export function responsesOf(one: Field): Field {
  return (context, value, spot) => {
    const made: JsonObject = {};
    for (const [key, member] of isObject(value) ? Object.entries(value) : []) {
      if (key.startsWith('x-')) context.findings.change('extension', child(spot, key), key);
      else if (!/^(?:[1-5]\d\d|[1-5]XX|default)$/.test(key))
        context.findings.change('response-key', child(spot, key), key);
      else setMade(made, key, one(context, member, child(spot, key)));
    }
    if (Object.keys(made).length > 0) return made;
    context.findings.change('responses', spot);
    return { default: { description: '' } };
  };
}

function setMade(object: JsonObject, key: string, value: JsonValue | undefined): void {
  if (value !== undefined) put(object, key, value);
}

/** Members of an operation; parameters and what is required are the caller's. */
export const OPERATION_3: Fields = {
  tags: listOfAll(text),
  summary: text,
  description: text,
  operationId: text,
  requestBody,
  responses: responsesOf(response),
  deprecated: flag,
  externalDocs: dropped('external-docs'),
  callbacks: dropped('callbacks'),
  security: dropped('security'),
  servers: dropped('server-local'),
};
