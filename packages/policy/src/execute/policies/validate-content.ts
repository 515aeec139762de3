import type { PolicyElement } from '../../document/policy-document.ts';
import type { RepresentationDescription } from '../../operation-description.ts';
import { parsePlainJson } from '../../conversion/plain-json.ts';
import { schemaErrors } from '../../validation/json-schema.ts';
import { definitionOf, referenced, wholeSchema, type LocatedSchema } from '../../validation/schema-lookup.ts';
import { bodyText, isOutgoing, messageOf } from '../direction.ts';
import { mediaTypeOf } from '../media-type.ts';
import type { Run } from '../run.ts';
import { child, type Handler } from './handler.ts';
import { actionOf, INTERNAL, report, type ValidationError } from './validation-errors.ts';

/** `validate-content`: size, type and JSON schema of a body. */
export const validateContent: Handler = async (run, element) => {
  const message = messageOf(run);
  const variable = element.attributes.get('errors-variable-name')?.text;
  const size = (await message.body.collect()).length;
  const most = (await run.whole(element, 'max-size')) ?? 0;
  if (size > most) report(run, variable, [tooLarge(run, size, most, await run.text(element, 'size-exceeded-action'))]);
  if (size === 0) return;
  const type = await mappedType(run, child(element, 'content-type-map'), message.headers.first('Content-Type'));
  const rule = await ruleFor(run, element, type);
  const representation = representationOf(run, type);
  if (rule === undefined) {
    if (representation === undefined)
      report(run, variable, [unspecifiedType(run, type, await run.text(element, 'unspecified-content-type-action'))]);
    return;
  }
  const found = await bodyFindings(run, rule, representation, type, await bodyText(message));
  report(run, variable, found);
};

function bodyTypeOf(run: Run): 'RequestBody' | 'ResponseBody' {
  return isOutgoing(run) ? 'ResponseBody' : 'RequestBody';
}

function tooLarge(run: Run, size: number, most: number, action: string | undefined): ValidationError {
  const subject = isOutgoing(run) ? "Response's" : "Request's";
  return {
    name: '',
    type: bodyTypeOf(run),
    rule: 'SizeLimit',
    details: `${subject} body is ${size} bytes long and it exceeds the configured limit of ${most} bytes.`,
    publicText: isOutgoing(run)
      ? INTERNAL
      : `${subject} body is ${size} bytes long and it exceeds the limit of ${most} bytes.`,
    action: actionOf(action),
  };
}

function unspecifiedType(run: Run, type: string, action: string | undefined): ValidationError {
  const details = `Unspecified content type ${type} is not allowed.`;
  return {
    name: type,
    type: bodyTypeOf(run),
    rule: 'Unspecified',
    details,
    publicText: isOutgoing(run) ? INTERNAL : details,
    action: actionOf(action),
  };
}

/** The type that a body counts as: single mappings first, then those for a missing type and for any. */
async function mappedType(run: Run, map: PolicyElement | undefined, header: string | undefined): Promise<string> {
  const own = mediaTypeOf(header);
  if (map === undefined) return own;
  for (const type of map.children) {
    const from = await run.text(type, 'from');
    const matches = from === undefined ? await run.flag(type, 'when', false) : mediaTypeOf(from) === own;
    if (matches) return mediaTypeOf(await run.required(type, 'to'));
  }
  const missing = own === '' ? await run.text(map, 'missing-content-type-value') : undefined;
  const any = await run.text(map, 'any-content-type-value');
  return mediaTypeOf(missing ?? any ?? own);
}

/** The `content` element for a type; one without type is for every type. */
async function ruleFor(run: Run, element: PolicyElement, type: string): Promise<PolicyElement | undefined> {
  for (const content of element.children.filter(({ name }) => name === 'content')) {
    const own = await run.text(content, 'type');
    if (own === undefined ? representationOf(run, type) !== undefined : mediaTypeOf(own) === type) return content;
  }
  return undefined;
}

function representationOf(run: Run, type: string): RepresentationDescription | undefined {
  const { operation } = run.call;
  const list = isOutgoing(run)
    ? operation?.responses?.find(({ statusCode }) => statusCode === run.response?.status)?.representations
    : operation?.request?.representations;
  return list?.find(({ contentType }) => mediaTypeOf(contentType) === type);
}

async function bodyFindings(
  run: Run,
  rule: PolicyElement,
  representation: RepresentationDescription | undefined,
  type: string,
  text: string,
): Promise<readonly ValidationError[]> {
  const action = actionOf(await run.text(rule, 'action'));
  if (action === 'ignore') return [];
  const schema = await schemaOf(run, rule, representation);
  if (schema === undefined) return [{ ...NO_SCHEMA, action }];
  const definition = representation?.typeName ?? (await run.text(rule, 'schema-id')) ?? '';
  const additional = rule.attributes.has('allow-additional-properties')
    ? { additionalProperties: await run.flag(rule, 'allow-additional-properties', true) }
    : {};
  return contentErrors(text, schema, additional).map((error) => {
    const subject = isOutgoing(run) ? 'response' : 'request';
    const details = `Body of the ${subject} does not conform to the definition ${definition}, which is associated with the content type ${type}. ${error}`;
    const publicText = isOutgoing(run) ? INTERNAL : details;
    return { name: type, type: bodyTypeOf(run), rule: 'IncorrectMessage', details, publicText, action };
  });
}

const NO_SCHEMA: Omit<ValidationError, 'action'> = {
  name: '',
  type: 'ApiSchema',
  rule: '',
  details: "API's schema does not exist or it could not be resolved.",
  publicText: INTERNAL,
};

function contentErrors(
  text: string,
  schema: LocatedSchema,
  options: Parameters<typeof schemaErrors>[2],
): readonly string[] {
  try {
    return schemaErrors(parsePlainJson(text), schema, options);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [`The body is no JSON: ${error.message}.`];
  }
}

/** A schema of the service where one is named, else the one of the API's description. */
async function schemaOf(
  run: Run,
  rule: PolicyElement,
  representation: RepresentationDescription | undefined,
): Promise<LocatedSchema | undefined> {
  const id = await run.text(rule, 'schema-id');
  if (id !== undefined) {
    const schemas = run.call.schemas ?? {};
    const reference = await run.text(rule, 'schema-ref');
    return reference === undefined ? wholeSchema(schemas, id) : referenced(schemas[id], reference);
  }
  const { schemaId, typeName } = representation ?? {};
  if (schemaId === undefined) return undefined;
  const schemas = run.call.api?.schemas ?? {};
  return typeName === undefined ? wholeSchema(schemas, schemaId) : definitionOf(schemas[schemaId], typeName);
}
