import { authenticate } from '../arm/authenticate.ts';
import type { Arm } from '../arm/context.ts';
import { knownNamespaces } from '../arm/definitions.ts';
import { createArm } from '../arm/host.ts';
import type { ArmPorts } from '../arm/ports.ts';
import { registrationKey } from '../arm/state.ts';
import { authorize } from '../authorization/index.ts';
import { entraHost, managedIdentityHost } from '../entra/index.ts';
import { keyVaultHost } from '../data-planes/key-vault/index.ts';
import { gitHubHosts } from '../github/index.ts';
import { authorizationOperations } from '../providers/authorization/index.ts';
import { operations } from '../providers/index.ts';
import { graphHost } from '../graph/index.ts';
import { callAmong, createDataPlaneHosts } from '../data-planes/index.ts';
import type { TwinHost } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { allDefinitions, knownRules, withoutProviderRules } from './rules.ts';

/** What a twin may be told of its services. */
export interface ServiceOptions {
  readonly registeredProviders?: readonly string[];
  readonly retryAfterSeconds?: number | undefined;
  readonly withoutRules?: readonly string[];
}

/** Every service of the twin, in the order in which they are asked whether they answer for a host. */
export function createServices(
  world: World,
  options: ServiceOptions,
): { readonly arm: Arm; readonly hosts: readonly TwinHost[] } {
  const withoutRules = knownRules(options.withoutRules ?? []);
  const ports: ArmPorts = {
    authenticate: (request) => authenticate(world, request),
    authorize: (principalId, action, scope) =>
      withoutRules.has('caller-may-write') ? undefined : authorize(world, principalId, action, scope),
    definitions: withoutProviderRules(allDefinitions, withoutRules),
    operations: [...operations, ...authorizationOperations],
    withoutRules,
  };
  const { arm, host } = createArm(world, ports, options.retryAfterSeconds);
  const namespaces = options.registeredProviders ?? [...knownNamespaces(arm).values()];
  for (const { id } of world.tenant.subscriptions) {
    for (const namespace of namespaces) arm.state.registrations.set(registrationKey(id, namespace), world.clock.now);
  }
  const hosts: TwinHost[] = [
    host,
    entraHost(world),
    managedIdentityHost(world),
    graphHost(world),
    keyVaultHost(world),
    ...gitHubHosts(world),
  ];
  // Services call each other as clients would, through the same hosts.
  hosts.push(...createDataPlaneHosts(world, { callHost: callAmong(() => hosts) }));
  return { arm, hosts };
}
