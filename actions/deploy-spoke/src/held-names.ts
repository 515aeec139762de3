import type { RecoverableName } from '@lz/action';
import type { SpokeRun } from './deploy-spoke.ts';

/** The names of a spoke that Azure holds after their resource is deleted, and how that comes back. */
export function heldNames({
  names: { spoke },
  environment: { location },
  tenantId,
}: Pick<SpokeRun, 'names' | 'environment' | 'tenantId'>): readonly RecoverableName[] {
  const place = { location, resourceGroup: spoke.resourceGroup };
  return [
    {
      kind: 'key-vault',
      name: spoke.keyVault,
      id: spoke.keyVaultId,
      ...place,
      recovery: { properties: { tenantId, sku: { family: 'A', name: 'standard' }, createMode: 'recover' } },
    },
    {
      kind: 'foundry',
      name: spoke.foundry,
      id: spoke.foundryId,
      ...place,
      recovery: {
        kind: 'AIServices',
        sku: { name: 'S0' },
        identity: { type: 'SystemAssigned' },
        properties: { restore: true, customSubDomainName: spoke.foundry },
      },
    },
  ];
}
