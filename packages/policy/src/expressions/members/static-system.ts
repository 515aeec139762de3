import { createHash, createHmac } from 'node:crypto';
import { fromBytes, NetArray, NetList, toBytes } from '../values/collections.ts';
import {
  EncodingObject,
  Guid,
  HashObject,
  parseGuid,
  RandomObject,
  RegexObject,
  StringBuilder,
  StringComparerObject,
  UriObject,
} from '../values/objects.ts';
import { int } from '../values/number.ts';
import { NetException, type Value } from '../values/value.ts';
import {
  argument,
  indexArgument,
  textArgument,
  type Invocation,
  type StaticTable,
  MAX_ELEMENTS,
  outOfMemory,
  outOfRange,
} from './invocation.ts';
import { compilePattern, match, matches, replaceMatches, splitByPattern, toMatch } from './regex.ts';
import { tryParse } from './static-primitives.ts';
import { valueText } from '../values/text.ts';

const EMPTY_GUID = new Guid('00000000-0000-0000-0000-000000000000');

function guidOf(text: string): Guid {
  const guid = parseGuid(text);
  if (guid === undefined) throw new NetException('FormatException', 'Unrecognized Guid format.');
  return guid;
}

const pattern = (call: Invocation, options: number): RegExp =>
  compilePattern(textArgument(call, 1, 'pattern'), argument(call, options));

function hash(name: string, algorithm: string): StaticTable {
  return {
    methods: {
      Create: () => new HashObject(`System.Security.Cryptography.${name}`, algorithm, undefined),
      HashData: (call) =>
        fromBytes(
          createHash(algorithm)
            .update(toBytes(argument(call, 0)))
            .digest(),
        ),
    },
    construct: () => new HashObject(`System.Security.Cryptography.${name}`, algorithm, undefined),
  };
}

