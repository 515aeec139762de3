import type { NamedOperation } from '../choose.ts';
import type { Spot } from '../findings.ts';
import { isObject, own, put, type JsonObject } from '../json.ts';
import { labelOf, METHODS, type FoundPath } from '../operations.ts';
import { checkNames, checkPath, placeholders } from '../path-rules.ts';
import { child, convertMembers, dropped, text, type Context, type Fields } from './context.ts';
import { OPERATION_2 } from './objects-2.ts';
import { OPERATION_3, responsesOf } from './objects-3.ts';
import { convertParameters, keyOf, stringPathParameter, type MadeParameter } from './parameters.ts';

/** Characters of an operation's display name (Microsoft.ApiManagement, `OperationContract`). */
const MAX_DISPLAY_NAME = 300;
const BODILESS = new Set(['get', 'head', 'options']);

/** A path with those of its operations that are chosen. */
export function convertPath(context: Context, found: FoundPath, chosen: readonly NamedOperation[]): JsonObject {
  checkPath(found, context.findings);
  const shared = pathParameters(context, found);
  const made = convertMembers(context, withoutOperations(found.item), found.spot, PATH);
  // The order of the document stays: members of the path, operations and parameters alike.
  const result: JsonObject = {};
  for (const key of Object.keys(found.item)) {
    const operation = chosen.find(({ method }) => method === key);
    if (operation !== undefined) put(result, key, convertOperation(context, operation, shared));
    else if (key === 'parameters' && shared.length > 0)
      put(
        result,
        key,
        shared.map(({ made: one }) => one),
      );
    else if (Object.hasOwn(made, key)) put(result, key, made[key] ?? null);
  }
  return result;
}

const PATH: Fields = { summary: text, description: text, servers: dropped('server-local') };

function withoutOperations(item: JsonObject): JsonObject {
  const skipped: readonly string[] = [...METHODS, 'parameters'];
  return Object.fromEntries(Object.entries(item).filter(([key]) => !skipped.includes(key)));
}

function pathParameters(context: Context, { item, spot, path }: FoundPath): readonly MadeParameter[] {
  const all = convertParameters(context, own(item, 'parameters'), child(spot, 'parameters'));
  return withoutStrays(context, path, all);
}

function withoutStrays(context: Context, path: string, parameters: readonly MadeParameter[]): readonly MadeParameter[] {
  const names = placeholders(path);
  return parameters.filter(({ in: place, name, spot }) => {
    const isStray = place === 'path' && !names.includes(name);
    if (isStray) context.findings.change('stray-path-parameter', spot, name);
    return !isStray;
  });
}

function convertOperation(context: Context, found: NamedOperation, shared: readonly MadeParameter[]): JsonObject {
  const { operation, spot, id } = found;
  const { parameters: given, ...others } = operation;
  const own_ = operationParameters(
    context,
    found,
    shared,
    convertParameters(context, given, child(spot, 'parameters')),
  );
  const fields = withoutBody(context, found);
  const made = convertMembers(context, others, spot, fields);
  shorten(context, made, spot);
  const result: JsonObject = {};
  for (const key of Object.keys(operation)) {
    if (key === 'parameters' && own_.length > 0) put(result, key, [...own_]);
    else if (Object.hasOwn(made, key)) put(result, key, made[key] ?? null);
  }
  put(result, 'operationId', id);
  if (own_.length > 0 && !Object.hasOwn(result, 'parameters')) put(result, 'parameters', [...own_]);
  if (!Object.hasOwn(result, 'responses'))
    put(result, 'responses', responsesOf(text)(context, null, child(spot, 'responses')) ?? {});
  return result;
}

function withoutBody({ dialect }: Context, { method }: NamedOperation): Fields {
  if (dialect === '2.0') return OPERATION_2;
  return BODILESS.has(method) ? { ...OPERATION_3, requestBody: dropped('get-body') } : OPERATION_3;
}

/** The parameters of an operation as made: with what the path needs, without what it does not have, nor bodies of a GET. */
function operationParameters(
  context: Context,
  found: NamedOperation,
  shared: readonly MadeParameter[],
  given: readonly MadeParameter[],
): readonly JsonObject[] {
  const kept = withoutStrays(context, found.path, given).filter(({ in: place, spot }) => {
    const isBody = BODILESS.has(found.method) && (place === 'body' || place === 'formData');
    if (isBody) context.findings.change('get-body', spot);
    return !isBody;
  });
  const keys = new Set(kept.map(keyOf));
  checkNames(found, [...kept, ...shared.filter((one) => !keys.has(keyOf(one)))], context.findings);
  const declared = new Set([...kept, ...shared].filter((one) => isInTemplate(one, found.path)).map(({ name }) => name));
  const missing = placeholders(found.path).filter((name) => name !== '' && !declared.has(name));
  for (const name of missing)
    context.findings.change('missing-path-parameter', found.spot, `${labelOf(found)}: '${name}'`);
  return [...kept.map(({ made }) => made), ...missing.map((name) => stringPathParameter(context, name))];
}

/** A placeholder of the path is a path parameter; one in the query of `x-ms-paths` may be declared in the query. */
function isInTemplate({ in: place, name }: MadeParameter, path: string): boolean {
  return place === 'path' || (place === 'query' && placeholders(path.split('?')[1] ?? '').includes(name));
}

/** The summary is the display name; an empty one would be refused, and so would a long one. */
function shorten({ findings }: Context, made: JsonObject, spot: Spot): void {
  const summary = own(made, 'summary');
  if (typeof summary !== 'string') return;
  if (summary.trim() === '') {
    Reflect.deleteProperty(made, 'summary');
    findings.change('display-name', child(spot, 'summary'), 'empty');
  } else if (summary.length > MAX_DISPLAY_NAME) {
    put(made, 'summary', `${summary.slice(0, MAX_DISPLAY_NAME - 1).trimEnd()}…`);
    if (!Object.hasOwn(made, 'description')) put(made, 'description', summary);
    findings.change('display-name', child(spot, 'summary'), `${summary.length} characters`);
  }
}

/** Whether a path has anything to import. */
export function hasOperations(value: JsonObject): boolean {
  return METHODS.some((method) => isObject(own(value, method)));
}
