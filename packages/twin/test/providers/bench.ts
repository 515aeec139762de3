import { completeIdentity } from '../../src/arm/identity.ts';
import { parseResourceId } from '../../src/arm/ids.ts';
import { splitSecrets } from '../../src/arm/secrets.ts';
import type { Json, JsonObject, Resource } from '../../src/kernel/store.ts';
import type { Tenant, World } from '../../src/kernel/world.ts';
import { textAt } from '../../src/providers/common/json.ts';
import { allDefinitions as definitions } from '../../src/world/rules.ts';
import type { Refusal, Rule, TypeDefinition, WriteRequest } from '../../src/providers/type-definition.ts';
import { createWorld } from '../../src/world/create-world.ts';

/** Every bench is of one tenant, so that a case may name ids. */
export const SEED = 7;
export const TENANT: Tenant = createWorld(SEED, () => ({})).tenant;
export const SUBSCRIPTION = `/subscriptions/${TENANT.subscriptionId}`;

/** A write as a test says it: where, and the body. `id` is relative to the spoke's resource group unless it begins with a slash. */
export interface Write {
  readonly id: string;
  readonly body: JsonObject;
  readonly apiVersion?: string;
}

export interface RefusedBy {
  readonly rule: Rule;
  readonly refusal: Refusal;
}

/** A world with a store and a clock and nothing else: definitions are called directly, as the ARM engine calls them. */
export class Bench {
  readonly world: World;

  /** A world of its own, or `world`; what `from` holds is in it, and its clock stands as there. */
  constructor(from?: Bench, world: World = createWorld(SEED, () => ({}))) {
    this.world = world;
    for (const resource of from?.world.store.all() ?? []) this.world.store.put(resource);
    if (from !== undefined) this.world.clock.spend(from.world.clock.now - this.world.clock.now);
  }

  /** The full id of `id`. */
  id(id: string): string {
    return id.startsWith('/')
      ? id
      : `/subscriptions/${this.world.tenant.subscriptionId}/resourceGroups/rg/providers/${id}`;
  }

  get(id: string): Resource {
    const found = this.world.store.get(this.id(id));
    if (found === undefined) throw new Error(`${id} is not there`);
    return found;
  }

  /** The text at a dotted path of a resource's properties. Throws where there is none. */
  text(id: string, path: string): string {
    const found = textAt(this.get(id).properties, path);
    if (found === undefined) throw new Error(`${id} has no text ${path}`);
    return found;
  }

  /** Puts a member over `properties` of a stored resource: how a test brings about a state. */
  alter(id: string, properties: JsonObject): void {
    const resource = this.get(id);
    this.world.store.put({ ...resource, properties: { ...resource.properties, ...properties } });
  }

  request(write: Write): { definition: TypeDefinition; request: WriteRequest } {
    const parsed = parseResourceId(this.id(write.id));
    const definition = definitions.get(parsed.type.toLowerCase());
    if (definition === undefined) throw new Error(`${parsed.type} has no definition`);
    const { body } = write;
    const existing = this.world.store.get(parsed.id);
    const location = typeof body['location'] === 'string' ? body['location'] : existing?.location;
    const identity = completeIdentity(this.world, parsed.id, body['identity']);
    const request: WriteRequest = {
      id: parsed.id,
      type: definition.type,
      name: parsed.name,
      parentId: parsed.parentId,
      apiVersion: write.apiVersion ?? definition.apiVersions[0] ?? '',
      ...(location === undefined || definition.location === 'none' ? {} : { location }),
      ...(isObject(body['sku']) ? { sku: body['sku'] } : {}),
      ...(typeof body['kind'] === 'string' ? { kind: body['kind'] } : {}),
      ...(identity === undefined ? {} : { identity }),
      ...(Array.isArray(body['zones']) ? { zones: body['zones'].map(String) } : {}),
      properties: isObject(body['properties']) ? body['properties'] : {},
      body,
      existing,
      principalId: this.world.tenant.deploy.objectId,
    };
    return { definition, request };
  }

  /** The first rule that refuses `write`, whenever it is checked; `without` leaves one rule out. */
  refusedBy(write: Write, without?: string): RefusedBy | undefined {
    const { definition, request } = this.request(write);
    for (const when of ['accept', 'complete'] as const) {
      for (const rule of definition.rules) {
        const refusal = rule.when === when && rule.id !== without ? rule.check(request, this.world) : undefined;
        if (refusal !== undefined) return { rule, refusal };
      }
    }
    return undefined;
  }

