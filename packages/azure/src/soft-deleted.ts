import type { AzureClient } from './client.ts';
import { isAzureError } from './errors.ts';
import { sendAndWait } from './long-running.ts';

/** A name of a service that keeps deleted resources for a while, and their names with them. */
export interface HeldName {
  readonly kind: 'key-vault' | 'api-management' | 'foundry';
  readonly name: string;
  readonly location: string;
  /** Needed to ask for Foundry accounts. */
  readonly resourceGroup: string;
}

/** What one service says and wants about its deleted resources. */
export interface SoftDeletion {
  readonly service: string;
  /** How long a name is held where nobody says otherwise. */
  readonly held: string;
  readonly apiVersion: string;
  readonly path: (held: HeldName) => string;
  /** The right, at the subscription, to free a name. */
  readonly purgeRight: string;
  readonly purgeMethod: 'POST' | 'DELETE';
  readonly purgeCommand: (held: HeldName) => string;
  /** Absent where no command does it. */
  readonly recoverCommand?: (held: HeldName) => string;
}

/** The services that hold names of what was deleted (facts/azure.md section 4). */
export const softDeletions: Readonly<Record<HeldName['kind'], SoftDeletion>> = {
  'key-vault': {
    service: 'Key Vault',
    held: '7 to 90 days',
    apiVersion: '2024-11-01',
    path: ({ location, name }) => `Microsoft.KeyVault/locations/${location}/deletedVaults/${name}`,
    purgeRight: 'Microsoft.KeyVault/locations/deletedVaults/purge/action',
    purgeMethod: 'POST',
    purgeCommand: ({ name }) => `az keyvault purge --name ${name}`,
    recoverCommand: ({ name }) => `az keyvault recover --name ${name}`,
  },
  'api-management': {
    service: 'API Management',
    held: '48 hours',
    apiVersion: '2024-05-01',
    path: ({ location, name }) => `Microsoft.ApiManagement/locations/${location}/deletedservices/${name}`,
    purgeRight: 'Microsoft.ApiManagement/locations/deletedservices/delete',
    purgeMethod: 'DELETE',
    purgeCommand: ({ name, location }) => `az apim deletedservice purge --service-name ${name} --location ${location}`,
  },
  foundry: {
    service: 'Foundry',
    held: '48 hours',
    apiVersion: '2025-06-01',
    path: ({ location, resourceGroup, name }) =>
      `Microsoft.CognitiveServices/locations/${location}/resourceGroups/${resourceGroup}/deletedAccounts/${name}`,
    purgeRight: 'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/delete',
    purgeMethod: 'DELETE',
    purgeCommand: ({ name, location, resourceGroup }) =>
      `az cognitiveservices account purge --name ${name} --resource-group ${resourceGroup} --location ${location}`,
    recoverCommand: ({ name, location, resourceGroup }) =>
      `az cognitiveservices account recover --name ${name} --resource-group ${resourceGroup} --location ${location}`,
  },
};

/** A deleted resource that still holds its name. */
export interface DeletedResource {
  /** When Azure frees the name by itself, as Azure writes it; undefined where it does not say. */
  readonly until: string | undefined;
  /** Nobody can free the name before. */
  readonly purgeProtected: boolean;
}

/** The deleted resource that holds a name, if there is one. */
export async function findDeleted(
  client: AzureClient,
  subscriptionId: string,
  held: HeldName,
): Promise<DeletedResource | undefined> {
  const { apiVersion } = softDeletions[held.kind];
  const deleted = await client.find<{
    readonly properties?: { readonly scheduledPurgeDate?: string; readonly purgeProtectionEnabled?: boolean };
  }>(urlOf(subscriptionId, held), apiVersion);
  if (deleted === undefined) return undefined;
  const { scheduledPurgeDate, purgeProtectionEnabled } = deleted.properties ?? {};
  return { until: scheduledPurgeDate, purgeProtected: purgeProtectionEnabled === true };
}

/** Frees a name: what was deleted is gone for good. A name that is free already is no mistake. */
export async function purgeDeleted(client: AzureClient, subscriptionId: string, held: HeldName): Promise<void> {
  const { purgeMethod, apiVersion } = softDeletions[held.kind];
  const url = `${urlOf(subscriptionId, held)}${purgeMethod === 'POST' ? '/purge' : ''}`;
  try {
    await sendAndWait(client, { method: purgeMethod, url, apiVersion, accept: [404], idempotent: true });
  } catch (error) {
    // Where the end of a purge is asked for by the thing itself, its absence is the answer.
    if (!isAzureError(error) || error.status !== 404) throw error;
  }
}

function urlOf(subscriptionId: string, held: HeldName): string {
  return `/subscriptions/${subscriptionId}/providers/${softDeletions[held.kind].path(held)}`;
}
