import { reservedTagStarts } from '../data/reserved-words.ts';
import type { Rule } from '../view.ts';

/** Tags that are the product's own; every write is recognised by them. */
const productTag = /^(managed-by$|lz-)/;

/** Names of tags are free of Azure's and the product's own, and differ in more than case. */
export const tagsRule: Rule = (view) => {
  const seen = new Map<string, string>();
  for (const [name] of view.texts('tags')) {
    const lower = name.toLowerCase();
    const first = seen.get(lower);
    const start = reservedTagStarts.find((reserved) => lower.startsWith(reserved));
    if (start !== undefined)
      view.wrongKey(['tags', name], `Azure reserves names of tags that start with ${start}`, 'rename the tag');
    if (productTag.test(lower)) view.wrongKey(['tags', name], `the tag \`${name}\` is set by the product`, 'remove it');
    if (first !== undefined)
      view.wrongKey(['tags', name], `the tags \`${first}\` and \`${name}\` differ only in case`, 'keep one of the two');
    seen.set(lower, name);
  }
};
