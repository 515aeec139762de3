/** Directory objects by id, without regard to case, in the order they came. */
export class Table<T extends { readonly id: string }> {
  readonly #byId = new Map<string, T>();

  constructor(seed: readonly T[] = []) {
    for (const item of seed) this.put(item);
  }

  get(id: string): T | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  /** Adds, or replaces what has the same id; returns it. */
  put(item: T): T {
    this.#byId.set(item.id.toLowerCase(), item);
    return item;
  }

  delete(id: string): boolean {
    return this.#byId.delete(id.toLowerCase());
  }

  find(matches: (item: T) => boolean): T | undefined {
    return this.all().find(matches);
  }

  all(): readonly T[] {
    return [...this.#byId.values()];
  }
}
