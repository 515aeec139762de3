import { ActionError, spokeApplicationClientId } from '@lz/action';
import { closeRemedy, gatewayPlace, type GatewayFacts, type HubFacts } from '@lz/gateway';
import type { SpokeRun } from './configure-apim.ts';

const IDENTITY_VERSION = '2024-11-30';
const APP_INSIGHTS_VERSION = '2020-02-02';

/** Reads from Azure what the environment file cannot say: ids and addresses that exist only there. */
export async function readGatewayFacts(run: SpokeRun): Promise<GatewayFacts> {
  const ofHub = await readHubFacts(run);
  return {
    ...ofHub,
    tenantId: run.tenantId,
    applicationClientId: await applicationClientId(run),
    callerClientIds: [await identityClientId(run, run.names.spoke.smokeIdentity.id)],
  };
}

/** The part that has nothing to do with a spoke. */
export async function readHubFacts(run: Pick<SpokeRun, 'azure' | 'names'>): Promise<HubFacts> {
  const { azure, names } = run;
  const privateIpAddress = await privateAddress(run);
  const appInsights = await azure.get<{ properties: { ConnectionString: string } }>(
    names.hub.appInsightsId,
    APP_INSIGHTS_VERSION,
  );
  return {
    privateIpAddress,
    gatewayClientId: await identityClientId(run, names.hub.gatewayIdentity.id),
    appInsightsConnectionString: appInsights.properties.ConnectionString,
  };
}

/** Nothing is put on a gateway that the networks do not reach, or that everybody does. */
async function privateAddress({ azure, names }: Pick<SpokeRun, 'azure' | 'names'>): Promise<string> {
  const { apim, apimId } = names.hub;
  const place = await gatewayPlace(azure, names);
  const remedy = 'Its deployment did not come to its end: run deploy-hub.';
  if (place.privateAddress === undefined) {
    throw new ActionError(
      'GatewayHasNoPrivateAddress',
      `API Management ${apim} has no private address.`,
      remedy,
      apimId,
    );
  }
  if (place.open) {
    throw new ActionError(
      'GatewayIsOpen',
      `API Management ${apim} is open to the internet.`,
      closeRemedy(apimId),
      apimId,
    );
  }
  return place.privateAddress;
}

async function applicationClientId(run: SpokeRun): Promise<string> {
  const clientId = await spokeApplicationClientId(run);
  if (clientId !== undefined) return clientId;
  throw new ActionError(
    'SpokeNotDeployed',
    `Deployment ${run.names.deployments.spoke} has not succeeded yet, so nothing says which Entra application calls the gateway.`,
    'Run deploy-spoke first.',
  );
}

async function identityClientId({ azure }: Pick<SpokeRun, 'azure'>, id: string): Promise<string> {
  const identity = await azure.get<{ properties: { clientId: string } }>(id, IDENTITY_VERSION);
  return identity.properties.clientId;
}
