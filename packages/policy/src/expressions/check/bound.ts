import type { Expression } from '../syntax.ts';
import type { NetType } from '../types/net-type.ts';
import type { Found } from '../types/lookup.ts';
import type { Member } from '../types/type-definition.ts';
import type { Value } from '../values/value.ts';

/** What the checker knows of an expression. */
export interface Bound {
  readonly expression: Expression;
  readonly type: NetType;
  /** The value of a constant expression. */
  readonly constant?: Value;
  /** Set for a name of a type and for a method that is not called yet. */
  readonly names?: NetType | MethodGroup;
  /** Why it cannot be assigned to; absent for a variable or a writable member. */
  readonly readOnly?: readonly [code: string, message: string];
  readonly isAssignable?: boolean;
}

/** The methods of one name. */
export interface MethodGroup {
  readonly name: string;
  readonly at: number;
  readonly owner: NetType;
  /** The value before the dot; undefined for a static call. */
  readonly receiver: Bound | undefined;
  /** Methods of the type, most special type first. */
  readonly levels: readonly (readonly Found[])[];
  readonly extensions: readonly Member[];
  readonly typeArguments: readonly NetType[] | undefined;
}

/** Whether it is a name of a type. */
export function typeNamed(bound: Bound): NetType | undefined {
  return bound.names !== undefined && 'kind' in bound.names ? bound.names : undefined;
}

export function groupOf(bound: Bound): MethodGroup | undefined {
  return bound.names !== undefined && 'levels' in bound.names ? bound.names : undefined;
}
