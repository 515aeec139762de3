import type { Fragment } from '../desired/resource.ts';
import { escapeAttribute } from './xml.ts';

/** Includes of the environment's own fragments at one place, in the order of the file. */
export function includes(
  fragments: readonly Fragment[],
  section: Fragment['section'],
  place: Fragment['place'],
): readonly string[] {
  return fragments
    .filter((fragment) => fragment.section === section && fragment.place === place)
    .map(({ id }) => `    <include-fragment fragment-id="${escapeAttribute(id)}" />`);
}
