import { createHash } from 'node:crypto';
import type { Place } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf, ownerOf, sameId } from '../../providers/common/ids.ts';
import { objectsAt, textAt } from '../../providers/common/json.ts';
import { A_RECORD, LINK } from '../../providers/network/private-dns.ts';

/**
 * Services whose public names are aliases of a `privatelink` name: public suffix to private zone
 * (facts/azure.md section 2, Other groupIds/zones).
 */
const PRIVATE_LINK_ZONES: Readonly<Record<string, string>> = {
  'vault.azure.net': 'privatelink.vaultcore.azure.net',
  'postgres.database.azure.com': 'privatelink.postgres.database.azure.com',
  'blob.core.windows.net': 'privatelink.blob.core.windows.net',
  'file.core.windows.net': 'privatelink.file.core.windows.net',
  'cognitiveservices.azure.com': 'privatelink.cognitiveservices.azure.com',
  'openai.azure.com': 'privatelink.openai.azure.com',
  'services.ai.azure.com': 'privatelink.services.ai.azure.com',
};

/** Names that exist in public DNS without any resource of the tenant. */
const PUBLIC_SERVICES =
  /(?:^|\.)(?:azure\.com|microsoftonline\.com|microsoft\.com|windows\.net|githubusercontent\.com|ghcr\.io|docker\.io)$/;

/** Suffixes under which only what a resource registers exists. */
const REGISTERED_ONLY = /(?:^|\.)(?:azure-api\.net|azurecontainerapps\.io|cloudapp\.azure\.com)$/;

/**
 * The addresses that `host` has for a caller in `place`; empty where the name does not exist for it. A private zone that
 * is linked to the caller's VNet hides everything public below it, records or not.
 */
export function resolveHost(world: World, place: Place, host: string): readonly string[] {
  const name = host.toLowerCase();
  if (place.kind === 'vnet') {
    for (const candidate of [name, privateLinkAlias(name)]) {
      const zone = candidate === undefined ? undefined : linkedZone(world, place.vnetId, candidate);
      if (zone !== undefined && candidate !== undefined) return recordsIn(world, zone, candidate);
    }
  }
  return publicAddresses(world, name);
}

function privateLinkAlias(name: string): string | undefined {
  const suffix = Object.keys(PRIVATE_LINK_ZONES).find((known) => name.endsWith(`.${known}`));
  return suffix === undefined ? undefined : `${name.slice(0, -suffix.length)}${PRIVATE_LINK_ZONES[suffix] ?? ''}`;
}

/** The most specific zone above `name` that is linked to the VNet. */
function linkedZone(world: World, vnetId: string, name: string): Resource | undefined {
  const zones = world.store
    .ofType(LINK)
    .filter((link) => sameId(textAt(link.properties, 'virtualNetwork.id'), vnetId))
    .flatMap((link) => world.store.get(ownerOf(link.id)) ?? [])
    .filter((zone) => name === zone.name.toLowerCase() || name.endsWith(`.${zone.name.toLowerCase()}`));
  return zones.sort((a, b) => b.name.length - a.name.length)[0];
}

function recordsIn(world: World, zone: Resource, name: string): readonly string[] {
  const relative = name === zone.name.toLowerCase() ? '@' : name.slice(0, -zone.name.length - 1);
  const records = world.store
    .ofType(A_RECORD)
    .filter((record) => sameId(ownerOf(record.id), zone.id))
    .map((record) => ({ label: nameOf(record.id).toLowerCase(), record }));
  const found =
    records.find(({ label }) => label === relative) ?? records.find(({ label }) => relative !== '@' && label === '*');
  return objectsAt(found?.record.properties, 'aRecords').flatMap((item) => textAt(item, 'ipv4Address') ?? []);
}

function publicAddresses(world: World, name: string): readonly string[] {
  const own = world.store
    .ofType('Microsoft.Network/publicIPAddresses')
    .find((address) => textAt(address.properties, 'dnsSettings.fqdn')?.toLowerCase() === name);
  const address = textAt(own?.properties, 'ipAddress');
  if (address !== undefined) return [address];
  if (REGISTERED_ONLY.test(name)) return publicEnvironmentAddress(world, name);
  return PUBLIC_SERVICES.test(name) ? [somewhereInAzure(name)] : [];
}

/** A Container Apps environment that is not internal registers its domain in public DNS. */
function publicEnvironmentAddress(world: World, name: string): readonly string[] {
  const environment = world.store.ofType('Microsoft.App/managedEnvironments').find((one) => {
    const domain = textAt(one.properties, 'defaultDomain')?.toLowerCase();
    return domain !== undefined && (name === domain || name.endsWith(`.${domain}`));
  });
  const internal = JSON.stringify(environment?.properties['vnetConfiguration'] ?? {}).includes('"internal":true');
  const address = textAt(environment?.properties, 'staticIp');
  return internal || address === undefined ? [] : [address];
}

/** A stable address for a service that nobody here owns. */
function somewhereInAzure(name: string): string {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(name).digest();
  return `20.${a}.${b}.${c}`;
}
