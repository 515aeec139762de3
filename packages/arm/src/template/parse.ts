import type { ScopeKind, UserFunction } from '../context.ts';
import { TemplateError } from '../errors.ts';
import { isExpression, parseTemplateString } from '../expression/parser.ts';
import { printExpression } from '../expression/print.ts';
import { literal } from '../expression/ast.ts';
import { type Json, type JsonObject, getObject, getProperty, getString, isArray, isObject } from '../json.ts';
import type { Template, TemplateResource } from './model.ts';
import { checkShape } from './shape.ts';
import { parseJsonText } from './text.ts';

/**
 * Reads an ARM template of language version 1 or 2.0, from text (comments and multi-line strings tolerated) or an
 * object. Throws `TemplateError` (`InvalidTemplate`) when it is no template; expressions are checked when evaluated.
 */
export function parseTemplate(source: string | JsonObject): Template {
  const template = typeof source === 'string' ? parseJsonText(source) : source;
  if (!isObject(template)) throw invalid('The template must be a JSON object.');
  if (getString(template, '$schema') === undefined) throw invalid("The template has no '$schema'.", '$schema');
  checkShape(template);
  return {
    scope: readScope(getString(template, '$schema') ?? ''),
    symbolic:
      (getString(template, 'languageVersion') ?? '').startsWith('2') || isObject(getProperty(template, 'resources')),
    parameters: readObjects(template, 'parameters'),
    variables: getObject(template, 'variables'),
    definitions: getObject(template, 'definitions'),
    functions: readFunctions(getProperty(template, 'functions')),
    resources: readResources(getProperty(template, 'resources')),
    outputs: readObjects(template, 'outputs'),
    source: template,
  };
}

function readScope(schema: string): ScopeKind {
  const file = /([^/]+)\.json/.exec(schema)?.[1]?.toLowerCase();
  switch (file ?? '') {
    case 'deploymenttemplate':
      return 'resourceGroup';
    case 'subscriptiondeploymenttemplate':
      return 'subscription';
    case 'managementgroupdeploymenttemplate':
      return 'managementGroup';
    case 'tenantdeploymenttemplate':
      return 'tenant';
    default:
      throw invalid(`The template's schema '${schema}' is not supported.`, '$schema');
  }
}

function readObjects(template: JsonObject, section: string): Readonly<Record<string, JsonObject>> {
  const entries = Object.entries(getObject(template, section));
  for (const [name, value] of entries) {
    if (!isObject(value)) throw invalid(`'${section}.${name}' must be an object.`, `${section}.${name}`);
  }
  return Object.fromEntries(entries) as Record<string, JsonObject>;
}

function readFunctions(source: Json | undefined): ReadonlyMap<string, UserFunction> {
  const functions = new Map<string, UserFunction>();
  for (const namespace of isArray(source) ? source : []) {
    if (!isObject(namespace)) continue;
    for (const [name, definition] of Object.entries(getObject(namespace, 'members'))) {
      if (!isObject(definition)) continue;
      const parameters = getProperty(definition, 'parameters');
      functions.set(`${getString(namespace, 'namespace') ?? ''}.${name}`.toLowerCase(), {
        parameters: isArray(parameters)
          ? parameters.map((parameter) => (isObject(parameter) ? (getString(parameter, 'name') ?? '') : ''))
          : [],
        output: getProperty(getObject(definition, 'output'), 'value') ?? null,
      });
    }
  }
  return functions;
}

function readResources(source: Json | undefined): readonly TemplateResource[] {
  if (isArray(source)) return source.flatMap((item, index) => readResource(item, `resources[${String(index)}]`));
  if (!isObject(source)) return [];
  return Object.entries(source).flatMap(([symbol, item]) =>
    readResource(item, `resources.${symbol}`).map((resource) => ({ ...resource, symbol })),
  );
}

/** A resource and, after it, the children nested in it, under their full type and name. */
function readResource(item: Json, path: string): readonly TemplateResource[] {
  if (!isObject(item) || getString(item, 'type') === undefined) throw invalid(`'${path}' has no 'type'.`, path);
  const children = getProperty(item, 'resources');
  if (!isArray(children) || isDeployment(item)) return [{ body: item, path }];
  const flattened = children.flatMap((child, index) => {
    if (!isObject(child)) throw invalid(`'${path}.resources[${String(index)}]' must be an object.`, path);
    return readResource(qualify(child, item), `${path}.resources[${String(index)}]`);
  });
  const own = Object.fromEntries(Object.entries(item).filter(([key]) => key.toLowerCase() !== 'resources'));
  return [{ body: own, path }, ...flattened];
}

function isDeployment(resource: JsonObject): boolean {
  return getString(resource, 'type')?.toLowerCase() === 'microsoft.resources/deployments';
}

function qualify(child: JsonObject, parent: JsonObject): JsonObject {
  const type = getString(child, 'type') ?? '';
  const parentType = getString(parent, 'type') ?? '';
  const isQualified = type.toLowerCase().startsWith(`${parentType.toLowerCase()}/`);
  const copy = getProperty(parent, 'copy');
  const inherited = copy !== undefined && getProperty(child, 'copy') === undefined ? { copy } : {};
  if (isQualified) return { ...inherited, ...child };
  const name = joinNames(getString(parent, 'name') ?? '', getString(child, 'name') ?? '');
  return { ...inherited, ...child, type: `${parentType}/${type}`, name };
}

/** `parent/child`, as one expression when either of them is one. */
function joinNames(parent: string, child: string): string {
  if (!isExpression(parent) && !isExpression(child)) return `${parent}/${child}`;
  const print = (name: string): string =>
    printExpression(isExpression(name) ? parseTemplateString(name) : literal(name));
  return `[concat(${print(parent)}, '/', ${print(child)})]`;
}

function invalid(message: string, target?: string): TemplateError {
  return new TemplateError('InvalidTemplate', `Deployment template validation failed: '${message}'.`, target);
}
