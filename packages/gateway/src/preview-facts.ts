import type { GatewayFacts } from './desired/resource.ts';

/** Ids that only Azure knows. A test of the policies uses these in their place. */
export const PREVIEW_FACTS: GatewayFacts = {
  tenantId: '11111111-1111-1111-1111-111111111111',
  applicationClientId: '22222222-2222-2222-2222-222222222222',
  callerClientIds: ['44444444-4444-4444-4444-444444444444'],
  gatewayClientId: '55555555-5555-5555-5555-555555555555',
  appInsightsConnectionString: 'InstrumentationKey=66666666-6666-6666-6666-666666666666',
  privateIpAddress: '10.0.0.4',
};
