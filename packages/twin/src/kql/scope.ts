import type { Pipeline } from './ast.ts';
import type { Column, KqlType, Row, Table, Value } from './values.ts';

/** An expression that is ready to be run on rows. */
export interface Typed {
  readonly type: KqlType;
  readonly run: (row: Row) => Value;
}

/** What an expression may name. */
export interface Scope {
  readonly columns: readonly Column[];
  /** Values of `let`. */
  readonly scalars: ReadonlyMap<string, Typed>;
  /** The moment of the query, one for all of it. */
  readonly now: number;
  /** The operator at work, for messages. */
  readonly operator: string;
  /** Runs a query inside the query. */
  readonly query: (pipeline: Pipeline) => Table;
}

/** A value that does not depend on the row. */
export function constant(type: KqlType, value: Value): Typed {
  return { type, run: () => value };
}
