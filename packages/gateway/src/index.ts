export {
  API_MANAGEMENT_VERSION,
  apiProperties,
  desiredGateway,
  desiredHub,
  type DesiredResource,
  type GatewayFacts,
  type HubFacts,
} from './desired-state.ts';
export { importApi, ImportError, type ImportRequest, type ImportResult } from './import-api.ts';
export { closeRemedy, gatewayPlace, type GatewayPlace } from './gateway-place.ts';
export { apiPolicy, type ApiPolicyOptions } from './policy/api-policy.ts';
export { reconcile, type ResourceChange } from './reconcile.ts';
export { spokeChildren } from './removal.ts';
