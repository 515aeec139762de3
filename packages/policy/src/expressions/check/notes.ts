import type { Argument, Expression } from '../syntax.ts';
import type { NetType } from '../types/net-type.ts';

/** What the checker found out and the evaluator needs. */
export interface Notes {
  /** The type of an expression, where it is known. */
  readonly types: Map<Expression, NetType>;
  /** The type that the value of an expression is converted to after it is read. */
  readonly conversions: Map<Expression, NetType>;
  /** The parameter that each argument of a call goes to, where names were used or values were left out. */
  readonly order: Map<readonly Argument[], readonly number[]>;
  /** The declared type of a variable. */
  readonly variables: Map<object, NetType>;
}

export function emptyNotes(): Notes {
  return { types: new Map(), conversions: new Map(), order: new Map(), variables: new Map() };
}
