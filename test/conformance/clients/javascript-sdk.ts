/**
 * What somebody would write with Azure's own SDKs for JavaScript; nothing here knows of the twin. The environment says
 * where it runs. Prints one JSON object with what it saw.
 */
import { ApiManagementClient } from '@azure/arm-apimanagement';
import { ResourceManagementClient } from '@azure/arm-resources';
import { DeploymentsClient } from '@azure/arm-resourcesdeployments';
import { ClientAssertionCredential, ClientSecretCredential, type TokenCredential } from '@azure/identity';

const { env } = process;
const subscriptionId = env['AZURE_SUBSCRIPTION_ID'] ?? '';
const tenantId = env['AZURE_TENANT_ID'] ?? '';
const location = 'swedencentral';
const group = 'rg-sdk';
const polling = { updateIntervalInMs: 1 };

const seen: Record<string, unknown> = {};
for (const [name, credential] of Object.entries({ secret: secretCredential(), federated: federatedCredential() })) {
  const groups: string[] = [];
  await new ResourceManagementClient(credential, subscriptionId).resourceGroups.createOrUpdate(group, { location });
  for await (const found of new ResourceManagementClient(credential, subscriptionId).resourceGroups.list()) {
    groups.push(found.name ?? '');
  }
  seen[`groups-${name}`] = groups;
}
await deployments(federatedCredential());
await resources(federatedCredential());
await apiManagement(federatedCredential());
console.log(JSON.stringify(seen));

async function deployments(credential: TokenCredential): Promise<void> {
  const { deployments: client, deploymentOperations } = new DeploymentsClient(credential, subscriptionId);
  const properties = { mode: 'Incremental' as const, template: template() };
  seen['predicted'] = (await client.whatIf(group, 'sdk', { properties }, polling)).changes?.map(
    (change) => change.changeType,
  );
  seen['validated'] = (await client.validate(group, 'sdk', { properties }, polling)).properties?.provisioningState;
  const deployed = await client.createOrUpdate(group, 'sdk', { properties }, polling);
  seen['deployed'] = deployed.properties?.provisioningState;
  seen['outputs'] = deployed.properties?.outputs;
  const operations: unknown[] = [];
  for await (const operation of deploymentOperations.list(group, 'sdk'))
    operations.push(operation.properties?.targetResource?.resourceName);
  seen['operations'] = operations;
  seen['again'] = (await client.whatIf(group, 'sdk', { properties }, polling)).changes?.map(
    (change) => change.changeType,
  );
  seen['failed'] = await failureOf(
    client.createOrUpdate(
      group,
      'bad',
      { properties: { mode: 'Incremental', template: template('192.168.0.0/24') } },
      polling,
    ),
  );
}

async function resources(credential: TokenCredential): Promise<void> {
  const client = new ResourceManagementClient(credential, subscriptionId);
  const names: string[] = [];
  for await (const resource of client.resources.listByResourceGroup(group)) names.push(resource.name ?? '');
  seen['resources'] = names.toSorted();
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/publicIPAddresses/pip-sdk`;
  const body = { location, sku: { name: 'Standard' }, properties: { publicIPAllocationMethod: 'Static' } };
  const made = await client.resources.beginCreateOrUpdateByIdAndWait(id, '2025-05-01', body, polling);
  seen['made'] = (made.properties as { provisioningState?: string }).provisioningState;
  await client.resources.beginDeleteByIdAndWait(id, '2025-05-01', polling);
  seen['gone'] = (await client.resources.checkExistenceById(id, '2025-05-01')).body;
}

async function apiManagement(credential: TokenCredential): Promise<void> {
  const client = new ApiManagementClient(credential, subscriptionId);
  const service = await client.apiManagementService.beginCreateOrUpdateAndWait(
    group,
    'apim-sdk-1',
    { location, publisherEmail: 'a@contoso.com', publisherName: 'Contoso', sku: { name: 'Developer', capacity: 1 } },
    polling,
  );
  seen['service'] = service.provisioningState;
  const api = await client.api.beginCreateOrUpdateAndWait(
    group,
    'apim-sdk-1',
    'pets',
    { path: 'pets', displayName: 'Pets', protocols: ['https'], serviceUrl: 'https://example.com' },
    polling,
  );
  seen['api'] = api.path;
}

function template(subnet = '10.0.0.0/24'): object {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [
      {
        type: 'Microsoft.Network/networkSecurityGroups',
        apiVersion: '2025-05-01',
        name: 'nsg-sdk',
        location: '[resourceGroup().location]',
        properties: {},
      },
      {
        type: 'Microsoft.Network/virtualNetworks',
        apiVersion: '2025-05-01',
        name: 'vnet-sdk',
        location: '[resourceGroup().location]',
        dependsOn: ["[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-sdk')]"],
        properties: {
          addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
          subnets: [{ name: 'one', properties: { addressPrefix: subnet } }],
        },
      },
    ],
    outputs: { id: { type: 'string', value: "[resourceId('Microsoft.Network/virtualNetworks', 'vnet-sdk')]" } },
  };
}

async function failureOf(attempt: PromiseLike<unknown>): Promise<unknown> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function secretCredential(): TokenCredential {
  return new ClientSecretCredential(tenantId, env['CLIENT_ID'] ?? '', env['CLIENT_SECRET'] ?? '');
}

function federatedCredential(): TokenCredential {
  return new ClientAssertionCredential(tenantId, env['AZURE_CLIENT_ID'] ?? '', async () => {
    const url = `${env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''}&audience=api://AzureADTokenExchange`;
    const headers = { authorization: `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''}` };
    return ((await (await fetch(url, { headers })).json()) as { value: string }).value;
  });
}
