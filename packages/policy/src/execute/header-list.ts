import type { Pairs } from '../ports.ts';

/** Headers or query parameters: order and duplicates kept, names compared without case. */
export class NameValues {
  #pairs: (readonly [string, string])[];

  constructor(pairs: Pairs) {
    this.#pairs = [...pairs];
  }

  get pairs(): Pairs {
    return this.#pairs;
  }

  all(name: string): readonly string[] {
    return this.#pairs.filter(([other]) => same(other, name)).map(([, value]) => value);
  }

  first(name: string): string | undefined {
    return this.all(name)[0];
  }

  has(name: string): boolean {
    return this.all(name).length > 0;
  }

  /** Replaces every value of the name. */
  set(name: string, ...values: readonly string[]): void {
    this.delete(name);
    this.append(name, ...values);
  }

  append(name: string, ...values: readonly string[]): void {
    this.#pairs.push(...values.map((value) => [name, value] as const));
  }

  delete(name: string): void {
    this.#pairs = this.#pairs.filter(([other]) => !same(other, name));
  }

  /** Names in order, each once. */
  names(): readonly string[] {
    const seen = new Map(this.#pairs.map(([name]) => [name.toLowerCase(), name]));
    return [...seen.values()];
  }
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
