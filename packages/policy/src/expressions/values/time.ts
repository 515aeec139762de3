import { NetException, NetObject } from './value.ts';

/** 100 ns. */
export const TICKS_PER_MILLISECOND = 10_000n;
const EPOCH_TICKS = 621_355_968_000_000_000n;
const MAX_TICKS = 3_155_378_975_999_999_999n;

export type DateTimeKind = 'Unspecified' | 'Utc' | 'Local';

/** Ticks since 0001-01-01. The gateway's local time is UTC. */
export class DateTime extends NetObject {
  readonly netType = 'System.DateTime';
  readonly ticks: bigint;
  readonly kind: DateTimeKind;

  constructor(ticks: bigint, kind: DateTimeKind) {
    super();
    if (ticks < 0n || ticks > MAX_TICKS) {
      throw new NetException(
        'ArgumentOutOfRangeException',
        'The added or subtracted value results in an un-representable DateTime.',
      );
    }
    this.ticks = ticks;
    this.kind = kind;
  }

  get equalityKey(): string {
    return String(this.ticks);
  }
}

/** A point in time with the distance of its clock from UTC. */
export class DateTimeOffset extends NetObject {
  readonly netType = 'System.DateTimeOffset';
  /** Ticks of the local clock. */
  readonly ticks: bigint;
  readonly offsetTicks: bigint;

  constructor(ticks: bigint, offsetTicks: bigint) {
    super();
    this.ticks = ticks;
    this.offsetTicks = offsetTicks;
  }

  get utcTicks(): bigint {
    return this.ticks - this.offsetTicks;
  }

  get equalityKey(): string {
    return String(this.utcTicks);
  }
}

export class TimeSpan extends NetObject {
  readonly netType = 'System.TimeSpan';
  readonly ticks: bigint;

  constructor(ticks: bigint) {
    super();
    this.ticks = ticks;
  }

  get equalityKey(): string {
    return String(this.ticks);
  }
}

export function ticksOf(unixMilliseconds: number): bigint {
  return EPOCH_TICKS + BigInt(Math.trunc(unixMilliseconds)) * TICKS_PER_MILLISECOND;
}

export function unixMilliseconds(ticks: bigint): number {
  return Number((ticks - EPOCH_TICKS) / TICKS_PER_MILLISECOND);
}

/** A JavaScript date whose UTC fields are the fields of `ticks`; what is below a millisecond is lost. */
export function fieldsOf(ticks: bigint): Date {
  return new Date(unixMilliseconds(ticks - (ticks % TICKS_PER_MILLISECOND)));
}

/** Ticks of calendar fields, or ArgumentOutOfRangeException. */
export function ticksOfFields(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): bigint {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  const valid =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    year >= 1 &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  if (!valid)
    throw new NetException(
      'ArgumentOutOfRangeException',
      'Year, Month, and Day parameters describe an un-representable DateTime.',
    );
  return ticksOf(date.getTime());
}

const ISO =
  /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7})\d*)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/;
const AMERICAN = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(AM|PM))?)?\s*$/i;
const RFC1123 = /^\s*\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT\s*$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What DateTime.Parse makes of text in the invariant culture: ticks of the clock written and its offset, if any. */
export function parseDateText(
  text: string,
): { readonly ticks: bigint; readonly offset: bigint | undefined } | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = iso;
    const whole = safeTicks([year, month, day, hour, minute, second].map(Number));
    if (whole === undefined) return undefined;
    return { ticks: whole + BigInt(fraction.padEnd(7, '0')), offset: zoneTicks(zone) };
  }
  const american = AMERICAN.exec(text);
  if (american !== null) {
    const [, month, day, year, hour = '0', minute = '0', second = '0', half] = american;
    const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
    const ticks = safeTicks([Number(year), Number(month), Number(day), hours, Number(minute), Number(second)]);
    return ticks === undefined ? undefined : { ticks, offset: undefined };
  }
  const rfc = RFC1123.exec(text);
  if (rfc === null) return undefined;
  const month = MONTHS.indexOf(rfc[2] ?? '') + 1;
  const ticks = safeTicks([Number(rfc[3]), month, Number(rfc[1]), Number(rfc[4]), Number(rfc[5]), Number(rfc[6])]);
  return ticks === undefined ? undefined : { ticks, offset: 0n };
}

function safeTicks(fields: readonly number[]): bigint | undefined {
  const [year = 1, month = 1, day = 1, hour, minute, second] = fields;
  try {
    return ticksOfFields(year, month, day, hour, minute, second);
  } catch (error) {
    if (error instanceof NetException) return undefined;
    throw error;
  }
}

function zoneTicks(zone: string | undefined): bigint | undefined {
  if (zone === undefined) return undefined;
  if (zone === 'Z') return 0n;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return BigInt(zone.startsWith('-') ? -minutes : minutes) * 600_000_000n;
}

/** DateTime.Parse: text with a zone becomes local time, which here is UTC. */
export function parseDateTime(text: string): DateTime {
  const parsed = parseDateText(text);
  if (parsed === undefined) {
    throw notADate(text);
  }
  return parsed.offset === undefined
    ? new DateTime(parsed.ticks, 'Unspecified')
    : new DateTime(parsed.ticks - parsed.offset, 'Local');
}

/** TimeSpan.Parse: `[-][d.]hh:mm[:ss[.fffffff]]` or whole days. */
export function parseTimeSpan(text: string): TimeSpan {
  const match = /^\s*(-)?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?\s*$/.exec(text);
  const days = /^\s*(-)?(\d+)\s*$/.exec(text);
  if (match === null && days === null) {
    throw new NetException('FormatException', `String '${text}' was not recognized as a valid TimeSpan.`);
  }
  const [, sign, day = '0', hour = '0', minute = '0', second = '0', fraction = ''] = match ?? days ?? [];
  const seconds = ((BigInt(day) * 24n + BigInt(hour)) * 60n + BigInt(minute)) * 60n + BigInt(second);
  const ticks = seconds * 10_000_000n + BigInt(fraction.padEnd(7, '0'));
  return new TimeSpan(sign === '-' ? -ticks : ticks);
}

/** Words that dates may have. */
const DATE_WORDS =
  /^(?:a|am|p|pm|t|z|gmt|utc|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i;

/** What DateTime.Parse says of a text that is no date. */
export function notADate(text: string): NetException {
  const unknown = [...text.matchAll(/[A-Za-z]+/g)].find(([word]) => !DATE_WORDS.test(word));
  const message =
    unknown === undefined
      ? `String '${text}' was not recognized as a valid DateTime.`
      : `The string '${text}' was not recognized as a valid DateTime. There is an unknown word starting at index '${unknown.index}'.`;
  return new NetException('FormatException', message);
}
