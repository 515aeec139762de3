import { mistake } from '../syntax.ts';
import type { NetType } from '../types/net-type.ts';
import type { Value } from '../values/value.ts';

/** A local variable, parameter, constant or range variable. */
export interface Local {
  readonly name: string;
  readonly type: NetType;
  readonly kind: 'local' | 'parameter' | 'foreach' | 'constant' | 'range' | 'using' | 'function';
  readonly constant?: Value;
  /** Of a local function: the types of its parameters, and how many may be left out. */
  readonly parameters?: readonly { readonly name: string; readonly type: NetType; readonly isOptional: boolean }[];
}

/** The names that are declared in one block and around it. */
export class Locals {
  readonly parent: Locals | undefined;
  /** The lambdas around this place, with the types of their parameters: what is bound here depends on them. */
  readonly path: string;
  readonly #locals = new Map<string, Local>();
  /** Names that later statements of the block declare. */
  readonly #pending: ReadonlySet<string>;

  constructor(parent: Locals | undefined, path: string, pending: readonly string[] = []) {
    this.parent = parent;
    this.path = path;
    this.#pending = new Set(pending);
  }

  find(name: string, at: number): Local | undefined {
    const local = this.#locals.get(name);
    if (local !== undefined) return local;
    if (this.#pending.has(name))
      throw mistake('CS0841', at, `Cannot use local variable '${name}' before it is declared`);
    return this.parent?.find(name, at);
  }

  declare(local: Local, at: number): void {
    const { name } = local;
    if (this.#locals.has(name))
      throw mistake('CS0128', at, `A local variable or function named '${name}' is already defined in this scope`);
    if (this.parent?.isTaken(name) === true)
      throw mistake(
        'CS0136',
        at,
        `A local or parameter named '${name}' cannot be declared in this scope because that name is used in an enclosing local scope to define a local or parameter`,
      );
    this.#locals.set(name, local);
  }

  isTaken(name: string): boolean {
    return this.#locals.has(name) || this.#pending.has(name) || (this.parent?.isTaken(name) ?? false);
  }
}
