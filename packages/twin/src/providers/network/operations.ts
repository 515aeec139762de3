import { AzureError } from '../../kernel/http.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { linkedNotFound } from '../common/rules.ts';
import type { ProviderOperation } from '../type-definition.ts';

const ZONE = 'Microsoft.Network/privateDnsZones';

export const networkOperations: readonly ProviderOperation[] = [
  {
    // Every record set of a private DNS zone, whatever its type (Azure REST reference: Record Sets - List).
    method: 'GET',
    path: `resourceGroups/{resourceGroup}/providers/${ZONE}/{zone}/ALL`,
    apiVersions: API_VERSIONS.privateDns,
    action: `${ZONE}/ALL/read`,
    handle({ world, subscriptionId, parameters }) {
      const id = `/subscriptions/${subscriptionId}/resourceGroups/${parameters['resourceGroup'] ?? ''}/providers/${ZONE}/${parameters['zone'] ?? ''}`;
      if (!world.store.has(id)) {
        const { status, ...body } = linkedNotFound(id);
        throw new AzureError(status, body);
      }
      const value = world.store
        .below(id)
        .filter(({ type }) => !type.toLowerCase().endsWith('/virtualnetworklinks'))
        .map(({ id: recordId, name, type, etag, properties }) => ({ id: recordId, name, type, etag, properties }));
      return { status: 200, body: { value } };
    },
  },
];
