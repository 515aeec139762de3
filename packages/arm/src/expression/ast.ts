/** A template language expression: what stands between `[` and `]`. */
export type Expression = LiteralExpression | CallExpression | PropertyExpression;

/** `'text'`, `12`, or a value that was computed already (null, booleans). */
export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** `concat('a', 'b')`; for a user-defined function the name is `namespace.function`. */
export interface CallExpression {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `target.name`, `target['name']` and `target[0]` alike: the key is an expression. */
export interface PropertyExpression {
  readonly kind: 'property';
  readonly target: Expression;
  readonly key: Expression;
}

/** Builds a literal expression. */
export function literal(value: LiteralExpression['value']): LiteralExpression {
  return { kind: 'literal', value };
}

/** Builds a call expression. */
export function call(name: string, ...args: readonly Expression[]): CallExpression {
  return { kind: 'call', name, args };
}
