import type { RemovalStep } from './removal.ts';

/** How a type is deleted, and in which step. */
export interface Disposal {
  readonly step: RemovalStep;
  readonly apiVersion: string;
}

/**
 * Types that must go before their resource group, because Azure's own order of a group knows nothing of what stands in
 * what: a group's deletion that meets a subnet in use stops half-way. Everything else goes with its group.
 */
const disposals: Readonly<Record<string, Disposal>> = {
  'microsoft.app/containerapps': { step: 'front', apiVersion: '2025-07-01' },
  'microsoft.app/jobs': { step: 'front', apiVersion: '2025-07-01' },
  'microsoft.network/applicationgateways': { step: 'front', apiVersion: '2025-05-01' },
  'microsoft.network/privateendpoints': { step: 'front', apiVersion: '2025-05-01' },
  'microsoft.apimanagement/service': { step: 'front', apiVersion: '2024-05-01' },
  'microsoft.app/managedenvironments': { step: 'back', apiVersion: '2025-07-01' },
  'microsoft.dbforpostgresql/flexibleservers': { step: 'back', apiVersion: '2025-08-01' },
  'microsoft.cache/redisenterprise': { step: 'back', apiVersion: '2025-07-01' },
  'microsoft.cache/redis': { step: 'back', apiVersion: '2024-11-01' },
  'microsoft.storage/storageaccounts': { step: 'back', apiVersion: '2025-06-01' },
  'microsoft.cognitiveservices/accounts/deployments': { step: 'back', apiVersion: '2025-06-01' },
  'microsoft.cognitiveservices/accounts/projects': { step: 'back', apiVersion: '2025-06-01' },
  'microsoft.cognitiveservices/accounts': { step: 'back', apiVersion: '2025-06-01' },
  'microsoft.keyvault/vaults': { step: 'back', apiVersion: '2024-11-01' },
  'microsoft.network/privatednszones/virtualnetworklinks': { step: 'links', apiVersion: '2024-06-01' },
  'microsoft.network/virtualnetworks/virtualnetworkpeerings': { step: 'links', apiVersion: '2025-05-01' },
  'microsoft.network/privatednszones': { step: 'networks', apiVersion: '2024-06-01' },
  'microsoft.network/virtualnetworks': { step: 'networks', apiVersion: '2025-05-01' },
};

/** How `type` is deleted; undefined for what goes with its resource group. */
export function disposalOf(type: string): Disposal | undefined {
  return disposals[type.toLowerCase()];
}
