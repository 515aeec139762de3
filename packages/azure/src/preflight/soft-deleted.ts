import type { AzureClient } from '../client.ts';
import { checked, type Finding } from './finding.ts';

/** A name that a deployment is going to use, of a service that keeps deleted ones for a while. */
export interface HeldName {
  readonly kind: 'key-vault' | 'api-management' | 'foundry';
  readonly name: string;
  readonly location: string;
  /** Needed to ask for Foundry accounts. */
  readonly resourceGroup: string;
}

interface Kind {
  readonly service: string;
  readonly apiVersion: string;
  readonly path: (held: HeldName) => string;
  readonly remedy: (held: HeldName) => string;
}

/** Where each service lists what is deleted and kept for recovery, and what frees the name. */
const kinds: Readonly<Record<HeldName['kind'], Kind>> = {
  'key-vault': {
    service: 'Key Vault',
    apiVersion: '2024-11-01',
    path: ({ location, name }) => `Microsoft.KeyVault/locations/${location}/deletedVaults/${name}`,
    remedy: ({ name }) => `az keyvault recover --name ${name}, or az keyvault purge --name ${name}`,
  },
  'api-management': {
    service: 'API Management',
    apiVersion: '2024-05-01',
    path: ({ location, name }) => `Microsoft.ApiManagement/locations/${location}/deletedservices/${name}`,
    remedy: ({ name, location }) => `az apim deletedservice purge --service-name ${name} --location ${location}`,
  },
  foundry: {
    service: 'Foundry',
    apiVersion: '2025-06-01',
    path: ({ location, resourceGroup, name }) =>
      `Microsoft.CognitiveServices/locations/${location}/resourceGroups/${resourceGroup}/deletedAccounts/${name}`,
    remedy: ({ name, location, resourceGroup }) =>
      `az cognitiveservices account purge --name ${name} --resource-group ${resourceGroup} --location ${location}`,
  },
};

/** An error for each name that a deleted resource still holds, found in seconds instead of after half an hour. */
export async function checkSoftDeleted(
  client: AzureClient,
  subscriptionId: string,
  names: readonly HeldName[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const held of names) {
    const kind = kinds[held.kind];
    findings.push(
      ...(await checked(`Deleted names of ${kind.service}`, () => checkName(client, subscriptionId, kind, held))),
    );
  }
  return findings;
}

async function checkName(
  client: AzureClient,
  subscriptionId: string,
  kind: Kind,
  held: HeldName,
): Promise<readonly Finding[]> {
  const url = `/subscriptions/${subscriptionId}/providers/${kind.path(held)}`;
  const deleted = await client.find(url, kind.apiVersion);
  if (deleted === undefined) return [];
  return [
    {
      severity: 'error',
      code: 'NameHeldByDeletedResource',
      message: `A deleted ${kind.service} resource still holds the name ${held.name}.`,
      remedy: kind.remedy(held),
    },
  ];
}
