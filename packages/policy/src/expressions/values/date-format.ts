import { fieldsOf, type DateTimeKind } from './time.ts';
import { NetException } from './value.ts';

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

/** Standard formats of the invariant culture, as custom ones. */
const STANDARD: Readonly<Record<string, string>> = {
  d: 'MM/dd/yyyy',
  D: 'dddd, dd MMMM yyyy',
  f: 'dddd, dd MMMM yyyy HH:mm',
  F: 'dddd, dd MMMM yyyy HH:mm:ss',
  g: 'MM/dd/yyyy HH:mm',
  G: 'MM/dd/yyyy HH:mm:ss',
  m: 'MMMM dd',
  M: 'MMMM dd',
  r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  R: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  t: 'HH:mm',
  T: 'HH:mm:ss',
  u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  y: 'yyyy MMMM',
  Y: 'yyyy MMMM',
  o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
  O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK",
};

/** Text of a clock's ticks by a standard or custom .NET format, invariant culture. */
export function formatDate(ticks: bigint, format: string, kind: DateTimeKind, offsetTicks: bigint): string {
  const custom = format.length === 1 ? STANDARD[format] : format;
  if (custom === undefined) throw new NetException('FormatException', 'Input string was not in a correct format.');
  const tokens = custom.replace(/^%/, '').match(/'[^']*'|"[^"]*"|\\.|([a-zA-Z])\1*|[^a-zA-Z]/g) ?? [];
  let text = '';
  for (const token of tokens) {
    const piece = field(token, ticks, kind, offsetTicks);
    // `.FFF` loses its point where there is no fraction.
    if (piece === '' && token.startsWith('F') && text.endsWith('.')) text = text.slice(0, -1);
    text += piece;
  }
  return text;
}

function field(token: string, ticks: bigint, kind: DateTimeKind, offsetTicks: bigint): string {
  const date = fieldsOf(ticks);
  const two = (value: number): string => (token.length === 1 ? String(value) : String(value).padStart(2, '0'));
  switch (token.charAt(0)) {
    case "'":
    case '"':
      return token.slice(1, -1);
    case '\\':
      return token.slice(1);
    case 'y':
      return token.length <= 2
        ? two(date.getUTCFullYear() % 100)
        : String(date.getUTCFullYear()).padStart(token.length, '0');
    case 'M':
      return named(token, MONTHS[date.getUTCMonth()] ?? '', date.getUTCMonth() + 1);
    case 'd':
      return named(token, DAYS[date.getUTCDay()] ?? '', date.getUTCDate());
    case 'H':
      return two(date.getUTCHours());
    case 'h':
      return two(date.getUTCHours() % 12 || 12);
    case 'm':
      return two(date.getUTCMinutes());
    case 's':
      return two(date.getUTCSeconds());
    case 'f':
      return fraction(ticks).slice(0, token.length);
    case 'F':
      return fraction(ticks).slice(0, token.length).replace(/0+$/, '');
    case 't':
      return (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, token.length);
    case 'K':
      return kind === 'Utc' ? 'Z' : kind === 'Local' ? zone('zzz', offsetTicks) : '';
    case 'z':
      return zone(token, offsetTicks);
    default:
      return token;
  }
}

function named(token: string, name: string, number: number): string {
  if (token.length >= 4) return name;
  if (token.length === 3) return name.slice(0, 3);
  return String(number).padStart(token.length, '0');
}

function fraction(ticks: bigint): string {
  return String(ticks % 10_000_000n).padStart(7, '0');
}

function zone(token: string, offsetTicks: bigint): string {
  const minutes = Number(offsetTicks / 600_000_000n);
  const sign = minutes < 0 ? '-' : '+';
  const hours = String(Math.trunc(Math.abs(minutes) / 60));
  if (token.length === 1) return sign + hours;
  if (token.length === 2) return sign + hours.padStart(2, '0');
  return `${sign}${hours.padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}

/** TimeSpan's text: constant (`c`, default), `g` or a custom format. */
export function formatTimeSpan(ticks: bigint, format = 'c'): string {
  const size = ticks < 0n ? -ticks : ticks;
  const whole = size / 10_000_000n;
  const parts = {
    d: whole / 86_400n,
    h: (whole / 3_600n) % 24n,
    m: (whole / 60n) % 60n,
    s: whole % 60n,
  };
  const two = (value: bigint): string => String(value).padStart(2, '0');
  const sign = ticks < 0n ? '-' : '';
  const tail = fraction(size);
  if (['c', 't', 'T', ''].includes(format)) {
    const days = parts.d > 0n ? `${parts.d}.` : '';
    return `${sign}${days}${two(parts.h)}:${two(parts.m)}:${two(parts.s)}${tail === '0000000' ? '' : `.${tail}`}`;
  }
  const tokens = format.replace(/^%/, '').match(/'[^']*'|\\.|([a-zA-Z])\1*|[^a-zA-Z]/g) ?? [];
  return tokens
    .map((token) => {
      const letter = token.charAt(0);
      if (letter === "'") return token.slice(1, -1);
      if (letter === '\\') return token.slice(1);
      if (letter === 'f') return tail.slice(0, token.length);
      if (letter === 'd' || letter === 'h' || letter === 'm' || letter === 's')
        return String(parts[letter]).padStart(token.length, '0');
      throw new NetException('FormatException', 'Input string was not in a correct format.');
    })
    .join('');
}
