import { resourceNameOf, resourceTypeOf } from '../portal.ts';

/**
 * The steps of a removal, in the order that Azure demands: nothing goes before what stands in it, is linked to it, or is
 * billed by it (facts/azure.md section 4).
 */
export const removalSteps = [
  'locks',
  'public-names',
  'gateway-children',
  'front',
  'back',
  'links',
  'networks',
  'assignments',
  'group',
  'records',
] as const;

/** One of `removalSteps`. */
export type RemovalStep = (typeof removalSteps)[number];

/** One thing that goes. */
export interface Removal {
  readonly step: RemovalStep;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly ifMatch?: string;
  /** Those of one queue go one after another, in the order of the list; all others of a step at the same time. */
  readonly queue?: string;
  /** What a person should know of it: what goes with it. */
  readonly details?: readonly string[];
}

/** A removal of the resource `id`, whose type and name the id tells. */
export function removalOf(
  id: string,
  step: RemovalStep,
  rest: Omit<Removal, 'id' | 'step' | 'type' | 'name'> & { readonly type?: string; readonly name?: string },
): Removal {
  return { type: resourceTypeOf(id) ?? 'resource group', name: resourceNameOf(id), ...rest, id, step };
}

/** In the order in which they go; those of one step stay as they are. */
export function inOrder(removals: readonly Removal[]): readonly Removal[] {
  return removals.toSorted((a, b) => removalSteps.indexOf(a.step) - removalSteps.indexOf(b.step));
}
