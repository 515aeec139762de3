import type { Expression } from '../syntax.ts';
import type { Scope } from './scope.ts';

/** Whether C# sees no more than `object` in an expression: then `==` compares references. */
export function isStaticallyObject(expression: Expression, scope: Scope): boolean {
  switch (expression.kind) {
    case 'parenthesized':
      return isStaticallyObject(expression.inner, scope);
    case 'cast':
      return expression.type.name === 'object' || expression.type.name === 'Object';
    case 'index':
      return isVariables(expression.target);
    case 'name':
      return scope.typeOf(expression.name)?.name === 'object';
    default:
      return false;
  }
}

function isVariables(expression: Expression): boolean {
  return (
    expression.kind === 'member' &&
    expression.name === 'Variables' &&
    expression.target.kind === 'name' &&
    expression.target.name === 'context'
  );
}
