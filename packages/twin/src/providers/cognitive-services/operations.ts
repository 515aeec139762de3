import { AzureError } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { groupOf, nameOf, normalLocation, subscriptionOf } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import { allSoftDeleted, forgetSoftDeleted, isoTime, softDeleted } from '../common/soft-delete.ts';
import type { SoftDeleted } from '../common/soft-delete.ts';
import type { ProviderOperation } from '../type-definition.ts';
import { ACCOUNT } from './accounts.ts';
import { CATALOGUE, isOffered, usageName } from './catalogue.ts';
import { modelBody, modelsIn, usedCapacity } from './deployments.ts';

const VERSIONS = API_VERSIONS.cognitiveServices;
const DELETED =
  'providers/Microsoft.CognitiveServices/locations/{location}/resourceGroups/{resourceGroup}/deletedAccounts/{name}';

function usages(world: World, subscriptionId: string, location: string): readonly object[] {
  const seen = new Set<string>();
  return CATALOGUE.filter((item) => isOffered(item, location)).flatMap((item) =>
    item.skus.flatMap((sku) => {
      const value = usageName(item, sku);
      if (seen.has(value)) return [];
      seen.add(value);
      return [
        {
          name: { value, localizedValue: `Tokens Per Minute (thousands) - ${item.name} - ${sku}` },
          unit: 'Count',
          currentValue: usedCapacity(world, `/subscriptions/${subscriptionId}`, location, value),
          limit: item.quota,
        },
      ];
    }),
  );
}

function deletedAccount({ resource, deletedAt, purgedAt }: SoftDeleted): object {
  return {
    id: `${subscriptionOf(resource.id)}/providers/Microsoft.CognitiveServices/locations/${normalLocation(resource.location)}/resourceGroups/${nameOf(groupOf(resource.id))}/deletedAccounts/${resource.name}`,
    name: resource.name,
    type: 'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts',
    location: resource.location,
    kind: resource.kind,
    sku: resource.sku,
    tags: resource.tags ?? {},
    properties: { ...resource.properties, deletionDate: isoTime(deletedAt), scheduledPurgeDate: isoTime(purgedAt) },
  };
}

function find(world: World, name: string): SoftDeleted {
  const found = softDeleted(world, ACCOUNT, name);
  if (found === undefined)
    throw new AzureError(404, { code: 'ResourceNotFound', message: `The deleted account '${name}' was not found.` });
  return found;
}

export const cognitiveOperations: readonly ProviderOperation[] = [
  {
    method: 'GET',
    path: 'providers/Microsoft.CognitiveServices/locations/{location}/models',
    apiVersions: VERSIONS,
    action: 'Microsoft.CognitiveServices/locations/models/read',
    handle: ({ parameters }) => ({ status: 200, body: { value: modelsIn(normalLocation(parameters['location'])) } }),
  },
  {
    method: 'GET',
    path: 'providers/Microsoft.CognitiveServices/locations/{location}/usages',
    apiVersions: VERSIONS,
    action: 'Microsoft.CognitiveServices/locations/usages/read',
    handle: ({ world, subscriptionId, parameters }) => ({
      status: 200,
      body: { value: usages(world, subscriptionId, normalLocation(parameters['location'])) },
    }),
  },
  {
    method: 'GET',
    path: 'resourceGroups/{resourceGroup}/providers/Microsoft.CognitiveServices/accounts/{account}/models',
    apiVersions: VERSIONS,
    action: 'Microsoft.CognitiveServices/accounts/models/read',
    handle({ world, subscriptionId, parameters }) {
      const account = world.store.get(
        `/subscriptions/${subscriptionId}/resourceGroups/${parameters['resourceGroup'] ?? ''}/providers/${ACCOUNT}/${parameters['account'] ?? ''}`,
      );
      if (account === undefined)
        throw new AzureError(404, {
          code: 'ResourceNotFound',
          message: `The account '${parameters['account'] ?? ''}' was not found.`,
        });
      return {
        status: 200,
        body: { value: CATALOGUE.filter((item) => isOffered(item, normalLocation(account.location))).map(modelBody) },
      };
    },
  },
  {
    method: 'GET',
    path: 'providers/Microsoft.CognitiveServices/deletedAccounts',
    apiVersions: VERSIONS,
    action: 'Microsoft.CognitiveServices/deletedAccounts/read',
    handle: ({ world }) => ({ status: 200, body: { value: allSoftDeleted(world, ACCOUNT).map(deletedAccount) } }),
  },
  {
    method: 'GET',
    path: DELETED,
    apiVersions: VERSIONS,
    action: 'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/read',
    handle: ({ world, parameters }) => ({ status: 200, body: deletedAccount(find(world, parameters['name'] ?? '')) }),
  },
  {
    method: 'DELETE',
    path: DELETED,
    apiVersions: VERSIONS,
    action: 'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/delete',
    handle({ world, parameters }) {
      find(world, parameters['name'] ?? '');
      forgetSoftDeleted(world, ACCOUNT, parameters['name'] ?? '');
      return { status: 200, wrote: true };
    },
  },
  {
    method: 'POST',
    path: 'providers/Microsoft.CognitiveServices/checkDomainAvailability',
    apiVersions: VERSIONS,
    action: 'Microsoft.CognitiveServices/checkDomainAvailability/action',
    handle({ world, body }) {
      const label = (textAt(body, 'subdomainName') ?? '').toLowerCase();
      const holds = (properties: SoftDeleted['resource']['properties']) =>
        (textAt(properties, 'customSubDomainName') ?? '').toLowerCase() === label;
      const taken =
        world.store.ofType(ACCOUNT).some(({ properties }) => holds(properties)) ||
        allSoftDeleted(world, ACCOUNT).some(({ resource }) => holds(resource.properties));
      return {
        status: 200,
        wrote: false,
        body: {
          subdomainName: label,
          isSubdomainAvailable: !taken,
          ...(taken ? { reason: 'SubDomainNameAlreadyTaken' } : {}),
        },
      };
    },
  },
];
