import type { PolicyElement } from '../document/policy-document.ts';
import type { ScopedPolicy } from './run.ts';

/** Where an element stands below a section, as `context.LastError.Path` writes it: `choose[3]/when[2]`. */
export function pathOf(policies: readonly ScopedPolicy[], wanted: PolicyElement): string | undefined {
  return pathBelow(
    policies.map(({ element }) => element),
    wanted,
  );
}

/** Elements of a name are numbered from 1 among their siblings. */
function pathBelow(elements: readonly PolicyElement[], wanted: PolicyElement): string | undefined {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const count = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, count);
    const here = `${element.name}[${count}]`;
    if (element === wanted) return here;
    const below = pathBelow(element.children, wanted);
    if (below !== undefined) return `${here}/${below}`;
  }
  return undefined;
}
