import type { Expression, LiteralExpression } from './ast.ts';

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;

/** Prints an expression as the real engine does: `concat('a', reference('b').c[0])`. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression.value);
    case 'call':
      return `${expression.name}(${expression.args.map(printExpression).join(', ')})`;
    case 'property':
      return printExpression(expression.target) + printKey(expression.key);
  }
}

function printKey(key: Expression): string {
  if (key.kind === 'literal' && typeof key.value === 'string' && PLAIN_NAME.test(key.value)) return `.${key.value}`;
  return `[${printExpression(key)}]`;
}

function printLiteral(value: LiteralExpression['value']): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return typeof value === 'number' ? String(value) : `${String(value)}()`;
}
