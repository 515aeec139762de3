import type { Arm } from './arm/context.ts';
import type { Deployment } from './arm/deployments/record.ts';
import type { World } from './kernel/world.ts';
import { durationOf, type DurationKey } from './providers/durations.ts';

/** Figures of a run, in virtual milliseconds. */
export interface Makespan {
  /** From the first accepted write to the end of the last one. */
  readonly runMs: number;
  /** Time that API Management took to be created; undefined while it is not. */
  readonly apiManagementMs: number | undefined;
  /** Time in which other deployments than that of API Management ran: what decides where that is ready in minutes. */
  readonly othersMs: number;
  /** The same result made by hand, three deployments one after the other, without the time of the person between them. */
  readonly handMadeMs: number;
}

const API_MANAGEMENT = 'microsoft.apimanagement/service';

/** What the run in this world has taken so far, and what the hand-made way would have taken by the same durations. */
export function makespanOf({ state, world }: Arm): Makespan {
  const ends = state.timeline.map((entry) => entry.endedAt ?? world.clock.now);
  const starts = state.timeline.map((entry) => entry.startedAt);
  const creation = state.timeline.find(
    (entry) => entry.type.toLowerCase() === API_MANAGEMENT && entry.kind === 'create' && entry.endedAt !== undefined,
  );
  const apiManagementMs = creation?.endedAt === undefined ? undefined : creation.endedAt - creation.startedAt;
  return {
    runMs: starts.length === 0 ? 0 : Math.max(...ends) - Math.min(...starts),
    apiManagementMs,
    othersMs: timeWithout(state.deployments, creation?.resourceId),
    handMadeMs: handMadeMs(world, apiManagementMs),
  };
}

/** The time in which at least one deployment ran that does not make `resourceId`, neither itself nor by a nested one. */
function timeWithout(deployments: ReadonlyMap<string, Deployment>, resourceId: string | undefined): number {
  const makes = (deployment: Deployment): boolean =>
    deployment.operations.some(({ target }) => {
      if (target === undefined) return false;
      const nested = deployments.get(target.id.toLowerCase());
      return target.id.toLowerCase() === resourceId?.toLowerCase() || (nested !== undefined && makes(nested));
    });
  const others = [...deployments.values()].filter((deployment) => !makes(deployment));
  return covered(others.map(({ startedAt, endedAt = startedAt }) => [startedAt, endedAt]));
}

/** How much time a set of spans covers together. */
function covered(spans: readonly (readonly [from: number, to: number])[]): number {
  let [total, reached] = [0, -Infinity];
  for (const [from, to] of [...spans].sort(([a], [b]) => a - b)) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

/** One deployment of the hand-made way: chains run side by side, what is in a chain runs in turn. */
type Pass = readonly (readonly DurationKey[])[];

/**
 * The published hand-made way (design section 2, facts/azure.md section 5): the hub with API Management; the app, whose
 * parameters are copied from the hub's outputs; the hub again, with what only the app could tell it.
 */
const HAND_MADE: readonly Pass[] = [
  [
    ['network', 'network', 'apiManagementCreate'],
    ['logAnalytics', 'logAnalytics'],
    ['privateDnsZone', 'privateDnsLink'],
  ],
  [
    ['network', 'containerEnvironmentCreate', 'containerAppCreate', 'applicationGatewayCreate'],
    ['network', 'postgresqlServerCreate', 'postgresqlChild', 'privateEndpoint'],
    ['foundryAccount', 'modelDeployment', 'privateEndpoint'],
    ['keyVault', 'roleAssignmentEffective'],
    ['storage', 'privateEndpoint'],
  ],
  [['network', 'apiManagementInfrastructure', 'apiManagementChild']],
];

/**
 * Virtual milliseconds of the hand-made way in this world. API Management takes as long as it took in the run, where it
 * was created, so that luck with the longest wait favours neither way.
 */
function handMadeMs(world: World, apiManagementMs: number | undefined): number {
  const step = (key: DurationKey, name: string): number =>
    key === 'apiManagementCreate' && apiManagementMs !== undefined ? apiManagementMs : durationOf(world, key, name);
  return sum(
    HAND_MADE.map((chains, pass) =>
      Math.max(
        ...chains.map((chain, lane) => sum(chain.map((key, place) => step(key, `hand-made:${pass}:${lane}:${place}`)))),
      ),
    ),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
