import { regexOf } from '../operators.ts';
import type { Typed } from '../scope.ts';
import { textOf, type Row, type Value } from '../values.ts';
import { argument, number, ofText, requireTypes, text, type Functions, type ScalarFunction } from './function.ts';

/** Functions of text. */
export const textFunctions: Functions = {
  tolower: ofText(1, 1, 'string', (args, row) => text(args, 0, row).toLowerCase()),
  toupper: ofText(1, 1, 'string', (args, row) => text(args, 0, row).toUpperCase()),
  strlen: ofText(1, 1, 'long', (args, row) => Array.from(text(args, 0, row)).length),
  reverse: ofText(1, 1, 'string', (args, row) =>
    Array.from(text(args, 0, row))
      .reverse()
      .join(''),
  ),
  substring: ofText(2, 3, 'string', substring),
  indexof: ofText(2, 2, 'long', (args, row) => text(args, 0, row).indexOf(text(args, 1, row))),
  split: ofText(2, 3, 'dynamic', split),
  replace_string: ofText(3, 3, 'string', (args, row) =>
    text(args, 0, row).replaceAll(text(args, 1, row), text(args, 2, row)),
  ),
  replace_regex: regexFunction(3, 'string', (pattern, [of, , by]) =>
    (of ?? '').replace(new RegExp(pattern, `${pattern.flags}g`), (by ?? '').replaceAll(/\\(\d)/g, '$$$1')),
  ),
  trim: regexFunction(2, 'string', (pattern, [, of]) => trimmed(of ?? '', pattern, 'both'), 0),
  trim_start: regexFunction(2, 'string', (pattern, [, of]) => trimmed(of ?? '', pattern, 'start'), 0),
  trim_end: regexFunction(2, 'string', (pattern, [, of]) => trimmed(of ?? '', pattern, 'end'), 0),
  extract: regexFunction(3, 'string', (pattern, [, group, of]) => pattern.exec(of ?? '')?.[Number(group)] ?? '', 0),
  strcat: joined(0),
  strcat_delim: joined(1),
  isempty: ofAnything((value) => value === ''),
  isnotempty: ofAnything((value) => value !== ''),
  url_decode: ofText(1, 1, 'string', (args, row) => decodeURIComponent(text(args, 0, row))),
};

function substring(args: readonly Typed[], row: Row): string {
  const from = number(args, 1, row) ?? 0;
  const whole = text(args, 0, row);
  const start = from < 0 ? whole.length + from : from;
  return args.length === 2 ? whole.slice(start) : whole.slice(start, start + (number(args, 2, row) ?? 0));
}

function split(args: readonly Typed[], row: Row): Value {
  const parts = text(args, 0, row).split(text(args, 1, row));
  if (args.length === 2) return parts;
  const part = parts[number(args, 2, row) ?? 0];
  return part === undefined ? [] : [part];
}

function trimmed(of: string, pattern: RegExp, where: 'both' | 'start' | 'end'): string {
  const start = where === 'end' ? of : of.replace(new RegExp(`^(?:${pattern.source})`, pattern.flags), '');
  return where === 'start' ? start : start.replace(new RegExp(`(?:${pattern.source})$`, pattern.flags), '');
}

/** A function of which one argument is a regular expression. */
function regexFunction(
  count: number,
  type: 'string',
  run: (pattern: RegExp, texts: readonly string[]) => string,
  at = 1,
): ScalarFunction {
  return {
    least: count,
    most: count,
    make: (args, { position }) => ({
      type,
      run: (row) =>
        run(
          regexOf(text(args, at, row), position),
          args.map((_, index) => text(args, index, row)),
        ),
    }),
  };
}

/** Joins everything after the delimiter, which is none or the first argument. */
function joined(first: 0 | 1): ScalarFunction {
  return {
    least: first + 1,
    most: 64,
    make: (args) => ({
      type: 'string',
      run: (row) =>
        args
          .slice(first)
          .map(({ type, run }) => textOf(run(row), type))
          .join(first === 1 ? text(args, 0, row) : ''),
    }),
  };
}

/** Emptiness as `tostring` would see it. */
function ofAnything(run: (text: string) => boolean): ScalarFunction {
  return { least: 1, most: 1, make: (args) => ({ type: 'bool', run: (row) => run(text(args, 0, row)) }) };
}

/** Joins the items of an array. */
export const strcatArray: ScalarFunction = {
  least: 2,
  most: 2,
  make: (args, site) => {
    requireTypes(args.slice(0, 1), site, 'dynamic');
    const items = (value: Value): readonly Value[] => (Array.isArray(value) ? (value as readonly Value[]) : []);
    return {
      type: 'string',
      run: (row) =>
        items(argument(args, 0).run(row))
          .map((item) => textOf(item, 'dynamic'))
          .join(text(args, 1, row)),
    };
  },
};
