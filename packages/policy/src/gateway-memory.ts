/** What a gateway keeps between requests besides its counters. Times are milliseconds since the epoch. */
export interface Cache {
  /** What was kept under `key`, unless its time is over. */
  get(key: string, now: number): unknown;
  set(key: string, value: unknown, until: number): void;
  delete(key: string): void;
}

/** A cache in memory, which forgets by itself nothing but what it is asked for too late. */
export class MemoryCache implements Cache {
  readonly #entries = new Map<string, { readonly value: unknown; readonly until: number }>();

  get(key: string, now: number): unknown {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > now) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, value: unknown, until: number): void {
    this.#entries.set(key, { value, until });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}

/** How many requests are inside of something at this moment, by key. */
export interface Concurrency {
  /** Enters, unless `most` are in already. */
  enter(key: string, most: number): boolean;
  leave(key: string): void;
}

/** The same in memory. */
export class MemoryConcurrency implements Concurrency {
  readonly #inside = new Map<string, number>();

  enter(key: string, most: number): boolean {
    const inside = this.#inside.get(key) ?? 0;
    if (inside >= most) return false;
    this.#inside.set(key, inside + 1);
    return true;
  }

  leave(key: string): void {
    this.#inside.set(key, (this.#inside.get(key) ?? 1) - 1);
  }
}
