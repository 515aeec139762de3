import type { PolicyElement } from '../../document/policy-document.ts';
import type { ParameterDescription } from '../../operation-description.ts';
import { schemaErrors } from '../../validation/json-schema.ts';
import { definitionOf } from '../../validation/schema-lookup.ts';
import { NumberText, parsePlainJson, type PlainJson } from '../../conversion/plain-json.ts';
import type { NameValues } from '../header-list.ts';
import { responseOfRun } from '../direction.ts';
import type { Run } from '../run.ts';
import { child, type Handler } from './handler.ts';
import { actionOf, INTERNAL, report, type Action, type ValidationError } from './validation-errors.ts';

/** One kind of parameter of a message, and what to do about what is wrong with it. */
interface ParameterCheck {
  readonly type: 'QueryParameter' | 'PathParameter' | 'RequestHeader' | 'ResponseHeader';
  /** As the texts call it. */
  readonly label: 'query parameter' | 'path parameter' | 'header';
  readonly described: readonly ParameterDescription[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly specified: Action;
  readonly unspecified: Action;
  readonly overrides: ReadonlyMap<string, Action>;
}

/** `validate-parameters`: header, query and path parameters of the request. */
export const validateParameters: Handler = async (run, element) => {
  const { operation } = run.call;
  const query = new URL(run.original.url).searchParams;
  const checks: ParameterCheck[] = [
    {
      type: 'RequestHeader',
      label: 'header',
      described: operation?.request?.headers ?? [],
      values: headerValues(run.requestHeaders),
      ...(await actionsOf(run, element, child(element, 'headers'))),
    },
    {
      type: 'QueryParameter',
      label: 'query parameter',
      described: operation?.request?.queryParameters ?? [],
      values: new Map([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
      ...(await actionsOf(run, element, child(element, 'query'))),
    },
    {
      type: 'PathParameter',
      label: 'path parameter',
      described: operation?.templateParameters ?? [],
      values: new Map(Object.entries(run.original.matchedParameters ?? {}).map(([name, value]) => [name, [value]])),
      ...(await actionsOf(run, element, child(element, 'path'))),
    },
  ];
  report(
    run,
    element.attributes.get('errors-variable-name')?.text,
    checks.flatMap((check) => findings(run, check)),
  );
};

/** `validate-headers`: headers of the response. */
export const validateHeaders: Handler = async (run, element) => {
  const response = responseOfRun(run);
  const described = run.call.operation?.responses?.find(({ statusCode }) => statusCode === response.status);
  const check: ParameterCheck = {
    type: 'ResponseHeader',
    label: 'header',
    described: described?.headers ?? [],
    values: headerValues(response.headers),
    specified: actionOf(await run.text(element, 'specified-header-action')),
    unspecified: actionOf(await run.text(element, 'unspecified-header-action')),
    overrides: await overridesOf(run, element),
  };
  report(run, element.attributes.get('errors-variable-name')?.text, findings(run, check));
};

/** `validate-status-code`: status codes that the description does not name. */
export const validateStatusCode: Handler = async (run, element) => {
  const { status } = responseOfRun(run);
  if (run.call.operation?.responses?.some(({ statusCode }) => statusCode === status) === true) return;
  let action = actionOf(await run.text(element, 'unspecified-status-code-action'));
  for (const own of element.children)
    if ((await run.whole(own, 'code')) === status) action = actionOf(await run.text(own, 'action'));
  const details = `Response status code ${status} is not allowed.`;
  const name = String(status);
  const found: ValidationError = {
    name,
    type: 'StatusCode',
    rule: 'Unspecified',
    details,
    publicText: INTERNAL,
    action,
  };
  report(run, element.attributes.get('errors-variable-name')?.text, [found]);
};

async function actionsOf(
  run: Run,
  element: PolicyElement,
  own: PolicyElement | undefined,
): Promise<Pick<ParameterCheck, 'specified' | 'unspecified' | 'overrides'>> {
  const of = async (name: string): Promise<Action> =>
    actionOf((own === undefined ? undefined : await run.text(own, name)) ?? (await run.text(element, name)));
  return {
    specified: await of('specified-parameter-action'),
    unspecified: await of('unspecified-parameter-action'),
    overrides: own === undefined ? new Map() : await overridesOf(run, own),
  };
}

async function overridesOf(run: Run, element: PolicyElement): Promise<ReadonlyMap<string, Action>> {
  const overrides = new Map<string, Action>();
  for (const each of element.children)
    overrides.set((await run.required(each, 'name')).toLowerCase(), actionOf(await run.text(each, 'action')));
  return overrides;
}

function headerValues(headers: NameValues): ReadonlyMap<string, readonly string[]> {
  return new Map(headers.names().map((name) => [name, headers.all(name)]));
}

function findings(run: Run, check: ParameterCheck): readonly ValidationError[] {
  const found: ValidationError[] = [];
  const described = new Map(check.described.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  for (const [name, values] of check.values) {
    const parameter = described.get(name.toLowerCase());
    if (parameter === undefined) found.push(unspecifiedParameter(check, name));
    else found.push(...valueFindings(run, check, parameter, values));
  }
  const present = new Set([...check.values.keys()].map((name) => name.toLowerCase()));
  for (const parameter of check.described)
    if (parameter.required === true && !present.has(parameter.name.toLowerCase()))
      found.push(incorrect(check, parameter.name, `Required ${check.label} ${parameter.name} is missing.`));
  return found;
}

function actionFor(check: ParameterCheck, name: string, fallback: Action): Action {
  return check.overrides.get(name.toLowerCase()) ?? fallback;
}

/** Response headers are none of the caller's business. */
function publicTextOf(check: ParameterCheck, text: string): string {
  return check.type === 'ResponseHeader' ? INTERNAL : text;
}

function unspecifiedParameter(check: ParameterCheck, name: string): ValidationError {
  const details = `Unspecified ${check.label} ${name} is not allowed.`;
  const action = actionFor(check, name, check.unspecified);
  return { name, type: check.type, rule: 'Unspecified', details, publicText: publicTextOf(check, details), action };
}

function incorrect(check: ParameterCheck, name: string, details: string): ValidationError {
  const action = actionFor(check, name, check.specified);
  return {
    name,
    type: check.type,
    rule: 'IncorrectMessage',
    details,
    publicText: publicTextOf(check, details),
    action,
  };
}

function valueFindings(
  run: Run,
  check: ParameterCheck,
  parameter: ParameterDescription,
  values: readonly string[],
): readonly ValidationError[] {
  const { name, type } = parameter;
  const [first = '', ...more] = values;
  if (more.length > 0 && type !== 'array') {
    const subject = check.type === 'ResponseHeader' ? 'Response' : 'Request';
    return [incorrect(check, name, `${subject} cannot contain multiple values for the ${check.label} ${name}.`)];
  }
  const details = `Value of the ${check.label} ${name} does not conform to the definition.`;
  return valueErrors(run, parameter, first).map((error) => incorrect(check, name, `${details} ${error}`));
}

function valueErrors(run: Run, parameter: ParameterDescription, value: string): readonly string[] {
  const { type, values = [], schemaId, typeName } = parameter;
  const schemas = run.call.api?.schemas ?? {};
  const schema = schemaId === undefined ? undefined : definitionOf(schemas[schemaId], typeName ?? '');
  if (schema !== undefined) return schemaErrors(typedValue(value, schema.schema), schema);
  const problems: string[] = [];
  if (values.length > 0 && !values.includes(value)) problems.push(`Value "${value}" is not defined in enum.`);
  if (type !== undefined && type !== '')
    problems.push(...schemaErrors(typedValue(value, { type }), { schema: { type }, document: undefined }));
  return problems;
}

/** Text as the type that is wanted: `12` for an integer is a number, `true` for a boolean no text. */
function typedValue(text: string, schema: unknown): PlainJson {
  const wanted = typeof schema === 'object' && schema !== null && 'type' in schema ? schema.type : undefined;
  if ((wanted === 'integer' || wanted === 'number') && text.trim() !== '' && !Number.isNaN(Number(text)))
    return new NumberText(text);
  if (wanted === 'boolean' && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (wanted === 'array') return text.split(',');
  if (wanted !== 'object') return text;
  try {
    return parsePlainJson(text);
  } catch {
    return text;
  }
}
