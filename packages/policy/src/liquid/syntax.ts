import type { NumberText } from '../conversion/plain-json.ts';

/** A value in a template: a literal, or a path into the data. */
export type LiquidOperand =
  | { readonly kind: 'literal'; readonly value: null | boolean | string | NumberText }
  | { readonly kind: 'empty' }
  | { readonly kind: 'range'; readonly from: LiquidOperand; readonly to: LiquidOperand }
  | { readonly kind: 'path'; readonly name: string; readonly steps: readonly LiquidOperand[] };

/** A value with filters behind it. */
export interface LiquidExpression {
  readonly operand: LiquidOperand;
  readonly filters: readonly { readonly name: string; readonly args: readonly LiquidOperand[] }[];
}

/** A condition; `and` and `or` bind from the right, as Liquid has it. */
export type LiquidCondition =
  | { readonly kind: 'truth'; readonly operand: LiquidOperand }
  | { readonly kind: 'not'; readonly condition: LiquidCondition }
  | {
      readonly kind: 'comparison';
      readonly operator: string;
      readonly left: LiquidOperand;
      readonly right: LiquidOperand;
    }
  | {
      readonly kind: 'and' | 'or';
      readonly left: LiquidCondition;
      readonly right: LiquidCondition;
    };

export interface LiquidBranch {
  /** Absent: `else`. */
  readonly condition?: LiquidCondition;
  readonly body: readonly LiquidNode[];
}

export interface LiquidLoop {
  readonly kind: 'for';
  readonly variable: string;
  readonly list: LiquidOperand;
  readonly limit?: LiquidOperand;
  readonly offset?: LiquidOperand;
  readonly reversed: boolean;
  /** `JSONArrayFor`: commas between the turns. */
  readonly commas: boolean;
  readonly body: readonly LiquidNode[];
  readonly otherwise: readonly LiquidNode[];
}

export type LiquidNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'output'; readonly expression: LiquidExpression }
  | { readonly kind: 'assign'; readonly name: string; readonly expression: LiquidExpression }
  | { readonly kind: 'capture'; readonly name: string; readonly body: readonly LiquidNode[] }
  | { readonly kind: 'if'; readonly branches: readonly LiquidBranch[] }
  | {
      readonly kind: 'case';
      readonly subject: LiquidOperand;
      readonly branches: readonly {
        readonly values?: readonly LiquidOperand[];
        readonly body: readonly LiquidNode[];
      }[];
    }
  | LiquidLoop
  | { readonly kind: 'cycle'; readonly group: string; readonly values: readonly LiquidOperand[] }
  | { readonly kind: 'step'; readonly name: string; readonly by: 1 | -1 }
  | { readonly kind: 'break' | 'continue' };

/** What is wrong with a template, and how far into it. */
export class LiquidError extends Error {
  override readonly name = 'LiquidError';
  readonly offset: number;
  /** DotLiquid knows it, this engine does not. */
  readonly unsupported: boolean;

  constructor(offset: number, message: string, unsupported = false) {
    super(message);
    this.offset = offset;
    this.unsupported = unsupported;
  }
}
