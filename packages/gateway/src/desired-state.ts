import type { Environment, Names } from '@lz/config';
import { desiredApi, desiredPolicy } from './desired/api.ts';
import { desiredBackends } from './desired/backends.ts';
import { apiDiagnostics } from './desired/diagnostics.ts';
import { desiredFragments } from './desired/fragments.ts';
import { desiredHub } from './desired/hub.ts';
import { desiredNamedValues } from './desired/named-values.ts';
import type { DesiredResource, Fragment, GatewayFacts } from './desired/resource.ts';
import { desiredProducts } from './products.ts';

export { apiProperties } from './desired/api.ts';
export { desiredHub } from './desired/hub.ts';
export { API_MANAGEMENT_VERSION } from './api-version.ts';
export { type DesiredResource, type Fragment, type GatewayFacts, type HubFacts } from './desired/resource.ts';

/**
 * The gateway as the environment file describes it, in the order that its references demand: API Management checks a
 * policy's references when it is saved. The hub's share of another's hub is not fought over: its owner decides.
 */
export function desiredGateway(
  environment: Environment,
  names: Names,
  facts: GatewayFacts,
  fragments: readonly Fragment[] = [],
): readonly DesiredResource[] {
  const ofHub = desiredHub(names, facts);
  return [
    ...(environment.hub.kind === 'own'
      ? ofHub
      : ofHub.map((resource) => ({ ...resource, onlyIfAbsent: true as const }))),
    ...desiredNamedValues(environment, names, facts),
    ...desiredBackends(environment, names, facts),
    ...desiredFragments(names, fragments),
    desiredApi(environment, names),
    desiredPolicy(environment, names, facts, fragments),
    ...apiDiagnostics(environment, names),
    ...desiredProducts(environment, names),
  ];
}
