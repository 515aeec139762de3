import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import type { DurationKey } from '../durations.ts';
import type { Rule, TypeDefinition, WriteRequest } from '../type-definition.ts';
import { merge, pick, without } from './json.ts';

/** What a type says of itself; `defineType` makes the engine's `TypeDefinition` of it. */
export interface TypeSpec extends Omit<
  TypeDefinition,
  'accept' | 'complete' | 'createDuration' | 'updateDuration' | 'deleteDuration' | 'rules' | 'location'
> {
  readonly location?: TypeDefinition['location'];
  readonly duration:
    DurationKey | { readonly create: DurationKey; readonly update: DurationKey; readonly delete?: DurationKey };
  readonly rules?: readonly Rule[];
  /** State while the write goes on. Default: `Creating` and `Updating`. */
  readonly running?: { readonly create: string; readonly update: string };
  /** `false`: a GET of a finished resource shows no provisioningState. */
  readonly showsState?: boolean;
  /** What Azure fills in where the write says nothing. */
  readonly defaults?: (request: WriteRequest, world: World) => JsonObject;
  /** Rewrites what was sent into what is kept (an import becomes operations). Default: as sent. */
  readonly keep?: (request: WriteRequest, world: World) => JsonObject;
  /** Read-only members that are known at once. */
  readonly readOnly?: (request: WriteRequest, world: World) => JsonObject;
  /** Read-only members that exist when the write has ended. Must give the same for the same resource. */
  readonly outputs?: (resource: Resource, world: World) => JsonObject;
}

/** Members that a write never sets, whatever it sends. */
const NEVER_SET = ['provisioningState'];

/** A type whose GET shows defaults, what was sent and read-only members, and `Succeeded` when it is over. */
export function defineType(spec: TypeSpec): TypeDefinition {
  const { duration, running, showsState, defaults, keep, readOnly, outputs, rules, location, ...rest } = spec;
  const durations = typeof duration === 'string' ? { create: duration, update: duration } : duration;
  const deleteDuration = 'delete' in durations ? durations.delete : durations.update;
  const states = running ?? { create: 'Creating', update: 'Updating' };
  const quick = spec.asyncStyle === 'none';
  return {
    ...rest,
    location: location ?? 'none',
    createDuration: durations.create,
    updateDuration: durations.update,
    deleteDuration,
    rules: rules ?? [],
    accept(request, world) {
      const sent = without(keep?.(request, world) ?? request.properties, NEVER_SET);
      const before = request.existing;
      const carried = before === undefined ? {} : pick(before.properties, Object.keys(outputs?.(before, world) ?? {}));
      const connections = pick(before?.properties ?? {}, ['privateEndpointConnections']);
      const known = {
        ...carried,
        ...connections,
        ...merge(defaults?.(request, world) ?? {}, sent),
        ...readOnly?.(request, world),
      };
      if (quick && showsState === false) return known;
      return { ...known, provisioningState: before === undefined ? states.create : states.update };
    },
    complete(resource, world) {
      const properties = { ...resource.properties, ...outputs?.(resource, world) };
      if (showsState === false) return { ...resource, properties: without(properties, ['provisioningState']) };
      return { ...resource, properties: { ...properties, provisioningState: 'Succeeded' } };
    },
  };
}

/** A type that only the platform writes (a revision, a network interface): reads and lists work, a PUT is refused. */
export function defineReadOnly(spec: Pick<TypeSpec, 'type' | 'apiVersions'> & Partial<TypeSpec>): TypeDefinition {
  const refuse: Rule = {
    id: `${ruleName(spec.type)}-read-only`,
    source: 'Azure REST reference: the type has no PUT',
    when: 'accept',
    check: (request) => ({
      status: 405,
      code: 'HttpMethodNotAllowed',
      message: `The HTTP method 'PUT' is not supported for resources of type '${request.type}'.`,
    }),
  };
  return defineType({ asyncStyle: 'none', duration: 'none', showsState: false, ...spec, rules: [refuse] });
}

/** `virtual-networks-subnets` of `Microsoft.Network/virtualNetworks/subnets`: how rule ids begin. */
export function ruleName(type: string): string {
  return type
    .split('/')
    .slice(1)
    .join('-')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
