import type { Value } from './values/value.ts';

/** A type as written: `IEnumerable<string>`, `int?`, `byte[]`. Namespaces are dropped: `System.Guid` is `Guid`. */
export interface TypeRef {
  readonly name: string;
  readonly args: readonly TypeRef[];
  readonly array: boolean;
  readonly nullable: boolean;
  readonly at: number;
}

/** `at` is the offset in the expression's source where the node begins. */
interface At {
  readonly at: number;
}

export interface Argument {
  readonly value: Expression;
  /** `out var x`, `out x`: the variable to set after the call. */
  readonly out?: string;
  readonly name?: string;
}

export type Expression = At &
  (
    | { readonly kind: 'literal'; readonly value: Value }
    | { readonly kind: 'name'; readonly name: string; readonly typeArgs: readonly TypeRef[] }
    | { readonly kind: 'type'; readonly type: TypeRef }
    | {
        readonly kind: 'member';
        readonly target: Expression;
        readonly name: string;
        readonly typeArgs: readonly TypeRef[];
      }
    | { readonly kind: 'index'; readonly target: Expression; readonly args: readonly Argument[] }
    | { readonly kind: 'call'; readonly target: Expression; readonly args: readonly Argument[] }
    /** `condition?.then`: `then` reaches the value through `bound`. */
    | { readonly kind: 'conditional-access'; readonly condition: Expression; readonly then: Expression }
    | { readonly kind: 'bound' }
    | { readonly kind: 'parenthesized'; readonly inner: Expression }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
    | {
        readonly kind: 'increment';
        readonly operator: '++' | '--';
        readonly prefix: boolean;
        readonly operand: Expression;
      }
    | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'assign'; readonly operator: string; readonly left: Expression; readonly right: Expression }
    | {
        readonly kind: 'ternary';
        readonly condition: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      }
    | { readonly kind: 'cast'; readonly type: TypeRef; readonly operand: Expression }
    | { readonly kind: 'as'; readonly type: TypeRef; readonly operand: Expression }
    | { readonly kind: 'is'; readonly operand: Expression; readonly pattern: Pattern }
    | { readonly kind: 'lambda'; readonly parameters: readonly string[]; readonly body: Expression | Statement }
    | {
        readonly kind: 'new';
        readonly type: TypeRef;
        readonly args: readonly Argument[];
        readonly initializer?: Initializer;
      }
    | {
        readonly kind: 'new-anonymous';
        readonly members: readonly { readonly name: string; readonly value: Expression }[];
      }
    | {
        readonly kind: 'new-array';
        readonly element?: TypeRef;
        readonly size?: Expression;
        readonly items?: readonly Expression[];
      }
    | { readonly kind: 'tuple'; readonly items: readonly Argument[] }
    | { readonly kind: 'interpolated'; readonly parts: readonly InterpolationPart[] }
    | { readonly kind: 'throw'; readonly operand: Expression }
    | { readonly kind: 'default'; readonly type?: TypeRef }
    | { readonly kind: 'typeof'; readonly type: TypeRef }
  );

export type InterpolationPart =
  string | { readonly value: Expression; readonly alignment?: number; readonly format?: string };

export interface Initializer {
  readonly entries: readonly InitializerEntry[];
}

/** `item` calls Add with one or more values, `indexed` is `["a"] = 1`, `named` is `Name = 1`. */
export type InitializerEntry =
  | { readonly kind: 'item'; readonly values: readonly Expression[] }
  | { readonly kind: 'indexed'; readonly args: readonly Argument[]; readonly value: Expression }
  | { readonly kind: 'named'; readonly name: string; readonly value: Expression };

export type Pattern =
  | { readonly kind: 'type'; readonly type: TypeRef; readonly name?: string }
  | { readonly kind: 'constant'; readonly value: Expression }
  | { readonly kind: 'var'; readonly name: string };

export interface SwitchLabel {
  /** Absent: `default`. */
  readonly pattern?: Pattern;
  readonly when?: Expression;
}

export type Statement = At &
  (
    | { readonly kind: 'block'; readonly statements: readonly Statement[] }
    | {
        readonly kind: 'declare';
        readonly type?: TypeRef;
        readonly variables: readonly { readonly name: string; readonly value?: Expression }[];
      }
    | { readonly kind: 'expression'; readonly expression: Expression }
    | { readonly kind: 'if'; readonly condition: Expression; readonly then: Statement; readonly otherwise?: Statement }
    | {
        readonly kind: 'for';
        readonly initial: readonly Statement[];
        readonly condition?: Expression;
        readonly update: readonly Expression[];
        readonly body: Statement;
      }
    | {
        readonly kind: 'foreach';
        readonly name: string;
        readonly type?: TypeRef;
        readonly source: Expression;
        readonly body: Statement;
      }
    | { readonly kind: 'while'; readonly condition: Expression; readonly body: Statement; readonly testFirst: boolean }
    | {
        readonly kind: 'switch';
        readonly value: Expression;
        readonly sections: readonly { readonly labels: readonly SwitchLabel[]; readonly body: readonly Statement[] }[];
      }
    | { readonly kind: 'return'; readonly value?: Expression }
    | { readonly kind: 'throw'; readonly value?: Expression }
    | { readonly kind: 'break' }
    | { readonly kind: 'continue' }
    | {
        readonly kind: 'try';
        readonly body: Statement;
        readonly catches: readonly CatchClause[];
        readonly finallyBody?: Statement;
      }
    | { readonly kind: 'empty' }
  );

export interface CatchClause {
  readonly type?: TypeRef;
  readonly name?: string;
  readonly filter?: Expression;
  readonly body: Statement;
}

/** `@(…)` is one expression, `@{…}` a block that must return on every path. */
export type ExpressionBody =
  { readonly kind: 'single'; readonly expression: Expression } | { readonly kind: 'block'; readonly block: Statement };

/** Something in an expression that API Management would refuse when the document is saved. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  /** Offset in the source of the expression. */
  readonly at: number;
  /** Whether C# allows it and only this engine does not. */
  readonly unsupported: boolean;

  constructor(at: number, message: string, unsupported = false) {
    super(message);
    this.at = at;
    this.unsupported = unsupported;
  }
}
