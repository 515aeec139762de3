import { int, double, long } from '../values/number.ts';
import { DateTime, DateTimeOffset, fieldsOf, ticksOfFields, TimeSpan, unixMilliseconds } from '../values/time.ts';
import { EnumValue, NetException, type Value } from '../values/value.ts';
import { formatDate } from '../values/date-format.ts';
import { compareValues } from './comparison.ts';
import { argument, indexArgument, numberArgument, tableFor, type Invocation } from './invocation.ts';

const DAY = 864_000_000_000n;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Ticks of each unit. */
export const UNITS = {
  Days: DAY,
  Hours: DAY / 24n,
  Minutes: 600_000_000n,
  Seconds: 10_000_000n,
  Milliseconds: 10_000n,
} as const;

/** Ticks of a count of units. */
export function ticksOfUnits(count: number, unit: bigint): bigint {
  return BigInt(Math.round(count * Number(unit)));
}

interface Clock {
  readonly ticks: bigint;
}

/** Members that DateTime and DateTimeOffset share. */
function fields<T extends Clock & (DateTime | DateTimeOffset)>(withTicks: (self: T, ticks: bigint) => T) {
  const shift = (unit: bigint) => (self: T, call: Invocation) =>
    withTicks(self, self.ticks + ticksOfUnits(numberArgument(call, 0), unit));
  const months = (self: T, count: number): T => {
    const date = fieldsOf(self.ticks);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + count;
    const [year, index] = [Math.floor(month / 12), ((month % 12) + 12) % 12];
    const day = Math.min(date.getUTCDate(), new Date(Date.UTC(year, index + 1, 0)).getUTCDate());
    return withTicks(self, ticksOfFields(year, index + 1, day) + (self.ticks % DAY));
  };
  return {
    properties: {
      Year: (self: T) => int(fieldsOf(self.ticks).getUTCFullYear()),
      Month: (self: T) => int(fieldsOf(self.ticks).getUTCMonth() + 1),
      Day: (self: T) => int(fieldsOf(self.ticks).getUTCDate()),
      Hour: (self: T) => int(fieldsOf(self.ticks).getUTCHours()),
      Minute: (self: T) => int(fieldsOf(self.ticks).getUTCMinutes()),
      Second: (self: T) => int(fieldsOf(self.ticks).getUTCSeconds()),
      Millisecond: (self: T) => int(fieldsOf(self.ticks).getUTCMilliseconds()),
      DayOfYear: (self: T) => int((self.ticks - ticksOfFields(fieldsOf(self.ticks).getUTCFullYear(), 1, 1)) / DAY + 1n),
      DayOfWeek: (self: T) =>
        new EnumValue(
          'System.DayOfWeek',
          DAYS[fieldsOf(self.ticks).getUTCDay()] ?? '',
          fieldsOf(self.ticks).getUTCDay(),
        ),
      Ticks: (self: T) => long(self.ticks),
      TimeOfDay: (self: T) => new TimeSpan(self.ticks % DAY),
    },
    methods: {
      AddDays: shift(UNITS.Days),
      AddHours: shift(UNITS.Hours),
      AddMinutes: shift(UNITS.Minutes),
      AddSeconds: shift(UNITS.Seconds),
      AddMilliseconds: shift(UNITS.Milliseconds),
      AddTicks: shift(1n),
      AddMonths: (self: T, call: Invocation) => months(self, indexArgument(call, 0)),
      AddYears: (self: T, call: Invocation) => months(self, 12 * indexArgument(call, 0)),
      Add: (self: T, call: Invocation) => withTicks(self, self.ticks + spanArgument(call)),
      CompareTo: (self: T, call: Invocation) => int(compareValues(self, argument(call, 0))),
    },
  };
}

function spanArgument(call: Invocation): bigint {
  const span = argument(call, 0);
  if (span instanceof TimeSpan) return span.ticks;
  throw new NetException('InvalidCastException', 'Specified cast is not valid.');
}

const dateFields = fields<DateTime>((self, ticks) => new DateTime(ticks, self.kind));

