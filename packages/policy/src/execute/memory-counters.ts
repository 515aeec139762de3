import type { Counters } from '../ports.ts';

/** Counters of one gateway, kept in memory: every entry with its time, so that any window can be summed. */
export class MemoryCounters implements Counters {
  readonly #entries = new Map<string, { readonly at: number; readonly amount: number }[]>();

  sum(key: string, since: number): number {
    return this.#since(key, since).reduce((total, entry) => total + entry.amount, 0);
  }

  add(key: string, amount: number, at: number): void {
    const entries = this.#entries.get(key) ?? [];
    entries.push({ at, amount });
    this.#entries.set(key, entries);
  }

  oldest(key: string, since: number): number | undefined {
    return this.#since(key, since)[0]?.at;
  }

  #since(key: string, since: number) {
    return (this.#entries.get(key) ?? []).filter((entry) => entry.at >= since);
  }
}
