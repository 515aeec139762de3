/** What a member must be, with a value that it must not be: the test breaks each member with it. */
export interface Condition {
  readonly holds: (value: unknown) => boolean;
  readonly broken: unknown;
}

/** Exactly this value. */
export function is(expected: string | number | boolean): Condition {
  return { holds: (value) => value === expected, broken: typeof expected === 'boolean' ? !expected : 'broken' };
}

/** Not this value; absent is fine, since the service's own default is another. */
export function isNot(refused: string | number | boolean): Condition {
  return { holds: (value) => value !== refused, broken: refused };
}

/** One of these values. */
export function oneOf(...allowed: readonly string[]): Condition {
  return { holds: (value) => typeof value === 'string' && allowed.includes(value), broken: 'broken' };
}

/** There, and not empty. */
export const present: Condition = {
  holds: (value) => value !== undefined && value !== null && value !== '',
  broken: undefined,
};

/** A text that starts so. */
export function startsWith(start: string): Condition {
  return { holds: (value) => typeof value === 'string' && value.startsWith(start), broken: `not-${start}` };
}
