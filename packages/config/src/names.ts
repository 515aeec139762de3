import { createHash } from 'node:crypto';
import type { HubReference } from './environment.ts';

/**
 * Every name, host name and id of an environment, computed from the file and the subscription alone: no action has to
 * wait for another's output, and each finds what an earlier one, or another environment's, has made.
 */
export type Names = ReturnType<typeof namesOf>;

/** What names depend on: the environment's own name, and whose hub it stands on. */
export interface Named {
  readonly name: string;
  readonly hub: { readonly kind: 'own' } | HubReference;
  /** A database server that was restored has a name of its own. */
  readonly spoke?: { readonly postgres: { readonly server?: string } } | undefined;
}

/** Computes the names. `subscriptionId` is the one that the environment is deployed to; a hub may lie in another. */
export function namesOf(environment: Named, subscriptionId: string) {
  const { name } = environment;
  const place = hubPlace(environment, subscriptionId);
  return {
    subscriptionId,
    suffix: uniqueSuffix(subscriptionId, name),
    deployments: {
      hubNetwork: `lz-${place.name}-hub-network`,
      hubServices: `lz-${place.name}-hub-services`,
      hubGateway: `lz-${place.name}-hub-gateway`,
      spoke: `lz-${name}-spoke`,
      spokeApp: `lz-${name}-spoke-app`,
    },
    hub: hubNames(place),
    spoke: spokeNames(environment, subscriptionId),
    gateway: gatewayNames(environment),
    entra: {
      /** Graph's `uniqueName`: the key of the upsert. */
      applicationUniqueName: `open-webui-${name}-${uniqueSuffix(subscriptionId, name)}`,
      displayName: `Open WebUI ${name}`,
    },
  };
}

/** The environment that a hub is named after, and where it lies. */
interface HubPlace {
  readonly name: string;
  readonly subscriptionId: string;
}

function hubPlace({ name, hub }: Named, subscriptionId: string): HubPlace {
  if (hub.kind === 'own') return { name, subscriptionId };
  return { name: hub.name, subscriptionId: hub.subscriptionId ?? subscriptionId };
}

