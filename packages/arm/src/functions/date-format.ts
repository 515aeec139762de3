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

/** .NET's standard date formats as custom ones, invariant culture, UTC. */
const STANDARD: Readonly<Record<string, string>> = {
  d: 'MM/dd/yyyy',
  D: 'dddd, dd MMMM yyyy',
  f: 'dddd, dd MMMM yyyy HH:mm',
  F: 'dddd, dd MMMM yyyy HH:mm:ss',
  g: 'MM/dd/yyyy HH:mm',
  G: 'MM/dd/yyyy HH:mm:ss',
  M: 'MMMM dd',
  m: 'MMMM dd',
  O: 'yyyy-MM-ddTHH:mm:ss.fffffffZ',
  o: 'yyyy-MM-ddTHH:mm:ss.fffffffZ',
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: 'yyyy-MM-ddTHH:mm:ss',
  t: 'HH:mm',
  T: 'HH:mm:ss',
  u: 'yyyy-MM-dd HH:mm:ssZ',
  U: 'dddd, dd MMMM yyyy HH:mm:ss',
  y: 'yyyy MMMM',
  Y: 'yyyy MMMM',
};

/** An ISO 8601 date-time or ARM's sortable form `yyyyMMddTHHmmssZ`; without a zone it is UTC. */
export function parseDate(text: string): Date {
  const expanded = text
    .trim()
    .replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(.*)$/, '$1-$2-$3T$4:$5:$6$7')
    .replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, '$1T$2');
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(expanded) || !expanded.includes('T') ? expanded : `${expanded}Z`;
  const date = new Date(zoned.replace(/\s+(Z|[+-]\d)/i, '$1'));
  if (Number.isNaN(date.getTime()))
    throw new ExpressionError(`The value '${text}' is not a valid date and time in ISO 8601 format.`);
  return date;
}

const DURATION = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Adds an ISO 8601 duration as .NET's XmlConvert reads it: a year is 365 days and a month 30. */
export function addDuration(date: Date, duration: string): Date {
  const match = DURATION.exec(duration);
  if (match === null || duration.endsWith('P') || duration.endsWith('T')) {
    throw new ExpressionError(`The value '${duration}' is not a valid ISO 8601 duration.`);
  }
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number(part ?? 0));
  const wholeDays = years * 365 + months * 30 + weeks * 7 + days;
  const milliseconds = (((wholeDays * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  return new Date(date.getTime() + (match[1] === undefined ? milliseconds : -milliseconds));
}

const TOKEN =
  /'([^']*)'|"([^"]*)"|\\(.)|%?(d{1,}|M{1,}|y{1,}|h{1,}|H{1,}|m{1,}|s{1,}|f{1,7}|F{1,7}|t{1,}|z{1,}|K|g{1,})|([\s\S])/g;

/** Formats in UTC with a .NET standard or custom date format. */
export function formatDate(date: Date, format: string): string {
  const custom = format.length === 1 ? STANDARD[format] : format;
  if (custom === undefined) throw new ExpressionError(`The date format '${format}' is not valid.`);
  return custom.replaceAll(
    TOKEN,
    (_, single?: string, double?: string, escaped?: string, specifier?: string, other?: string) => {
      return single ?? double ?? escaped ?? (specifier === undefined ? other : formatPart(date, specifier)) ?? '';
    },
  );
}

function formatPart(date: Date, specifier: string): string {
  const length = specifier.length;
  switch (specifier.charAt(0)) {
    case 'd':
      return length < 3 ? pad(date.getUTCDate(), length) : name(DAYS, date.getUTCDay(), length);
    case 'M':
      return length < 3 ? pad(date.getUTCMonth() + 1, length) : name(MONTHS, date.getUTCMonth(), length);
    case 'y':
      return length < 3 ? pad(date.getUTCFullYear() % 100, length) : pad(date.getUTCFullYear(), length);
    case 'h':
      return pad(date.getUTCHours() % 12 === 0 ? 12 : date.getUTCHours() % 12, Math.min(length, 2));
    case 'H':
      return pad(date.getUTCHours(), Math.min(length, 2));
    case 'm':
      return pad(date.getUTCMinutes(), Math.min(length, 2));
    case 's':
      return pad(date.getUTCSeconds(), Math.min(length, 2));
    case 'f':
      return fraction(date).slice(0, length);
    case 'F':
      return fraction(date).slice(0, length).replace(/0+$/, '');
    case 't':
      return (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, length);
    case 'z':
      return length === 1 ? '+0' : length === 2 ? '+00' : '+00:00';
    case 'g':
      return 'A.D.';
    default:
      return 'Z';
  }
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
