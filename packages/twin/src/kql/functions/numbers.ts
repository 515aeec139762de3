import { binary } from '../operators.ts';
import type { Typed } from '../scope.ts';
import { isNumeric, type Row, type Value } from '../values.ts';
import { argument, number, ofNumber, requireTypes, wrongArgument, type CallSite, type Functions } from './function.ts';

/** Functions of numbers. */
export const numberFunctions: Functions = {
  abs: ofNumber('same', Math.abs),
  ceiling: ofNumber('same', Math.ceil),
  exp: ofNumber('real', Math.exp),
  log: ofNumber('real', Math.log),
  log10: ofNumber('real', Math.log10),
  log2: ofNumber('real', Math.log2),
  sign: ofNumber('same', Math.sign),
  sqrt: ofNumber('real', Math.sqrt),
  isnan: { least: 1, most: 1, make: (args) => test(args, Number.isNaN) },
  isfinite: { least: 1, most: 1, make: (args) => test(args, Number.isFinite) },
  pow: { least: 2, most: 2, make: (args, site) => power(args, site) },
  round: { least: 1, most: 2, make: (args, site) => rounded(args, site) },
  bin: { least: 2, most: 2, make: binned },
  floor: { least: 2, most: 2, make: binned },
  min_of: { least: 2, most: 64, make: (args) => extreme(args, (a, b) => a < b) },
  max_of: { least: 2, most: 64, make: (args) => extreme(args, (a, b) => a > b) },
};

function test(args: readonly Typed[], holds: (value: number) => boolean): Typed {
  return { type: 'bool', run: (row) => holds(number(args, 0, row) ?? 0) };
}

function power(args: readonly Typed[], site: CallSite): Typed {
  requireTypes(args, site, 'int', 'long', 'real');
  const [base, exponent] = [argument(args, 0), argument(args, 1)];
  return { type: 'real', run: (row) => Number(base.run(row)) ** Number(exponent.run(row)) };
}

function rounded(args: readonly Typed[], site: CallSite): Typed {
  requireTypes(args, site, 'int', 'long', 'real');
  const places = (row: Row): number => (args.length === 1 ? 0 : (number(args, 1, row) ?? 0));
  const { type } = argument(args, 0);
  return { type: type === 'dynamic' ? 'real' : type, run: (row) => roundTo(number(args, 0, row), places(row)) };
}

/** Half away from zero, judged by the digits that are written and not by the nearest binary fraction. */
function roundTo(value: number | null, places: number): Value {
  if (value === null || !Number.isFinite(value)) return value;
  const rounded = Math.round(shifted(Math.abs(value), places));
  return Math.sign(value) * shifted(rounded, -places);
}

/** The number with its point moved, as if it were written. */
function shifted(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** The largest multiple of the second argument that is not beyond the first. */
function binned(args: readonly Typed[], site: CallSite): Typed {
  const [of, size] = [argument(args, 0), argument(args, 1)];
  const timed = of.type === 'datetime' || of.type === 'timespan';
  if (timed ? size.type !== 'timespan' : !isNumeric(of.type) || !isNumeric(size.type))
    throw wrongArgument(site, `a ${of.type} cannot be cut into pieces of type ${size.type}`);
  const type = timed ? of.type : binary('+', of, size, site.position).type;
  return { type, run: (row) => cut(of.run(row), size.run(row), of.type === 'datetime') };
}

/** Kusto counts pieces of time from the first day of the year 1, a Monday: pieces of seven days begin on Mondays. */
const ORIGIN = Date.parse('0001-01-01T00:00:00Z');

function cut(value: Value, size: Value, isDate: boolean): Value {
  if (typeof value !== 'number' || typeof size !== 'number' || size <= 0) return null;
  const zero = isDate ? ORIGIN : 0;
  return zero + Math.floor((value - zero) / size) * size;
}

function extreme(args: readonly Typed[], better: (a: number, b: number) => boolean): Typed {
  const type = args.some((each) => each.type === 'real') ? 'real' : argument(args, 0).type;
  return {
    type,
    run: (row) => args.map((each) => each.run(row)).reduce((best, value) => pick(best, value, better)),
  };
}

function pick(best: Value, value: Value, better: (a: number, b: number) => boolean): Value {
  if (typeof best !== 'number') return value;
  return typeof value === 'number' && better(value, best) ? value : best;
}
