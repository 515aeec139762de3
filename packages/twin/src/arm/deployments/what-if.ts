import { expand, type DeploymentPlan, type Expansion } from '@lz/arm';
import type { TwinResponse } from '../../kernel/http.ts';
import type { Json, JsonObject, Resource } from '../../kernel/store.ts';
import { originOf, requireRight, type Arm, type ArmContext } from '../context.ts';
import { armErrors } from '../errors.ts';
import { ancestorsOf, isWithin, resourceGroupIdOf, typeOfId } from '../ids.ts';
import { asObject, asString, omit } from '../json.ts';

import { splitSecrets } from '../secrets.ts';
import { TAGS_TYPE, tagsScope } from '../tags.ts';
import { viewResource, withoutUndefined } from '../view.ts';
import { planRequest } from './create.ts';
import { compareResources } from './delta.ts';
import { onlyIfNotExistsIds, preflight } from './preflight.ts';
import { deploymentId, scopePath, type DeploymentScope } from './record.ts';
import { asArmError, readRequest, type DeploymentRequest } from './request.ts';

const NO_QUERY = new URLSearchParams();

/** `POST …/deployments/{name}/whatIf`: 202 and a Location that has the result; nothing is written. */
export function startWhatIf(context: ArmContext, scope: DeploymentScope, name: string): TwinResponse {
  const { arm } = context;
  const id = deploymentId(scope, name);
  requireRight(context, 'Microsoft.Resources/deployments/whatIf/action', id);
  const request = readRequest(context, scope, name);
  const plan = planRequest(context, request, 'whatIf');
  preflight(arm, plan, context.caller.principalId, name);
  const key = arm.world.guid(`whatIf:${id.toLowerCase()}:${arm.state.nextNumber()}`);
  arm.state.whatIfResults.set(key, predict(arm, request, plan));
  const location = `${originOf(context)}${id}/operationResults/${key}?api-version=${context.apiVersion}`;
  return { status: 202, headers: { location, ...context.arm.retryAfter }, wrote: false };
}

/** The result behind the Location of a what-if. */
export function showWhatIf(context: ArmContext, key: string): TwinResponse {
  const body = context.arm.state.whatIfResults.get(key.toLowerCase());
  if (body === undefined) throw armErrors.notFound(context.path);
  return { status: 200, body };
}

function predict(arm: Arm, request: DeploymentRequest, plan: DeploymentPlan): JsonObject {
  const expansion = expandRequest(request, plan);
  const kept = onlyIfNotExistsIds(plan);
  const changes = expansion.predictedResources.flatMap((predicted) => changeOf(arm, predicted, kept));
  const ignored = ignoredResources(arm, request, expansion);
  const onlyIds = asString(asObject(request.properties['whatIfSettings'])['resultFormat']) === 'ResourceIdOnly';
  const shown = [...changes, ...ignored].map((change) => (onlyIds ? omit(change, 'before', 'after', 'delta') : change));
  const diagnostics = expansion.diagnostics.map((line) => {
    const [code = '', ...message] = line.split(': ');
    return { level: 'Warning', code, message: message.join(': ') };
  });
  return { status: 'Succeeded', properties: { changes: shown as readonly Json[], potentialChanges: [], diagnostics } };
}

/** Unlike the engine off line, Azure knows where it is; what only a running deployment knows stays an expression. */
function expandRequest(
  { scope, name, template, parameters }: DeploymentRequest,
  { context }: DeploymentPlan,
): Expansion {
  const { location, tenantId, deployer, environment, subscriptionProperties, tenantProperties, utcNow } = context;
  const { resourceGroupProperties } = context;
  const surroundings = {
    deployer,
    environment,
    resourceGroupProperties,
    subscriptionProperties,
    tenantProperties,
    utcNow,
  };
  return asArmError(() =>
    expand({
      template,
      parameters,
      ...(tenantId === undefined ? {} : { tenantId }),
      subscriptionId: scope.subscriptionId,
      ...(scope.kind === 'resourceGroup' ? { resourceGroup: scope.resourceGroup } : {}),
      ...(location === undefined ? {} : { location }),
      deploymentName: name,
      surroundings: definedMembers(surroundings),
    }),
  );
}

