import type { TypeRef } from '../syntax.ts';
import { isNumber } from '../values/number.ts';
import { JToken } from '../values/json.ts';
import { NetException, type Value } from '../values/value.ts';
import { castValue, convertNumber, isNumberType } from '../members/conversion.ts';
import { canonicalType } from '../values/keyword-types.ts';
import { toToken } from '../members/to-token.ts';

interface Slot {
  value: Value;
  readonly type: TypeRef | undefined;
}

/** The local variables that can be seen from one place. */
export class Scope {
  readonly #slots = new Map<string, Slot>();
  readonly #parent: Scope | undefined;

  constructor(parent?: Scope) {
    this.#parent = parent;
  }

  declare(name: string, value: Value, type?: TypeRef): void {
    this.#slots.set(name, { value: implicitly(value, type), type });
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  get(name: string): Value {
    const slot = this.#find(name);
    if (slot === undefined)
      throw new NetException('RuntimeBinderException', `The name '${name}' does not exist in the current context`);
    return slot.value;
  }

  /** Sets the nearest variable of that name, or declares one (`out var x`). */
  set(name: string, value: Value): void {
    const slot = this.#find(name);
    if (slot === undefined) this.declare(name, value);
    else slot.value = implicitly(value, slot.type);
  }

  /** The declared type of a variable, absent for `var`. */
  typeOf(name: string): TypeRef | undefined {
    return this.#find(name)?.type;
  }

  #find(name: string): Slot | undefined {
    const slot = this.#slots.get(name);
    return slot !== undefined || this.#parent === undefined ? slot : this.#parent.#find(name);
  }
}

/** The conversions C# makes without a cast: to a wider number, to a JToken. */
export function implicitly(value: Value, type: TypeRef | undefined): Value {
  if (type === undefined || value === null || type.array) return value;
  const name = canonicalType(type.name);
  if (isNumberType(name))
    return isNumber(value) ? convertNumber(value, name) : castValue(value, { ...type, nullable: true });
  if ((name === 'JToken' || name === 'JValue') && !(value instanceof JToken)) return toToken(value);
  return value;
}
