import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf, ownerOf, sameId } from '../../providers/common/ids.ts';
import { objectsAt, textAt } from '../../providers/common/json.ts';
import { LINK, ZONE } from '../../providers/network/private-dns.ts';

/** What a private zone says of a name. */
export type PrivateAnswer =
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] }
  | { readonly kind: 'alias'; readonly name: string }
  | { readonly kind: 'nothing' };

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

/** Looks `name` up in `zone`: the record sets of that very name, else those of the nearest wildcard above it. */
export function recordsIn(world: World, zone: Resource, name: string): PrivateAnswer {
  const zoneName = zone.name.toLowerCase();
  const relative = name === zoneName ? '@' : name.slice(0, -zoneName.length - 1);
  const sets = world.store.below(zone.id).filter(({ type }) => type.toLowerCase() !== LINK.toLowerCase());
  // A name that has records of any type is there: no wildcard stands in for the types it lacks.
  const owner = candidates(relative).find((label) => sets.some(({ id }) => nameOf(id).toLowerCase() === label));
  const own = sets.filter(({ id }) => nameOf(id).toLowerCase() === owner);
  const ofType = (type: string): Resource | undefined =>
    own.find((set) => set.type.toLowerCase() === `${ZONE}/${type}`.toLowerCase());
  const alias = textAt(ofType('CNAME')?.properties, 'cnameRecord.cname');
  if (alias !== undefined) return { kind: 'alias', name: alias.toLowerCase().replace(/\.$/, '') };
  const addresses = objectsAt(ofType('A')?.properties, 'aRecords').flatMap((item) => textAt(item, 'ipv4Address') ?? []);
  return addresses.length === 0 ? { kind: 'nothing' } : { kind: 'addresses', addresses };
}

function isBelow(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** `a.b`, `*.b`, `*`; the zone's own name has no wildcard. */
function candidates(relative: string): readonly string[] {
  if (relative === '@') return ['@'];
  const labels = relative.split('.');
  return [relative, ...labels.map((_, index) => ['*', ...labels.slice(index + 1)].join('.'))];
}
