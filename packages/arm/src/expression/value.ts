import { ExpressionError } from '../errors.ts';
import type { Json } from '../json.ts';
import { getProperty, setOwn } from '../json.ts';
import { type Expression, call, literal } from './ast.ts';
import { printExpression } from './print.ts';

/** What is known of a symbolic value before it exists: the properties that the template itself gives a resource. */
export interface Foreseen {
  /** Undefined when nothing is known; evaluated when it is first needed. */
  readonly value: () => Value | undefined;
  /** Whether a leaf that is symbolic itself is replaced by its own expression (a module's output) or kept as a path. */
  readonly replacesLeaves: boolean;
}

/** A value that is known at run time only; it keeps the expression that will give it. */
export class Symbolic {
  readonly expression: Expression;
  readonly #foreseen: Foreseen | undefined;

  constructor(expression: Expression, foreseen?: Foreseen) {
    this.expression = expression;
    this.#foreseen = foreseen;
  }

  /** The foreseen value, where the whole of it is wanted; the symbolic value itself when nothing is known of it. */
  settle(): Value {
    const value = this.#foreseen?.value();
    return value === undefined ? this : value;
  }

  /** `this[key]`: what is foreseen of it, else the same path at run time. Throws for an index beyond a known array. */
  access(key: Value): Value {
    const path: Expression = { kind: 'property', target: this.expression, key: toExpression(key) };
    const known = this.#foreseen?.value();
    const child = known === undefined ? undefined : foreseenChild(known, key);
    if (child === undefined) return new Symbolic(path);
    if (child instanceof Symbolic) return this.#foreseen?.replacesLeaves === true ? child : new Symbolic(path);
    if (typeof child !== 'object' || child === null) return child;
    return new Symbolic(path, { value: () => child, replacesLeaves: this.#foreseen?.replacesLeaves ?? false });
  }

  /** The expression as text, without brackets. */
  print(): string {
    return printExpression(this.expression);
  }
}

function foreseenChild(value: Value, key: Value): Value | undefined {
  if (isValueArray(value) && typeof key === 'number') {
    const item = value[key];
    if (item === undefined)
      throw new ExpressionError(`The language expression property array index '${String(key)}' is out of bounds.`);
    return item;
  }
  return isValueObject(value) && typeof key === 'string' ? getProperty(value, key) : undefined;
}

/** What an expression evaluates to: JSON in which any part may still be symbolic. */
export type Value = null | boolean | number | string | Symbolic | readonly Value[] | { readonly [key: string]: Value };
/** An object whose members may still be symbolic. */
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
