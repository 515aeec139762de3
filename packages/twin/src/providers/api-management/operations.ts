import { AzureError } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { isNameTaken } from '../common/global-names.ts';
import { normalLocation, subscriptionOf } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import { allSoftDeleted, forgetSoftDeleted, isoTime, softDeleted } from '../common/soft-delete.ts';
import type { SoftDeleted } from '../common/soft-delete.ts';
import type { OperationContext, ProviderOperation } from '../type-definition.ts';
import { listSkus } from './regions.ts';
import { productsOf } from './products.ts';
import { listRevisions } from './revisions.ts';
import { networkStatus } from './service-network.ts';
import { SERVICE } from './service-rules.ts';
import { isV2, skuOf } from './tiers.ts';

const VERSIONS = API_VERSIONS.apiManagement;
const SERVICE_PATH = `resourceGroups/{resourceGroup}/providers/${SERVICE}/{service}`;
const DELETED = 'providers/Microsoft.ApiManagement/locations/{location}/deletedservices/{name}';

/** The status of the network is told of services that stand in one by the classic way (facts/apim.md section 1.9). Assumption. */
function networkedService(context: OperationContext): Resource {
  const service = serviceAt(context);
  if (!isV2(service)) return service;
  throw new AzureError(400, {
    code: 'MethodNotAllowedInPricingTier',
    message: `Method not allowed in ${skuOf(service)} pricing tier`,
  });
}

function serviceAt({ world, subscriptionId, parameters }: OperationContext): Resource {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${parameters['resourceGroup'] ?? ''}/providers/${SERVICE}/${parameters['service'] ?? ''}`;
  const service = world.store.get(id);
  if (service === undefined)
    throw new AzureError(404, {
      code: 'ResourceNotFound',
      message: `The Resource '${SERVICE}/${parameters['service'] ?? ''}' was not found.`,
    });
  return service;
}

function apiAt(context: OperationContext): Resource {
  const id = `${serviceAt(context).id}/apis/${(context.parameters['api'] ?? '').replace(/;rev=.*$/i, '')}`;
  const api = context.world.store.get(id);
  if (api === undefined) throw new AzureError(404, { code: 'ResourceNotFound', message: 'API not found.' });
  return api;
}

function deletedService({ resource, deletedAt, purgedAt }: SoftDeleted): object {
  return {
    id: `${subscriptionOf(resource.id)}/providers/Microsoft.ApiManagement/locations/${normalLocation(resource.location)}/deletedservices/${resource.name}`,
    name: resource.name,
    type: 'Microsoft.ApiManagement/deletedservices',
    location: resource.location,
    properties: { serviceId: resource.id, deletionDate: isoTime(deletedAt), scheduledPurgeDate: isoTime(purgedAt) },
  };
}

function find(world: World, name: string): SoftDeleted {
  const found = softDeleted(world, SERVICE, name);
  if (found === undefined)
    throw new AzureError(404, {
      code: 'ServiceNotFound',
      message: `Service ${name} not found in the list of deleted services.`,
    });
  return found;
}

export const apiManagementOperations: readonly ProviderOperation[] = [
  {
    method: 'GET',
    path: `${SERVICE_PATH}/networkstatus`,
    apiVersions: VERSIONS,
    action: `${SERVICE}/networkstatus/read`,
    handle(context) {
      const service = networkedService(context);
      return {
        status: 200,
        body: [{ location: service.location ?? '', networkStatus: networkStatus(context.world, service) }],
      };
    },
  },
  {
    method: 'GET',
    path: `${SERVICE_PATH}/locations/{location}/networkstatus`,
    apiVersions: VERSIONS,
    action: `${SERVICE}/locations/networkstatus/read`,
    handle: (context) => ({ status: 200, body: networkStatus(context.world, networkedService(context)) }),
  },
  {
    method: 'GET',
    path: `${SERVICE_PATH}/apis/{api}/revisions`,
    apiVersions: VERSIONS,
    action: `${SERVICE}/apis/revisions/read`,
    handle(context) {
      const value = listRevisions(context.world, apiAt(context).id);
      return { status: 200, body: { value, count: value.length } };
    },
  },
  {
    method: 'GET',
    path: `${SERVICE_PATH}/apis/{api}/products`,
    apiVersions: VERSIONS,
    action: `${SERVICE}/apis/products/read`,
    handle(context) {
      const api = apiAt(context);
      const value = productsOf(context.world, serviceAt(context), api).map(({ id, name, type, properties }) => ({
        ...{ id, name, type, properties },
      }));
      return { status: 200, body: { value, count: value.length } };
    },
  },
  {
    method: 'GET',
    path: 'providers/Microsoft.ApiManagement/skus',
    apiVersions: VERSIONS,
    action: 'Microsoft.ApiManagement/skus/read',
    handle: () => ({ status: 200, body: { value: listSkus() } }),
  },
  {
    method: 'GET',
    path: 'providers/Microsoft.ApiManagement/deletedservices',
    apiVersions: VERSIONS,
    action: 'Microsoft.ApiManagement/deletedservices/read',
    handle: ({ world }) => ({ status: 200, body: { value: allSoftDeleted(world, SERVICE).map(deletedService) } }),
  },
  {
    method: 'GET',
    path: DELETED,
    apiVersions: VERSIONS,
    action: 'Microsoft.ApiManagement/locations/deletedservices/read',
    handle: ({ world, parameters }) => ({ status: 200, body: deletedService(find(world, parameters['name'] ?? '')) }),
  },
  {
    method: 'DELETE',
    path: DELETED,
    apiVersions: VERSIONS,
    action: 'Microsoft.ApiManagement/locations/deletedservices/delete',
    handle({ world, parameters }) {
      find(world, parameters['name'] ?? '');
      forgetSoftDeleted(world, SERVICE, parameters['name'] ?? '');
      return { status: 200, wrote: true };
    },
  },
  {
    method: 'POST',
    path: 'providers/Microsoft.ApiManagement/checkNameAvailability',
    apiVersions: VERSIONS,
    action: 'Microsoft.ApiManagement/checkNameAvailability/action',
    handle({ world, body }) {
      const name = textAt(body, 'name') ?? '';
      const taken = softDeleted(world, SERVICE, name) !== undefined || isNameTaken(world, SERVICE, name);
      return {
        status: 200,
        wrote: false,
        body: {
          nameAvailable: !taken,
          reason: taken ? 'AlreadyExists' : 'Valid',
          message: taken ? `${name} is already in use. Please select a different name.` : '',
        },
      };
    },
  },
];
