import { ExpressionError } from '../errors.ts';
import type { Json } from '../json.ts';
import { getProperty, setOwn } from '../json.ts';
import { type Expression, call, literal } from './ast.ts';
import { printExpression } from './print.ts';

/** A value that is known at run time only; it keeps the expression that will give it. */
export class Symbolic {
  readonly expression: Expression;
  readonly #parts: (() => Value | undefined) | undefined;

  /** `parts` gives what is known of the value already: a module's outputs, for instance. */
  constructor(expression: Expression, parts?: () => Value | undefined) {
    this.expression = expression;
    this.#parts = parts;
  }

  /** The property `key` if it is known already. */
  part(key: string): Value | undefined {
    const parts = this.#parts?.();
    return isValueObject(parts) ? getProperty(parts, key) : undefined;
  }

  /** The expression as text, without brackets. */
  print(): string {
    return printExpression(this.expression);
  }
}

/** What an expression evaluates to: JSON in which any part may still be symbolic. */
export type Value = null | boolean | number | string | Symbolic | readonly Value[] | { readonly [key: string]: Value };
export type ValueObject = Readonly<Record<string, Value>>;

/** Whether `value` is an object whose keys are known (its leaves may be symbolic). */
export function isValueObject(value: Value | undefined): value is ValueObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Symbolic);
}

/** Whether `value` is an array whose length is known. */
export function isValueArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether the whole of `value` is known. */
export function isKnown(value: Value): value is Json {
  if (value instanceof Symbolic) return false;
  if (isValueArray(value)) return value.every(isKnown);
  return isValueObject(value) ? Object.values(value).every(isKnown) : true;
}

/** The value as JSON; throws when a part of it is known at run time only. */
export function toJson(value: Value): Json {
  if (isKnown(value)) return value;
  throw new ExpressionError(`The value '${printExpression(toExpression(value))}' is known at run time only.`);
}

/** The expression that gives `value`: the engine writes arrays and objects as `createArray` and `createObject`. */
export function toExpression(value: Value): Expression {
  if (value instanceof Symbolic) return value.expression;
  if (isValueArray(value)) return call('createArray', ...value.map(toExpression));
  if (!isValueObject(value)) return literal(value);
  return call('createObject', ...Object.entries(value).flatMap(([key, item]) => [literal(key), toExpression(item)]));
}

/** `value` with every symbolic leaf printed as `[expression]`: the shape of a snapshot. */
export function printLeaves(value: Value): Json {
  if (value instanceof Symbolic) return printSymbolic(value.expression);
  if (isValueArray(value)) return value.map(printLeaves);
  if (!isValueObject(value)) return value;
  const printed: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) setOwn(printed, key, printLeaves(item));
  return printed;
}

/** An object whose property names are symbolic is still printed as an object. */
function printSymbolic(expression: Expression): Json {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind !== 'call' || expression.name !== 'createObject') return `[${printExpression(expression)}]`;
  const printed: Record<string, Json> = {};
  for (let index = 0; index + 1 < expression.args.length; index += 2) {
    const [key, item] = expression.args.slice(index, index + 2).map((argument) => printSymbolic(argument));
    setOwn(printed, typeof key === 'string' ? key : '', item ?? null);
  }
  return printed;
}

/** ARM's name of a value's type, as its messages write it. */
export function typeName(value: Value): string {
  if (value === null) return 'Null';
  if (isValueArray(value)) return 'Array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'string' ? 'String' : 'Object';
}
