/** JSON as policies that reshape bodies see it: numbers keep their text, dates are text. */
export type PlainJson = null | boolean | string | NumberText | readonly PlainJson[] | PlainObject;

export interface PlainObject {
  readonly [name: string]: PlainJson;
}

/** A number as it was written, so that none is rounded on its way through. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** Parses JSON. Throws SyntaxError where it is none. */
export function parsePlainJson(text: string): PlainJson {
  const keepNumbers: Reviver = (_key, value, { source }) =>
    typeof value === 'number' ? new NumberText(source ?? String(value)) : value;
  // TypeScript's library does not know the reviver's third argument yet.
  return JSON.parse(text, keepNumbers as (key: string, value: unknown) => unknown) as PlainJson;
}

/** Whether it is an object with members. */
export function isPlainObject(value: PlainJson | undefined): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText);
}

/** Whether it is a list. */
export function isPlainList(value: PlainJson | undefined): value is readonly PlainJson[] {
  return Array.isArray(value);
}
