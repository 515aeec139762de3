/**
 * The resource name that API Management's importer gives an operation: the operation id in lower case, runs of other
 * characters as one dash, cut to 76 characters, numbered where it is taken; Microsoft Learn, "API import restrictions".
 */
export function operationNames(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const base = id
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 76);
    let name = base;
    for (let number = 1; taken.has(name); number += 1) name = `${base}-${number}`;
    taken.add(name);
    return name;
  });
}
