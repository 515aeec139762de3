import { ActionError, isRemoval, type Change, type Plan, type Run } from '@lz/action';
import { fingerprintOfChanges } from '@lz/azure';
import {
  desiredGateway,
  desiredHub,
  readFragments,
  reconcile,
  type DesiredResource,
  type ResourceChange,
} from '@lz/gateway';
import type { definition } from './definition.ts';
import { explainFailure } from './explain-failure.ts';
import { checkCache } from './check-cache.ts';
import { readGatewayFacts, readHubFacts } from './gateway-facts.ts';
import { removeConfiguration } from './remove-configuration.ts';
import { gatewayIsReady, waitForGateway } from './wait-for-gateway.ts';

/** The run of `configure-apim`. */
export type GatewayRun = Run<typeof definition>;

/** A run in an environment that has a spoke. */
export type SpokeRun = Omit<GatewayRun, 'environment'> & {
  readonly environment: Parameters<typeof desiredGateway>[0];
};

/**
 * P5: brings API Management's configuration to what the environment file says. The policy stands before any operation
 * does, so that what is imported later is governed from its first second.
 */
export async function configureApim(run: GatewayRun): Promise<void> {
  const { environment, names, mode } = run;
  if (isRemoval(run)) {
    await removeConfiguration(run);
    return;
  }
  const base = `https://${names.hub.gatewayHost}`;
  if (environment.spoke === undefined) {
    run.log.info(`${environment.name} is a hub alone: only what all spokes share is configured`);
    run.output('gateway-url', base);
  } else {
    run.output('gateway-url', `${base}/${environment.api.path}`);
    run.output('api-id', `${names.hub.apimId}/apis/${names.gateway.apiId}`);
  }
  await run.confirmPlan(() => plan(run));
  if (mode === 'apply') await apply(run);
}

async function plan(run: GatewayRun): Promise<Plan> {
  if (!(await gatewayIsReady(run))) {
    return { changes: [], unseen: ['API Management is not there yet: its whole configuration would be created.'] };
  }
  try {
    const { desired, changes } = await reconcileGateway(run, 'plan');
    return { changes: changes.flatMap(reported), unseen: [], basis: basisOf(desired, changes) };
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'SpokeNotDeployed') throw error;
    return { changes: [], unseen: ['The spoke is not there yet: what names it would be created.'] };
  }
}

async function apply(run: GatewayRun): Promise<void> {
  await run.phase('P3', () => waitForGateway(run));
  await run.phase('P5', async () => {
    try {
      const { changes } = await reconcileGateway(run, 'apply');
      run.report.change(...changes.flatMap(reported));
    } catch (error) {
      throw explainFailure(run, error);
    }
  });
}

/** Hashes of what would be written: a change names its members alone, and an approval is given to their values. */
function basisOf(desired: readonly DesiredResource[], changes: readonly ResourceChange[]): readonly string[] {
  const changing = new Set(changes.filter(({ kind }) => kind !== 'none').map(({ id }) => id));
  return desired.filter(({ id }) => changing.has(id)).map((resource) => fingerprintOfChanges([resource.properties]));
}

async function reconcileGateway(
  run: GatewayRun,
  mode: 'plan' | 'apply',
): Promise<{ readonly desired: readonly DesiredResource[]; readonly changes: readonly ResourceChange[] }> {
  const desired = await desiredOf(run);
  const { hub, gateway } = run.names;
  const { apiId, backendId } = gateway;
  const changes = await reconcile(run.azure, desired, {
    mode,
    // What belongs to a spoke is its own; a hub alone has nothing that could be left over.
    ...(run.environment.spoke === undefined ? {} : { owned: { apimId: hub.apimId, apiId, backendId } }),
    onChange: (change) => {
      run.log.info(describe(change, mode));
    },
  });
  return { desired, changes };
}

/** The hub's share and, where there is a spoke, the spoke's. */
async function desiredOf(run: GatewayRun): Promise<readonly DesiredResource[]> {
  const { environment, names } = run;
  if (environment.spoke === undefined) return desiredHub(names, await readHubFacts(run));
  const facts = await readGatewayFacts({ ...run, environment });
  await checkCache({ ...run, environment });
  return desiredGateway(environment, names, facts, readFragments(environment, names));
}

const KINDS = { create: 'create', update: 'modify', delete: 'delete' } as const;

function reported({ kind, title: name, id: resourceId, members: details }: ResourceChange): readonly Change[] {
  if (kind === 'none') return [];
  return [{ kind: KINDS[kind], type: 'API Management', name, resourceId, details }];
}

const VERBS = { create: 'creating', update: 'updating', delete: 'removing, as nothing needs it any more' } as const;

function describe({ kind, title, members }: ResourceChange, mode: 'plan' | 'apply'): string {
  const details = members.length === 0 ? '' : ` (${members.join(', ')})`;
  if (kind === 'none') return `${title}: unchanged${details}`;
  return `${title}: ${mode === 'plan' ? `would ${kind}` : VERBS[kind]}${details}`;
}
