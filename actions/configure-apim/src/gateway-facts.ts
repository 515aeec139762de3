import { ActionError, spokeApplicationClientId, type Run } from '@lz/action';
import { API_MANAGEMENT_VERSION, type GatewayFacts } from '@lz/gateway';
import type { definition } from './definition.ts';

const IDENTITY_VERSION = '2024-11-30';
const APP_INSIGHTS_VERSION = '2020-02-02';

/** Reads from Azure what the environment file cannot say: ids and addresses that exist only there. */
export async function readGatewayFacts(run: Run<typeof definition>): Promise<GatewayFacts> {
  const { azure, names, tenantId } = run;
  const service = await azure.get<{ properties: { privateIPAddresses?: readonly string[] | null } }>(
    names.hub.apimId,
    API_MANAGEMENT_VERSION,
  );
  const [privateIpAddress] = service.properties.privateIPAddresses ?? [];
  if (privateIpAddress === undefined) {
    throw new ActionError(
      'GatewayHasNoPrivateAddress',
      `API Management ${names.hub.apim} has no private address.`,
      'It must be in internal virtual network mode: run deploy-hub.',
      names.hub.apimId,
    );
  }
  const appInsights = await azure.get<{ properties: { ConnectionString: string } }>(
    names.hub.appInsightsId,
    APP_INSIGHTS_VERSION,
  );
  return {
    tenantId,
    privateIpAddress,
    applicationClientId: await applicationClientId(run),
    callerClientIds: [await identityClientId(run, names.spoke.smokeIdentity.id)],
    gatewayClientId: await identityClientId(run, names.hub.gatewayIdentity.id),
    appInsightsConnectionString: appInsights.properties.ConnectionString,
  };
}

async function applicationClientId(run: Run<typeof definition>): Promise<string> {
  const clientId = await spokeApplicationClientId(run);
  if (clientId !== undefined) return clientId;
  throw new ActionError(
    'SpokeNotDeployed',
    `Deployment ${run.names.deployments.spoke} has not succeeded yet, so nothing says which Entra application calls the gateway.`,
    'Run deploy-spoke first.',
  );
}

async function identityClientId({ azure }: Run<typeof definition>, id: string): Promise<string> {
  const identity = await azure.get<{ properties: { clientId: string } }>(id, IDENTITY_VERSION);
  return identity.properties.clientId;
}
