/** Makes the resource group that the first argument names, with Azure's own SDK and the environment's credential. */
import { ResourceManagementClient } from '@azure/arm-resources';
import { EnvironmentCredential } from '@azure/identity';

const { resourceGroups } = new ResourceManagementClient(
  new EnvironmentCredential(),
  process.env['AZURE_SUBSCRIPTION_ID'] ?? '',
);
await resourceGroups.createOrUpdate(process.argv[2] ?? '', { location: 'swedencentral' });
