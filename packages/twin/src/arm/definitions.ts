import type { TypeDefinition } from '../providers/type-definition.ts';
import type { Arm } from './context.ts';
import { armErrors } from './errors.ts';
import { isLeftOut } from './left-out.ts';
import { normaliseLocation, isKnownLocation, regionNames } from './locations.ts';
import { registrationKey } from './state.ts';
import { enforce, holds } from './rules.ts';

/** Namespaces that every subscription has without registering them. */
const ALWAYS_REGISTERED: ReadonlySet<string> = new Set([
  'microsoft.authorization',
  'microsoft.resources',
  'microsoft.portal',
  'microsoft.features',
  'microsoft.consumption',
  'microsoft.resourcegraph',
]);

/**
 * What the twin knows of `type`, if `apiVersion` is one of its versions. Throws Azure Resource Manager's refusal of an
 * unknown namespace, type or version.
 */
export function definitionOf(arm: Arm, type: string, apiVersion: string, location = 'global'): TypeDefinition {
  const definition = arm.ports.definitions.get(type.toLowerCase());
  const namespace = type.split('/')[0] ?? type;
  if (definition === undefined) {
    if (isLeftOut(type)) throw armErrors.notImplemented(`resources of type '${type}'`);
    requireNamespace(arm, namespace);
    enforce(arm, 'resource-type-known', () => {
      throw armErrors.invalidResourceType(type, apiVersion);
    });
    throw armErrors.notImplemented(`resources of type '${type}'`);
  }
  enforce(arm, 'resource-api-version-known', () => {
    if (definition.apiVersions.some((version) => version.toLowerCase() === apiVersion.toLowerCase())) return;
    throw armErrors.noRegisteredProvider(definition.type, apiVersion, location, definition.apiVersions);
  });
  return definition;
}

function requireNamespace(arm: Arm, namespace: string): void {
  enforce(arm, 'resource-namespace-known', () => {
    if (!knownNamespaces(arm).has(namespace.toLowerCase())) throw armErrors.invalidNamespace(namespace);
  });
}

/** Lower-case namespace to the way it is written. */
export function knownNamespaces(arm: Arm): ReadonlyMap<string, string> {
  const names = new Map([
    ['microsoft.resources', 'Microsoft.Resources'],
    ['microsoft.authorization', 'Microsoft.Authorization'],
    // None of its types is here, but subnets are delegated to it (api-management-virtual-network-v2-delegation-requirement.md).
    ['microsoft.web', 'Microsoft.Web'],
  ]);
  for (const { type } of arm.ports.definitions.values()) {
    const namespace = type.split('/')[0] ?? type;
    names.set(namespace.toLowerCase(), namespace);
  }
  return names;
}

/** Registration of a namespace in a subscription, as ARM names its states. */
export function registrationState(
  arm: Arm,
  subscriptionId: string,
  namespace: string,
): 'Registered' | 'Registering' | 'NotRegistered' {
  const lower = namespace.toLowerCase();
  if (ALWAYS_REGISTERED.has(lower)) return 'Registered';
  const since = arm.state.registrations.get(registrationKey(subscriptionId, namespace));
  if (since === undefined) return 'NotRegistered';
  return since <= arm.world.clock.now ? 'Registered' : 'Registering';
}

/** Refuses a write of a type whose namespace the subscription has not registered. */
export function requireRegistration(arm: Arm, type: string, subscriptionId = arm.world.tenant.subscriptionId): void {
  const namespace = type.split('/')[0] ?? type;
  if (isLeftOut(type)) throw armErrors.notImplemented(`resources of type '${type}'`);
  requireNamespace(arm, namespace);
  enforce(arm, 'resource-provider-registered', () => {
    if (registrationState(arm, subscriptionId, namespace) === 'NotRegistered')
      throw armErrors.notRegistered(subscriptionId, namespace);
  });
}

/** Refuses a location that the type needs and lacks, or that does not exist. */
export function requireLocation(arm: Arm, definition: TypeDefinition, location: string | undefined): void {
  if (definition.location === 'none') return;
  if (location === undefined || location === '') {
    if (definition.location === 'required' && holds(arm, 'resource-location-given')) throw armErrors.locationRequired();
    return;
  }
  enforce(arm, 'resource-location-known', () => {
    if (!isKnownLocation(location))
      throw armErrors.locationUnavailable(normaliseLocation(location), definition.type, regionNames());
  });
}
