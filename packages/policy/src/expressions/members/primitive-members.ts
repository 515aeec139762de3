import { createHash, createHmac } from 'node:crypto';
import { fromBytes, NetArray, toBytes } from '../values/collections.ts';
import { hashKey, netEquals } from '../values/equality.ts';
import { double, int, isNumber } from '../values/number.ts';
import {
  EncodingObject,
  Guid,
  HashObject,
  MatchCollection,
  MatchObject,
  RandomObject,
  RegexObject,
  StringBuilder,
  StringComparerObject,
  UriObject,
} from '../values/objects.ts';
import { formatComposite, formatValue, valueText } from '../values/text.ts';
import { Char, EnumValue, ExceptionObject, type Value } from '../values/value.ts';
import { compareText, compareValues } from './comparison.ts';
import { argument, indexArgument, numberArgument, outOfRange, tableFor, textArgument } from './invocation.ts';
import { matches, match, replaceMatches, splitByPattern, toMatch } from './regex.ts';

const compareTo = (self: Value, other: Value): Value => int(compareValues(self, other));

export const NUMBER = tableFor(isNumber, {
  methods: { CompareTo: (self, call) => compareTo(self, argument(call, 0)) },
});

export const BOOLEAN = tableFor((value): value is boolean => typeof value === 'boolean', {
  methods: { CompareTo: (self, call) => compareTo(self, argument(call, 0)) },
});

export const CHAR = tableFor((value): value is Char => value instanceof Char, {
  methods: { CompareTo: (self, call) => compareTo(self, argument(call, 0)) },
});

export const ENUM = tableFor((value): value is EnumValue => value instanceof EnumValue, {
  methods: {
    HasFlag: (self, call) => {
      const flag = argument(call, 0);
      return flag instanceof EnumValue && (self.number & flag.number) === flag.number;
    },
  },
});

export const GUID = tableFor((value): value is Guid => value instanceof Guid, {
  methods: {
    CompareTo: (self, call) => int(compareText(self.text, valueText(argument(call, 0)))),
    ToByteArray: (self, call) => fromBytes(guidBytes(self.text, call.args.length > 0 && argument(call, 0) === true)),
  },
});

/** The first three groups stand the other way round, unless all shall be big-endian. */
function guidBytes(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex');
  if (bigEndian) return bytes;
  for (const [start, end] of [
    [0, 4],
    [4, 6],
    [6, 8],
  ])
    bytes.subarray(start, end).reverse();
  return bytes;
}

export const EXCEPTION = tableFor((value): value is ExceptionObject => value instanceof ExceptionObject, {
  properties: {
    Message: (self) => self.exception.message,
    InnerException: (self) => (self.exception.inner === undefined ? null : new ExceptionObject(self.exception.inner)),
    StackTrace: () => '   at Microsoft.WindowsAzure.ApiManagement.Proxy.Gateway.PolicyExpression',
    Source: () => 'gateway',
  },
});

export const URI = tableFor((value): value is UriObject => value instanceof UriObject, {
  properties: {
    Scheme: (self) => self.url.protocol.slice(0, -1),
    Host: (self) => self.url.hostname,
    DnsSafeHost: (self) => self.url.hostname,
    Authority: (self) => self.url.host,
    Port: (self) => int(self.url.port === '' ? (self.url.protocol === 'http:' ? 80 : 443) : Number(self.url.port)),
    AbsolutePath: (self) => self.url.pathname,
    AbsoluteUri: (self) => self.url.href,
    PathAndQuery: (self) => self.url.pathname + self.url.search,
    LocalPath: (self) => decodeURIComponent(self.url.pathname),
    Query: (self) => self.url.search,
    Fragment: (self) => self.url.hash,
    OriginalString: (self) => self.original,
    IsAbsoluteUri: () => true,
    Segments: (self) => new NetArray(self.url.pathname.match(/[^/]*\/|[^/]+$/g) ?? [], 'string'),
    IsDefaultPort: (self) => self.url.port === '',
    IsLoopback: (self) => /^(?:localhost|127\..*|\[::1\])$/.test(self.url.hostname),
    IsFile: (self) => self.url.protocol === 'file:',
    UserInfo: (self) => [self.url.username, self.url.password].filter((part) => part !== '').join(':'),
  },
  methods: {
    GetLeftPart: (self, call) => leftPart(self, argument(call, 0)),
    IsBaseOf: (self, call) => valueText(argument(call, 0)).startsWith(self.url.href.replace(/[^/]*$/, '')),
  },
});

function leftPart({ url }: UriObject, part: Value): string {
  const authority = `${url.protocol}//${url.host}`;
  const number = part instanceof EnumValue ? part.number : 0;
  return (
    [`${url.protocol}//`, authority, authority + url.pathname, authority + url.pathname + url.search][number] ??
    authority
  );
}

