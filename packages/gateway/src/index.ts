export {
  API_MANAGEMENT_VERSION,
  apiProperties,
  desiredGateway,
  desiredHub,
  type DesiredResource,
  type Fragment,
  type GatewayFacts,
  type HubFacts,
} from './desired-state.ts';
export { importApi } from './import-api.ts';
export type { BreakingChange } from './import/breaking-changes.ts';
export { BreakingChangesError, ImportError, type ImportRequest, type ImportResult } from './import/import-request.ts';
export { KEPT_REVISIONS } from './import/revisions.ts';
export { closeRemedy, gatewayPlace, type GatewayPlace } from './gateway-place.ts';
export { apiPolicy, type ApiPolicyOptions } from './policy/api-policy.ts';
export { ApplyError } from './apply/apply-error.ts';
export { ConcurrentChangeError, ReadBackError } from './apply/errors.ts';
export type { Owned } from './apply/planned-change.ts';
export type { ResourceOutcome } from './apply/restore.ts';
export { checkFragments } from './fragments/check-fragments.ts';
export { readFragments } from './fragments/read-fragments.ts';
export { reconcile, type ResourceChange } from './reconcile.ts';
export { spokeChildren } from './removal.ts';
