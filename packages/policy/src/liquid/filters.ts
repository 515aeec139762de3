import { formatDate } from '../expressions/values/date-format.ts';
import { fixed } from '../expressions/values/text.ts';
import { parseDateText } from '../expressions/values/time.ts';
import {
  compare,
  isEmpty,
  isWhole,
  itemsOf,
  memberOf,
  numberValue,
  toNumber,
  toText,
  type LiquidValue,
} from './liquid-value.ts';
import { isPlainList } from '../conversion/plain-json.ts';

/** A filter: the value before the bar and the arguments behind the colon. */
export type LiquidFilter = (
  input: LiquidValue | undefined,
  ...args: readonly (LiquidValue | undefined)[]
) => LiquidValue;

const onText =
  (change: (text: string, ...args: readonly string[]) => string): LiquidFilter =>
  (input, ...args) =>
    input === undefined || input === null ? null : change(toText(input), ...args.map(toText));

const onNumbers =
  (change: (left: number, right: number) => number): LiquidFilter =>
  (input, argument) =>
    numberValue(rounded(change(toNumber(input), toNumber(argument ?? null))));

/** JavaScript's binary fractions are not shown: .NET's decimals have none. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}

const escapeHtml = onText((text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;'),
);

/** The filters that Microsoft's page on `set-body` lists, under the names it asks for. */
export const FILTERS: Readonly<Record<string, LiquidFilter>> = {
  Abs: (input) => numberValue(Math.abs(toNumber(input))),
  Append: onText((text, more = '') => text + more),
  AtLeast: onNumbers(Math.max),
  AtMost: onNumbers(Math.min),
  Capitalize: onText((text) => text.replaceAll(/(?<=^|\s)\S/gu, (first) => first.toUpperCase())),
  Compact: (input) => itemsOf(input).filter((item) => item !== null),
  Currency: (input) => {
    const amount = toNumber(input);
    if (Number.isNaN(amount)) return input ?? null;
    const digits = fixed(Math.abs(amount), 2).replaceAll(/\B(?=(?:\d{3})+(?=\.))/g, ',');
    return amount < 0 ? `-$${digits}` : `$${digits}`;
  },
  Date: (input, format) => dateText(toText(input), format === undefined ? '' : toText(format)),
  Default: (input, other) => (isEmpty(input) || input === false ? (other ?? null) : (input ?? null)),
  DividedBy: (input, by) => {
    const [left, right] = [toNumber(input), toNumber(by)];
    if (right === 0) return 'Liquid error: divided by 0';
    return numberValue(isWhole(input) && isWhole(by) ? Math.trunc(left / right) : rounded(left / right));
  },
  Downcase: onText((text) => text.toLowerCase()),
  Escape: escapeHtml,
  First: (input) => itemsOf(input)[0] ?? null,
  H: escapeHtml,
  Join: (input, glue) =>
    itemsOf(input)
      .map(toText)
      .join(glue === undefined ? ' ' : toText(glue)),
  Last: (input) => itemsOf(input).at(-1) ?? null,
  Lstrip: onText((text) => text.trimStart()),
  Map: (input, name) => itemsOf(input).map((item) => memberOf(item, name ?? '') ?? null),
  Minus: onNumbers((left, right) => left - right),
  Modulo: onNumbers((left, right) => left % right),
  NewlineToBr: onText((text) => text.replaceAll(/\r?\n/g, '<br />\n')),
  Plus: (input, more) => {
    const sum = toNumber(input) + toNumber(more);
    return Number.isNaN(sum) ? toText(input) + toText(more) : numberValue(rounded(sum));
  },
  Prepend: onText((text, before = '') => before + text),
  Remove: onText((text, part = '') => text.replaceAll(part, '')),
  RemoveFirst: onText((text, part = '') => text.replace(part, '')),
  Replace: onText((text, part = '', by = '') => text.replaceAll(part, () => by)),
  ReplaceFirst: onText((text, part = '', by = '') => text.replace(part, () => by)),
  Round: (input, digits) => {
    const places = toNumber(digits ?? null);
    return numberValue(Number(fixed(toNumber(input), Number.isNaN(places) ? 0 : places)));
  },
  Rstrip: onText((text) => text.trimEnd()),
  Size: (input) => memberOf(input, 'size') ?? numberValue(0),
  Slice: (input, from, length) => slice(input, toNumber(from), length === undefined ? 1 : toNumber(length)),
  Sort: (input, name) => {
    const key = (item: LiquidValue): LiquidValue | undefined => (name === undefined ? item : memberOf(item, name));
    return [...itemsOf(input)].sort((left, right) => compare(key(left), key(right)) ?? 0);
  },
  Split: (input, by) => toText(input).split(toText(by)),
  Strip: onText((text) => text.trim()),
  StripHtml: onText((text) =>
    text.replaceAll(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>|<[\s\S]*?>/gi, ''),
  ),
  StripNewlines: onText((text) => text.replaceAll(/\r?\n/g, '')),
  Times: onNumbers((left, right) => left * right),
  Truncate: (input, length, end) =>
    truncate(toText(input), toNumber(length ?? null), end === undefined ? '...' : toText(end)),
  TruncateWords: (input, count, end) => {
    const words = toText(input).split(/\s+/);
    const most = Number.isNaN(toNumber(count)) ? 15 : toNumber(count);
    return words.length <= most
      ? toText(input)
      : words.slice(0, most).join(' ') + (end === undefined ? '...' : toText(end));
  },
  Uniq: (input) => {
    const seen = new Set<string>();
    return itemsOf(input).filter((item) => {
      const text = toText(item);
      return seen.has(text) ? false : seen.add(text);
    });
  },
  Upcase: onText((text) => text.toUpperCase()),
  UrlDecode: onText((text) => decodeURIComponent(text.replaceAll('+', ' '))),
  UrlEncode: onText((text) => encodeURIComponent(text).replaceAll('%20', '+')),
};

/** A date in a .NET format; what is no date stays as it is. */
function dateText(text: string, format: string): string {
  const parsed = parseDateText(text);
  if (parsed === undefined || format === '') return text;
  return formatDate(
    parsed.ticks - (parsed.offset ?? 0n),
    format,
    parsed.offset === undefined ? 'Unspecified' : 'Utc',
    0n,
  );
}

function slice(input: LiquidValue | undefined, from: number, length: number): LiquidValue {
  const source = isPlainList(input) ? input : toText(input);
  const start = from < 0 ? Math.max(0, source.length + from) : from;
  return source.slice(start, start + length);
}

function truncate(text: string, length: number, end: string): string {
  const most = Number.isNaN(length) ? 50 : length;
  return text.length <= most ? text : text.slice(0, Math.max(0, most - end.length)) + end;
}
