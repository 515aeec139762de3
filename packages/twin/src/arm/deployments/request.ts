import { parseTemplate, publicCloud, TemplateError, type DeploymentContext, type ParameterInputs } from '@lz/arm';
import { AzureError } from '../../kernel/http.ts';
import type { JsonObject } from '../../kernel/store.ts';
import { subscriptionNamed } from '../../kernel/world.ts';
import { objectBody, type Arm, type ArmContext } from '../context.ts';
import { armErrors, refuse } from '../errors.ts';
import { asObject, asString, isObject } from '../json.ts';
import { isKnownLocation, normaliseLocation, regionNames } from '../locations.ts';
import { groupId } from '../groups.ts';
import { enforce, holds } from '../rules.ts';
import { deploymentId, type DeploymentScope } from './record.ts';

/** What a client asks to be deployed, validated or predicted. */
export interface DeploymentRequest {
  readonly scope: DeploymentScope;
  readonly name: string;
  readonly location: string | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly template: JsonObject;
  readonly parameters: ParameterInputs;
  readonly properties: JsonObject;
}

const NAME = /^[-\w._()]+$/;

/** Reads the body of a deployment request. Throws ARM's refusal of what it cannot be, and of what the twin cannot do. */
export function readRequest(context: ArmContext, scope: DeploymentScope, name: string): DeploymentRequest {
  enforce(context.arm, 'deployment-name', () => {
    refuseName(name);
  });
  const body = objectBody(context);
  const properties = asObject(body['properties']);
  refuseUnsupported(properties);
  const template = properties['template'];
  if (!isObject(template)) {
    throw refuse(400, 'InvalidTemplate', 'Deployment template validation failed: the request has no template.');
  }
  const tags = body['tags'];
  return {
    scope,
    name,
    location: readLocation(context.arm, scope, name, asString(body['location'])),
    tags: isObject(tags) ? (tags as Record<string, string>) : undefined,
    template,
    parameters: asObject(properties['parameters']) as ParameterInputs,
    properties,
  };
}

function refuseName(name: string): void {
  if (name.length <= 64 && NAME.test(name)) return;
  throw refuse(
    400,
    'InvalidDeploymentName',
    `The deployment name '${name}' is invalid: 1 to 64 letters, digits, '-', '_', '.', '(' or ')'.`,
  );
}

function refuseUnsupported(properties: JsonObject): void {
  const mode = asString(properties['mode']) ?? 'Incremental';
  if (!['incremental', 'complete'].includes(mode.toLowerCase())) {
    throw armErrors.invalidContent(
      `Error converting value "${mode}" to type 'DeploymentMode'. Path 'properties.mode'.`,
    );
  }
  if (mode.toLowerCase() !== 'incremental') throw armErrors.notImplemented(`deployments in mode '${mode}'`);
  for (const member of ['templateLink', 'parametersLink', 'onErrorDeployment'] as const) {
    if (isObject(properties[member])) throw armErrors.notImplemented(`'${member}' of a deployment`);
  }
}

function readLocation(
  arm: Arm,
  scope: DeploymentScope,
  name: string,
  location: string | undefined,
): string | undefined {
  const misplaced = (rule: string): Error =>
    refuse(
      400,
      'InvalidDeployment',
      `The 'location' property ${rule} for '${name}'. Please see https://aka.ms/deploy-to-subscription for usage details.`,
    );
  if (scope.kind === 'resourceGroup') {
    if (location !== undefined && holds(arm, 'deployment-location')) throw misplaced('is not allowed');
    return undefined;
  }
  if (location === undefined) {
    if (holds(arm, 'deployment-location')) throw misplaced('must be specified');
    return undefined;
  }
  if (!isKnownLocation(location)) {
    throw armErrors.locationUnavailable(location, 'Microsoft.Resources/deployments', regionNames());
  }
  return normaliseLocation(location);
}

/** What the template's scope functions answer. `attempt` tells the new GUIDs of two deployments of one name apart. */
export function planContext(
  arm: Arm,
  request: DeploymentRequest,
  principalId: string,
  attempt: string,
): DeploymentContext {
  const { scope, name, location } = request;
  const { tenant } = arm.world;
  const { tenantId } = tenant;
  let guids = 0;
  return {
    scope: scope.kind,
    tenantId,
    subscriptionId: scope.subscriptionId,
    subscriptionProperties: { displayName: subscriptionNamed(tenant, scope.subscriptionId)?.name ?? '' },
    tenantProperties: { displayName: 'Twin', countryCode: 'SE' },
    ...(scope.kind === 'resourceGroup'
      ? {
          resourceGroup: scope.resourceGroup,
          resourceGroupProperties: groupProperties(arm, scope.subscriptionId, scope.resourceGroup),
        }
      : {}),
    deploymentName: name,
    ...(location === undefined ? {} : { location }),
    deployer: { objectId: principalId, tenantId },
    environment: publicCloud,
    utcNow: new Date(arm.world.clock.now),
    newGuid: () => {
      guids += 1;
      return arm.world.guid(`newGuid:${deploymentId(scope, name).toLowerCase()}:${attempt}:${guids}`);
    },
  };
}

/** What `resourceGroup()` answers besides id, name and type; undefined members where the group is not there yet. */
export function groupProperties(arm: Arm, subscriptionId: string, resourceGroup: string): JsonObject {
  const group = arm.world.store.get(groupId(subscriptionId, resourceGroup));
  if (group === undefined) return {};
  const { location = '', tags = {}, properties } = group;
  return { location, tags, properties };
}

/** Runs `action`; what the template engine refuses becomes ARM's 400. */
export function asArmError<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof TemplateError) throw new AzureError(400, error.toInfo());
    throw error;
  }
}

/** Refuses a template that is written for another scope. */
export function refuseOtherScope(arm: Arm, { scope, template }: DeploymentRequest): void {
  const wanted = asArmError(() => parseTemplate(template)).scope;
  if (wanted === scope.kind || !holds(arm, 'deployment-scope')) return;
  throw refuse(
    400,
    'InvalidSchema',
    `The template schema '${asString(template['$schema']) ?? ''}' is not supported for a deployment at ${scope.kind} scope: it is one for ${wanted} scope.`,
  );
}
