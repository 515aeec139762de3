import type { TwinResponse } from '../kernel/http.ts';
import type { TypeDefinition } from '../providers/type-definition.ts';
import { requireRight, type Arm, type ArmContext } from './context.ts';
import { knownNamespaces, registrationState } from './definitions.ts';
import { armErrors } from './errors.ts';
import { listLocations } from './locations.ts';
import { registrationKey } from './state.ts';
import { requireSubscription } from './write-prepare.ts';

/** Virtual milliseconds that a registration takes. Assumption. */
const REGISTRATION_MS = 40_000;

/** `GET /subscriptions/{id}/providers`, `GET /providers`. */
export function listProviders(
  context: ArmContext,
  subscriptionId = context.arm.world.tenant.subscriptionId,
): TwinResponse {
  requireSubscription(context.arm, { subscriptionId });
  const names = [...knownNamespaces(context.arm).values()].sort();
  const value = names.map((namespace) => provider(context.arm, subscriptionId, namespace));
  return { status: 200, body: { value }, pending: value.some(isRegistering) };
}

/** `GET /subscriptions/{id}/providers/{namespace}`. */
export function readProvider(
  context: ArmContext,
  namespace: string,
  subscriptionId = context.arm.world.tenant.subscriptionId,
): TwinResponse {
  requireSubscription(context.arm, { subscriptionId });
  const body = provider(context.arm, subscriptionId, requireNamespace(context.arm, namespace));
  return { status: 200, body, pending: isRegistering(body) };
}

/** `POST …/providers/{namespace}/register`: accepted at once, done a moment later. */
export function registerProvider(context: ArmContext, namespace: string, subscriptionId: string): TwinResponse {
  const { arm } = context;
  requireSubscription(arm, { subscriptionId });
  requireRight(context, `${namespace}/register/action`, `/subscriptions/${subscriptionId}`);
  const name = requireNamespace(arm, namespace);
  if (registrationState(arm, subscriptionId, name) === 'NotRegistered') {
    const readyAt = arm.world.clock.now + REGISTRATION_MS;
    arm.state.registrations.set(registrationKey(subscriptionId, name), readyAt);
    // The event carries no work: it is the instant that a waiting client must be brought to.
    arm.world.clock.at(readyAt, `registration:${registrationKey(subscriptionId, name)}`, () => undefined);
  }
  return { status: 200, body: provider(arm, subscriptionId, name), wrote: true };
}

/** `POST …/providers/{namespace}/unregister`. */
export function unregisterProvider(context: ArmContext, namespace: string, subscriptionId: string): TwinResponse {
  const { arm } = context;
  requireSubscription(arm, { subscriptionId });
  requireRight(context, `${namespace}/unregister/action`, `/subscriptions/${subscriptionId}`);
  const name = requireNamespace(arm, namespace);
  arm.state.registrations.delete(registrationKey(subscriptionId, name));
  return { status: 200, body: provider(arm, subscriptionId, name), wrote: true };
}

/** A provider as ARM shows it, with the types of the twin's definitions. */
export function provider(arm: Arm, subscriptionId: string, namespace: string): Readonly<Record<string, unknown>> {
  const types = [...arm.ports.definitions.values()].filter(({ type }) =>
    type.toLowerCase().startsWith(`${namespace.toLowerCase()}/`),
  );
  const state = registrationState(arm, subscriptionId, namespace);
  return {
    id: `/subscriptions/${subscriptionId}/providers/${namespace}`,
    namespace,
    registrationPolicy: 'RegistrationRequired',
    registrationState: state,
    resourceTypes: types.map((definition) => resourceType(definition, subscriptionId)),
  };
}

function resourceType(definition: TypeDefinition, subscriptionId: string): object {
  const { value } = listLocations(subscriptionId) as { value: readonly { displayName: string }[] };
  return {
    resourceType: definition.type.split('/').slice(1).join('/'),
    locations: definition.location === 'none' ? [] : value.map(({ displayName }) => displayName),
    apiVersions: [...definition.apiVersions].sort().reverse(),
    capabilities: 'SupportsTags, SupportsLocation',
  };
}

function requireNamespace(arm: Arm, namespace: string): string {
  const name = knownNamespaces(arm).get(namespace.toLowerCase());
  if (name === undefined) throw armErrors.invalidNamespace(namespace);
  return name;
}

function isRegistering(body: Readonly<Record<string, unknown>>): boolean {
  return body['registrationState'] === 'Registering';
}
