import { API_VERSIONS } from '../api-versions.ts';
import type { ProviderOperation } from '../type-definition.ts';
import { verificationId } from './environments.ts';

/** Operations of Microsoft.App that belong to no resource. */
export const appOperations: readonly ProviderOperation[] = [
  {
    method: 'POST',
    path: 'providers/Microsoft.App/getCustomDomainVerificationId',
    apiVersions: API_VERSIONS.app,
    action: 'Microsoft.App/getCustomDomainVerificationId/action',
    handle: ({ world }) => ({
      status: 200,
      wrote: false,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(verificationId(world, `/subscriptions/${world.tenant.subscriptionId}`)),
    }),
  },
];
