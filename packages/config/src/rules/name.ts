import { reservedAnywhere, reservedAtStart } from '../data/reserved-words.ts';
import type { Rule } from '../view.ts';

/** The name must survive in the name of every resource, also where hyphens are dropped (storage, Key Vault). */
export const nameRule: Rule = (view) => {
  const name = view.text('name');
  if (name === undefined) return;
  if (name.includes('--')) {
    view.wrong(['name'], '`name` must not have two hyphens in a row: Container Apps refuses it', 'use single hyphens');
  }
  const compact = name.replaceAll('-', '');
  const word =
    reservedAnywhere.find((reserved) => compact.includes(reserved)) ??
    reservedAtStart.find((reserved) => compact.startsWith(reserved));
  if (word !== undefined) {
    view.wrong(['name'], `\`name\` holds "${word}", which Azure reserves in resource names`, 'choose another name');
  }
};
