import type { JsonObject, Resource } from '../kernel/store.ts';
import { subscriptionNamed } from '../kernel/world.ts';
import type { Refusal, TypeDefinition, WriteRequest } from '../providers/type-definition.ts';
import { refusalError, type Arm } from './context.ts';
import { definitionOf, requireLocation, requireRegistration } from './definitions.ts';
import { armErrors, ProviderRefusal } from './errors.ts';
import { completeIdentity } from './identity.ts';
import { parseResourceId, resourceGroupIdOf, type ResourceId } from './ids.ts';
import { asObject, asString, mergePatch } from './json.ts';
import { zonesOf } from '../providers/common/regions.ts';
import { normaliseLocation } from './locations.ts';
import { refuseLocked } from './locks.ts';
import { enforce, holds } from './rules.ts';
import { refuseTags } from './tag-rules.ts';

/** A PUT or PATCH of one resource, from a request or from a deployment. */
export interface WriteInput {
  readonly id: string;
  readonly body: JsonObject;
  readonly apiVersion: string;
  readonly principalId: string;
  readonly method: 'PUT' | 'PATCH';
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

/** A write that everybody agreed to; nothing is stored yet. */
export interface PreparedWrite {
  readonly definition: TypeDefinition;
  readonly request: WriteRequest;
  readonly resourceId: ResourceId;
}

/**
 * Everything Azure Resource Manager and the provider check before they accept a write. Throws AzureError with the first
 * refusal. Rights are not checked here: the caller has done so.
 */
export function prepareWrite(arm: Arm, input: WriteInput): PreparedWrite {
  const parsed = parseResourceId(input.id);
  requireSubscription(arm, parsed);
  requireGroup(arm, parsed);
  requireRegistration(arm, parsed.type, parsed.subscriptionId);
  const definition = definitionOf(arm, parsed.type, input.apiVersion, asString(input.body['location']));
  const resourceId = canonicalId(arm, parsed, definition);
  requireParent(arm, resourceId);
  const existing = arm.world.store.get(resourceId.id);
  enforce(arm, 'resource-not-being-deleted', () => {
    if (existing?.properties['provisioningState'] === 'Deleting') throw armErrors.beingDeleted(existing.id);
  });
  checkPreconditions(input, existing, resourceId, definition);
  refuseLocked(arm, resourceId.id, 'write');
  refuseTags(arm, input.body['tags'], parsed.type);
  const request = toWriteRequest(arm, input, resourceId, definition, existing);
  requireLocation(arm, definition, request.location);
  requireZones(arm, request);
  enforce(arm, 'resource-location-fixed', () => {
    requireSameLocation(existing, request);
  });
  const refusal = firstRefusal(definition, request, 'accept', arm);
  if (refusal !== undefined) {
    const { status, body, headers, curedByTime } = refusalError(refusal);
    throw new ProviderRefusal(status, body, headers, curedByTime);
  }
  return { definition, request, resourceId };
}

/** The first rule of `when` that says no. */
export function firstRefusal(
  definition: TypeDefinition,
  request: WriteRequest,
  when: 'accept' | 'complete',
  arm: Arm,
): Refusal | undefined {
  for (const rule of definition.rules) {
    const refusal = rule.when === when ? rule.check(request, arm.world) : undefined;
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Refuses what lies in a subscription that the tenant has not. */
export function requireSubscription(arm: Arm, { subscriptionId }: Pick<ResourceId, 'subscriptionId'>): void {
  if (subscriptionId !== undefined && subscriptionNamed(arm.world.tenant, subscriptionId) === undefined) {
    throw armErrors.subscriptionNotFound(subscriptionId);
  }
}

/** The resource group of `id`, if it lies in one. Throws ResourceGroupNotFound. */
export function requireGroup(
  arm: Arm,
  parsed: Pick<ResourceId, 'subscriptionId' | 'resourceGroup'>,
): Resource | undefined {
  const { subscriptionId, resourceGroup } = parsed;
  if (subscriptionId === undefined || resourceGroup === undefined) return undefined;
  const group = arm.world.store.get(`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`);
  if (group === undefined && holds(arm, 'resource-group-exists')) throw armErrors.groupNotFound(resourceGroup);
  enforce(arm, 'resource-group-not-being-deleted', () => {
    if (group?.properties['provisioningState'] === 'Deleting') throw armErrors.groupBeingDeleted(resourceGroup);
  });
  return group;
}

/** The id as it is stored: types as their definition writes them, scope and parent as they were first written. */
function canonicalId(arm: Arm, parsed: ResourceId, definition: TypeDefinition): ResourceId {
  const existing = arm.world.store.get(parsed.id);
  if (existing !== undefined) return parseResourceId(existing.id);
  const scopeResource = arm.world.store.get(parsed.scope) ?? arm.world.store.get(resourceGroupIdOf(parsed.scope) ?? '');
  const scope =
    scopeResource !== undefined && sameLength(scopeResource.id, parsed.scope) ? scopeResource.id : parsed.scope;
  const [namespace, ...types] = definition.type.split('/');
  const segments = types.flatMap((type, index) => [type, parsed.names[index] ?? '']);
  return parseResourceId([scope, 'providers', namespace, ...segments].join('/'));
}

function sameLength(a: string, b: string): boolean {
  return a.length === b.length;
}

function requireParent(arm: Arm, id: ResourceId): void {
  if (!holds(arm, 'resource-parent-exists')) return;
  if (id.parentType !== undefined && !arm.world.store.has(id.parentId)) {
    throw armErrors.parentNotFound(id.type, id.name, id.names.slice(0, -1).join('/'));
  }
  const extendsResource = id.parentType === undefined && id.scope.toLowerCase().includes('/providers/');
  if (extendsResource && !arm.world.store.has(id.scope)) {
    const extended = parseResourceId(id.scope);
    throw armErrors.resourceNotFound(extended.type, extended.names, extended.resourceGroup);
  }
}

function checkPreconditions(
  input: WriteInput,
  existing: Resource | undefined,
  id: ResourceId,
  definition: TypeDefinition,
): void {
  if (input.method === 'PATCH' && existing === undefined) {
    throw armErrors.resourceNotFound(id.type, id.names, id.resourceGroup);
  }
  if (input.method === 'PATCH' && definition.ifMatchRequired === true && input.ifMatch === undefined) {
    throw armErrors.ifMatchRequired();
  }
  if (!matchesEtag(input.ifMatch, existing)) throw armErrors.preconditionFailed(id.id);
  if (input.ifNoneMatch === '*' && existing !== undefined) throw armErrors.preconditionFailed(id.id);
}

/** Whether an If-Match header lets a change of `existing` through. */
export function matchesEtag(ifMatch: string | undefined, existing: Resource | undefined): boolean {
  if (ifMatch === undefined) return true;
  if (ifMatch.trim() === '*') return existing !== undefined;
  const wanted = ifMatch.trim().replace(/^W\//, '').replaceAll('"', '');
  return existing?.etag === wanted;
}

function toWriteRequest(
  arm: Arm,
  input: WriteInput,
  id: ResourceId,
  definition: TypeDefinition,
  existing: Resource | undefined,
): WriteRequest {
  const body = input.method === 'PATCH' && existing !== undefined ? patched(existing, input.body) : input.body;
  const location = asString(body['location']) ?? existing?.location;
  const identity = completeIdentity(arm.world, id.id, body['identity']);
  const zones = body['zones'];
  const kind = asString(body['kind']);
  return {
    id: id.id,
    type: definition.type,
    name: id.name,
    parentId: id.parentId,
    apiVersion: input.apiVersion,
    ...(location === undefined || definition.location === 'none' ? {} : { location: normaliseLocation(location) }),
    ...(body['tags'] === undefined || body['tags'] === null
      ? {}
      : { tags: asObject(body['tags']) as Record<string, string> }),
    ...(body['sku'] === undefined || body['sku'] === null ? {} : { sku: asObject(body['sku']) }),
    ...(kind === undefined ? {} : { kind }),
    ...(identity === undefined ? {} : { identity }),
    ...(Array.isArray(zones) ? { zones: zones.map(String) } : {}),
    properties: asObject(body['properties']),
    body,
    existing,
    principalId: input.principalId,
  };
}

function patched(existing: Resource, patch: JsonObject): JsonObject {
  const { location, tags, sku, kind, identity, zones, properties } = existing;
  const base = Object.fromEntries(
    Object.entries({ location, tags, sku, kind, identity, zones, properties }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as JsonObject;
  return mergePatch(base, patch);
}

/** Refuses zones that the region does not have. */
function requireZones(arm: Arm, { type, name, location = '', zones = [] }: WriteRequest): void {
  if (zones.length === 0) return;
  const offered = zonesOf(location);
  enforce(arm, 'resource-zones-offered', () => {
    if (offered.length === 0) throw armErrors.zonesNotSupported(type, name, location);
  });
  enforce(arm, 'resource-zones-known', () => {
    const wrong = zones.filter((zone) => offered.length > 0 && !offered.includes(zone));
    if (wrong.length > 0) throw armErrors.invalidZones(type, name, wrong, location, offered);
  });
}

function requireSameLocation(existing: Resource | undefined, request: WriteRequest): void {
  if (existing?.location === undefined || request.location === undefined) return;
  if (normaliseLocation(existing.location) !== normaliseLocation(request.location)) {
    throw armErrors.locationChanged(request.type, request.name, existing.location, request.location);
  }
}
