import { semanticError, type KqlError, type KqlPosition } from '../errors.ts';
import type { Scope, Typed } from '../scope.ts';
import { isNumeric, textOf, type KqlType, type Row, type Value } from '../values.ts';

/** Where a function is called. */
export interface CallSite {
  readonly name: string;
  readonly position: KqlPosition;
  readonly scope: Scope;
}

/** A scalar function: how many arguments it takes, and what it makes of them. */
export interface ScalarFunction {
  readonly least: number;
  readonly most: number;
  readonly make: (args: readonly Typed[], site: CallSite) => Typed;
}

/** Functions by their names. */
export type Functions = Readonly<Record<string, ScalarFunction>>;

/** A mistake in the arguments of a call. */
export function wrongArgument({ name, position }: CallSite, why: string): KqlError {
  return semanticError(`${name}(): ${why}`, position);
}

/** The argument at `index`, which `takes` made sure of. */
export function argument(args: readonly Typed[], index: number): Typed {
  const found = args[index];
  if (found === undefined) throw new RangeError(`no argument ${index}`);
  return found;
}

/** An argument as text. */
export function text(args: readonly Typed[], index: number, row: Row): string {
  const { type, run } = argument(args, index);
  return textOf(run(row), type);
}

/** An argument as a number; null where it is none. */
export function number(args: readonly Typed[], index: number, row: Row): number | null {
  const value = argument(args, index).run(row);
  return typeof value === 'number' ? value : null;
}

/** Refuses arguments of other types than these; `dynamic` is decided row by row. */
export function requireTypes(args: readonly Typed[], site: CallSite, ...types: readonly KqlType[]): void {
  for (const [index, { type }] of args.entries())
    if (type !== 'dynamic' && !types.includes(type))
      throw wrongArgument(site, `argument #${index + 1} must be of type ${types.join(' or ')}, and is ${type}`);
}

/** Of text alone. */
export function ofText(
  least: number,
  most: number,
  type: KqlType,
  run: (args: readonly Typed[], row: Row) => Value,
): ScalarFunction {
  return {
    least,
    most,
    make: (args, site) => {
      requireTypes(args.slice(0, 1), site, 'string', 'guid');
      return { type, run: (row) => run(args, row) };
    },
  };
}

/** Of one number. */
export function ofNumber(type: KqlType | 'same', run: (value: number) => number): ScalarFunction {
  return {
    least: 1,
    most: 1,
    make: (args, site) => {
      const of = argument(args, 0);
      if (!isNumeric(of.type) && of.type !== 'dynamic') throw wrongArgument(site, 'argument #1 must be a number');
      const own = of.type === 'dynamic' ? 'real' : of.type;
      const apply = (value: number | null): Value => (value === null ? null : run(value));
      return { type: type === 'same' ? own : type, run: (row) => apply(number(args, 0, row)) };
    },
  };
}
