import type { Json } from '../kernel/store.ts';
import { armErrors, refuse } from './errors.ts';
import { isObject } from './json.ts';

/** Limits of tags on any resource and resource group (Microsoft: limitations of tags). */
const MOST_TAGS = 50;
const LONGEST_NAME = 512;
const LONGEST_VALUE = 256;

/** Refuses tags that Azure Resource Manager would not store. */
export function refuseTags(tags: Json | undefined): void {
  if (tags === undefined || tags === null) return;
  if (!isObject(tags))
    throw armErrors.invalidContent("Error converting the value of 'tags' to a dictionary of strings");
  const entries = Object.entries(tags);
  const structured = entries.find(([, value]) => typeof value === 'object' && value !== null);
  if (structured !== undefined)
    throw armErrors.invalidContent(
      `Unexpected value of tag '${structured[0]}': a string is expected. Path 'tags.${structured[0]}'`,
    );
  if (entries.length > MOST_TAGS) {
    throw refuse(
      400,
      'TooManyTags',
      `Too many tags on the resource/resource group. Requested tag count - '${entries.length}'. Maximum number of tags allowed - '${MOST_TAGS}'.`,
    );
  }
  const reserved = entries.filter(([name]) => /[<>%&\\?/\p{Cc}]/u.test(name)).map(([name]) => name);
  if (reserved.length > 0) {
    throw refuse(
      400,
      'InvalidTagNameCharacters',
      String.raw`The tag names '${reserved.join(',')}' have reserved characters '<,>,%,&,\,?,/' or control characters.`,
    );
  }
  for (const [name, value] of entries) refuseLength(name, typeof value === 'string' ? value : JSON.stringify(value));
}

function refuseLength(name: string, value: string): void {
  if (name.length > LONGEST_NAME) {
    throw refuse(
      400,
      'InvalidTagNameLength',
      `Tag name too large. Following tag name '${name}' exceeded the maximum length. Maximum allowed length for tag name - '${LONGEST_NAME}' characters.`,
    );
  }
  if (value.length > LONGEST_VALUE) {
    throw refuse(
      400,
      'InvalidTagValueLength',
      `Tag value too large. Following tag value '${value}' exceeded the maximum length. Maximum allowed length for tag value - '${LONGEST_VALUE}' characters.`,
    );
  }
}
