/** Kusto's scalar types. */
export type KqlType = 'string' | 'int' | 'long' | 'real' | 'bool' | 'datetime' | 'timespan' | 'dynamic' | 'guid';

/** JSON inside a `dynamic`. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * A value of any type, told apart by the type of its column: `datetime` and `timespan` are milliseconds. Text is never
 * null in Kusto; every other type can be.
 */
export type Value = Json;

/** A row, by the position of its columns. */
export type Row = readonly Value[];

/** A column of a table. */
export interface Column {
  readonly name: string;
  readonly type: KqlType;
}

/** Rows with named and typed columns. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const NUMBERS: ReadonlySet<KqlType> = new Set<KqlType>(['int', 'long', 'real']);

/** Whether values of the type are counted with. */
export function isNumeric(type: KqlType): boolean {
  return NUMBERS.has(type);
}

/** What a column holds where there is nothing. */
export function emptyOf(type: KqlType): Value {
  return type === 'string' ? '' : null;
}

/** The value as text, as `tostring` and the answers of the service write it. */
export function textOf(value: Value, type: KqlType): string {
  if (value === null) return '';
  if (type === 'datetime') return datetimeText(value as number);
  if (type === 'timespan') return timespanText(value as number);
  if (type === 'bool') return value === true ? 'True' : 'False';
  if (type === 'real' && typeof value === 'number') return realText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function realText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
}

function datetimeText(milliseconds: number): string {
  const time = new Date(milliseconds);
  if (Number.isNaN(time.getTime())) return '';
  // .NET writes seven digits of a second.
  return time.toISOString().replace(/Z$/, '0000Z');
}

/** `[-][d.]hh:mm:ss[.fffffff]`. */
export function timespanText(milliseconds: number): string {
  const ticks = Math.round(Math.abs(milliseconds) * 10_000);
  const part = (size: number, most: number): number => Math.floor(ticks / size) % most;
  const days = Math.floor(ticks / 864_000_000_000);
  const clock = [part(36_000_000_000, 24), part(600_000_000, 60), part(10_000_000, 60)];
  const fraction = ticks % 10_000_000;
  const text = clock.map((item) => String(item).padStart(2, '0')).join(':');
  const sign = milliseconds < 0 ? '-' : '';
  return `${sign}${days === 0 ? '' : `${days}.`}${text}${fraction === 0 ? '' : `.${String(fraction).padStart(7, '0')}`}`;
}

/** A value as the query API puts it into a row of its answer. */
export function answered(value: Value, type: KqlType): Json {
  if (value === null) return null;
  if (type === 'datetime') return new Date(value as number).toISOString().replace('.000Z', 'Z');
  if (type === 'timespan') return timespanText(value as number);
  if (type === 'dynamic') return typeof value === 'string' ? value : JSON.stringify(value);
  if (type === 'real' && typeof value === 'number' && !Number.isFinite(value))
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  return value;
}

const UNITS: Readonly<Record<string, number>> = {
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  hr: 3_600_000,
  hrs: 3_600_000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  ms: 1,
  milli: 1,
  millis: 1,
  millisecond: 1,
  milliseconds: 1,
  microsecond: 0.001,
  microseconds: 0.001,
  tick: 0.0001,
  ticks: 0.0001,
};

/** Milliseconds of one of Kusto's units of time; undefined where there is none of that name. */
export function unitOf(name: string): number | undefined {
  return Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
}

/** Milliseconds of `1d`, `1.02:03:04.5` or a number of days; null where it is none. */
export function parseTimespan(text: string): number | null {
  const literal = /^(-?\d+(?:\.\d+)?)\s*([a-z]+)$/.exec(text.trim());
  const unit = literal === null ? undefined : unitOf(literal[2] ?? '');
  if (literal !== null && unit !== undefined) return Number(literal[1]) * unit;
  const clock = /^(-)?(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?$/.exec(text.trim());
  if (clock === null) return /^-?\d+$/.test(text.trim()) ? Number(text) * 86_400_000 : null;
  const [, sign, days = '0', hours, minutes, seconds = '0'] = clock;
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return Math.round(total * 1e7) * 1e-4 * (sign === undefined ? 1 : -1);
}

/** Milliseconds since 1970 of a date in ISO 8601 or close to it, UTC where it names no zone; null where it is none. */
export function parseDatetime(text: string): number | null {
  const date =
    /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
  const found = date.exec(text.trim());
  if (found === null) return null;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone] = found;
  if (Number(month) > 12 || Number(day) > 31 || Number(hour) > 24 || Number(minute) > 59) return null;
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  const shift = offset === null ? 0 : (Number(offset[2]) * 60 + Number(offset[3])) * 60_000;
  return utc + Number(fraction === '' ? '0' : fraction) * 1000 - (offset?.[1] === '-' ? -shift : shift);
}
