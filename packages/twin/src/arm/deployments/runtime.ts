import type { ListRequest, ReferenceRequest, Runtime } from '@lz/arm';
import type { Json, JsonObject } from '../../kernel/store.ts';
import { refusalError, type Arm } from '../context.ts';
import { definitionOf } from '../definitions.ts';
import { armErrors, refuse } from '../errors.ts';
import { ancestorsOf, parsePath, resourceGroupIdOf } from '../ids.ts';
import { asObject, omit } from '../json.ts';
import { viewResource } from '../view.ts';

const NO_QUERY = new URLSearchParams();

/** What a running deployment knows beyond the store. */
export interface RunMemory {
  /** `properties` of nested deployments, secure outputs included, by lower-case id. Never stored, never shown. */
  readonly deployments: Map<string, JsonObject>;
}

/** Answers `reference()` and `list*()` from the store, with the rights of the caller. */
export function createRuntime(arm: Arm, principalId: string, memory: RunMemory): Runtime {
  return {
    reference: (request) => reference(arm, principalId, memory, request),
    list: (request) => list(arm, principalId, request),
  };
}

function reference(arm: Arm, principalId: string, memory: RunMemory, request: ReferenceRequest): Json {
  const { id } = request;
  if (id === undefined)
    throw armErrors.notImplemented(`references to resources of an extension ('${request.key ?? ''}')`);
  const deployment = memory.deployments.get(id.toLowerCase()) ?? pastDeployment(arm, id);
  if (deployment !== undefined) return request.full ? { properties: deployment } : deployment;
  const resource = arm.world.store.get(id);
  if (resource === undefined) {
    if (request.nullIfNotFound) return null;
    throw notFound(arm, id);
  }
  const refusal = arm.ports.authorize(principalId, `${resource.type}/read`, resource.id);
  if (refusal !== undefined) throw refusalError(refusal);
  const definition = arm.ports.definitions.get(resource.type.toLowerCase());
  const shown = viewResource(resource, definition, NO_QUERY, arm.world);
  if (!request.full) return asObject(shown['properties']);
  const { subscriptionId = '', resourceGroup } = ancestorsOf(resource.id);
  return {
    ...omit(shown, 'id', 'name', 'type'),
    apiVersion: request.apiVersion ?? resource.apiVersion,
    subscriptionId,
    ...(resourceGroup === undefined ? {} : { resourceGroupName: resourceGroup }),
    scope: resourceGroupIdOf(resource.id) ?? '',
    resourceId: resource.id.split('/providers/').at(-1) ?? resource.id,
    referenceApiVersion: request.apiVersion ?? resource.apiVersion,
    condition: true,
    isConditionTrue: true,
    isTemplateResource: false,
    isAction: false,
    provisioningOperation: 'Read',
  };
}

/** A deployment that is over, by its id: outputs can be read across deployments. */
function pastDeployment(arm: Arm, id: string): JsonObject | undefined {
  const deployment = arm.state.deployments.get(id.toLowerCase());
  if (deployment === undefined) return undefined;
  return { provisioningState: deployment.state, outputs: deployment.outputs ?? {}, parameters: deployment.parameters };
}

function list(arm: Arm, principalId: string, request: ListRequest): Json {
  const resource = arm.world.store.get(request.id);
  if (resource === undefined) throw notFound(arm, request.id);
  const action = `${resource.type}/${request.functionName}/action`;
  const refusal = arm.ports.authorize(principalId, action, resource.id);
  if (refusal !== undefined) throw refusalError(refusal);
  const handler = definitionOf(arm, resource.type, request.apiVersion).actions?.[request.functionName.toLowerCase()];
  if (handler === undefined) throw armErrors.notImplemented(`the action '${request.functionName}' of ${resource.type}`);
  const { world } = arm;
  const response = handler({ resource, world, body: request.body ?? null, query: NO_QUERY, principalId });
  // Template functions are answered within one virtual instant: an action that needs real time cannot be one.
  if (response instanceof Promise)
    throw armErrors.notImplemented(`${request.functionName}() of ${resource.type} in a template`);
  const { status, body } = response;
  if (status >= 400 || typeof body !== 'object')
    throw refuse(status, 'BadRequest', `${request.functionName}() of '${request.id}' failed with ${status}.`);
  return body as unknown as Json;
}

function notFound(arm: Arm, id: string): Error {
  const parsed = parsePath(id);
  const group = resourceGroupIdOf(id);
  if (group !== undefined && !arm.world.store.has(group)) return armErrors.groupNotFound(group.split('/').at(-1) ?? '');
  if (parsed.kind !== 'resource') return armErrors.groupNotFound(id.split('/').at(-1) ?? id);
  return armErrors.resourceNotFound(parsed.type, parsed.names, parsed.resourceGroup);
}