export const BUILDER = tableFor((value): value is StringBuilder => value instanceof StringBuilder, {
  properties: { Length: (self) => int(self.text.length) },
  methods: {
    Append: (self, call) =>
      write(
        self,
        valueText(argument(call, 0)).repeat(
          call.args.length > 1 && argument(call, 0) instanceof Char ? indexArgument(call, 1) : 1,
        ),
      ),
    AppendLine: (self, call) => write(self, `${valueText(argument(call, 0))}\r\n`),
    AppendFormat: (self, call) => write(self, formatComposite(textArgument(call, 0), call.args.slice(1))),
    Insert: (self, call) => {
      const at = indexArgument(call, 0);
      if (at < 0 || at > self.text.length) throw outOfRange('index');
      self.text = self.text.slice(0, at) + valueText(argument(call, 1)) + self.text.slice(at);
      return self;
    },
    Remove: (self, call) => {
      self.text =
        self.text.slice(0, indexArgument(call, 0)) + self.text.slice(indexArgument(call, 0) + indexArgument(call, 1));
      return self;
    },
    Replace: (self, call) => {
      self.text = self.text.replaceAll(valueText(argument(call, 0)), () => valueText(argument(call, 1)));
      return self;
    },
    Clear: (self) => {
      self.text = '';
      return self;
    },
  },
});

function write(builder: StringBuilder, text: string): StringBuilder {
  builder.text += text;
  return builder;
}

export const REGEX = tableFor((value): value is RegexObject => value instanceof RegexObject, {
  methods: {
    IsMatch: (self, call) => match(self.pattern, textArgument(call, 0, 'input')) !== null,
    Match: (self, call) => toMatch(match(self.pattern, textArgument(call, 0, 'input'))),
    Matches: (self, call) => matches(self.pattern, textArgument(call, 0, 'input')),
    Replace: (self, call) =>
      replaceMatches(
        self.pattern,
        textArgument(call, 0, 'input'),
        argument(call, 1),
        call.args.length > 2 ? numberArgument(call, 2) : -1,
      ),
    Split: (self, call) => splitByPattern(self.pattern, textArgument(call, 0, 'input')),
  },
});

export const MATCH = tableFor((value): value is MatchObject => value instanceof MatchObject, {
  properties: {
    Success: (self) => self.success,
    Value: (self) => self.text,
    Index: (self) => int(self.index),
    Length: (self) => int(self.text.length),
    Groups: (self) => new MatchCollection(self.groups),
    Captures: (self) => new MatchCollection(self.success ? new Map([['0', self]]) : new Map()),
  },
  methods: {
    Result: (self, call) =>
      textArgument(call, 0).replaceAll(
        /\$(?:\{(\w+)\}|(\d+))/g,
        (_all, name: string | undefined, number: string | undefined) =>
          self.groups.get(name ?? number ?? '')?.text ?? '',
      ),
  },
});

export const MATCHES = tableFor((value): value is MatchCollection => value instanceof MatchCollection, {
  properties: { Count: (self) => int(self.named.size) },
});

/** ASCII writes a question mark for what it lacks. */
function encoded(text: string, { encoding }: EncodingObject): Buffer {
  return Buffer.from(encoding === 'ascii' ? text.replaceAll(/[^\0-\x7f]/g, '?') : text, encoding);
}

export const ENCODING = tableFor((value): value is EncodingObject => value instanceof EncodingObject, {
  methods: {
    GetBytes: (self, call) => fromBytes(encoded(textArgument(call, 0, 's'), self)),
    GetString: (self, call) => toBytes(argument(call, 0)).toString(self.encoding),
    GetByteCount: (self, call) => int(Buffer.byteLength(textArgument(call, 0, 's'), self.encoding)),
  },
});

export const HASH = tableFor((value): value is HashObject => value instanceof HashObject, {
  methods: {
    ComputeHash: (self, call) => {
      const hash = self.key === undefined ? createHash(self.algorithm) : createHmac(self.algorithm, self.key);
      return fromBytes(hash.update(toBytes(argument(call, 0))).digest());
    },
    Dispose: () => null,
  },
});

export const RANDOM = tableFor((value): value is RandomObject => value instanceof RandomObject, {
  methods: {
    Next: (_self, call) => {
      const low = call.args.length > 1 ? numberArgument(call, 0) : 0;
      const high =
        call.args.length > 1
          ? numberArgument(call, 1)
          : call.args.length === 1
            ? numberArgument(call, 0)
            : 2_147_483_647;
      if (low > high) throw outOfRange('minValue');
      return int(Math.floor(low + call.runtime.random() * (high - low)));
    },
    NextDouble: (_self, call) => double(call.runtime.random()),
  },
});

export const COMPARER = tableFor((value): value is StringComparerObject => value instanceof StringComparerObject, {
  methods: {
    Equals: (self, call) => {
      const [left, right] = [argument(call, 0), argument(call, 1)];
      if (!self.ignoreCase || typeof left !== 'string' || typeof right !== 'string') return netEquals(left, right);
      return left.toUpperCase() === right.toUpperCase();
    },
    Compare: (self, call) =>
      int(compareText(valueText(argument(call, 0)), valueText(argument(call, 1)), self.ignoreCase)),
  },
});

/** `ToString` and `Equals`: what every object answers. */
/** Equal values have equal codes; .NET's own differ from run to run. */
function hashOf(value: NonNullable<Value>): number {
  return Buffer.from(hashKey(value)).reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 17);
}

export const OBJECT = tableFor((value): value is NonNullable<Value> => value !== null, {
  methods: {
    ToString: (self, call) => {
      const format = argument(call, 0);
      return typeof format === 'string' ? formatValue(self, format) : valueText(self);
    },
    Equals: (self, call) => netEquals(self, argument(call, 0)),
    GetHashCode: (self) => int(hashOf(self)),
  },
});
