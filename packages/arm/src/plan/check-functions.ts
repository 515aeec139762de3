import { ExpressionError, atPath } from '../errors.ts';
import type { Expression } from '../expression/ast.ts';
import { isExpression, parseTemplateString } from '../expression/parser.ts';
import { findFunction } from '../functions/index.ts';
import { type Json, type JsonObject, getObject, getString, isArray, isObject, omit } from '../json.ts';
import type { Template } from '../template/model.ts';

/** Functions that mean something in the default value of a parameter only. */
const DEFAULTS_ONLY: ReadonlySet<string> = new Set(['newguid', 'utcnow']);

/**
 * Refuses, before anything begins, functions that do not exist and those that stand where they may not: in variables,
 * resources and outputs, of which some are evaluated only when a deployment is under way. Nested templates are checked as their own.
 */
export function checkFunctions(template: Template): void {
  for (const { body, path } of template.resources) checkTree(withoutTemplate(body), path, template);
  checkTree(template.variables, 'variables', template);
  for (const [name, definition] of Object.entries(template.outputs)) {
    const { value, condition, copy } = definition;
    checkTree([value ?? null, condition ?? null, copy ?? null], `outputs.${name}`, template);
  }
}

function withoutTemplate(body: JsonObject): JsonObject {
  if (getString(body, 'type')?.toLowerCase() !== 'microsoft.resources/deployments') return body;
  return { ...body, properties: omit({ ...getObject(body, 'properties') }, 'template') };
}

function checkTree(tree: Json, path: string, template: Template): void {
  if (typeof tree === 'string') {
    if (isExpression(tree)) {
      atPath(path, () => {
        checkExpression(parseTemplateString(tree), template);
      });
    }
    return;
  }
  if (isArray(tree)) for (const item of tree) checkTree(item, path, template);
  else if (isObject(tree)) for (const item of Object.values(tree)) checkTree(item, path, template);
}

function checkExpression(expression: Expression, template: Template): void {
  if (expression.kind === 'property') {
    checkExpression(expression.target, template);
    checkExpression(expression.key, template);
  }
  if (expression.kind !== 'call') return;
  const { name, args } = expression;
  if (DEFAULTS_ONLY.has(name.toLowerCase())) {
    throw new ExpressionError(
      `The template function '${name}' is not expected at this location. Please see https://aka.ms/arm-functions for usage details.`,
    );
  }
  if (findFunction(name) === undefined && !template.functions.has(name.toLowerCase())) {
    throw new ExpressionError(
      `The template function '${name}' is not valid. Please see https://aka.ms/arm-functions for usage details.`,
    );
  }
  for (const argument of args) checkExpression(argument, template);
}