function hmac(name: string, algorithm: string): StaticTable {
  return {
    methods: {
      HashData: (call) =>
        fromBytes(
          createHmac(algorithm, toBytes(argument(call, 0)))
            .update(toBytes(argument(call, 1)))
            .digest(),
        ),
    },
    construct: (call) => new HashObject(`System.Security.Cryptography.${name}`, algorithm, toBytes(argument(call, 0))),
  };
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Uri.EscapeDataString leaves only the unreserved characters of RFC 3986. */
function escapeData(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** WebUtility.UrlEncode: form encoding that leaves `!()*-._`. */
function urlEncode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replaceAll(/['~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

const encoding = (kind: 'utf8' | 'ascii' | 'utf16le' | 'latin1') => (): Value => new EncodingObject(kind);

/** Static members of Guid, Uri, Regex, Encoding, the hashes and the rest of System. */
export const SYSTEM_STATICS: Readonly<Record<string, StaticTable>> = {
  Guid: {
    properties: { Empty: () => EMPTY_GUID },
    methods: {
      NewGuid: (call) => new Guid(call.runtime.newGuid().toLowerCase()),
      Parse: (call) => guidOf(textArgument(call, 0, 'input')),
      TryParse: (call) => tryParse(call, EMPTY_GUID, guidOf),
    },
    construct: (call) => (call.args.length === 0 ? EMPTY_GUID : guidOf(textArgument(call, 0, 'g'))),
  },
  Uri: {
    methods: {
      EscapeDataString: (call) => escapeData(textArgument(call, 0, 'stringToEscape')),
      EscapeUriString: (call) => encodeURI(textArgument(call, 0, 'stringToEscape')),
      UnescapeDataString: (call) => decode(textArgument(call, 0, 'stringToUnescape')),
      IsWellFormedUriString: (call) => URL.canParse(textArgument(call, 0)),
    },
    construct: (call) => {
      const [first, second] = [argument(call, 0), argument(call, 1)];
      if (first instanceof UriObject) return new UriObject(new URL(valueText(second), first.url).href);
      return new UriObject(textArgument(call, 0, 'uriString'));
    },
  },
  WebUtility: {
    methods: {
      UrlEncode: (call) => (argument(call, 0) === null ? null : urlEncode(textArgument(call, 0))),
      UrlDecode: (call) => (argument(call, 0) === null ? null : decode(textArgument(call, 0).replaceAll('+', ' '))),
      HtmlEncode: (call) =>
        argument(call, 0) === null
          ? null
          : textArgument(call, 0).replaceAll(/[&<>"']/g, (character) => HTML[character] ?? character),
      HtmlDecode: (call) => (argument(call, 0) === null ? null : htmlDecode(textArgument(call, 0))),
    },
  },
  Regex: {
    methods: {
      IsMatch: (call) => match(pattern(call, 2), textArgument(call, 0, 'input')) !== null,
      Match: (call) => toMatch(match(pattern(call, 2), textArgument(call, 0, 'input'))),
      Matches: (call) => matches(pattern(call, 2), textArgument(call, 0, 'input')),
      Replace: (call) => replaceMatches(pattern(call, 3), textArgument(call, 0, 'input'), argument(call, 2)),
      Split: (call) => splitByPattern(pattern(call, 2), textArgument(call, 0, 'input')),
      Escape: (call) => textArgument(call, 0).replaceAll(/[\\*+?|{[()^$.# ]/g, '\\$&'),
      Unescape: (call) => textArgument(call, 0).replaceAll(/\\(.)/g, '$1'),
    },
    construct: (call) => new RegexObject(compilePattern(textArgument(call, 0, 'pattern'), argument(call, 1))),
  },
  Encoding: {
    properties: {
      UTF8: encoding('utf8'),
      ASCII: encoding('ascii'),
      Unicode: encoding('utf16le'),
      Default: encoding('utf8'),
      Latin1: encoding('latin1'),
    },
    methods: {
      GetEncoding: (call) => {
        const name = textArgument(call, 0, 'name').toLowerCase();
        const kind = ({ 'utf-8': 'utf8', 'us-ascii': 'ascii', 'utf-16': 'utf16le', 'iso-8859-1': 'latin1' } as const)[
          name
        ];
        if (kind === undefined)
          throw new NetException('ArgumentException', `'${name}' is not a supported encoding name. (Parameter 'name')`);
        return new EncodingObject(kind);
      },
    },
  },
  MD5: hash('MD5', 'md5'),
  SHA1: hash('SHA1', 'sha1'),
  SHA256: hash('SHA256', 'sha256'),
  SHA384: hash('SHA384', 'sha384'),
  SHA512: hash('SHA512', 'sha512'),
  SHA1Managed: hash('SHA1Managed', 'sha1'),
  SHA256Managed: hash('SHA256Managed', 'sha256'),
  SHA512Managed: hash('SHA512Managed', 'sha512'),
  HMACMD5: hmac('HMACMD5', 'md5'),
  HMACSHA1: hmac('HMACSHA1', 'sha1'),
  HMACSHA256: hmac('HMACSHA256', 'sha256'),
  HMACSHA384: hmac('HMACSHA384', 'sha384'),
  HMACSHA512: hmac('HMACSHA512', 'sha512'),
  StringBuilder: {
    construct: (call) => new StringBuilder(typeof argument(call, 0) === 'string' ? textArgument(call, 0) : ''),
  },
  Random: { construct: () => new RandomObject() },
  StringComparer: {
    properties: Object.fromEntries(
      [
        'Ordinal',
        'InvariantCulture',
        'CurrentCulture',
        'OrdinalIgnoreCase',
        'InvariantCultureIgnoreCase',
        'CurrentCultureIgnoreCase',
      ].map((name) => [name, () => new StringComparerObject(name.endsWith('IgnoreCase'))]),
    ),
  },
  CultureInfo: { properties: { InvariantCulture: () => null, CurrentCulture: () => null } },
  Environment: { properties: { NewLine: () => '\r\n' } },
  Enumerable: {
    methods: {
      Range: (call) => {
        checkCount(call);
        return new NetList(
          [...Array(indexArgument(call, 1)).keys()].map((index) => int(indexArgument(call, 0) + index)),
        );
      },
      Repeat: (call) => {
        checkCount(call);
        return new NetList(Array.from({ length: indexArgument(call, 1) }, () => argument(call, 0)));
      },
      Empty: () => new NetArray([]),
    },
  },
};

/** More elements than any policy makes are refused before they fill the memory. */
function checkCount(call: Invocation): void {
  const count = indexArgument(call, 1);
  if (count < 0) throw outOfRange('count');
  if (count > MAX_ELEMENTS) throw outOfMemory();
}

function decode(text: string): string {
  return text.replaceAll(/(?:%[0-9a-fA-F]{2})+/g, (escaped) =>
    Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function htmlDecode(text: string): string {
  return text.replaceAll(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }[name ?? ''] ?? whole;
    },
  );
}
