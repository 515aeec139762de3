import { int } from '../values/number.ts';
import {
  DateTime,
  DateTimeOffset,
  parseDateText,
  parseDateTime,
  parseTimeSpan,
  ticksOf,
  ticksOfFields,
  TimeSpan,
  notADate,
} from '../values/time.ts';
import { EnumValue, type Value } from '../values/value.ts';
import { compareValues } from './comparison.ts';
import {
  argument,
  indexArgument,
  numberArgument,
  textArgument,
  type Invocation,
  type Runtime,
  type StaticTable,
} from './invocation.ts';
import { tryParse } from './static-primitives.ts';
import { parseExact } from './parse-exact.ts';
import { ticksOfUnits, UNITS } from './time-members.ts';
import { toIndex } from '../values/collections.ts';

const DAY = 864_000_000_000n;
const now =
  (kind: 'Utc' | 'Local') =>
  (runtime: Runtime): DateTime =>
    new DateTime(ticksOf(runtime.now()), kind);
const MIN = new DateTime(0n, 'Unspecified');
const MAX = new DateTime(3_155_378_975_999_999_999n, 'Unspecified');

function styled(date: DateTime, call: Invocation): DateTime {
  const styles = call.args.filter((value) => value instanceof EnumValue).reduce((all, value) => all | value.number, 0);
  if ((styles & 16) !== 0) return new DateTime(date.ticks, 'Utc');
  if ((styles & 128) !== 0 && date.kind === 'Local') return new DateTime(date.ticks, 'Utc');
  return (styles & 64) !== 0 && date.kind === 'Unspecified' ? new DateTime(date.ticks, 'Local') : date;
}

function parseOffset(text: string): DateTimeOffset {
  const parsed = parseDateText(text);
  if (parsed === undefined) throw notADate(text);
  return new DateTimeOffset(parsed.ticks, parsed.offset ?? 0n);
}

function exact(call: Invocation): DateTime {
  return styled(parseExact(textArgument(call, 0), textArgument(call, 1, 'format')), call);
}

function construct(call: Invocation): Value {
  if (call.args.length === 0) return MIN;
  const kind = call.args.find((value) => value instanceof EnumValue);
  const numbers = call.args.filter((value) => !(value instanceof EnumValue)).map(toIndex);
  if (numbers.length === 1) return new DateTime(BigInt(numberArgument(call, 0)), kindOf(kind));
  const [year = 1, month = 1, day = 1, hour, minute, second, millisecond] = numbers;
  return new DateTime(ticksOfFields(year, month, day, hour, minute, second, millisecond), kindOf(kind));
}

function kindOf(value: Value | undefined): 'Utc' | 'Local' | 'Unspecified' {
  return value instanceof EnumValue && (value.member === 'Utc' || value.member === 'Local')
    ? value.member
    : 'Unspecified';
}

function constructSpan(call: Invocation): Value {
  const numbers = call.args.map((_value, index) => BigInt(indexArgument(call, index)));
  if (numbers.length <= 1) return new TimeSpan(numbers[0] ?? 0n);
  const [days = 0n, hours = 0n, minutes = 0n, seconds = 0n, milliseconds = 0n] =
    numbers.length === 3 ? [0n, ...numbers] : numbers;
  return new TimeSpan(
    days * DAY +
      hours * UNITS.Hours +
      minutes * UNITS.Minutes +
      seconds * UNITS.Seconds +
      milliseconds * UNITS.Milliseconds,
  );
}

const from =
  (unit: bigint) =>
  (call: Invocation): Value =>
    new TimeSpan(ticksOfUnits(numberArgument(call, 0), unit));

/** Static members of DateTime, DateTimeOffset and TimeSpan. */
export const TIME_STATICS: Readonly<Record<string, StaticTable>> = {
  DateTime: {
    properties: {
      UtcNow: now('Utc'),
      Now: now('Local'),
      Today: (runtime) => new DateTime(ticksOf(runtime.now()) - (ticksOf(runtime.now()) % DAY), 'Local'),
      MinValue: () => MIN,
      MaxValue: () => MAX,
      UnixEpoch: () => new DateTime(ticksOf(0), 'Utc'),
    },
    methods: {
      Parse: (call) => styled(parseDateTime(textArgument(call, 0, 's')), call),
      TryParse: (call) => tryParse(call, MIN, (text) => styled(parseDateTime(text), call)),
      ParseExact: exact,
      TryParseExact: (call) => tryParse(call, MIN, () => exact(call)),
      Compare: (call) => int(compareValues(argument(call, 0), argument(call, 1))),
      DaysInMonth: (call) => int(new Date(Date.UTC(indexArgument(call, 0), indexArgument(call, 1), 0)).getUTCDate()),
      IsLeapYear: (call) => new Date(Date.UTC(indexArgument(call, 0), 2, 0)).getUTCDate() === 29,
      SpecifyKind: (call) => {
        const date = argument(call, 0);
        return date instanceof DateTime ? new DateTime(date.ticks, kindOf(argument(call, 1))) : date;
      },
    },
    construct,
  },
  DateTimeOffset: {
    properties: {
      UtcNow: (runtime) => new DateTimeOffset(ticksOf(runtime.now()), 0n),
      Now: (runtime) => new DateTimeOffset(ticksOf(runtime.now()), 0n),
      UnixEpoch: () => new DateTimeOffset(ticksOf(0), 0n),
      MinValue: () => new DateTimeOffset(0n, 0n),
      MaxValue: () => new DateTimeOffset(MAX.ticks, 0n),
    },
    methods: {
      Parse: (call) => parseOffset(textArgument(call, 0, 'input')),
      TryParse: (call) => tryParse(call, new DateTimeOffset(0n, 0n), parseOffset),
      FromUnixTimeSeconds: (call) => new DateTimeOffset(ticksOf(numberArgument(call, 0) * 1000), 0n),
      FromUnixTimeMilliseconds: (call) => new DateTimeOffset(ticksOf(numberArgument(call, 0)), 0n),
    },
    construct: (call) => {
      const first = argument(call, 0);
      const last = call.args.at(-1) ?? null;
      const offset = last instanceof TimeSpan ? last.ticks : 0n;
      if (first instanceof DateTime) return new DateTimeOffset(first.ticks, offset);
      const [year = 1, month = 1, day = 1, hour, minute, second] = call.args
        .filter((value) => !(value instanceof TimeSpan))
        .map(toIndex);
      return new DateTimeOffset(ticksOfFields(year, month, day, hour, minute, second), offset);
    },
  },
  TimeSpan: {
    properties: {
      Zero: () => new TimeSpan(0n),
      MaxValue: () => new TimeSpan(2n ** 63n - 1n),
      MinValue: () => new TimeSpan(-(2n ** 63n)),
    },
    methods: {
      FromDays: from(UNITS.Days),
      FromHours: from(UNITS.Hours),
      FromMinutes: from(UNITS.Minutes),
      FromSeconds: from(UNITS.Seconds),
      FromMilliseconds: from(UNITS.Milliseconds),
      FromTicks: from(1n),
      Parse: (call) => parseTimeSpan(textArgument(call, 0, 's')),
      TryParse: (call) => tryParse(call, new TimeSpan(0n), parseTimeSpan),
      Compare: (call) => int(compareValues(argument(call, 0), argument(call, 1))),
    },
    construct: constructSpan,
  },
};
