import type { AzureClient } from '../client.ts';

const NETWORK_VERSION = '2025-05-01';
/** Azure's time, not ours. A subnet that is held for longer is held for days (microsoft/azure-container-apps#974). */
const LONGEST_MS = 60 * 60_000;

interface Subnet {
  readonly name: string;
  readonly properties: {
    readonly serviceAssociationLinks?: readonly {
      readonly name?: string;
      readonly properties?: { readonly linkedResourceType?: string };
    }[];
  };
}

/** A subnet that a service still holds, although what it held it for is gone. */
export interface HeldSubnet {
  readonly subnet: string;
  /** The service that holds it: `Microsoft.App/environments`. */
  readonly by: string;
}

/** Who is told of subnets that are still held. */
export interface FreeSubnetsOptions {
  readonly onHeld: (held: readonly HeldSubnet[]) => void;
}

/**
 * Waits until no service holds a subnet of the network any more: Container Apps and Foundry give theirs back a good while
 * after they are gone. Answers what is still held after an hour of Azure's time; nothing where all are free.
 */
export async function waitForFreeSubnets(
  client: AzureClient,
  networkId: string,
  { onHeld }: FreeSubnetsOptions,
): Promise<readonly HeldSubnet[]> {
  let started: number | undefined;
  for (;;) {
    const held = await heldSubnets(client, networkId);
    const now = client.azureTime ?? Date.now();
    started ??= now;
    if (held.length === 0 || now - started > LONGEST_MS) return held;
    onHeld(held);
    await client.pacing.poll(15_000);
  }
}

async function heldSubnets(client: AzureClient, networkId: string): Promise<readonly HeldSubnet[]> {
  const response = await client.request<{ value?: readonly Subnet[] }>({
    method: 'GET',
    url: `${networkId}/subnets`,
    apiVersion: NETWORK_VERSION,
    accept: [404],
  });
  if (response.status === 404) return [];
  return (response.body.value ?? []).flatMap(({ name, properties }) =>
    (properties.serviceAssociationLinks ?? []).map((link) => ({
      subnet: name,
      by: link.properties?.linkedResourceType ?? link.name ?? 'a service',
    })),
  );
}
