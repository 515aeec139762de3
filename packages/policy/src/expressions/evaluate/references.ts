import { isReferenceType, isUnknown, type NetType } from '../types/net-type.ts';
import type { Value } from '../values/value.ts';

/** `object == string` compares references: two strings of equal content that were made apart are not the same. */
export function comparesReferences(left: NetType | undefined, right: NetType | undefined): boolean {
  if (left === undefined || right === undefined || isUnknown(left) || isUnknown(right)) return false;
  return isReferenceType(left) && isReferenceType(right) && (isPlainReference(left) || isPlainReference(right));
}

/** Whether `==` on the type compares references: everything but strings and types with an operator of their own. */
export function isPlainReference(type: NetType): boolean {
  return type.text === 'object' || (type.kind === 'named' && type.definition.kind === 'interface');
}

/** Strings that are equal are the same only where both are the very literal; boxed values never are. */
export function isSameReference(left: Value, right: Value): boolean {
  if (left === null || right === null) return left === right;
  return typeof left === 'object' && left === right;
}
