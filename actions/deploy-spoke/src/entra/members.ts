/**
 * The members of `desired` that `actual` does not have like that, as paths. Lists of Graph have no order of their own:
 * every desired item must be found, and a list may hold no other.
 */
export function differingMembers(desired: object, actual: unknown, at = ''): readonly string[] {
  const members = (typeof actual === 'object' && actual !== null ? actual : {}) as Readonly<Record<string, unknown>>;
  return Object.entries(desired).flatMap(([key, value]: [string, unknown]) => {
    const path = at === '' ? key : `${at}.${key}`;
    if (Array.isArray(value)) return sameList(value, members[key]) ? [] : [path];
    if (typeof value === 'object' && value !== null) return differingMembers(value, members[key], path);
    return value === members[key] ? [] : [path];
  });
}

function sameList(desired: readonly unknown[], actual: unknown): boolean {
  const items: readonly unknown[] = Array.isArray(actual) ? actual : [];
  return desired.length === items.length && desired.every((item) => items.some((other) => sameItem(item, other)));
}

function sameItem(desired: unknown, actual: unknown): boolean {
  if (Array.isArray(desired)) return sameList(desired, actual);
  if (typeof desired === 'object' && desired !== null) return differingMembers(desired, actual).length === 0;
  return desired === actual;
}
