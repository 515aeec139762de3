import { createHash } from 'node:crypto';
import type { Place } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { isTrueAt, textAt, textsAt } from '../../providers/common/json.ts';
import { linkedZone, recordsIn } from './private-records.ts';
import { serviceName } from './private-link.ts';
import { publicRecords } from './public-records.ts';

/** Names that exist in public DNS without any resource of the tenant. */
const PUBLIC_SERVICES =
  /(?:^|\.)(?:azure\.com|azure\.net|microsoftonline\.com|microsoft\.com|windows\.net|githubusercontent\.com|ghcr\.io|docker\.io)$/;

/** Aliases that are followed before a resolver gives up. */
const MOST_ALIASES = 8;

/**
 * The addresses that `host` has for a caller in `place`; empty where the name does not exist for it. A private zone that
 * is linked to the caller's VNet hides everything public below it, records or not, unless its link falls back.
 */
export function resolveHost(world: World, place: Place, host: string): readonly string[] {
  let name = host.toLowerCase().replace(/\.$/, '');
  if (place.kind === 'internet') return publicAddresses(world, name);
  // What public DNS is asked for: a private alias leads to the public address all the same where no zone knows it.
  let publicName = name;
  for (let aliases = 0; aliases < MOST_ALIASES; aliases += 1) {
    const linked = linkedZone(world, place.vnetId, name);
    const answer = linked === undefined ? undefined : recordsIn(world, linked.zone, name);
    if (answer?.kind === 'addresses') return answer.addresses;
    if (answer?.kind === 'nothing') return linked?.fallsBack === true ? publicAddresses(world, publicName) : [];
    const alias = answer?.name ?? serviceName(world, name)?.alias;
    if (alias === undefined) return publicAddresses(world, publicName);
    if (answer !== undefined) publicName = alias;
    name = alias;
  }
  return [];
}

/** Follows aliases through the public zones of the tenant to a name that has an address. */
function publicAddresses(world: World, asked: string): readonly string[] {
  let name = asked;
  for (let aliases = 0; aliases < MOST_ALIASES; aliases += 1) {
    const answer = publicRecords(world, name);
    if (answer === undefined) return platformAddresses(world, name);
    if (answer.kind !== 'alias') return answer.kind === 'addresses' ? answer.addresses : [];
    name = answer.name;
  }
  return [];
}

/** Addresses of names that Azure itself, or somebody outside, keeps in public DNS. */
function platformAddresses(world: World, name: string): readonly string[] {
  const own = world.store
    .ofType('Microsoft.Network/publicIPAddresses')
    .find((address) => textAt(address.properties, 'dnsSettings.fqdn')?.toLowerCase() === name);
  const address = textAt(own?.properties, 'ipAddress');
  if (address !== undefined) return [address];
  if (name.endsWith('.azure-api.net')) return gatewayAddresses(world, name);
  if (name.endsWith('.azurecontainerapps.io')) return environmentAddresses(world, name);
  if (name.endsWith('.cloudapp.azure.com')) return [];
  const service = serviceName(world, name);
  if (service !== undefined) return service.isPublic ? [somewhereInAzure(name)] : [];
  return PUBLIC_SERVICES.test(name) ? [somewhereInAzure(name)] : [];
}

/** API Management in internal mode registers nothing in public DNS (facts/azure.md section 2). */
function gatewayAddresses(world: World, name: string): readonly string[] {
  const [label = ''] = name.split('.');
  const service = world.store.ofType('Microsoft.ApiManagement/service').find((one) => one.name.toLowerCase() === label);
  if (textAt(service?.properties, 'virtualNetworkType') === 'Internal') return [];
  return textsAt(service?.properties, 'publicIPAddresses');
}

/** A Container Apps environment that is not internal registers its domain in public DNS. */
function environmentAddresses(world: World, name: string): readonly string[] {
  const environment = world.store.ofType('Microsoft.App/managedEnvironments').find((one) => {
    const domain = textAt(one.properties, 'defaultDomain')?.toLowerCase();
    return domain !== undefined && (name === domain || name.endsWith(`.${domain}`));
  });
  const address = textAt(environment?.properties, 'staticIp');
  const internal = isTrueAt(environment?.properties, 'vnetConfiguration.internal');
  return internal || address === undefined ? [] : [address];
}

/** A stable address for a service that nobody here owns. */
function somewhereInAzure(name: string): string {
  const [a = 0, b = 0, c = 0] = createHash('sha256').update(name).digest();
  return `20.${a}.${b}.${c}`;
}
