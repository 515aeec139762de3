import type { Json } from '../kernel/store.ts';
import type { Arm } from './context.ts';
import { armErrors, refuse } from './errors.ts';
import { isObject } from './json.ts';
import { enforce } from './rules.ts';

/** Limits of tags on any resource and resource group (Microsoft: limitations of tags). */
const MOST_TAGS = 50;
const LONGEST_NAME = 512;
const LONGEST_VALUE = 256;

/** Types that take less, by lower-case type. */
const MOST_TAGS_OF: ReadonlyMap<string, number> = new Map([
  ['microsoft.network/dnszones', 15],
  ['microsoft.network/privatednszones', 15],
  ['microsoft.network/privatednszones/virtualnetworklinks', 15],
]);
const LONGEST_NAME_OF: ReadonlyMap<string, number> = new Map([['microsoft.storage/storageaccounts', 128]]);

/** Refuses tags that Azure Resource Manager would not store. */
export function refuseTags(arm: Arm, tags: Json | undefined, type = ''): void {
  if (tags === undefined || tags === null) return;
  if (!isObject(tags))
    throw armErrors.invalidContent("Error converting the value of 'tags' to a dictionary of strings");
  const entries = Object.entries(tags);
  const structured = entries.find(([, value]) => typeof value === 'object' && value !== null);
  if (structured !== undefined)
    throw armErrors.invalidContent(
      `Unexpected value of tag '${structured[0]}': a string is expected. Path 'tags.${structured[0]}'`,
    );
  enforce(arm, 'tag-count', () => {
    refuseCount(entries.length, MOST_TAGS);
  });
  enforce(arm, 'tag-count-of-type', () => {
    refuseCount(entries.length, MOST_TAGS_OF.get(type.toLowerCase()) ?? Number.POSITIVE_INFINITY);
  });
  enforce(arm, 'tag-name-characters', () => {
    refuseCharacters(entries.map(([name]) => name));
  });
  enforce(arm, 'tag-name-length', () => {
    for (const [name] of entries) refuseLongName(name, LONGEST_NAME);
  });
  enforce(arm, 'tag-name-length-of-type', () => {
    for (const [name] of entries)
      refuseLongName(name, LONGEST_NAME_OF.get(type.toLowerCase()) ?? Number.POSITIVE_INFINITY);
  });
  enforce(arm, 'tag-value-length', () => {
    for (const [, value] of entries) refuseLongValue(typeof value === 'string' ? value : JSON.stringify(value));
  });
}

function refuseCount(count: number, most: number): void {
  if (count <= most) return;
  throw refuse(
    400,
    'TooManyTags',
    `Too many tags on the resource/resource group. Requested tag count - '${count}'. Maximum number of tags allowed - '${most}'.`,
  );
}

function refuseCharacters(names: readonly string[]): void {
  const reserved = names.filter((name) => /[<>%&\\?/\p{Cc}]/u.test(name));
  if (reserved.length === 0) return;
  throw refuse(
    400,
    'InvalidTagNameCharacters',
    String.raw`The tag names '${reserved.join(',')}' have reserved characters '<,>,%,&,\,?,/' or control characters.`,
  );
}

function refuseLongName(name: string, longest: number): void {
  if (name.length <= longest) return;
  throw refuse(
    400,
    'InvalidTagNameLength',
    `Tag name too large. Following tag name '${name}' exceeded the maximum length. Maximum allowed length for tag name - '${longest}' characters.`,
  );
}

function refuseLongValue(value: string): void {
  if (value.length <= LONGEST_VALUE) return;
  throw refuse(
    400,
    'InvalidTagValueLength',
    `Tag value too large. Following tag value '${value}' exceeded the maximum length. Maximum allowed length for tag value - '${LONGEST_VALUE}' characters.`,
  );
}
