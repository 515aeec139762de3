import type { Dialect } from '../document.ts';
import type { Findings, Spot } from '../findings.ts';
import { below, isNumber, isObject, kindOf, own, put, type JsonObject, type JsonValue } from '../json.ts';
import { digitsOf } from '../numbers.ts';
import type { References } from '../references.ts';
import type { RuleName } from '../rules.ts';
import type { SchemaNames } from './schema-names.ts';

/** What the conversion of one document needs at every place of it. */
export interface Context {
  readonly dialect: Dialect;
  readonly findings: Findings;
  readonly references: References;
  readonly schemas: SchemaNames;
}

/** Makes of one member what the result has; undefined where the result has nothing, which is then reported. */
export type Field = (context: Context, value: JsonValue, spot: Spot) => JsonValue | undefined;

/** The members that a kind of object has. */
export type Fields = Readonly<Record<string, Field>>;

/** The place of a member. */
export function child(spot: Spot, key: string | number): Spot {
  return { document: spot.document, base: spot.base, pointer: below(spot.pointer, key) };
}

/** A text; numbers and truth values, which YAML makes of `version: 1.0` and `description: yes`, are taken as written. */
export const text: Field = ({ findings }, value, spot) => {
  if (typeof value === 'string') return value;
  if (isNumber(value) || typeof value === 'boolean') {
    findings.change('text', spot);
    return isNumber(value) ? digitsOf(value) : String(value);
  }
  return value === null ? nothing(findings, spot) : wrongKind(findings, value, spot, 'a text');
};

/** True or false. */
export const flag: Field = ({ findings }, value, spot) => {
  if (typeof value === 'boolean') return value;
  return value === null ? nothing(findings, spot) : wrongKind(findings, value, spot, 'true or false');
};

/** Data, which is nobody's to change: examples, defaults. */
export const data: Field = (_context, value) => value;

/** A member that the importer ignores, dropped under a rule. */
export function dropped(rule: RuleName): Field {
  return ({ findings }, _value, spot) => {
    findings.change(rule, spot);
    return undefined;
  };
}

/** A mapping whose members are all alike. */
export function mapOf(field: Field): Field {
  return (context, value, spot) => {
    if (!isObject(value)) return notA(context, value, spot, 'a mapping');
    const result: JsonObject = {};
    for (const [key, member] of Object.entries(value)) {
      const made = field(context, member, child(spot, key));
      if (made !== undefined) put(result, key, made);
    }
    return result;
  };
}

/** A list whose entries are all alike. */
export function listOfAll(field: Field): Field {
  return (context, value, spot) => {
    if (!Array.isArray(value)) return notA(context, value, spot, 'a list');
    return value.flatMap((member, index) => field(context, member, child(spot, index)) ?? []);
  };
}

/** An object of one kind: its members converted in their order, everything else dropped and reported. */
export function objectOf(fields: Fields, finish?: (context: Context, made: JsonObject, spot: Spot) => void): Field {
  return (context, value, spot) => {
    if (!isObject(value)) return notA(context, value, spot, 'a mapping');
    const made = convertMembers(context, value, spot, fields);
    finish?.(context, made, spot);
    return made;
  };
}

/** The members of an object that `fields` knows, converted. */
export function convertMembers(context: Context, value: JsonObject, spot: Spot, fields: Fields): JsonObject {
  const made: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) {
      context.findings.change(key.startsWith('x-') ? 'extension' : 'unknown', child(spot, key), key);
      continue;
    }
    const result = field(context, member, child(spot, key));
    if (result !== undefined) put(made, key, result);
  }
  return made;
}

/** An object that may stand elsewhere: references are followed, because the importer resolves none but those to schemas. */
export function inlined(field: Field): Field {
  return (context, value, spot) => {
    const target = follow(context, value, spot);
    if (target === undefined) return undefined;
    const made = field(context, target.value, target.spot);
    const description = context.dialect === '3.1' && isObject(value) ? own(value, 'description') : undefined;
    return target.value !== value && isObject(made) && typeof description === 'string'
      ? { ...made, description }
      : made;
  };
}

/** Where a chain of references ends; undefined where it ends nowhere, which is noted. */
export function follow(
  { findings, references }: Context,
  value: JsonValue,
  spot: Spot,
): { readonly value: JsonValue; readonly spot: Spot } | undefined {
  let here = { value, spot };
  const seen = new Set<JsonValue>();
  while (isObject(here.value)) {
    const reference = own(here.value, '$ref');
    if (typeof reference !== 'string') break;
    if (seen.has(here.value)) {
      findings.mistake(spot, `the reference '${reference}' leads back to itself; write out what it means`);
      return undefined;
    }
    seen.add(here.value);
    const target = references.resolve(reference, child(here.spot, '$ref'));
    if (target === undefined) return undefined;
    findings.change('inlined', here.spot, reference);
    here = target;
  }
  return here;
}

function notA({ findings }: Context, value: JsonValue, spot: Spot, expected: string): JsonValue | undefined {
  return value === null ? nothing(findings, spot) : wrongKind(findings, value, spot, expected);
}

function nothing(findings: Findings, spot: Spot): JsonValue | undefined {
  findings.change('null', spot);
  return undefined;
}

function wrongKind(findings: Findings, value: JsonValue, spot: Spot, expected: string): JsonValue | undefined {
  findings.mistake(spot, `is ${kindOf(value)}; ${expected} is expected`);
  return undefined;
}
