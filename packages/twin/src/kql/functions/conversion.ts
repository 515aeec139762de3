import type { Typed } from '../scope.ts';
import { isNumeric, parseDatetime, parseTimespan, textOf, type Json, type KqlType, type Value } from '../values.ts';
import { argument, type Functions, type ScalarFunction } from './function.ts';

/** Conversions between types. */
export const conversionFunctions: Functions = {
  tostring: to('string', (value, type) => textOf(value, type)),
  tolong: to('long', (value, type) => wholeNumber(value, type)),
  toint: to('int', (value, type) => wholeNumber(value, type)),
  toreal: to('real', toNumber),
  todouble: to('real', toNumber),
  todecimal: to('real', toNumber),
  tobool: to('bool', toBool),
  toboolean: to('bool', toBool),
  todatetime: to('datetime', toDate),
  totimespan: to('timespan', (value, type) => (type === 'timespan' ? value : parseTimespan(textOf(value, type)))),
  toguid: to('guid', (value, type) =>
    /^[0-9a-f-]{36}$/i.test(textOf(value, type)) ? textOf(value, type).toLowerCase() : null,
  ),
  todynamic: to('dynamic', parsed),
  parse_json: to('dynamic', parsed),
  isnull: { least: 1, most: 1, make: (args) => nullness(argument(args, 0), true) },
  isnotnull: { least: 1, most: 1, make: (args) => nullness(argument(args, 0), false) },
  gettype: { least: 1, most: 1, make: (args) => ({ type: 'string', run: () => argument(args, 0).type }) },
};

function to(type: KqlType, convert: (value: Value, from: KqlType) => Value): ScalarFunction {
  return {
    least: 1,
    most: 1,
    make: (args) => {
      const of = argument(args, 0);
      return { type, run: (row) => convert(of.run(row), of.type) };
    },
  };
}

function toNumber(value: Value, type: KqlType): Value {
  if (isNumeric(type) || value === null) return value;
  if (type === 'bool') return value === true ? 1 : 0;
  if (typeof value === 'number') return type === 'dynamic' ? value : value * 10_000;
  const text = textOf(value, type).trim();
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? null : number;
}

/** Text that is no whole number is none, as in Kusto; a number loses its fraction. */
function wholeNumber(value: Value, type: KqlType): Value {
  if (typeof value === 'string') return /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : null;
  const number = toNumber(value, type);
  return typeof number === 'number' && Number.isFinite(number) ? Math.trunc(number) : null;
}

function toBool(value: Value, type: KqlType): Value {
  if (type === 'bool' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return value !== 0;
  return { true: true, '1': true, false: false, '0': false }[textOf(value, type).toLowerCase()] ?? null;
}

function toDate(value: Value, type: KqlType): Value {
  return type === 'datetime' ? value : parseDatetime(textOf(value, type));
}

/** What is no JSON stays text. */
function parsed(value: Value, type: KqlType): Value {
  if (type === 'dynamic' || typeof value !== 'string') return value;
  if (value === '') return null;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

/** Text is never null. */
function nullness({ type, run }: Typed, wanted: boolean): Typed {
  return { type: 'bool', run: (row) => (type !== 'string' && run(row) === null) === wanted };
}
