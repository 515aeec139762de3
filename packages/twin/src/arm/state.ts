import type { Instant } from '../kernel/clock.ts';
import type { JsonObject } from '../kernel/store.ts';
import type { Refusal } from '../providers/type-definition.ts';
import type { Deployment } from './deployments/record.ts';

/** A long-running operation as its status URL shows it. */
export interface AsyncOperation {
  readonly id: string;
  readonly style: 'azure-async-operation' | 'location';
  readonly startedAt: Instant;
  /** Id of the resource; what a finished `location` operation shows. */
  readonly resourceId: string;
  readonly kind: 'write' | 'delete';
  endedAt?: Instant;
  refusal?: Refusal;
}

/** One finished or running write or delete, for the summary of a run. */
export interface TimelineEntry {
  readonly resourceId: string;
  readonly type: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly startedAt: Instant;
  endedAt?: Instant;
  outcome: 'running' | 'succeeded' | 'failed';
}

/** What a registration is kept under: a subscription and a namespace. */
export function registrationKey(subscriptionId: string, namespace: string): string {
  return `${subscriptionId}/${namespace}`.toLowerCase();
}

/** All that Azure Resource Manager remembers beside the resources themselves. */
export class ArmState {
  /** When each registration is (or was) complete, by `registrationKey`. */
  readonly registrations = new Map<string, Instant>();
  readonly operations = new Map<string, AsyncOperation>();
  /** By lower-case id. */
  readonly deployments = new Map<string, Deployment>();
  /** Results of what-if, by the id in their Location. */
  readonly whatIfResults = new Map<string, JsonObject>();
  readonly timeline: TimelineEntry[] = [];
  /** Latest write of each resource (lower-case id): an older one that ends later must not declare it finished. */
  readonly latestWrite = new Map<string, number>();
  #counter = 0;

  /** 1, 2, 3, …: tells otherwise equal operations apart. */
  nextNumber(): number {
    this.#counter += 1;
    return this.#counter;
  }
}
