import type { KqlPosition } from './errors.ts';
import type { Json, KqlType } from './values.ts';

/** A scalar expression. */
export type Expression = { readonly position: KqlPosition } & (
  | { readonly kind: 'literal'; readonly type: KqlType; readonly value: Json }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'path'; readonly of: Expression; readonly index: Expression }
  | { readonly kind: 'unary'; readonly sign: '-' | '+'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'between';
      readonly of: Expression;
      readonly from: Expression;
      readonly to: Expression;
      readonly not: boolean;
    }
  | { readonly kind: 'in'; readonly sign: string; readonly of: Expression; readonly list: readonly Expression[] }
  | { readonly kind: 'star' }
  | { readonly kind: 'subquery'; readonly query: Pipeline }
);

/** `Name = expression`, or an expression alone. */
export interface Named {
  readonly names: readonly string[];
  readonly expression: Expression;
}

/** `expression asc nulls first`. */
export interface SortKey {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** A source of rows with what is done to them. */
export interface Pipeline {
  readonly source: Source;
  readonly steps: readonly Step[];
}

/** Where rows come from. */
export type Source = { readonly position: KqlPosition } & (
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'pipeline'; readonly pipeline: Pipeline }
  | { readonly kind: 'print'; readonly columns: readonly Named[] }
  | {
      readonly kind: 'datatable';
      readonly columns: readonly { name: string; type: KqlType }[];
      readonly cells: readonly Expression[];
    }
  | {
      readonly kind: 'range';
      readonly name: string;
      readonly from: Expression;
      readonly to: Expression;
      readonly step: Expression;
    }
  | ({ readonly kind: 'union' } & Union)
);

/** Members of `union`. */
export interface Union {
  readonly tables: readonly Pipeline[];
  readonly inner: boolean;
  readonly sourceColumn: string | undefined;
}

/** A tabular operator. */
export type Step = { readonly position: KqlPosition } & (
  | { readonly kind: 'where'; readonly condition: Expression }
  | { readonly kind: 'extend'; readonly columns: readonly Named[] }
  | { readonly kind: 'project'; readonly columns: readonly Named[] }
  | { readonly kind: 'project-away' | 'project-keep' | 'project-reorder'; readonly patterns: readonly string[] }
  | { readonly kind: 'project-rename'; readonly renames: readonly { readonly to: string; readonly from: string }[] }
  | { readonly kind: 'summarize'; readonly aggregates: readonly Named[]; readonly by: readonly Named[] }
  | { readonly kind: 'distinct'; readonly columns: readonly Named[] | undefined }
  | { readonly kind: 'sort'; readonly keys: readonly SortKey[] }
  | { readonly kind: 'top'; readonly count: Expression; readonly keys: readonly SortKey[] }
  | { readonly kind: 'take'; readonly count: Expression }
  | { readonly kind: 'count' }
  | { readonly kind: 'join'; readonly flavour: string; readonly right: Pipeline; readonly on: readonly JoinKey[] }
  | { readonly kind: 'mv-expand'; readonly columns: readonly (Named & { readonly type: KqlType | undefined })[] }
  | { readonly kind: 'getschema' | 'nothing' }
  | ({ readonly kind: 'union' } & Union)
);

/** Columns that a join compares. */
export interface JoinKey {
  readonly left: string;
  readonly right: string;
  readonly position: KqlPosition;
}

/** `let name = …;` */
export interface Binding {
  readonly name: string;
  readonly position: KqlPosition;
  readonly value:
    | { readonly kind: 'scalar'; readonly expression: Expression }
    | { readonly kind: 'table'; readonly pipeline: Pipeline };
}

/** A whole query. */
export interface Query {
  readonly bindings: readonly Binding[];
  readonly result: Pipeline;
}
