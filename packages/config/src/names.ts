import { createHash } from 'node:crypto';
import type { Environment } from './environment.ts';

/**
 * Every name, host name and id of an environment, computed from the file and the subscription alone: no action has to
 * wait for another's output, and each finds what an earlier one made.
 */
export type Names = ReturnType<typeof namesOf>;

/** Computes the names. `subscriptionId` is the one that both hub and spoke live in. */
export function namesOf(environment: Pick<Environment, 'name'>, subscriptionId: string) {
  const { name } = environment;
  const suffix = uniqueSuffix(subscriptionId, name);
  const compact = name.replaceAll('-', '');
  const subscription = `/subscriptions/${subscriptionId}`;
  const hubGroupId = `${subscription}/resourceGroups/rg-${name}-hub`;
  const spokeGroupId = `${subscription}/resourceGroups/rg-${name}-spoke`;
  const apim = `apim-${name}-${suffix}`;
  const foundry = `aif-${name}-${suffix}`;
  const spokeIdentity = (role: string) => ({
    name: `id-${name}-${role}`,
    id: `${spokeGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-${name}-${role}`,
  });
  return {
    subscriptionId,
    suffix,
    deployments: {
      hubNetwork: `lz-${name}-hub-network`,
      hubServices: `lz-${name}-hub-services`,
      hubGateway: `lz-${name}-hub-gateway`,
      spoke: `lz-${name}-spoke`,
    },
    hub: {
      resourceGroup: `rg-${name}-hub`,
      resourceGroupId: hubGroupId,
      vnet: `vnet-${name}-hub`,
      vnetId: `${hubGroupId}/providers/Microsoft.Network/virtualNetworks/vnet-${name}-hub`,
      gatewayIdentity: {
        name: `id-${name}-gateway`,
        id: `${hubGroupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-${name}-gateway`,
      },
      gatewayPublicIp: `pip-${name}-gateway`,
      logAnalytics: `log-${name}`,
      logAnalyticsId: `${hubGroupId}/providers/Microsoft.OperationalInsights/workspaces/log-${name}`,
      appInsights: `appi-${name}`,
      appInsightsId: `${hubGroupId}/providers/Microsoft.Insights/components/appi-${name}`,
      apim,
      apimId: `${hubGroupId}/providers/Microsoft.ApiManagement/service/${apim}`,
      /** One private DNS zone for this host alone: linking all of azure-api.net would hide everybody else's gateways. */
      gatewayHost: `${apim}.azure-api.net`,
      gatewayZoneId: `${hubGroupId}/providers/Microsoft.Network/privateDnsZones/${apim}.azure-api.net`,
    },
    spoke: {
      resourceGroup: `rg-${name}-spoke`,
      resourceGroupId: spokeGroupId,
      vnet: `vnet-${name}-spoke`,
      vnetId: `${spokeGroupId}/providers/Microsoft.Network/virtualNetworks/vnet-${name}-spoke`,
      appIdentity: spokeIdentity('app'),
      ingressIdentity: spokeIdentity('ingress'),
      smokeIdentity: spokeIdentity('smoke'),
      /** At most 24 characters. */
      keyVault: `kv-${compact.slice(0, 14)}-${suffix}`,
      keyVaultId: `${spokeGroupId}/providers/Microsoft.KeyVault/vaults/kv-${compact.slice(0, 14)}-${suffix}`,
      postgres: `psql-${name}-${suffix}`,
      postgresDatabase: 'webui',
      /** At most 24 lower-case letters and digits. */
      storageAccount: `st${compact.slice(0, 16)}${suffix}`,
      storageContainer: 'open-webui',
      containerEnvironment: `cae-${name}`,
      containerEnvironmentId: `${spokeGroupId}/providers/Microsoft.App/managedEnvironments/cae-${name}`,
      containerApp: `ca-${name}`,
      containerAppId: `${spokeGroupId}/providers/Microsoft.App/containerApps/ca-${name}`,
      smokeJob: `caj-${name}-smoke`,
      smokeJobId: `${spokeGroupId}/providers/Microsoft.App/jobs/caj-${name}-smoke`,
      foundry,
      foundryId: `${spokeGroupId}/providers/Microsoft.CognitiveServices/accounts/${foundry}`,
      foundryProject: `proj-${name}`,
      foundryEndpoint: `https://${foundry}.services.ai.azure.com`,
      applicationGateway: `agw-${name}`,
      applicationGatewayId: `${spokeGroupId}/providers/Microsoft.Network/applicationGateways/agw-${name}`,
      wafPolicy: `waf-${name}`,
      ingressPublicIp: `pip-${name}-ingress`,
      ingressPublicIpId: `${spokeGroupId}/providers/Microsoft.Network/publicIPAddresses/pip-${name}-ingress`,
      /** Key Vault secret names. */
      secrets: {
        databasePassword: 'database-password',
        webuiSecretKey: 'webui-secret-key',
        certificate: 'ingress-certificate',
      },
    },
    gateway: { apiId: 'openai', backendId: 'foundry', loggerId: 'appinsights' },
    entra: {
      /** Graph's `uniqueName`: the key of the upsert. */
      applicationUniqueName: `open-webui-${name}-${suffix}`,
      displayName: `Open WebUI ${name}`,
    },
  };
}

/** Six characters that keep globally unique names apart; the same for the same environment in the same subscription. */
function uniqueSuffix(subscriptionId: string, name: string): string {
  const digest = createHash('sha256').update(`${subscriptionId}/${name}`.toLowerCase()).digest();
  return [...digest.subarray(0, 6)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('');
}
