import type { Expression } from '../syntax.ts';
import type { Scope } from './scope.ts';

/** Whether C# sees no more than `object` in an expression: then `==` compares references. */
export function isStaticallyObject(expression: Expression, scope: Scope): boolean {
  if (expression.kind === 'parenthesized') return isStaticallyObject(expression.inner, scope);
  if (expression.kind === 'cast') return expression.type.name === 'object' || expression.type.name === 'Object';
  if (expression.kind === 'index') return isVariables(expression.target);
  return expression.kind === 'name' && scope.typeOf(expression.name)?.name === 'object';
}

function isVariables(expression: Expression): boolean {
  return (
    expression.kind === 'member' &&
    expression.name === 'Variables' &&
    expression.target.kind === 'name' &&
    expression.target.name === 'context'
  );
}
