import { ExpressionError } from './syntax.ts';

/** Names that are declared so far; blocks and lambdas open a new one. */
export class Names {
  readonly #names = new Set<string>();
  readonly #parent: Names | undefined;

  constructor(parent?: Names) {
    this.#parent = parent;
  }

  has(name: string): boolean {
    return this.#names.has(name) || (this.#parent?.has(name) ?? false);
  }

  declare(name: string, at: number): void {
    if (this.has(name) && name !== '_')
      throw new ExpressionError(at, `A local variable named '${name}' is already defined in this scope`);
    this.#names.add(name);
  }
}
