import { canonicalType } from './conversion.ts';
import { isExceptionType } from './exceptions.ts';
import type { StaticTable } from './invocation.ts';
import { JSON_STATICS } from './static-json.ts';
import { PRIMITIVE_STATICS } from './static-primitives.ts';
import { SYSTEM_STATICS } from './static-system.ts';
import { TIME_STATICS } from './static-time.ts';
import { COLLECTION_STATICS } from './static-collections.ts';
import { ENUMS } from './enums.ts';

const STATICS: Readonly<Record<string, StaticTable>> = {
  ...PRIMITIVE_STATICS,
  ...TIME_STATICS,
  ...SYSTEM_STATICS,
  ...JSON_STATICS,
  ...COLLECTION_STATICS,
};

/** Types that only ever name something: in casts, `as`, `is`, type arguments. */
const NAMES_ONLY = new Set([
  'object',
  'dynamic',
  'var',
  'IEnumerable',
  'ICollection',
  'IList',
  'IDictionary',
  'IReadOnlyCollection',
  'IReadOnlyList',
  'IReadOnlyDictionary',
  'ISet',
  'IEnumerator',
  'KeyValuePair',
  'Nullable',
  'Func',
  'Action',
  'Predicate',
  'Match',
  'Group',
  'Capture',
  'MatchCollection',
  'GroupCollection',
  'Jwt',
  'BasicAuthCredentials',
  'BasicAuth',
  'IResponse',
  'IRequest',
  'IUrl',
  'IUser',
  'IProduct',
  'ISubscription',
  'IApi',
  'IOperation',
  'IMessageBody',
  'IGroup',
  'IContext',
  'IGrouping',
  'IOrderedEnumerable',
  'JToken',
  'JContainer',
  'Array',
  'HMAC',
  'HashAlgorithm',
  'Type',
  'IComparable',
  'IDisposable',
]);

/** Of the allowed types, those this engine knows of and cannot execute yet. */
const UNSUPPORTED = new Set([
  'XDocument',
  'XElement',
  'XNode',
  'XAttribute',
  'XName',
  'XNamespace',
  'XContainer',
  'XText',
  'XCData',
  'XComment',
  'XDeclaration',
  'JConstructor',
  'JRaw',
  'RSA',
  'RSACryptoServiceProvider',
  'X509Certificate',
  'X509Certificate2',
  'StringReader',
  'StringWriter',
  'IPAddress',
  'BitConverter',
  'TimeZone',
  'TimeZoneInfo',
  'Aes',
  'SymmetricAlgorithm',
]);

/** `known`: can be used here. `unsupported`: API Management allows it, this engine lacks it. `unknown`: refused by both. */
export function typeStatus(name: string): 'known' | 'unsupported' | 'unknown' {
  const canonical = canonicalType(name);
  if (
    staticsOf(canonical) !== undefined ||
    NAMES_ONLY.has(canonical) ||
    isExceptionType(canonical) ||
    Object.hasOwn(ENUMS, canonical)
  )
    return 'known';
  return UNSUPPORTED.has(canonical) ? 'unsupported' : 'unknown';
}

/** Static members and constructor of a type. */
export function staticsOf(name: string): StaticTable | undefined {
  const canonical = canonicalType(name);
  return Object.hasOwn(STATICS, canonical) ? STATICS[canonical] : undefined;
}
