import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { ownerOf, sameId } from '../../providers/common/ids.ts';
import { textAt } from '../../providers/common/json.ts';
import { LINK } from '../../providers/network/private-dns.ts';
import { answerOf, isBelow, recordSetsOf, type RecordAnswer } from './record-sets.ts';

/** A private zone as one VNet sees it. */
export interface LinkedZone {
  readonly zone: Resource;
  /** The link says that what the zone does not know is asked of public DNS. */
  readonly fallsBack: boolean;
}

/** The most specific zone above `name` that is linked to the VNet. */
export function linkedZone(world: World, vnetId: string, name: string): LinkedZone | undefined {
  return world.store
    .ofType(LINK)
    .filter((link) => sameId(textAt(link.properties, 'virtualNetwork.id'), vnetId))
    .flatMap((link): readonly LinkedZone[] => {
      const zone = world.store.get(ownerOf(link.id));
      const above = zone !== undefined && isBelow(name, zone.name.toLowerCase());
      return above ? [{ zone, fallsBack: textAt(link.properties, 'resolutionPolicy') === 'NxDomainRedirect' }] : [];
    })
    .sort((a, b) => b.zone.name.length - a.zone.name.length)[0];
}

/** Looks `name` up in a private zone. */
export function recordsIn(world: World, zone: Resource, name: string): RecordAnswer {
  return answerOf(world, recordSetsOf(world, zone, name));
}
