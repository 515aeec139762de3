/** A number whose text a JavaScript number would spoil (`9223372036854775807`, `1.0`); printed as it was read. */
export class LosslessNumber {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }

  /** YAML takes numbers as keys too, and a key is its text. */
  toString(): string {
    return this.digits;
  }

  /** `JSON.stringify` writes the digits themselves. */
  toJSON(): object {
    return (JSON as unknown as RawJson).rawJSON(this.digits);
  }
}

/** What the language gives and its library types do not know yet. */
interface RawJson {
  rawJSON(text: string): object;
}

/** Anything that JSON can say, digits kept. */
export type JsonValue = null | boolean | number | string | LosslessNumber | JsonValue[] | { [key: string]: JsonValue };
/** A JSON object with unknown members. */
export type JsonObject = Record<string, JsonValue>;

/** Whether `value` is a JSON object: neither null, nor a list, nor a number that is kept as digits. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
}

/** Whether `value` is a number of either form. */
export function isNumber(value: JsonValue | undefined): value is number | LosslessNumber {
  return typeof value === 'number' || value instanceof LosslessNumber;
}

/** A member that the document itself wrote: `constructor` and `__proto__` are names like any other. */
export function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets a member, also one whose name an assignment would take for the prototype. */
export function put(object: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else object[key] = value;
}

/** The list behind a member; empty where it is something else. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** The text behind a member; undefined where it is something else. */
export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What a value is, in the words of JSON. */
export function kindOf(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isNumber(value)) return 'a number';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? 'a text' : 'true or false';
}

/** A JSON pointer to a member of what `pointer` points to. */
export function below(pointer: string, key: string | number): string {
  if (typeof key === 'number') return `${pointer}/${key}`;
  return /[~/]/.test(key) ? `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` : `${pointer}/${key}`;
}

/** The members that a JSON pointer goes through; undefined where it is none. */
export function stepsOf(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a JSON pointer leads to; undefined where that is nothing. */
export function at(root: JsonValue, pointer: string): JsonValue | undefined {
  const steps = stepsOf(pointer);
  return steps?.reduce<JsonValue | undefined>((value, step) => {
    if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(step) ? value[Number(step)] : undefined;
    return isObject(value) ? own(value, step) : undefined;
  }, root);
}
