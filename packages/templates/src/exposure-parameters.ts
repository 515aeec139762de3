import type { Environment, Exposure, Names, PublicZone } from '@lz/config';

/** A Key Vault outside the spoke. */
export interface VaultPlace {
  readonly resourceGroup: string;
  readonly name: string;
}

/** The parameter `exposedAs`: what the template has to know of an exposure. */
export function exposureParameter(
  { name, spoke: { exposure } }: Environment,
  { suffix, subscriptionId }: Names,
): object {
  const { kind, hostname } = exposure;
  const secretId = exposure.certificate?.kind === 'key-vault' ? exposure.certificate.secretId : undefined;
  const dns = 'dns' in exposure ? exposure.dns : undefined;
  return {
    kind,
    ...(hostname === undefined ? {} : { hostname }),
    ...(secretId === undefined ? {} : { certificateUri: secretId }),
    ...(kind === 'app-gateway' ? { dnsLabel: `${name}-${suffix}` } : {}),
    ...(dns === undefined || hostname === undefined ? {} : { dns: placeInZone(dns, hostname, subscriptionId) }),
    ...(kind === 'container-app' && exposure.allowedAddresses.length > 0
      ? { allowedAddresses: exposure.allowedAddresses }
      : {}),
  };
}

function placeInZone({ zone, resourceGroup, subscriptionId }: PublicZone, hostname: string, own: string): object {
  const record = hostname === zone ? '@' : hostname.slice(0, -zone.length - 1);
  return { subscriptionId: subscriptionId ?? own, resourceGroup, zone, record };
}

/** Where the certificate lies; undefined where that is not a Key Vault of the company's. */
export function certificateVault({ certificate }: Exposure, vault: VaultPlace | undefined): VaultPlace | undefined {
  if (certificate?.kind !== 'key-vault') return undefined;
  if (vault !== undefined) return vault;
  throw new Error(`The resource group of the Key Vault of ${certificate.secretId} is not known`);
}