  /** Carries out a write that no rule refuses, and lets `minutes` pass before it is complete. */
  put(
    id: string,
    body: JsonObject,
    options: { readonly apiVersion?: string; readonly minutes?: number } = {},
  ): Resource {
    const write: Write = { id, body, ...(options.apiVersion === undefined ? {} : { apiVersion: options.apiVersion }) };
    const refused = this.refusedBy(write);
    if (refused !== undefined) throw new Error(`${id}: ${refused.rule.id}: ${refused.refusal.message}`);
    const { definition, request } = this.request(write);
    const accepted = splitSecrets(
      definition.accept?.(request, this.world) ?? request.properties,
      definition.secrets ?? [],
    );
    const sent = splitSecrets(request.properties, definition.secrets ?? []).secrets;
    const { location, sku, kind, identity, existing } = request;
    const resource: Resource = {
      id: request.id,
      type: request.type,
      name: request.name,
      apiVersion: request.apiVersion,
      ...(location === undefined ? {} : { location }),
      ...(sku === undefined ? {} : { sku }),
      ...(kind === undefined ? {} : { kind }),
      ...(identity === undefined ? {} : { identity }),
      properties: accepted.properties,
      secrets: { ...existing?.secrets, ...sent, ...accepted.secrets },
      etag: this.world.guid(`${request.id}:${this.world.store.version}`),
      createdAt: existing?.createdAt ?? this.world.clock.now,
      changedAt: this.world.clock.now,
    };
    this.world.store.put(resource);
    this.world.clock.spend((options.minutes ?? 0) * 60_000);
    const complete = definition.complete?.(resource, this.world) ?? resource;
    this.world.store.put(complete);
    definition.afterComplete?.(complete, this.world);
    return this.get(request.id);
  }

  /** A resource group, as Azure Resource Manager keeps it. */
  addGroup(name: string, location: string): void {
    const id = `${SUBSCRIPTION}/resourceGroups/${name}`;
    const { now } = this.world.clock;
    this.world.store.put({
      ...{ id, type: 'Microsoft.Resources/resourceGroups', name, apiVersion: '2025-04-01', location },
      ...{ properties: { provisioningState: 'Succeeded' }, secrets: {}, etag: id, createdAt: now, changedAt: now },
    });
  }

  /** Why a delete is refused, or nothing: then it is carried out as the engine does. */
  delete(id: string, query = ''): Refusal | undefined {
    const resource = this.get(id);
    const refusal = definitions
      .get(resource.type.toLowerCase())
      ?.refuseDelete?.(resource, this.world, new URLSearchParams(query.toLowerCase()));
    if (refusal !== undefined) return refusal;
    for (const gone of this.world.store.delete(resource.id))
      definitions.get(gone.type.toLowerCase())?.afterDelete?.(gone, this.world);
    return undefined;
  }

  /** What a GET shows. */
  show(id: string, query = ''): Resource {
    const resource = this.get(id);
    return (
      definitions.get(resource.type.toLowerCase())?.show?.(resource, new URLSearchParams(query), this.world) ?? resource
    );
  }

  /** Gives `principalId` a role at `scope`, effective at once unless `fresh`. */
  assign(scope: string, principalId: string, roleId: string, fresh = false): void {
    const id = `${this.id(scope)}/providers/Microsoft.Authorization/roleAssignments/${this.world.guid(`${scope}:${principalId}:${roleId}`)}`;
    const createdAt = this.world.clock.now - (fresh ? 0 : 3_600_000);
    this.world.store.put({
      id,
      type: 'Microsoft.Authorization/roleAssignments',
      name: id.split('/').at(-1) ?? '',
      apiVersion: '2022-04-01',
      properties: {
        principalId,
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
        principalType: 'ServicePrincipal',
      },
      secrets: {},
      etag: id,
      createdAt,
      changedAt: createdAt,
    });
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `body` with the value at a dotted path of its `properties` replaced; `undefined` removes it. Lists: `securityRules.0`. */
export function change(body: JsonObject, path: string, value: Json | undefined): JsonObject {
  return set(body, path.split('.'), value) as JsonObject;
}

function set(target: Json | undefined, path: readonly string[], value: Json | undefined): Json {
  const [head, ...rest] = path;
  if (head === undefined) return value ?? null;
  if (Array.isArray(target)) {
    return (target as readonly Json[]).map((item, index) => (String(index) === head ? set(item, rest, value) : item));
  }
  const object = isObject(target) ? target : {};
  if (rest.length === 0 && value === undefined)
    return Object.fromEntries(Object.entries(object).filter(([key]) => key !== head));
  return { ...object, [head]: set(object[head], rest, value) };
}
