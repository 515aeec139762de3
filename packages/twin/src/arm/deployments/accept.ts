import type { DeploymentPlan, PlannedResource } from '@lz/arm';
import type { Json, JsonObject } from '../../kernel/store.ts';
import { refusalError } from '../context.ts';
import { refuse } from '../errors.ts';
import { enforce } from '../rules.ts';
import { requireGroup, requireSubscription } from '../write-prepare.ts';
import { templateHash } from './hash.ts';
import { deploymentId, isActive, scopePath, type Deployment, type DeploymentScope } from './record.ts';
import type { RunTree } from './run.ts';

/** How many deployments a scope remembers (facts/azure.md section 4). */
const HISTORY_LIMIT = 800;

/** A planned deployment, ready to be recorded. */
export interface AcceptInput {
  readonly scope: DeploymentScope;
  readonly name: string;
  readonly location: string | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly plan: DeploymentPlan;
  readonly correlationId: string;
}

/**
 * Records a deployment as accepted. Throws where its scope does not exist, one of its name is running, the name is bound
 * to another location, the history is full, or the caller may not deploy there.
 */
export function acceptDeployment({ arm, principalId }: RunTree, input: AcceptInput): Deployment {
  const { scope, name, location, tags, plan, correlationId } = input;
  const id = deploymentId(scope, name);
  requireSubscription(arm, scope);
  if (scope.kind === 'resourceGroup') requireGroup(arm, scope);
  const refusal = arm.ports.authorize(principalId, 'Microsoft.Resources/deployments/write', id);
  if (refusal !== undefined) throw refusalError(refusal);
  const existing = arm.state.deployments.get(id.toLowerCase());
  enforce(arm, 'deployment-active', () => {
    refuseActive(existing);
  });
  enforce(arm, 'deployment-location-fixed', () => {
    refuseOtherLocation(existing, location);
  });
  enforce(arm, 'deployment-history', () => {
    if (existing === undefined) refuseFullHistory([...arm.state.deployments.values()], scope);
  });
  const deployment: Deployment = {
    id,
    name,
    scope,
    ...(location === undefined ? {} : { location }),
    ...(tags === undefined ? {} : { tags }),
    mode: 'Incremental',
    template: plan.template.source,
    templateHash: templateHash(plan.template.source),
    parameters: plan.parameters,
    correlationId,
    principalId,
    startedAt: arm.world.clock.now,
    providers: providersOf(plan),
    dependencies: dependenciesOf(plan),
    operations: [],
    operationId: operationNumber(arm.world.guid(`${correlationId}:${id.toLowerCase()}`)),
    state: 'Accepted',
    outputResources: [],
  };
  arm.state.deployments.set(id.toLowerCase(), deployment);
  return deployment;
}

/** ARM's operation status ids of deployments are numbers of 20 digits. */
function operationNumber(guid: string): string {
  return BigInt(`0x${guid.replaceAll('-', '').slice(0, 16)}`)
    .toString()
    .padStart(20, '0');
}

function refuseActive(existing: Deployment | undefined): void {
  if (existing === undefined || !isActive(existing)) return;
  throw refuse(
    409,
    'DeploymentActive',
    `Unable to edit or replace deployment '${existing.name}': previous deployment from '${new Date(existing.startedAt).toISOString()}' is still active (expiration time is '${new Date(existing.startedAt + 7 * 24 * 3_600_000).toISOString()}'). Please see https://aka.ms/arm-deploy for usage details.`,
  );
}

function refuseOtherLocation(existing: Deployment | undefined, location: string | undefined): void {
  if (existing?.location === undefined || location === undefined || existing.location === location) return;
  throw refuse(
    409,
    'InvalidDeploymentLocation',
    `Invalid deployment location '${location}'. The deployment '${existing.name}' already exists in location '${existing.location}'.`,
  );
}

function refuseFullHistory(deployments: readonly Deployment[], scope: DeploymentScope): void {
  const path = scopePath(scope).toLowerCase();
  if (deployments.filter((item) => scopePath(item.scope).toLowerCase() === path).length < HISTORY_LIMIT) return;
  throw refuse(
    409,
    'DeploymentQuotaExceeded',
    `Creating the deployment would exceed the quota of '${HISTORY_LIMIT}'. The current deployment count is '${HISTORY_LIMIT}', please delete some deployments before creating a new one.`,
  );
}

function providersOf({ resources }: DeploymentPlan): readonly Json[] {
  const types = new Map<string, Set<string>>();
  for (const { type, condition, existing } of resources) {
    const [namespace = '', ...rest] = type.split('/');
    if (!condition || existing) continue;
    types.set(namespace, (types.get(namespace) ?? new Set()).add(rest.join('/')));
  }
  return [...types].map(([namespace, names]) => ({
    namespace,
    resourceTypes: [...names].map((resourceType) => ({ resourceType, locations: [null] })),
  }));
}

function dependenciesOf({ resources }: DeploymentPlan): readonly Json[] {
  const byKey = new Map(resources.map((resource) => [resource.key, resource]));
  const describe = ({ id, key, type, name }: PlannedResource): JsonObject => ({
    id: id ?? key,
    resourceType: type,
    resourceName: name,
  });
  return resources
    .filter(({ dependsOn, existing, condition }) => dependsOn.length > 0 && !existing && condition)
    .map((resource) => ({
      dependsOn: resource.dependsOn.flatMap((key) => {
        const found = byKey.get(key);
        return found === undefined || found.existing ? [] : [describe(found)];
      }),
      ...describe(resource),
    }));
}
