import type { Expression } from '../expression/ast.ts';
import { isExpression, parseTemplateString } from '../expression/parser.ts';
import { type Json, findKey, getString, isArray, isObject } from '../json.ts';
import type { Template } from '../template/model.ts';
import { isSecure } from '../template/validate.ts';

/** Paths below `tree` whose expressions use a secure parameter or a `list*` function; `[*]` inside a copy loop. */
export function findSecurePaths(tree: Json, template: Template, path = ''): readonly string[] {
  if (typeof tree === 'string')
    return isExpression(tree) && isSecret(parseTemplateString(tree), template) ? [path] : [];
  if (isArray(tree)) return tree.flatMap((item, index) => findSecurePaths(item, template, `${path}[${String(index)}]`));
  if (!isObject(tree)) return [];
  return Object.entries(tree).flatMap(([key, item]) => {
    if (key.toLowerCase() === 'copy' && isArray(item)) return item.flatMap((loop) => loopPaths(loop, template, path));
    return findSecurePaths(item, template, join(path, key));
  });
}

function loopPaths(loop: Json, template: Template, path: string): readonly string[] {
  if (!isObject(loop)) return [];
  return findSecurePaths(loop['input'] ?? null, template, `${join(path, getString(loop, 'name') ?? '')}[*]`);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isSecret(expression: Expression, template: Template): boolean {
  if (expression.kind === 'literal') return false;
  if (expression.kind === 'property')
    return isSecret(expression.target, template) || isSecret(expression.key, template);
  const [first] = expression.args;
  if (expression.name.toLowerCase() === 'parameters' && first?.kind === 'literal') {
    const declared = findKey(template.parameters, String(first.value));
    const definition = declared === undefined ? undefined : template.parameters[declared];
    if (definition !== undefined && isSecure(definition, template.definitions)) return true;
  }
  if (/^list\w*$/i.test(expression.name)) return true;
  return expression.args.some((argument) => isSecret(argument, template));
}
