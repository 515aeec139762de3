/** A hub alone: what a platform team deploys. */
export const HUB = `name: contoso-hub
location: swedencentral
hub:
  addressSpace: 10.10.0.0/22
  gateway: { publisherEmail: platform@contoso.com }
`;

/** What may differ between spokes of one hub. */
export interface SpokeOnHub {
  /** Its place among the spokes, from 1: names it, and gives it an address space of its own. */
  readonly number: number;
  /** Subscription of the hub, where it is another one. */
  readonly hubSubscriptionId?: string;
  /** Of its model: fifty spokes at the default capacity would use up the subscription's quota. */
  readonly capacity?: number;
}

/** Name of a spoke's environment. */
export function spokeName(number: number): string {
  return `contoso-team${number}`;
}

/** A spoke on that hub: what an app team keeps in a repository of its own. */
export function spokeOnHub({ number, hubSubscriptionId, capacity }: SpokeOnHub): string {
  const elsewhere = hubSubscriptionId === undefined ? '' : `, subscriptionId: ${hubSubscriptionId}`;
  return `name: ${spokeName(number)}
location: swedencentral
hub:
  reference: { name: contoso-hub${elsewhere} }
spoke:
  addressSpace: 10.${20 + number}.0.0/22
  exposure: { kind: app-gateway, hostname: chat${number}.contoso.com, certificate: self-signed }
models:
  - ${capacity === undefined ? 'gpt-5-mini' : `{ name: gpt-5-mini, capacity: ${capacity} }`}
`;
}
