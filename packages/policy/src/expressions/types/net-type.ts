import type { TypeDefinition } from './type-definition.ts';

/** A type as the checker sees it. Two types are the same if their `text` is. */
export type NetType = NamedType | ArrayType | ParameterType | AnonymousType | SpecialType;

/** A class, struct, interface, enumeration or delegate, with its type arguments. */
export interface NamedType {
  readonly kind: 'named';
  readonly definition: TypeDefinition;
  readonly args: readonly NetType[];
  /** Names of the elements of a tuple; they are no part of the type's identity. */
  readonly names?: readonly (string | undefined)[];
  readonly text: string;
}

export interface ArrayType {
  readonly kind: 'array';
  readonly element: NetType;
  readonly rank: number;
  readonly text: string;
}

/** `T` inside of a signature, until it is inferred. */
export interface ParameterType {
  readonly kind: 'parameter';
  readonly name: string;
  readonly text: string;
}

export interface AnonymousType {
  readonly kind: 'anonymous';
  readonly members: readonly (readonly [name: string, type: NetType])[];
  readonly text: string;
}

/**
 * What has no type of its own: `null`, `default`, a lambda, a method group, `throw`; `void`; and `unknown`, of which the
 * checker says nothing.
 */
export interface SpecialType {
  readonly kind: 'special';
  readonly text: '<null>' | 'default' | 'lambda expression' | 'method group' | 'throw' | 'void' | 'unknown';
}

const special = (text: SpecialType['text']): SpecialType => ({ kind: 'special', text });

export const NULL = special('<null>');
export const DEFAULT = special('default');
export const LAMBDA = special('lambda expression');
export const METHOD_GROUP = special('method group');
export const THROW = special('throw');
export const VOID = special('void');
export const UNKNOWN = special('unknown');

/** A constructed type; `Nullable<T>` is written `T?`, a tuple `(A, B)`. */
export function named(
  definition: TypeDefinition,
  args: readonly NetType[] = [],
  names?: readonly (string | undefined)[],
): NamedType {
  return { kind: 'named', definition, args, ...(names === undefined ? {} : { names }), text: textOf(definition, args) };
}

function textOf(definition: TypeDefinition, args: readonly NetType[]): string {
  const [first] = args;
  if (first === undefined) return definition.name;
  if (definition.name === 'Nullable') return `${first.text}?`;
  const list = args.map(({ text }) => text).join(', ');
  return definition.name === 'ValueTuple' ? `(${list})` : `${definition.name}<${list}>`;
}

export function arrayOf(element: NetType, rank = 1): ArrayType {
  return { kind: 'array', element, rank, text: `${element.text}[${','.repeat(rank - 1)}]` };
}

export function anonymous(members: readonly (readonly [string, NetType])[]): AnonymousType {
  return {
    kind: 'anonymous',
    members,
    text: `<anonymous type: ${members.map(([name, type]) => `${type.text} ${name}`).join(', ')}>`,
  };
}

export function isSame(left: NetType, right: NetType): boolean {
  return left === right || left.text === right.text;
}

/** Whether the checker must keep silent about it. */
export function isUnknown(type: NetType): boolean {
  if (type.kind === 'named') return type.args.some(isUnknown);
  if (type.kind === 'array') return isUnknown(type.element);
  return type === UNKNOWN;
}

/** The `T` of `T?`, or undefined. */
export function nullableOf(type: NetType): NetType | undefined {
  return type.kind === 'named' && type.definition.key === 'Nullable`1' ? type.args[0] : undefined;
}

/** The name of a keyword type such as `int`, or undefined. */
export function simpleName(type: NetType): string | undefined {
  return type.kind === 'named' && type.args.length === 0 ? type.definition.key : undefined;
}

export function isEnum(type: NetType): boolean {
  return type.kind === 'named' && type.definition.kind === 'enum';
}

/** Whether `null` is no value of the type. */
export function isValueType(type: NetType): boolean {
  return type.kind === 'named' && (type.definition.kind === 'struct' || type.definition.kind === 'enum');
}

export function isReferenceType(type: NetType): boolean {
  if (type.kind === 'named') return !isValueType(type);
  return type.kind === 'array' || type.kind === 'anonymous';
}

export function isDelegate(type: NetType): type is NamedType {
  return type.kind === 'named' && type.definition.kind === 'delegate';
}

/** Puts types in the place of type parameters. */
export function substitute(type: NetType, map: ReadonlyMap<string, NetType>): NetType {
  if (map.size === 0) return type;
  if (type.kind === 'parameter') return map.get(type.name) ?? type;
  if (type.kind === 'array') return arrayOf(substitute(type.element, map), type.rank);
  if (type.kind !== 'named' || type.args.length === 0) return type;
  return named(
    type.definition,
    type.args.map((argument) => substitute(argument, map)),
    type.names,
  );
}

/** Whether type parameters are left in the type. */
export function hasParameters(type: NetType): boolean {
  if (type.kind === 'parameter') return true;
  if (type.kind === 'array') return hasParameters(type.element);
  return type.kind === 'named' && type.args.some(hasParameters);
}
