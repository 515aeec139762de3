import type { TypeRef } from '../syntax.ts';
import { toIndex } from '../values/collections.ts';
import { isNumber, toJsNumber } from '../values/number.ts';
import { argumentNull, Char, EnumValue, Lambda, NetException, nullReference, type Value } from '../values/value.ts';

/** What the world outside gives to an expression. */
export interface Runtime {
  /** Milliseconds since the epoch. */
  now(): number;
  newGuid(): string;
  /** In [0, 1). */
  random(): number;
}

/** One call of a method or constructor. */
export interface Invocation {
  readonly args: readonly Value[];
  readonly typeArgs: readonly TypeRef[];
  readonly named: ReadonlyMap<string, Value>;
  /** Sets the variable of the `out` argument at `index`. */
  out(index: number, value: Value): void;
  readonly runtime: Runtime;
  /** Whether the signature lets it give null: `Max` of nothing is null for `int?`, and an exception for `int`. */
  readonly mayBeNull?: boolean;
}

export type Method<T extends Value = Value> = (self: T, call: Invocation) => Value;

/** The instance members of one .NET type. */
export interface MemberTable {
  readonly properties: Readonly<Record<string, (self: Value) => Value>>;
  readonly methods: Readonly<Record<string, Method>>;
}

/** The static members of one .NET type, and its constructor. */
export interface StaticTable {
  readonly properties?: Readonly<Record<string, (runtime: Runtime) => Value>>;
  readonly methods?: Readonly<Record<string, (call: Invocation) => Value>>;
  readonly construct?: (call: Invocation) => Value;
}

/** A table whose members are written for the type `T`; the registry only calls it for values that `guard` accepts. */
export function tableFor<T extends Value>(
  guard: (value: Value) => value is T,
  definition: {
    readonly properties?: Readonly<Record<string, (self: T) => Value>>;
    readonly methods?: Readonly<Record<string, Method<T>>>;
  },
): MemberTable {
  const checked = (self: Value): T => {
    if (!guard(self)) throw nullReference();
    return self;
  };
  const properties = Object.entries(definition.properties ?? {}).map(
    ([name, read]) => [name, (self: Value) => read(checked(self))] as const,
  );
  const methods = Object.entries(definition.methods ?? {}).map(
    ([name, run]) => [name, (self: Value, call: Invocation) => run(checked(self), call)] as const,
  );
  return { properties: Object.fromEntries(properties), methods: Object.fromEntries(methods) };
}

/** The argument at `index`, null where it was left out. */
export function argument(call: Invocation, index: number): Value {
  return call.args[index] ?? null;
}

/** A string argument that may not be null. */
export function textArgument(call: Invocation, index: number, name = 'value'): string {
  const value = argument(call, index);
  if (value === null) throw argumentNull(name);
  return textOf(value);
}

/** Text of a string or character. */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof Char) return value.text;
  throw new NetException('InvalidCastException', 'Specified cast is not valid.');
}

export function indexArgument(call: Invocation, index: number): number {
  return toIndex(argument(call, index));
}

/** A number argument as JavaScript's. */
export function numberArgument(call: Invocation, index: number): number {
  const value = argument(call, index);
  if (isNumber(value)) return toJsNumber(value);
  return toIndex(value);
}

export function lambdaArgument(call: Invocation, index: number): Lambda {
  const value = argument(call, index);
  if (value instanceof Lambda) return value;
  throw argumentNull('predicate');
}

/** Whether the argument at `index` is a StringComparison or StringComparer that ignores case. */
export function ignoresCase(value: Value): boolean {
  return value instanceof EnumValue && value.member.endsWith('IgnoreCase');
}

/** The exception of an argument outside of its range. */
export function outOfRange(parameter: string): NetException {
  const message = `Specified argument was out of the range of valid values. (Parameter '${parameter}')`;
  return new NetException('ArgumentOutOfRangeException', message);
}

/** The longest array, list or text that an expression may make. */
export const MAX_ELEMENTS = 5_000_000;

/** The exception of what would not fit into memory. */
export function outOfMemory(): NetException {
  return new NetException('OutOfMemoryException', 'Insufficient memory to continue the execution of the program.');
}
