import type { AzureClient } from '../client.ts';
import { AzureRequestError } from '../errors.ts';
import { DEFAULT_POLL_MS } from '../pacing.ts';
import { checked, type Finding } from './finding.ts';

const API = '2021-04-01';
const MAX_POLLS = 120;

interface Provider {
  readonly namespace: string;
  readonly registrationState: string;
}

/** Namespaces that the templates of hub and of spoke use: a deployment fails where one is not registered. */
export const hubProviders = [
  'Microsoft.ApiManagement',
  'Microsoft.Insights',
  'Microsoft.ManagedIdentity',
  'Microsoft.Network',
  'Microsoft.OperationalInsights',
  // Subnets of the V2 tiers of API Management are delegated to it.
  'Microsoft.Web',
] as const;
/** See `hubProviders`. */
export const spokeProviders = [
  'Microsoft.App',
  'Microsoft.CognitiveServices',
  'Microsoft.DBforPostgreSQL',
  'Microsoft.KeyVault',
  'Microsoft.ManagedIdentity',
  'Microsoft.Network',
  'Microsoft.Storage',
] as const;
/** Those of hub and spoke, each once. */
export const neededProviders: readonly string[] = [...new Set([...hubProviders, ...spokeProviders])];

/** Those of `namespaces` that the subscription has not registered. */
export async function unregisteredProviders(
  client: AzureClient,
  subscriptionId: string,
  namespaces: readonly string[] = neededProviders,
): Promise<readonly string[]> {
  const providers = await client.list<Provider>(`/subscriptions/${subscriptionId}/providers`, API);
  const registered = providers.filter(({ registrationState }) => registrationState === 'Registered');
  const names = new Set(registered.map(({ namespace }) => namespace.toLowerCase()));
  return namespaces.filter((namespace) => !names.has(namespace.toLowerCase()));
}

/** A warning where resource providers are not registered: `apply` registers them. */
export function checkProviders(
  client: AzureClient,
  subscriptionId: string,
  namespaces: readonly string[] = neededProviders,
): Promise<readonly Finding[]> {
  return checked('Registration of resource providers', async () => {
    const missing = await unregisteredProviders(client, subscriptionId, namespaces);
    if (missing.length === 0) return [];
    return [
      {
        severity: 'warning',
        code: 'ProviderNotRegistered',
        message: `The subscription has not registered ${missing.join(', ')}.`,
        remedy: '`apply` does it; by hand: az provider register --namespace <name> --wait',
      },
    ];
  });
}

/** Registers those of `namespaces` that the subscription lacks, told by `onRegister` before; see `registerProviders`. */
export async function registerMissingProviders(
  client: AzureClient,
  subscriptionId: string,
  namespaces: readonly string[],
  onRegister: (missing: readonly string[]) => void,
): Promise<void> {
  const missing = await unregisteredProviders(client, subscriptionId, namespaces);
  if (missing.length > 0) onRegister(missing);
  await registerProviders(client, subscriptionId, missing);
}

/**
 * Registers resource providers and waits until they are. A write: for `apply` alone, and only where one is missing.
 * Throws AzureRequestError where one is not registered after ten minutes' worth of polls.
 */
export async function registerProviders(
  client: AzureClient,
  subscriptionId: string,
  namespaces: readonly string[],
): Promise<void> {
  const base = `/subscriptions/${subscriptionId}/providers`;
  for (const namespace of namespaces) {
    await client.request({ method: 'POST', url: `${base}/${namespace}/register`, apiVersion: API, idempotent: true });
  }
  for (const namespace of namespaces) await untilRegistered(client, `${base}/${namespace}`, namespace);
}

async function untilRegistered(client: AzureClient, url: string, namespace: string): Promise<void> {
  for (let poll = 0; poll < MAX_POLLS; poll += 1) {
    const { registrationState } = await client.get<Provider>(url, API);
    if (registrationState === 'Registered') return;
    await client.pacing.poll(DEFAULT_POLL_MS);
  }
  throw new AzureRequestError({
    status: 200,
    code: 'MissingSubscriptionRegistration',
    message: `${namespace} is still not registered.`,
    details: [],
    method: 'POST',
    url: new URL(`${url}/register`, 'https://management.azure.com').href,
  });
}
