import type { Value } from './values/value.ts';

/** A type as written: `IEnumerable<string>`, `int?`, `byte[]`. Namespaces are dropped: `System.Guid` is `Guid`. */
export interface TypeRef {
  readonly name: string;
  readonly args: readonly TypeRef[];
  readonly array: boolean;
  readonly nullable: boolean;
  readonly at: number;
  /** Ranks of an array, outermost first: `int[][,]` is 1, 2. */
  readonly ranks?: readonly number[];
  /** `int?[]`. */
  readonly elementNullable?: boolean;
  /** Where the `?` stands. */
  readonly markAt?: number;
  /** Names of the elements of a tuple type. */
  readonly names?: readonly (string | undefined)[];
  /** What was written before the name: `System.Text`. */
  readonly namespace?: string;
}

/** `at` is the offset in the expression's source where the node begins. */
interface At {
  readonly at: number;
}

export interface Argument {
  readonly value: Expression;
  /** `out var x`, `out x`: the variable to set after the call. */
  readonly out?: string;
  /** `out var x` and `out int x` declare the variable. */
  readonly declares?: { readonly type?: TypeRef };
  readonly name?: string;
  /** Where the argument begins, `out` and its name included. */
  readonly at?: number;
}

/** A parameter of a lambda or local function. `spread`: it holds the range variables of a query under these names. */
export interface FunctionParameter {
  readonly name: string;
  readonly at: number;
  readonly type?: TypeRef;
  readonly spread?: readonly string[];
  readonly value?: Expression;
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
    | {
        readonly kind: 'unary';
        readonly operator: string;
        readonly operand: Expression;
        readonly overflow?: Overflow;
      }
    | {
        readonly kind: 'increment';
        readonly operator: '++' | '--';
        readonly prefix: boolean;
        readonly operand: Expression;
        readonly overflow?: Overflow;
      }
    | {
        readonly kind: 'binary';
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
        readonly operatorAt: number;
        readonly overflow?: Overflow;
      }
    | {
        readonly kind: 'assign';
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
        readonly overflow?: Overflow;
      }
    /** `var x`, `int x` inside of a deconstruction. */
    | { readonly kind: 'declaration'; readonly name: string; readonly type?: TypeRef }
    | { readonly kind: 'overflow'; readonly overflow: Overflow; readonly inner: Expression }
    | {
        readonly kind: 'ternary';
        readonly condition: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      }
    | {
        readonly kind: 'cast';
        readonly type: TypeRef;
        readonly operand: Expression;
        readonly overflow?: Overflow;
      }
    | { readonly kind: 'as'; readonly type: TypeRef; readonly operand: Expression }
    | { readonly kind: 'is'; readonly operand: Expression; readonly pattern: Pattern }
    | {
        readonly kind: 'lambda';
        readonly parameters: readonly FunctionParameter[];
        readonly body: Expression | Statement;
        /** Where the arrow stands: errors of the whole lambda are shown there. */
        readonly arrow: number;
      }
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
        /** `new T[2, 3]`. */
        readonly sizes?: readonly Expression[];
        readonly items?: readonly ArrayItem[];
        readonly rank: number;
      }
    | { readonly kind: 'tuple'; readonly items: readonly Argument[] }
    | { readonly kind: 'interpolated'; readonly parts: readonly InterpolationPart[] }
    | { readonly kind: 'throw'; readonly operand: Expression }
    | { readonly kind: 'default'; readonly type?: TypeRef }
    | { readonly kind: 'typeof'; readonly type: TypeRef }
  );

export type InterpolationPart =
  string | { readonly value: Expression; readonly alignment?: number; readonly format?: string };

/** An element of an array initialiser; arrays of several dimensions nest them. */
export type ArrayItem =
  Expression | { readonly kind: 'items'; readonly items: readonly ArrayItem[]; readonly at: number };

/** Whether arithmetic throws OverflowException (`checked`) or wraps around. */
export type Overflow = 'checked' | 'unchecked';

export interface Initializer {
  readonly entries: readonly InitializerEntry[];
}

/** `item` calls Add with one or more values, `indexed` is `["a"] = 1`, `named` is `Name = 1`. */
export type InitializerEntry =
  | { readonly kind: 'item'; readonly values: readonly Expression[] }
  | { readonly kind: 'indexed'; readonly args: readonly Argument[]; readonly value: Expression }
  | { readonly kind: 'named'; readonly name: string; readonly value: Expression; readonly at: number }
  /** `Name = { … }` adds to the collection that is there. */
  | { readonly kind: 'nested'; readonly name: string; readonly initializer: Initializer; readonly at: number };

export type Pattern =
  | { readonly kind: 'type'; readonly type: TypeRef; readonly name?: string; readonly at: number }
  | { readonly kind: 'constant'; readonly value: Expression; readonly at: number }
  | { readonly kind: 'var'; readonly name: string; readonly at: number };

export interface SwitchLabel {
  /** Absent: `default`. */
  readonly pattern?: Pattern;
  readonly when?: Expression;
  readonly at: number;
}

export type Statement = At &
  (
    | { readonly kind: 'block'; readonly statements: readonly Statement[] }
    | {
        readonly kind: 'declare';
        readonly type?: TypeRef;
        readonly constant: boolean;
        readonly variables: readonly DeclaredVariable[];
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
        /** Where the name stands. */
        readonly nameAt: number;
        /** `foreach (var (a, b) in …)`: a tuple of declarations in place of the name. */
        readonly target?: Expression;
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
    | { readonly kind: 'overflow'; readonly overflow: Overflow; readonly body: Statement }
    /** `goto case 1;` and `goto default;`. */
    | { readonly kind: 'goto'; readonly value?: Expression }
    | { readonly kind: 'using'; readonly resource: Statement; readonly body: Statement }
    | {
        readonly kind: 'function';
        readonly name: string;
        readonly type: TypeRef;
        readonly parameters: readonly FunctionParameter[];
        readonly body: Expression | Statement;
      }
  );

export interface DeclaredVariable {
  readonly name: string;
  readonly at: number;
  readonly value?: Expression;
}

export interface CatchClause {
  readonly at: number;
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
  /** The compiler's number of the mistake, where it has one: `CS0103`. */
  readonly code: string | undefined;

  constructor(at: number, message: string, unsupported = false, code?: string) {
    super(code === undefined ? message : `${code}: ${message}`);
    this.at = at;
    this.unsupported = unsupported;
    this.code = code;
  }
}

/** A mistake that the C# compiler names by number. */
export function mistake(code: string, at: number, message: string): ExpressionError {
  return new ExpressionError(at, message, false, code);
}
