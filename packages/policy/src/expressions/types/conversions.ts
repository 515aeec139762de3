import {
  isDelegate,
  isEnum,
  isReferenceType,
  isSame,
  isUnknown,
  nullableOf,
  simpleName,
  isValueType,
  type NetType,
} from './net-type.ts';
import { argumentsOf, classesOf, isSubtype } from './supertypes.ts';
import { substitute } from './net-type.ts';

/** How a value gets from one type to another. */
export type Conversion = 'identity' | 'numeric' | 'reference' | 'nullable' | 'user' | 'tuple' | 'unknown';

/** C#'s implicit numeric conversions. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  sbyte: ['short', 'int', 'long', 'float', 'double', 'decimal'],
  byte: ['short', 'ushort', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'decimal'],
  short: ['int', 'long', 'float', 'double', 'decimal'],
  ushort: ['int', 'uint', 'long', 'ulong', 'float', 'double', 'decimal'],
  int: ['long', 'float', 'double', 'decimal'],
  uint: ['long', 'ulong', 'float', 'double', 'decimal'],
  long: ['float', 'double', 'decimal'],
  ulong: ['float', 'double', 'decimal'],
  char: ['ushort', 'int', 'uint', 'long', 'ulong', 'float', 'double', 'decimal'],
  float: ['double'],
};
const NUMERIC = new Set([...Object.keys(WIDER), 'double', 'decimal']);

export function isNumeric(type: NetType): boolean {
  const name = simpleName(type);
  return name !== undefined && NUMERIC.has(name);
}

export function isWidening(from: string, to: string): boolean {
  return WIDER[from]?.includes(to) ?? false;
}

/** The implicit conversion from a type, without regard to constants and literals; undefined where there is none. */
export function implicitConversion(from: NetType, to: NetType): Conversion | undefined {
  return standardConversion(from, to) ?? (userConversion(from, to, ['op_Implicit']) === undefined ? undefined : 'user');
}

/** Implicit conversions that the language itself defines. */
export function standardConversion(from: NetType, to: NetType): Conversion | undefined {
  if (isUnknown(from) || isUnknown(to)) return 'unknown';
  if (isSame(from, to)) return 'identity';
  if (from.kind === 'special' || to.kind === 'special') return undefined;
  const [source, target] = [simpleName(from), simpleName(to)];
  if (source !== undefined && target !== undefined && isWidening(source, target)) return 'numeric';
  const inner = nullableOf(to);
  if (inner !== undefined) {
    const conversion = standardConversion(nullableOf(from) ?? from, inner);
    if (conversion === 'identity' || conversion === 'numeric' || conversion === 'unknown') return 'nullable';
  }
  if (isTupleConversion(from, to)) return 'tuple';
  return isSubtype(from, to) ? 'reference' : undefined;
}

function isTupleConversion(from: NetType, to: NetType): boolean {
  return (
    from.kind === 'named' &&
    to.kind === 'named' &&
    from.definition.name === 'ValueTuple' &&
    from.definition === to.definition &&
    from.args.every((argument, index) => {
      const target = to.args[index];
      return target !== undefined && implicitConversion(argument, target) !== undefined;
    })
  );
}

/** The operator `op_Implicit` or `op_Explicit` of either type that leads from one to the other. */
export function userConversion(
  from: NetType,
  to: NetType,
  names: readonly ('op_Implicit' | 'op_Explicit')[],
): { readonly parameter: NetType; readonly result: NetType } | undefined {
  const [source, target] = [nullableOf(from) ?? from, nullableOf(to) ?? to];
  const operators = [...classesOf(source), ...classesOf(target)].flatMap((owner) => {
    if (owner.kind !== 'named') return [];
    const map = argumentsOf(owner);
    return names
      .flatMap((name) => owner.definition.members(name))
      .map(({ parameters, type }) => ({
        parameter: substitute(parameters[0]?.type ?? type, map),
        result: substitute(type, map),
      }));
  });
  const isExplicit = names.includes('op_Explicit');
  const fits = (one: NetType, other: NetType): boolean =>
    standardConversion(one, other) !== undefined || (isExplicit && standardConversion(other, one) !== undefined);
  const usable = operators.filter(({ parameter, result }) => fits(source, parameter) && fits(result, target));
  return (
    usable.find(({ parameter, result }) => isSame(parameter, from) && isSame(result, to)) ??
    usable.find(({ parameter, result }) => isSame(parameter, source) && isSame(result, target)) ??
    usable[0]
  );
}

/** Whether a cast from one type to the other compiles. */
export function isCastable(from: NetType, to: NetType): boolean {
  if (implicitConversion(from, to) !== undefined) return true;
  if (from.kind === 'special' || to.kind === 'special') return false;
  const [source, target] = [nullableOf(from) ?? from, nullableOf(to) ?? to];
  if ((isNumeric(source) || isEnum(source)) && (isNumeric(target) || isEnum(target))) return true;
  if (isSame(source, target)) return true;
  if (userConversion(from, to, ['op_Implicit', 'op_Explicit']) !== undefined) return true;
  return isReferenceCast(source, target);
}

/** Casts down, unboxing, and casts between interfaces and classes that are not sealed. */
export function isReferenceCast(from: NetType, to: NetType): boolean {
  if (isSubtype(to, from) || isSubtype(from, to)) return true;
  if (from.kind === 'array' && to.kind === 'array')
    return from.rank === to.rank && isReferenceType(from.element) && isReferenceCast(from.element, to.element);
  if (isDelegate(from) || isDelegate(to)) return from.text.split('<')[0] === to.text.split('<')[0];
  const [fromInterface, toInterface] = [isInterface(from), isInterface(to)];
  if (fromInterface && toInterface) return true;
  if (fromInterface) return !isSealed(to);
  return toInterface && !isSealed(from);
}

function isInterface(type: NetType): boolean {
  return type.kind === 'named' && type.definition.kind === 'interface';
}

/** Value types, strings and arrays have no subclass that could implement one interface more. */
function isSealed(type: NetType): boolean {
  return isValueType(type) || type.kind !== 'named' || ['string', 'Uri', 'Version'].includes(type.definition.key);
}
