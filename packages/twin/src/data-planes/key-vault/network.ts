import type { Place } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf, ownerOf, sameId } from '../../providers/common/ids.ts';
import { objectsAt, textAt } from '../../providers/common/json.ts';
import { arePeered } from '../../providers/network/peerings.ts';
import { A_RECORD, LINK } from '../../providers/network/private-dns.ts';

/** Where a call to a vault comes from; `trusted-service`: one of Azure's that `bypass: AzureServices` lets in. */
export type CallOrigin = Place | 'trusted-service';

const ZONE = 'privatelink.vaultcore.azure.net';

/** Whether the vault's network rules let `origin` in; if not, which of Key Vault's two refusals it gets. */
export function vaultReach(
  world: World,
  vault: Resource,
  origin: CallOrigin,
): 'open' | 'ForbiddenByConnection' | 'ForbiddenByFirewall' {
  const disabled = isAt(vault, 'publicNetworkAccess', 'disabled');
  const denied = isAt(vault, 'networkAcls.defaultAction', 'deny');
  if (!disabled && !denied) return 'open';
  if (origin === 'trusted-service') return bypasses(vault) ? 'open' : 'ForbiddenByFirewall';
  if (origin.kind === 'vnet') {
    if (reachesPrivately(world, vault, origin.vnetId)) return 'open';
    if (!disabled && isAllowedSubnet(vault, origin.vnetId)) return 'open';
  }
  return disabled ? 'ForbiddenByConnection' : 'ForbiddenByFirewall';
}

/** A vault without network rules of its own lets trusted services in. */
function bypasses(vault: Resource): boolean {
  return (textAt(vault.properties, 'networkAcls.bypass') ?? 'AzureServices').toLowerCase() === 'azureservices';
}

/** An approved private endpoint in the caller's VNet or a peered one, and a name that leads there from the caller's VNet. */
function reachesPrivately(world: World, vault: Resource, vnetId: string): boolean {
  const endpoints = objectsAt(vault.properties, 'privateEndpointConnections')
    .filter((item) => textAt(item, 'properties.privateLinkServiceConnectionState.status') !== 'Pending')
    .flatMap((item) => world.store.get(textAt(item, 'properties.privateEndpoint.id') ?? '') ?? []);
  const near = endpoints.some((item) => arePeered(world, vnetId, ownerOf(textAt(item.properties, 'subnet.id') ?? '')));
  return near && resolvesPrivately(world, vault, vnetId);
}

function resolvesPrivately(world: World, vault: Resource, vnetId: string): boolean {
  return world.store.ofType(A_RECORD).some((record) => {
    if (!sameId(record.name, vault.name) || !sameId(nameOf(ownerOf(record.id)), ZONE)) return false;
    return world.store
      .below(ownerOf(record.id))
      .some((child) => sameId(child.type, LINK) && sameId(textAt(child.properties, 'virtualNetwork.id'), vnetId));
  });
}

/** The twin knows a caller's VNet, not its subnet: a rule for one of the VNet's subnets lets the whole VNet in. */
function isAllowedSubnet(vault: Resource, vnetId: string): boolean {
  return objectsAt(vault.properties, 'networkAcls.virtualNetworkRules').some((rule) =>
    sameId(ownerOf(textAt(rule, 'id') ?? ''), vnetId),
  );
}

function isAt(vault: Resource, path: string, value: string): boolean {
  return textAt(vault.properties, path)?.toLowerCase() === value;
}
