import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf } from '../../providers/common/ids.ts';
import { objectsAt, textAt, textsAt } from '../../providers/common/json.ts';

/** What a zone says of a name. */
export type RecordAnswer =
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] }
  | { readonly kind: 'alias'; readonly name: string }
  | { readonly kind: 'nothing' };

/** The record sets that `zone`, public or private, has for `name`: its own, else those of the nearest wildcard above it. */
export function recordSetsOf(world: World, zone: Resource, name: string): readonly Resource[] {
  const zoneName = zone.name.toLowerCase();
  const relative = name === zoneName ? '@' : name.slice(0, -zoneName.length - 1);
  const sets = world.store.below(zone.id).filter(({ type }) => !/\/virtualNetworkLinks$/i.test(type));
  // A name that has records of any type is there: no wildcard stands in for the types it lacks.
  const owner = candidates(relative).find((label) => sets.some(({ id }) => nameOf(id).toLowerCase() === label));
  return sets.filter(({ id }) => nameOf(id).toLowerCase() === owner);
}

/** The set of one type (`A`) among those of a name. */
export function setOfType(sets: readonly Resource[], type: string): Resource | undefined {
  return sets.find((set) => set.type.toLowerCase().endsWith(`/${type.toLowerCase()}`));
}

/** Where the sets of a name lead: to another name, to addresses, or nowhere. */
export function answerOf(world: World, sets: readonly Resource[]): RecordAnswer {
  const alias = textAt(setOfType(sets, 'CNAME')?.properties, 'cnameRecord.cname');
  if (alias !== undefined) return { kind: 'alias', name: alias.toLowerCase().replace(/\.$/, '') };
  const addresses = addressesOf(world, setOfType(sets, 'A'));
  return addresses.length === 0 ? { kind: 'nothing' } : { kind: 'addresses', addresses };
}

/** Addresses as written, or of the public IP address that an alias record follows. */
function addressesOf(world: World, set: Resource | undefined): readonly string[] {
  const followed = world.store.get(textAt(set?.properties, 'targetResource.id') ?? '');
  const address = textAt(followed?.properties, 'ipAddress');
  if (address !== undefined) return [address];
  return objectsAt(set?.properties, 'aRecords').flatMap((item) => textAt(item, 'ipv4Address') ?? []);
}

/** The texts of a TXT set, each with its parts joined. */
export function textsOf(set: Resource | undefined): readonly string[] {
  return objectsAt(set?.properties, 'txtRecords').map((item) => textsAt(item, 'value').join(''));
}

/** Whether a zone holds a name. */
export function isBelow(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** `a.b`, `*.b`, `*`; the zone's own name has no wildcard. */
function candidates(relative: string): readonly string[] {
  if (relative === '@') return ['@'];
  const labels = relative.split('.');
  return [relative, ...labels.map((_, index) => ['*', ...labels.slice(index + 1)].join('.'))];
}