export const DATE_TIME = tableFor((value): value is DateTime => value instanceof DateTime, {
  properties: {
    ...dateFields.properties,
    Date: (self) => new DateTime(self.ticks - (self.ticks % DAY), self.kind),
    Kind: (self) => new EnumValue('System.DateTimeKind', self.kind, ['Unspecified', 'Utc', 'Local'].indexOf(self.kind)),
  },
  methods: {
    ...dateFields.methods,
    Subtract: (self, call) => subtractFrom(self, argument(call, 0)),
    ToUniversalTime: (self) => new DateTime(self.ticks, 'Utc'),
    ToLocalTime: (self) => new DateTime(self.ticks, 'Local'),
    ToFileTimeUtc: (self) => long(self.ticks - 504_911_232_000_000_000n),
    ToShortDateString: (self) => formatDate(self.ticks, 'd', self.kind, 0n),
    ToShortTimeString: (self) => formatDate(self.ticks, 't', self.kind, 0n),
    ToLongDateString: (self) => formatDate(self.ticks, 'D', self.kind, 0n),
    ToLongTimeString: (self) => formatDate(self.ticks, 'T', self.kind, 0n),
    IsDaylightSavingTime: () => false,
  },
});

/** A date less a date is a span, less a span a date. */
export function subtractFrom(left: DateTime, right: Value): Value {
  if (right instanceof DateTime) return new TimeSpan(left.ticks - right.ticks);
  if (right instanceof TimeSpan) return new DateTime(left.ticks - right.ticks, left.kind);
  throw new NetException('InvalidCastException', 'Specified cast is not valid.');
}

const offsetFields = fields<DateTimeOffset>((self, ticks) => new DateTimeOffset(ticks, self.offsetTicks));

export const DATE_TIME_OFFSET = tableFor((value): value is DateTimeOffset => value instanceof DateTimeOffset, {
  properties: {
    ...offsetFields.properties,
    Date: (self) => new DateTime(self.ticks - (self.ticks % DAY), 'Unspecified'),
    DateTime: (self) => new DateTime(self.ticks, 'Unspecified'),
    UtcDateTime: (self) => new DateTime(self.utcTicks, 'Utc'),
    LocalDateTime: (self) => new DateTime(self.utcTicks, 'Local'),
    Offset: (self) => new TimeSpan(self.offsetTicks),
    UtcTicks: (self) => long(self.utcTicks),
  },
  methods: {
    ...offsetFields.methods,
    Subtract: (self, call) => {
      const other = argument(call, 0);
      if (other instanceof DateTimeOffset) return new TimeSpan(self.utcTicks - other.utcTicks);
      return new DateTimeOffset(self.ticks - spanArgument(call), self.offsetTicks);
    },
    ToUnixTimeSeconds: (self) => long(Math.floor(unixMilliseconds(self.utcTicks) / 1000)),
    ToUnixTimeMilliseconds: (self) => long(unixMilliseconds(self.utcTicks)),
    ToUniversalTime: (self) => new DateTimeOffset(self.utcTicks, 0n),
    ToOffset: (self, call) => new DateTimeOffset(self.utcTicks + spanArgument(call), spanArgument(call)),
  },
});

const part = (unit: bigint, modulus: bigint) => (self: TimeSpan) => int((self.ticks / unit) % modulus);
const total = (unit: bigint) => (self: TimeSpan) => double(Number(self.ticks) / Number(unit));

export const TIME_SPAN = tableFor((value): value is TimeSpan => value instanceof TimeSpan, {
  properties: {
    Days: (self) => int(self.ticks / DAY),
    Hours: part(UNITS.Hours, 24n),
    Minutes: part(UNITS.Minutes, 60n),
    Seconds: part(UNITS.Seconds, 60n),
    Milliseconds: part(UNITS.Milliseconds, 1000n),
    Ticks: (self) => long(self.ticks),
    TotalDays: total(UNITS.Days),
    TotalHours: total(UNITS.Hours),
    TotalMinutes: total(UNITS.Minutes),
    TotalSeconds: total(UNITS.Seconds),
    TotalMilliseconds: total(UNITS.Milliseconds),
  },
  methods: {
    Add: (self, call) => new TimeSpan(self.ticks + spanArgument(call)),
    Subtract: (self, call) => new TimeSpan(self.ticks - spanArgument(call)),
    Negate: (self) => new TimeSpan(-self.ticks),
    Duration: (self) => new TimeSpan(self.ticks < 0n ? -self.ticks : self.ticks),
    CompareTo: (self, call) => int(compareValues(self, argument(call, 0))),
  },
});
