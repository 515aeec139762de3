import { double, Floating, int, isNumber, long, toJsNumber } from '../values/number.ts';
import { UriObject } from '../values/objects.ts';
import { DateTimeOffset } from '../values/time.ts';
import { NetException, type Value } from '../values/value.ts';
import { add, divide, multiply, negate, remainder, subtract } from './arithmetic.ts';
import { compareValues } from './comparison.ts';
import { argument, numberArgument, textArgument, type Invocation, type StaticTable } from './invocation.ts';
import { parseExact } from './parse-exact.ts';

const asks =
  (test: (value: number) => boolean) =>
  (call: Invocation): Value =>
    test(numberArgument(call, 0));

const FLOATS: StaticTable = {
  methods: {
    IsNaN: asks(Number.isNaN),
    IsInfinity: asks((value) => Math.abs(value) === Infinity),
    IsPositiveInfinity: asks((value) => value === Infinity),
    IsNegativeInfinity: asks((value) => value === -Infinity),
    IsFinite: asks(Number.isFinite),
  },
};

const two =
  (compute: (left: Value, right: Value) => Value) =>
  (call: Invocation): Value =>
    compute(argument(call, 0), argument(call, 1));

const trigonometry =
  (compute: (value: number) => number) =>
  (call: Invocation): Value =>
    double(compute(numberArgument(call, 0)));

function offsetExact(call: Invocation): DateTimeOffset {
  const date = parseExact(textArgument(call, 0, 'input'), textArgument(call, 1, 'format'));
  return new DateTimeOffset(date.ticks, 0n);
}

function attempt(call: Invocation, index: number, parse: () => Value, otherwise: Value): boolean {
  try {
    call.out(index, parse());
    return true;
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    call.out(index, otherwise);
    return false;
  }
}

function clamp(call: Invocation): Value {
  const [value, low, high] = [argument(call, 0), argument(call, 1), argument(call, 2)];
  if (compareValues(low, high) > 0)
    throw new NetException('ArgumentException', `'${shown(low)}' cannot be greater than ${shown(high)}.`);
  return compareValues(value, low) < 0 ? low : compareValues(value, high) > 0 ? high : value;
}

function shown(value: Value): string {
  return isNumber(value) ? String(toJsNumber(value)) : '';
}

/** Static members beyond those that policies use daily; they are added to the tables of their types. */
export const MORE_STATICS: Readonly<Record<string, StaticTable>> = {
  double: FLOATS,
  float: {
    ...FLOATS,
    properties: {
      NaN: () => new Floating('float', Number.NaN),
      Epsilon: () => new Floating('float', 1.401298464324817e-45),
    },
  },
  decimal: {
    methods: {
      Add: two(add),
      Subtract: two(subtract),
      Multiply: two(multiply),
      Divide: two(divide),
      Remainder: two(remainder),
      Negate: (call) => negate(argument(call, 0)),
      Compare: (call) => int(Math.sign(compareValues(argument(call, 0), argument(call, 1)))),
    },
  },
  Math: {
    properties: { Tau: () => double(2 * Math.PI) },
    methods: {
      Sin: trigonometry(Math.sin),
      Cos: trigonometry(Math.cos),
      Tan: trigonometry(Math.tan),
      Asin: trigonometry(Math.asin),
      Acos: trigonometry(Math.acos),
      Atan: trigonometry(Math.atan),
      Sinh: trigonometry(Math.sinh),
      Cosh: trigonometry(Math.cosh),
      Tanh: trigonometry(Math.tanh),
      Cbrt: trigonometry(Math.cbrt),
      Log2: trigonometry(Math.log2),
      Atan2: (call) => double(Math.atan2(numberArgument(call, 0), numberArgument(call, 1))),
      Clamp: clamp,
    },
  },
  DateTimeOffset: {
    methods: {
      ParseExact: offsetExact,
      TryParseExact: (call) => attempt(call, call.args.length - 1, () => offsetExact(call), new DateTimeOffset(0n, 0n)),
      Compare: (call) => int(Math.sign(compareValues(argument(call, 0), argument(call, 1)))),
    },
  },
  TimeSpan: {
    properties: {
      TicksPerMillisecond: () => long(10_000n),
      TicksPerSecond: () => long(10_000_000n),
      TicksPerMinute: () => long(600_000_000n),
      TicksPerHour: () => long(36_000_000_000n),
      TicksPerDay: () => long(864_000_000_000n),
    },
  },
  Uri: {
    properties: { UriSchemeHttp: () => 'http', UriSchemeHttps: () => 'https', SchemeDelimiter: () => '://' },
    methods: {
      TryCreate: (call) => {
        const [first, second] = [argument(call, 0), argument(call, 1)];
        const base = first instanceof UriObject ? first.url.href : undefined;
        const text = base === undefined ? first : second;
        return attempt(
          call,
          2,
          () =>
            new UriObject(
              typeof text === 'string' && base !== undefined ? new URL(text, base).href : textArgument(call, 0),
            ),
          null,
        );
      },
    },
  },
};
