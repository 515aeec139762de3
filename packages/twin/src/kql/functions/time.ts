import type { Typed } from '../scope.ts';
import { constant } from '../scope.ts';
import { parseDatetime, type Row, type Value } from '../values.ts';
import {
  argument,
  number,
  requireTypes,
  text,
  wrongArgument,
  type CallSite,
  type Functions,
  type ScalarFunction,
} from './function.ts';

const DAY = 86_400_000;

type Unit = 'day' | 'week' | 'month' | 'year';

/** Functions of dates. */
export const timeFunctions: Functions = {
  now: { least: 0, most: 1, make: (args, site) => shiftedNow(args, site, 1) },
  ago: { least: 1, most: 1, make: (args, site) => shiftedNow(args, site, -1) },
  ...Object.fromEntries(
    (['day', 'week', 'month', 'year'] as const).flatMap((unit): readonly [string, ScalarFunction][] => [
      [`startof${unit}`, edge(unit, 0)],
      [`endof${unit}`, edge(unit, 1)],
    ]),
  ),
  datetime_add: { least: 3, most: 3, make: added },
  datetime_diff: { least: 3, most: 3, make: difference },
  make_datetime: { least: 3, most: 6, make: (args) => ({ type: 'datetime', run: (row) => made(args, row) }) },
  format_datetime: { least: 2, most: 2, make: formatted },
  dayofweek: part((date) => date.getUTCDay() * DAY, 'timespan'),
  dayofmonth: part((date) => date.getUTCDate()),
  dayofyear: part((date) => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1),
  getyear: part((date) => date.getUTCFullYear()),
  getmonth: part((date) => date.getUTCMonth() + 1),
  monthofyear: part((date) => date.getUTCMonth() + 1),
  hourofday: part((date) => date.getUTCHours()),
  unixtime_seconds_todatetime: {
    least: 1,
    most: 1,
    make: (args) => ({ type: 'datetime', run: (row) => times(number(args, 0, row), 1000) }),
  },
  unixtime_milliseconds_todatetime: {
    least: 1,
    most: 1,
    make: (args) => ({ type: 'datetime', run: (row) => number(args, 0, row) }),
  },
};

function times(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}

function shiftedNow(args: readonly Typed[], site: CallSite, sign: 1 | -1): Typed {
  const { now } = site.scope;
  if (args.length === 0) return constant('datetime', now);
  requireTypes(args, site, 'timespan');
  return { type: 'datetime', run: (row) => now + sign * (number(args, 0, row) ?? 0) };
}

/** The first or last moment of a unit, some units on. */
function edge(unit: Unit, end: 0 | 1): ScalarFunction {
  return {
    least: 1,
    most: 2,
    make: (args, site) => {
      requireTypes(args.slice(0, 1), site, 'datetime');
      const offset = (row: Row): number => (args.length === 2 ? (number(args, 1, row) ?? 0) : 0);
      const at = (value: number | null, by: number): Value =>
        value === null ? null : startOf(unit, value, by + end) - (end === 1 ? 0.0001 : 0);
      return { type: 'datetime', run: (row) => at(number(args, 0, row), offset(row)) };
    },
  };
}

function startOf(unit: Unit, value: number, by: number): number {
  const date = new Date(value);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'year') return Date.UTC(year + by, 0, 1);
  if (unit === 'month') return Date.UTC(year, month + by, 1);
  // Weeks begin on Sundays.
  return unit === 'day' ? Date.UTC(year, month, day + by) : Date.UTC(year, month, day - date.getUTCDay() + 7 * by);
}

const LENGTHS: Readonly<Record<string, number>> = {
  ...{ week: 7 * DAY, day: DAY, hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 },
};
const MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };

function unitName(args: readonly Typed[], row: Row, site: CallSite): string {
  const name = text(args, 0, row).toLowerCase();
  if (name in LENGTHS || name in MONTHS) return name;
  throw wrongArgument(site, `'${name}' is no part of a date`);
}

function added(args: readonly Typed[], site: CallSite): Typed {
  return {
    type: 'datetime',
    run: (row) => {
      const [unit, count, value] = [unitName(args, row, site), number(args, 1, row), number(args, 2, row)];
      if (count === null || value === null) return null;
      const months = MONTHS[unit];
      return months === undefined
        ? value + count * (LENGTHS[unit] ?? 0)
        : new Date(value).setUTCMonth(new Date(value).getUTCMonth() + months * count);
    },
  };
}

/** How many borders of the unit lie between both dates. */
function difference(args: readonly Typed[], site: CallSite): Typed {
  return {
    type: 'long',
    run: (row) => {
      const [unit, later, earlier] = [unitName(args, row, site), number(args, 1, row), number(args, 2, row)];
      return later === null || earlier === null ? null : units(unit, later) - units(unit, earlier);
    },
  };
}

function units(unit: string, value: number): number {
  const date = new Date(value);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const perUnit = MONTHS[unit];
  return perUnit === undefined ? Math.floor(value / (LENGTHS[unit] ?? DAY)) : Math.floor(months / perUnit);
}

function made(args: readonly Typed[], row: Row): Value {
  const parts = args.map((_, index) => String(number(args, index, row) ?? 0).padStart(index === 0 ? 4 : 2, '0'));
  const [year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = parts;
  return parseDatetime(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
}

function part(of: (date: Date) => number, type: 'int' | 'timespan' = 'int'): ScalarFunction {
  return {
    least: 1,
    most: 1,
    make: (args, site) => {
      requireTypes(args, site, 'datetime');
      const at = (value: number | null): Value => (value === null ? null : of(new Date(value)));
      return { type, run: (row) => at(number(args, 0, row)) };
    },
  };
}

type Piece = (date: Date) => string;

const two = (value: number): string => String(value).padStart(2, '0');

const PIECES: Readonly<Record<string, Piece>> = {
  yyyy: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  yy: (date) => two(date.getUTCFullYear() % 100),
  MM: (date) => two(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  dd: (date) => two(date.getUTCDate()),
  d: (date) => String(date.getUTCDate()),
  HH: (date) => two(date.getUTCHours()),
  H: (date) => String(date.getUTCHours()),
  hh: (date) => two(date.getUTCHours() % 12 || 12),
  h: (date) => String(date.getUTCHours() % 12 || 12),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  fff: (date) => String(date.getUTCMilliseconds()).padStart(3, '0'),
  tt: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
};

function formatted(args: readonly Typed[], site: CallSite): Typed {
  requireTypes(args.slice(0, 1), site, 'datetime');
  const date = argument(args, 0);
  const write = (value: Value, format: string): string => {
    if (typeof value !== 'number') return '';
    return format.replaceAll(/[A-Za-z]+/g, (piece) => PIECES[piece]?.(new Date(value)) ?? unknownPiece(piece, site));
  };
  return { type: 'string', run: (row) => write(date.run(row), text(args, 1, row)) };
}

function unknownPiece(piece: string, site: CallSite): never {
  throw wrongArgument(site, `the format '${piece}' is not known`);
}
