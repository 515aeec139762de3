/** Characters of an operation's resource name at most. */
export const MAX_NAME = 76;

/**
 * The resource name that API Management's importer makes of an operation id: in lower case, runs of other characters as
 * one dash, cut to 76 characters; Microsoft Learn, "API import restrictions".
 */
export function operationName(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, MAX_NAME);
}

/** The names of several operations; the importer numbers those that are taken. */
export function operationNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const base = operationName(id);
    let name = base;
    for (let number = 1; taken.has(name); number += 1) name = `${base}-${number}`;
    taken.add(name);
    return name;
  });
}