function definedMembers<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** What would happen to one predicted resource. */
function changeOf(arm: Arm, predicted: JsonObject, kept: ReadonlySet<string>): readonly JsonObject[] {
  const id = asString(predicted['id']);
  if (id === undefined || id.startsWith('[')) return [unsupported(id ?? asString(predicted['type']) ?? '')];
  const after = withoutSecrets(arm, predicted);
  if (id.toLowerCase().endsWith(`/${TAGS_TYPE}/default`.toLowerCase())) return [tagsChange(arm, id, after)];
  const existing = arm.world.store.get(id);
  if (existing === undefined) return [{ resourceId: id, changeType: 'Create', after }];
  const before = viewResource(existing, undefined, NO_QUERY, arm.world);
  if (kept.has(id.toLowerCase())) return [{ resourceId: existing.id, changeType: 'NoChange', before, after: before }];
  const delta = compareResources(before, omit(after, 'id', 'type', 'name', 'apiVersion'));
  const changeType = delta.length === 0 ? 'NoChange' : 'Modify';
  return [
    {
      resourceId: existing.id,
      changeType,
      before,
      after,
      ...(delta.length === 0 ? {} : { delta: delta as unknown as Json }),
    },
  ];
}

/** Tags as a resource of their own are stored with what they are on. */
function tagsChange(arm: Arm, id: string, after: JsonObject): JsonObject {
  const target = arm.world.store.get(tagsScope(id));
  if (target === undefined) return { resourceId: id, changeType: 'Create', after };
  const before = { id, name: 'default', type: TAGS_TYPE, properties: { tags: target.tags ?? {} } };
  const wanted = { tags: asObject(asObject(after['properties'])['tags']) };
  const delta = compareResources(before.properties, wanted);
  if (delta.length === 0) return { resourceId: id, changeType: 'NoChange', before, after };
  return { resourceId: id, changeType: 'Modify', before, after, delta: delta as unknown as Json };
}

function unsupported(resourceId: string): JsonObject {
  return {
    resourceId,
    changeType: 'Unsupported',
    unsupportedReason:
      'Changes to the resource cannot be analyzed because its resource ID or API version cannot be calculated until the deployment is under way.',
  };
}

/** Values that no GET shows cannot be compared: what-if leaves them out. */
function withoutSecrets(arm: Arm, predicted: JsonObject): JsonObject {
  const definition = arm.ports.definitions.get(
    typeOfId(asString(predicted['id']), asString(predicted['type']) ?? '').toLowerCase(),
  );
  const properties = predicted['properties'];
  if (properties === undefined || definition?.secrets === undefined) return predicted;
  return { ...predicted, properties: splitSecrets(asObject(properties), definition.secrets).properties };
}

/** What is in a touched resource group and not in the template: an incremental deployment leaves it alone. */
function ignoredResources(arm: Arm, { scope }: DeploymentRequest, expansion: Expansion): readonly JsonObject[] {
  const ids = new Set(expansion.predictedResources.map((item) => (asString(item['id']) ?? '').toLowerCase()));
  const groups = new Set([...ids].map((id) => resourceGroupIdOf(id)?.toLowerCase()).filter((id) => id !== undefined));
  if (scope.kind === 'resourceGroup') groups.add(scopePath(scope).toLowerCase());
  return [...arm.world.store.all()]
    .filter((resource) => isTopLevel(resource) && !ids.has(resource.id.toLowerCase()))
    .filter((resource) => [...groups].some((group) => isWithin(resource.id, group)))
    .map((resource) => {
      const before = viewResource(resource, undefined, NO_QUERY, arm.world);
      return withoutUndefined({ resourceId: resource.id, changeType: 'Ignore', before, after: before });
    });
}

function isTopLevel({ id }: Resource): boolean {
  return ancestorsOf(id).resourceGroup !== undefined && id.split('/').length === 9;
}
