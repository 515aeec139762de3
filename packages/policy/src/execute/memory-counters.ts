import type { Counters } from '../ports.ts';

/** What was added at an instant, and all that was added up to it. */
interface Entry {
  readonly at: number;
  readonly total: number;
}

/**
 * Counters of one gateway, kept in memory. Each entry holds the sum up to it, so that any window is the difference of
 * two entries, found by halving: a busy counter costs no more than a quiet one.
 */
export class MemoryCounters implements Counters {
  readonly #entries = new Map<string, Entry[]>();

  sum(key: string, since: number): number {
    const entries = this.#entries.get(key) ?? [];
    const before = entries[firstAt(entries, since) - 1]?.total ?? 0;
    return (entries.at(-1)?.total ?? 0) - before;
  }

  /** Time never goes back: what is added late counts as added with the newest entry. */
  add(key: string, amount: number, at: number): void {
    const entries = this.#entries.get(key) ?? [];
    const last = entries.at(-1);
    const total = (last?.total ?? 0) + amount;
    if (last !== undefined && last.at >= at) entries[entries.length - 1] = { at: last.at, total };
    else entries.push({ at, total });
    this.#entries.set(key, entries);
  }

  oldest(key: string, since: number): number | undefined {
    const entries = this.#entries.get(key) ?? [];
    return entries[firstAt(entries, since)]?.at;
  }
}

/** Index of the first entry at or after `since`; the length where there is none. */
function firstAt(entries: readonly Entry[], since: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.at ?? Infinity) < since) low = middle + 1;
    else high = middle;
  }
  return low;
}
