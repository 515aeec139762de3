import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../../providers/common/json.ts';
import { PUBLIC_ZONE } from '../../providers/network/public-dns.ts';
import { answerOf, isBelow, recordSetsOf, setOfType, textsOf, type RecordAnswer } from './record-sets.ts';

/** The most specific public zone above `name`: the twin takes every zone of Azure DNS for delegated. */
function publicZone(world: World, name: string): Resource | undefined {
  return world.store
    .ofType(PUBLIC_ZONE)
    .filter((zone) => isBelow(name, zone.name.toLowerCase()))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/** What the public zones of the tenant say of `name`; undefined where none holds it. */
export function publicRecords(world: World, name: string): RecordAnswer | undefined {
  const zone = publicZone(world, name);
  return zone === undefined ? undefined : answerOf(world, recordSetsOf(world, zone, name));
}

/** The texts that public DNS has for `name`. */
export function publicTexts(world: World, name: string): readonly string[] {
  const zone = publicZone(world, name.toLowerCase());
  return zone === undefined ? [] : textsOf(setOfType(recordSetsOf(world, zone, name.toLowerCase()), 'TXT'));
}

/** The name that `name` is directly an alias of in public DNS. */
export function publicAlias(world: World, name: string): string | undefined {
  const zone = publicZone(world, name.toLowerCase());
  const set = zone === undefined ? undefined : setOfType(recordSetsOf(world, zone, name.toLowerCase()), 'CNAME');
  return textAt(set?.properties, 'cnameRecord.cname')?.toLowerCase().replace(/\.$/, '');
}
