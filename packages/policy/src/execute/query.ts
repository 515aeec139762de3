import { NameValues } from './header-list.ts';

/** Changes parameters of a query string; those that are left alone keep the very characters that they came with. */
export function changedQuery(search: string, change: (query: NameValues) => void): string {
  const raw = new Map<readonly [string, string], string>();
  for (const part of search.replace(/^\?/, '').split('&')) {
    const [pair] = new URLSearchParams(part);
    if (pair !== undefined) raw.set(pair, part);
  }
  const query = new NameValues([...raw.keys()]);
  change(query);
  return query.pairs
    .map((pair) => raw.get(pair) ?? `${encodeURIComponent(pair[0])}=${encodeURIComponent(pair[1])}`)
    .join('&');
}
