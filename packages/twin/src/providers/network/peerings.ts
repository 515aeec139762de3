import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { overlaps, parseCidr } from '../common/cidr.ts';
import type { Cidr } from '../common/cidr.ts';
import { defineType } from '../common/define.ts';
import { ownerOf, sameId } from '../common/ids.ts';
import { objectAt, textAt, textsAt } from '../common/json.ts';
import { networkNameRule, networkSettledRule, refusal, rule } from '../common/rules.ts';

export const PEERING = 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings';
const NETWORK = 'Microsoft.Network/virtualNetworks';
const SOURCE = 'facts/azure.md section 2, Peering';

function spaceOf(network: Resource | undefined) {
  return textsAt(network?.properties, 'addressSpace.addressPrefixes').flatMap((text) => parseCidr(text) ?? []);
}

function peeringsOf(world: World, networkId: string): readonly Resource[] {
  return world.store.below(networkId).filter((child) => child.type.toLowerCase() === PEERING.toLowerCase());
}

/** The peering of the other side that points back, if it exists. */
function counterpart(peering: Resource, world: World): Resource | undefined {
  const remote = textAt(peering.properties, 'remoteVirtualNetwork.id');
  if (remote === undefined) return undefined;
  const local = ownerOf(peering.id);
  return peeringsOf(world, remote).find((other) => sameId(textAt(other.properties, 'remoteVirtualNetwork.id'), local));
}

function setState(peering: Resource, world: World, peeringState: string): void {
  const current = world.store.get(peering.id);
  if (current === undefined) return;
  world.store.put({ ...current, properties: { ...current.properties, peeringState } });
  syncPeerings(world, ownerOf(peering.id));
}

/** Writes the VNet's inline list of peerings from the peerings that exist. */
function syncPeerings(world: World, networkId: string): void {
  const network = world.store.get(networkId);
  if (network === undefined) return;
  const virtualNetworkPeerings = peeringsOf(world, networkId).map(({ id, name, type, properties }) => ({
    id,
    name,
    type,
    properties,
  }));
  world.store.put({ ...network, properties: { ...network.properties, virtualNetworkPeerings } });
}

interface PeeredOverlap {
  /** The network of the new peering whose addresses are taken. */
  readonly which: string;
  /** Who has them. */
  readonly other: string;
  readonly prefix: string;
}

/** Whether `networkId` shares addresses with a third network that `hubId` is peered with already. */
function overlapWithPeered(world: World, networkId: string, hubId: string): PeeredOverlap | undefined {
  const texts = textsAt(world.store.get(networkId)?.properties, 'addressSpace.addressPrefixes');
  for (const peering of peeringsOf(world, hubId)) {
    const other = textAt(peering.properties, 'remoteVirtualNetwork.id') ?? '';
    if (sameId(other, networkId)) continue;
    const taken = spaceOf(world.store.get(other));
    const prefix = texts.find((text) => taken.some((block) => overlapsText(block, text)));
    if (prefix !== undefined) return { which: networkId, other, prefix };
  }
  return undefined;
}

function overlapsText(block: Cidr, text: string): boolean {
  const other = parseCidr(text);
  return other !== undefined && overlaps(block, other);
}

