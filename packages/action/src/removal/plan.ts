import { inOrder, type Removal } from '@lz/azure';

/** One thing that goes, as the report lists it. */
export interface Departure {
  /** ARM type, or the project's own word: `Entra application`, `name of a deleted resource`. */
  readonly type: string;
  readonly name: string;
  readonly resourceId?: string;
  readonly details?: readonly string[];
}

/** One thing that stays when the rest is gone. */
export interface Kept {
  readonly type: string;
  readonly name: string;
  /** Where a person finds it. */
  readonly where: string;
  readonly why: string;
  /** How long a name is held: `48 hours`, or the time that Azure gives. */
  readonly until?: string;
}

/** What goes, in this order, and what stays. */
export interface RemovalPlan {
  readonly goes: readonly Removal[];
  /** What goes after all that, outside of Azure Resource Manager's resources. */
  readonly afterwards: readonly Departure[];
  readonly stays: readonly Kept[];
}

/** What a removal is in the report. */
export function departureOf({ type, name, id, details }: Removal): Departure {
  return { type, name, resourceId: id, ...(details === undefined ? {} : { details }) };
}

/** Everything that goes, in the report's words. */
export function departuresOf({ goes, afterwards }: RemovalPlan): readonly Departure[] {
  return [...inOrder(goes).map(departureOf), ...afterwards];
}