function hubNames({ name, subscriptionId }: HubPlace) {
  const groupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-${name}-hub`;
  const apim = `apim-${name}-${uniqueSuffix(subscriptionId, name)}`;
  return {
    /** Of the environment that owns the hub. */
    owner: name,
    subscriptionId,
    resourceGroup: `rg-${name}-hub`,
    resourceGroupId: groupId,
    vnet: `vnet-${name}-hub`,
    vnetId: `${groupId}/providers/Microsoft.Network/virtualNetworks/vnet-${name}-hub`,
    gatewayIdentity: {
      name: `id-${name}-gateway`,
      id: `${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-${name}-gateway`,
    },
    gatewayPublicIp: `pip-${name}-gateway`,
    logAnalytics: `log-${name}`,
    logAnalyticsId: `${groupId}/providers/Microsoft.OperationalInsights/workspaces/log-${name}`,
    appInsights: `appi-${name}`,
    appInsightsId: `${groupId}/providers/Microsoft.Insights/components/appi-${name}`,
    apim,
    apimId: `${groupId}/providers/Microsoft.ApiManagement/service/${apim}`,
    /** Of the private endpoint that a gateway has which stands outside the network. */
    gatewayInterfaceId: `${groupId}/providers/Microsoft.Network/networkInterfaces/nic-pe-${apim}`,
    /** One private DNS zone for this host alone: linking all of azure-api.net would hide everybody else's gateways. */
    gatewayHost: `${apim}.azure-api.net`,
    gatewayZoneId: `${groupId}/providers/Microsoft.Network/privateDnsZones/${apim}.azure-api.net`,
  };
}

function spokeNames({ name, spoke }: Named, subscriptionId: string) {
  const suffix = uniqueSuffix(subscriptionId, name);
  const postgres = spoke?.postgres.server ?? `psql-${name}-${suffix}`;
  const compact = name.replaceAll('-', '');
  const groupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-${name}-spoke`;
  const foundry = `aif-${name}-${suffix}`;
  const identity = (role: string) => ({
    name: `id-${name}-${role}`,
    id: `${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-${name}-${role}`,
  });
  return {
    resourceGroup: `rg-${name}-spoke`,
    resourceGroupId: groupId,
    vnet: `vnet-${name}-spoke`,
    vnetId: `${groupId}/providers/Microsoft.Network/virtualNetworks/vnet-${name}-spoke`,
    appIdentity: identity('app'),
    ingressIdentity: identity('ingress'),
    smokeIdentity: identity('smoke'),
    /** At most 24 characters. */
    keyVault: `kv-${compact.slice(0, 14)}-${suffix}`,
    keyVaultId: `${groupId}/providers/Microsoft.KeyVault/vaults/kv-${compact.slice(0, 14)}-${suffix}`,
    postgres,
    postgresId: `${groupId}/providers/Microsoft.DBforPostgreSQL/flexibleServers/${postgres}`,
    postgresDatabase: 'webui',
    /** Where a server that stands in a subnet has its record. Azure refuses the name of the server itself in here. */
    postgresZone: `${name}.private.postgres.database.azure.com`,
    /** At most 24 lower-case letters and digits. */
    storageAccount: `st${compact.slice(0, 16)}${suffix}`,
    storageContainer: 'open-webui',
    /** Accounts of shares. Azure cannot turn one kind of account into another, so each kind has a name of its own. */
    nfsAccount: `stn${compact.slice(0, 15)}${suffix}`,
    smbAccount: `sts${compact.slice(0, 15)}${suffix}`,
    storageShare: 'open-webui',
    redis: `redis-${name}-${suffix}`,
    containerEnvironment: `cae-${name}`,
    containerEnvironmentId: `${groupId}/providers/Microsoft.App/managedEnvironments/cae-${name}`,
    containerApp: `ca-${name}`,
    containerAppId: `${groupId}/providers/Microsoft.App/containerApps/ca-${name}`,
    /** At most 32 characters. */
    migrationJob: `caj-${name}-migrate`,
    migrationJobId: `${groupId}/providers/Microsoft.App/jobs/caj-${name}-migrate`,
    smokeJob: `caj-${name}-smoke`,
    smokeJobId: `${groupId}/providers/Microsoft.App/jobs/caj-${name}-smoke`,
    foundry,
    foundryId: `${groupId}/providers/Microsoft.CognitiveServices/accounts/${foundry}`,
    foundryProject: `proj-${name}`,
    foundryEndpoint: `https://${foundry}.services.ai.azure.com`,
    tokenAlert: `alert-${name}-token-cost`,
    tokenAlertId: `${groupId}/providers/Microsoft.Insights/scheduledQueryRules/alert-${name}-token-cost`,
    tokenActionGroup: `ag-${name}-token-cost`,
    tokenActionGroupId: `${groupId}/providers/Microsoft.Insights/actionGroups/ag-${name}-token-cost`,
    applicationGateway: `agw-${name}`,
    applicationGatewayId: `${groupId}/providers/Microsoft.Network/applicationGateways/agw-${name}`,
    wafPolicy: `waf-${name}`,
    ingressPublicIp: `pip-${name}-ingress`,
    ingressPublicIpId: `${groupId}/providers/Microsoft.Network/publicIPAddresses/pip-${name}-ingress`,
    /** Key Vault secret names. */
    secrets: {
      databasePassword: 'database-password',
      webuiSecretKey: 'webui-secret-key',
      redisUrl: 'redis-url',
      certificate: 'ingress-certificate',
    },
  };
}

/** What a spoke has on the gateway. On somebody else's hub it is named after the spoke: others have theirs beside it. */
function gatewayNames({ name, hub }: Named) {
  const loggerId = 'appinsights';
  if (hub.kind === 'own') return { apiId: 'openai', backendId: 'foundry', loggerId };
  return { apiId: `openai-${name}`, backendId: `foundry-${name}`, loggerId };
}

/** Six characters that keep globally unique names apart; the same for the same environment in the same subscription. */
function uniqueSuffix(subscriptionId: string, name: string): string {
  const digest = createHash('sha256').update(`${subscriptionId}/${name}`.toLowerCase()).digest();
  return [...digest.subarray(0, 6)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('');
}