export const peerings = defineType({
  type: PEERING,
  apiVersions: API_VERSIONS.network,
  asyncStyle: 'azure-async-operation',
  duration: 'network',
  rules: [
    networkNameRule(PEERING),
    networkSettledRule('peering-network-settled'),
    rule('peering-remote-exists', SOURCE, ({ id, properties }, world) => {
      const remote = textAt(properties, 'remoteVirtualNetwork.id');
      if (remote !== undefined && world.store.get(remote)?.type.toLowerCase() === NETWORK.toLowerCase())
        return undefined;
      return refusal(
        400,
        'InvalidResourceReference',
        `Resource ${remote ?? ''} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
      );
    }),
    rule('peering-with-itself', SOURCE, ({ id, parentId, properties }) =>
      sameId(textAt(properties, 'remoteVirtualNetwork.id'), parentId)
        ? refusal(
            400,
            'VnetCannotPeerWithItself',
            `Peering ${id} cannot be created because a virtual network cannot be peered with itself.`,
          )
        : undefined,
    ),
    rule('peering-address-spaces-overlap', SOURCE, ({ id, parentId, properties }, world) => {
      const remoteId = textAt(properties, 'remoteVirtualNetwork.id') ?? '';
      const mine = spaceOf(world.store.get(parentId));
      const clash = spaceOf(world.store.get(remoteId)).some((block) => mine.some((own) => overlaps(own, block)));
      if (!clash || sameId(remoteId, parentId)) return undefined;
      return refusal(
        400,
        'VnetAddressSpacesOverlap',
        `Cannot create or update peering ${id}. Virtual networks ${parentId} and ${remoteId} cannot be peered because their address spaces overlap.`,
      );
    }),
    rule(
      'peering-address-space-of-another',
      'Azure/ResourceModules issue 731; alan-turing-institute/data-safe-haven issue 2152',
      ({ id, parentId, properties }, world) => {
        const remoteId = textAt(properties, 'remoteVirtualNetwork.id') ?? '';
        const clash = overlapWithPeered(world, parentId, remoteId) ?? overlapWithPeered(world, remoteId, parentId);
        if (clash === undefined) return undefined;
        return refusal(
          400,
          'VnetAddressSpaceOverlapsWithAlreadyPeeredVnet',
          `Cannot create or update peering ${id}. Virtual networks ${parentId} and ${remoteId} cannot be peered because address space of the ${clash.which === parentId ? 'first' : 'second'} virtual network overlaps with address space of virtual network ${clash.other} already peered with the ${clash.which === parentId ? 'second' : 'first'} virtual network. Overlapping address prefixes: ${clash.prefix}.`,
        );
      },
    ),
    rule('peering-remote-taken', SOURCE, ({ id, parentId, properties }, world) => {
      const remote = textAt(properties, 'remoteVirtualNetwork.id');
      const other = peeringsOf(world, parentId).find(
        (peering) => !sameId(peering.id, id) && sameId(textAt(peering.properties, 'remoteVirtualNetwork.id'), remote),
      );
      if (other === undefined) return undefined;
      return refusal(
        400,
        'AnotherPeeringAlreadyReferencesRemoteVnet',
        `Cannot create or update peering ${id}. Another peering ${other.id} already references remote virtual network ${remote ?? ''}.`,
      );
    }),
    rule('peering-gateway-flags', SOURCE, ({ id, properties }) =>
      properties['useRemoteGateways'] === true && properties['allowGatewayTransit'] === true
        ? refusal(
            400,
            'VnetPeeringCannotUseRemoteGatewaysAndAllowGatewayTransit',
            `Peering ${id} cannot have both useRemoteGateways and allowGatewayTransit set.`,
          )
        : undefined,
    ),
    rule('peering-remote-gateways', SOURCE, ({ id, properties }) =>
      properties['useRemoteGateways'] === true
        ? refusal(
            400,
            'RemoteVnetHasNoGateways',
            `Peering ${id} cannot have UseRemoteGateways flag set to true, because remote virtual network ${textAt(properties, 'remoteVirtualNetwork.id') ?? ''} referenced by the peering does not have any gateways.`,
          )
        : undefined,
    ),
  ],
  defaults: () => ({
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: false,
    allowGatewayTransit: false,
    useRemoteGateways: false,
    doNotVerifyRemoteGateways: false,
    peerCompleteVnets: true,
  }),
  outputs(peering, world) {
    const remote = world.store.get(textAt(peering.properties, 'remoteVirtualNetwork.id') ?? '');
    const space = objectAt(remote?.properties, 'addressSpace');
    return {
      peeringState: counterpart(peering, world) === undefined ? 'Initiated' : 'Connected',
      peeringSyncLevel: 'FullyInSync',
      remoteAddressSpace: space,
      remoteVirtualNetworkAddressSpace: space,
      resourceGuid: world.guid(
        `peering:${[ownerOf(peering.id), remote?.id ?? '']
          .map((id) => id.toLowerCase())
          .sort()
          .join('|')}`,
      ),
    };
  },
  afterComplete(peering, world) {
    const other = counterpart(peering, world);
    if (other !== undefined) {
      setState(peering, world, 'Connected');
      setState(other, world, 'Connected');
    }
    syncPeerings(world, ownerOf(peering.id));
  },
  afterDelete(peering, world) {
    const remote = textAt(peering.properties, 'remoteVirtualNetwork.id') ?? '';
    for (const other of peeringsOf(world, remote)) {
      if (sameId(textAt(other.properties, 'remoteVirtualNetwork.id'), ownerOf(peering.id)))
        setState(other, world, 'Disconnected');
    }
    syncPeerings(world, ownerOf(peering.id));
  },
});

/** Whether traffic can pass between two VNets: they are one, or both sides of a peering are connected. */
export function arePeered(world: World, a: string, b: string): boolean {
  if (sameId(a, b)) return true;
  return peeringsOf(world, a).some(
    (peering) =>
      sameId(textAt(peering.properties, 'remoteVirtualNetwork.id'), b) &&
      textAt(peering.properties, 'peeringState') === 'Connected' &&
      counterpart(peering, world) !== undefined,
  );
}
