import { ExpressionError } from '../errors.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date-time with its offset from UTC, as .NET's DateTimeOffset keeps it. */
export interface OffsetDate {
  /** The clock's reading as if it were UTC. */
  readonly local: Date;
  readonly offsetMinutes: number;
}

/** A date-time in UTC from milliseconds since the Unix epoch. */
export function utcDate(epoch: number): OffsetDate {
  return { local: new Date(epoch), offsetMinutes: 0 };
}

/** Milliseconds since the Unix epoch. */
export function epochOf({ local, offsetMinutes }: OffsetDate): number {
  return local.getTime() - offsetMinutes * 60_000;
}

/** .NET's standard date formats as custom ones, invariant culture. */
const STANDARD: Readonly<Record<string, string>> = {
  d: 'MM/dd/yyyy',
  D: 'dddd, dd MMMM yyyy',
  f: 'dddd, dd MMMM yyyy HH:mm',
  F: 'dddd, dd MMMM yyyy HH:mm:ss',
  g: 'MM/dd/yyyy HH:mm',
  G: 'MM/dd/yyyy HH:mm:ss',
  M: 'MMMM dd',
  m: 'MMMM dd',
  O: 'yyyy-MM-ddTHH:mm:ss.fffffffzzz',
  o: 'yyyy-MM-ddTHH:mm:ss.fffffffzzz',
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: 'yyyy-MM-ddTHH:mm:ss',
  t: 'HH:mm',
  T: 'HH:mm:ss',
  u: 'yyyy-MM-dd HH:mm:ssZ',
  y: 'yyyy MMMM',
  Y: 'yyyy MMMM',
};

/** An ISO 8601 date-time or ARM's sortable form `yyyyMMddTHHmmssZ`; without a zone it is UTC. */
export function parseDate(text: string): OffsetDate {
  const trimmed = text.trim();
  const hasTime = /[T:]/i.test(trimmed);
  const [, plain = trimmed, zone = ''] = (hasTime ? /^(.*?)\s*(Z|[+-]\d{2}:?\d{2})?$/is.exec(trimmed) : null) ?? [];
  const clock = plain
    .replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(.*)$/, '$1-$2-$3T$4:$5:$6$7')
    .replace(/^(\d{4}-\d{2}-\d{2}) +(\d)/, '$1T$2');
  const local = new Date(clock.includes('T') ? `${clock}Z` : clock);
  if (Number.isNaN(local.getTime()) || !/^\d{4}-\d{2}-\d{2}/.test(clock)) {
    throw new ExpressionError(`The value '${text}' is not a valid date and time in ISO 8601 format.`);
  }
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = Number(hours) * 60 + Number(minutes);
  return { local, offsetMinutes: sign === '-' ? -offset : offset };
}

const DURATION = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Adds an ISO 8601 duration as .NET's XmlConvert reads it: a year is 365 days, a month 30, and there are no weeks. */
export function addDuration(date: OffsetDate, duration: string): OffsetDate {
  const match = DURATION.exec(duration);
  if (match === null || duration.endsWith('P') || duration.endsWith('T')) {
    throw new ExpressionError(`The value '${duration}' is not a valid ISO 8601 duration.`);
  }
  const parts = Array.from({ length: 6 }, (_, index) => Number(match[index + 2] ?? 0));
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const milliseconds = ((((years * 365 + months * 30 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  const local = new Date(date.local.getTime() + (match[1] === undefined ? milliseconds : -milliseconds));
  return { local, offsetMinutes: date.offsetMinutes };
}

const TOKEN = /'([^']*)'|"([^"]*)"|\\(.)|%?(d+|M+|y+|h+|H+|m+|s+|f{1,7}|F{1,7}|t+|z+|K|g+)|([\s\S])/g;

/** Formats with a .NET standard or custom date format, invariant culture. */
export function formatDate(date: OffsetDate, format: string): string {
  const custom = format.length === 1 ? STANDARD[format] : format;
  if (custom === undefined) throw new ExpressionError(`The date format '${format}' is not valid.`);
  const shown = /^[Rru]$/.test(format) ? utcDate(epochOf(date)) : date;
  return custom.replaceAll(
    TOKEN,
    (_, single?: string, double?: string, escaped?: string, specifier?: string, other?: string) => {
      return single ?? double ?? escaped ?? (specifier === undefined ? other : formatPart(shown, specifier)) ?? '';
    },
  );
}

function formatPart({ local, offsetMinutes }: OffsetDate, specifier: string): string {
  const length = specifier.length;
  switch (specifier.charAt(0)) {
    case 'd':
      return length < 3 ? pad(local.getUTCDate(), length) : name(DAYS, local.getUTCDay(), length);
    case 'M':
      return length < 3 ? pad(local.getUTCMonth() + 1, length) : name(MONTHS, local.getUTCMonth(), length);
    case 'y':
      return length < 3 ? pad(local.getUTCFullYear() % 100, length) : pad(local.getUTCFullYear(), length);
    case 'h':
      return pad(local.getUTCHours() % 12 === 0 ? 12 : local.getUTCHours() % 12, Math.min(length, 2));
    case 'H':
      return pad(local.getUTCHours(), Math.min(length, 2));
    case 'm':
      return pad(local.getUTCMinutes(), Math.min(length, 2));
    case 's':
      return pad(local.getUTCSeconds(), Math.min(length, 2));
    case 'f':
      return fraction(local).slice(0, length);
    case 'F':
      return fraction(local).slice(0, length).replace(/0+$/, '');
    case 't':
      return (local.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, length);
    case 'g':
      return 'A.D.';
    default:
      return formatOffset(offsetMinutes, specifier === 'K' ? 3 : length);
  }
}

function formatOffset(minutes: number, length: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const hours = Math.floor(Math.abs(minutes) / 60);
  if (length < 3) return sign + pad(hours, length);
  return `${sign}${pad(hours, 2)}:${pad(Math.abs(minutes) % 60, 2)}`;
}

function fraction(date: Date): string {
  return `${pad(date.getUTCMilliseconds(), 3)}0000`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function name(names: readonly string[], index: number, length: number): string {
  const full = names[index] ?? '';
  return length === 3 ? full.slice(0, 3) : full;
}
