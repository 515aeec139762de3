import type { Backend, PoolMember } from '../../backend.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';

/** A backend by its id. */
export interface NamedBackend {
  readonly id: string;
  readonly entity: Backend;
}

/** Where a request cannot go because circuits are open. */
export interface Unavailable {
  /** When the first of them closes. */
  readonly until: number;
}

/** The backend of that id. Throws where there is none, as API Management does when it forwards. */
export function backendOf(run: Run, id: string): NamedBackend {
  const entity = run.configuration.backends.get(id);
  if (entity === undefined) throw new PolicyError('BackendNotFound', `Backend with id '${id}' could not be found.`);
  return { id, entity };
}

/**
 * The backend that takes the next request: itself, or a member of the pool. Members of the best priority share the
 * requests; the next priority serves only while the circuits of all better members are open.
 */
export function nextBackend(run: Run, backend: NamedBackend): NamedBackend | Unavailable {
  const { pool } = backend.entity;
  if (pool === undefined) {
    const until = openUntil(run, backend.id);
    return until === undefined ? backend : { until };
  }
  const closed = pool.filter(({ id }) => openUntil(run, id) === undefined);
  if (closed.length === 0) return { until: Math.min(...pool.map(({ id }) => openUntil(run, id) ?? run.ports.now())) };
  const best = Math.min(...closed.map(priorityOf));
  return backendOf(
    run,
    share(
      run,
      backend.id,
      closed.filter((member) => priorityOf(member) === best),
    ).id,
  );
}

function openUntil(run: Run, id: string): number | undefined {
  return run.configuration.backends.get(id)?.circuitBreaker === undefined
    ? undefined
    : run.ports.backendStates.openUntil(id, run.ports.now());
}

function priorityOf({ priority }: PoolMember): number {
  return priority ?? 1;
}

function weightOf({ weight }: PoolMember): number {
  return weight ?? 1;
}

/** Members of equal weight take turns; among unequal ones chance decides, as often as their weights say. */
function share(run: Run, pool: string, members: readonly PoolMember[]): PoolMember {
  const [first, ...others] = members;
  if (first === undefined) throw new PolicyError('BackendNotFound', `The pool '${pool}' has no members.`);
  if (others.every((other) => weightOf(other) === weightOf(first)))
    return members[run.ports.backendStates.turn(pool) % members.length] ?? first;
  let left = run.ports.random() * members.reduce((sum, member) => sum + weightOf(member), 0);
  return members.find((member) => (left -= weightOf(member)) < 0) ?? first;
}
