import { DateTime, parseDateTime, ticksOfFields } from '../values/time.ts';
import { NetException } from '../values/value.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const PATTERNS: Readonly<Record<string, string>> = {
  yyyy: '(?<y>\\d{4})',
  MM: '(?<M>\\d{2})',
  M: '(?<M>\\d{1,2})',
  MMM: '(?<N>[A-Za-z]{3})',
  dd: '(?<d>\\d{2})',
  d: '(?<d>\\d{1,2})',
  ddd: '[A-Za-z]{3}',
  HH: '(?<H>\\d{2})',
  H: '(?<H>\\d{1,2})',
  mm: '(?<m>\\d{2})',
  ss: '(?<s>\\d{2})',
  fff: '(?<f>\\d{3})',
  K: '(?<K>Z|[+-]\\d{2}:\\d{2})?',
  zzz: '(?<K>[+-]\\d{2}:\\d{2})',
};

/** DateTime.ParseExact for the usual custom fields; a standard one-letter format falls back on Parse. */
export function parseExact(text: string, format: string): DateTime {
  if (format.length === 1) return parseDateTime(text);
  const source = (format.match(/'[^']*'|\\.|([a-zA-Z])\1*|[^a-zA-Z]/g) ?? []).map((token) => {
    const literal = token.startsWith("'") ? token.slice(1, -1) : token.startsWith('\\') ? token.slice(1) : token;
    return Object.hasOwn(PATTERNS, token)
      ? (PATTERNS[token] ?? '')
      : literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  const groups = new RegExp(`^${source.join('')}$`).exec(text)?.groups;
  if (groups === undefined)
    throw new NetException('FormatException', `String '${text}' was not recognized as a valid DateTime.`);
  const month = groups['N'] === undefined ? Number(groups['M'] ?? 1) : MONTHS.indexOf(groups['N']) + 1;
  const ticks = ticksOfFields(
    Number(groups['y'] ?? 1),
    month,
    Number(groups['d'] ?? 1),
    Number(groups['H'] ?? 0),
    Number(groups['m'] ?? 0),
    Number(groups['s'] ?? 0),
    Number(groups['f'] ?? 0),
  );
  const zone = groups['K'];
  if (zone === undefined) return new DateTime(ticks, 'Unspecified');
  const minutes =
    zone === 'Z' ? 0 : (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * (zone.startsWith('-') ? -1 : 1);
  return new DateTime(ticks - BigInt(minutes) * 600_000_000n, 'Local');
}
