import type { JsonValue } from './document.ts';

/** A number whose digits a JavaScript number cannot hold; printed as it was read. */
export class LosslessNumber {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }
}

/** What the language gives and its library types do not know yet. */
interface SourceTextJson {
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
  rawJSON(text: string): object;
}

const lossless = JSON as unknown as SourceTextJson;

/** `JSON.parse` that keeps the digits of integers beyond 2^53. */
export function parseJsonLossless(text: string): JsonValue {
  return lossless.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && source !== undefined
      ? new LosslessNumber(source)
      : value,
  ) as JsonValue;
}

/** `JSON.stringify` without spaces; digits come out as they were read. */
export function stringifyLossless(value: JsonValue): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member instanceof LosslessNumber ? lossless.rawJSON(member.digits) : member,
  );
}
