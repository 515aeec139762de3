import {
  EnumerableObject,
  Grouping,
  KeyValuePair,
  NetArray,
  NetDictionary,
  NetList,
  NetQueue,
  NetSet,
  RecordObject,
} from '../values/collections.ts';
import { JArray, JObject, JProperty, JToken, JValue } from '../values/json.ts';
import {
  EncodingObject,
  Facade,
  Guid,
  HashObject,
  MatchCollection,
  MatchObject,
  RandomObject,
  RegexObject,
  StringBuilder,
  StringComparerObject,
  TypeObject,
  UriObject,
} from '../values/objects.ts';
import { DateTime, DateTimeOffset, TimeSpan } from '../values/time.ts';
import { Char, EnumValue, ExceptionObject, type Value } from '../values/value.ts';
import { ARRAY, DICTIONARY, GROUPING, LIST, PAIR, QUEUE, RECORD, SET } from './collection-members.ts';
import { CONTEXT_MEMBER_NAMES } from './context-names.ts';
import type { MemberTable, Method } from './invocation.ts';
import { tableFor } from './invocation.ts';
import { JARRAY, JOBJECT, JPROPERTY, JVALUE, TOKEN } from './json-members.ts';
import { LINQ } from './linq.ts';
import {
  BOOLEAN,
  BUILDER,
  CHAR,
  COMPARER,
  ENCODING,
  ENUM,
  EXCEPTION,
  GUID,
  HASH,
  MATCH,
  MATCHES,
  NUMBER,
  OBJECT,
  RANDOM,
  REGEX,
  URI,
} from './primitive-members.ts';
import { STRING } from './string-members.ts';
import { DATE_TIME, DATE_TIME_OFFSET, TIME_SPAN } from './time-members.ts';
import { CIPHER, TOKENS } from './security-members.ts';
import { IpAddressObject } from '../values/ip-address.ts';
import { StringReaderObject, StringWriterObject } from '../values/string-io.ts';
import { IP_ADDRESS_MEMBERS, STRING_READER, STRING_WRITER } from './string-io-members.ts';
import { Lookup } from './join.ts';
import { int, isNumber } from '../values/number.ts';
import { XAttribute, XDeclaration, XDocument, XElement, XLeaf, XNameObject, XNamespaceObject } from '../values/xml.ts';
import {
  X_ATTRIBUTE,
  X_CONTAINER,
  X_DECLARATION,
  X_DOCUMENT,
  X_ELEMENT,
  X_LEAF,
  X_NAME,
  X_NAMESPACE,
  X_NODE,
  X_OBJECT,
  X_SEQUENCES,
} from './xml-members.ts';

const TYPE = tableFor((value): value is TypeObject => value instanceof TypeObject, {
  properties: { FullName: (self) => self.fullName, Name: (self) => self.fullName.split('.').at(-1) ?? '' },
});

const LOOKUP = tableFor((value): value is Lookup => value instanceof Lookup, {
  properties: { Count: (self) => int(self.size) },
});

/** Tables by class, most special first; a value is answered by the first table that has the member. */
const TABLES: readonly (readonly [matches: (value: NonNullable<Value>) => boolean, tables: readonly MemberTable[]])[] =
  [
    [(value) => typeof value === 'string', [STRING, TOKENS, LINQ, OBJECT]],
    [(value) => typeof value === 'boolean', [BOOLEAN, OBJECT]],
    [isNumber, [NUMBER, OBJECT]],
    [(value) => value instanceof Char, [CHAR, OBJECT]],
    [(value) => value instanceof EnumValue, [ENUM, OBJECT]],
    [(value) => value instanceof JObject, [JOBJECT, TOKEN, LINQ, OBJECT]],
    [(value) => value instanceof JArray, [JARRAY, TOKEN, LINQ, OBJECT]],
    [(value) => value instanceof JProperty, [JPROPERTY, TOKEN, LINQ, OBJECT]],
    [(value) => value instanceof JValue, [JVALUE, TOKEN, LINQ, OBJECT]],
    [(value) => value instanceof JToken, [TOKEN, LINQ, OBJECT]],
    [(value) => value instanceof StringReaderObject, [STRING_READER, OBJECT]],
    [(value) => value instanceof StringWriterObject, [STRING_WRITER, OBJECT]],
    [(value) => value instanceof IpAddressObject, [IP_ADDRESS_MEMBERS, OBJECT]],
    [(value) => value instanceof Lookup, [LOOKUP, LINQ, OBJECT]],
    [(value) => value instanceof XElement, [X_ELEMENT, X_CONTAINER, X_NODE, X_OBJECT, OBJECT]],
    [(value) => value instanceof XDocument, [X_DOCUMENT, X_CONTAINER, X_NODE, X_OBJECT, OBJECT]],
    [(value) => value instanceof XLeaf, [X_LEAF, X_NODE, X_OBJECT, OBJECT]],
    [(value) => value instanceof XAttribute, [X_ATTRIBUTE, X_OBJECT, OBJECT]],
    [(value) => value instanceof XNameObject, [X_NAME, OBJECT]],
    [(value) => value instanceof XNamespaceObject, [X_NAMESPACE, OBJECT]],
    [(value) => value instanceof XDeclaration, [X_DECLARATION, OBJECT]],
    [(value) => value instanceof NetList, [LIST, LINQ, X_SEQUENCES, OBJECT]],
    [(value) => value instanceof NetArray, [ARRAY, CIPHER, LINQ, X_SEQUENCES, OBJECT]],
    [(value) => value instanceof NetDictionary, [DICTIONARY, LINQ, OBJECT]],
    [(value) => value instanceof NetSet, [SET, LINQ, OBJECT]],
    [(value) => value instanceof NetQueue, [QUEUE, LINQ, OBJECT]],
    [(value) => value instanceof Grouping, [GROUPING, LINQ, X_SEQUENCES, OBJECT]],
    [(value) => value instanceof MatchCollection, [MATCHES, LINQ, OBJECT]],
    [(value) => value instanceof EnumerableObject, [LINQ, X_SEQUENCES, OBJECT]],
    [(value) => value instanceof KeyValuePair, [PAIR, OBJECT]],
    [(value) => value instanceof RecordObject, [RECORD, OBJECT]],
    [(value) => value instanceof DateTime, [DATE_TIME, OBJECT]],
    [(value) => value instanceof DateTimeOffset, [DATE_TIME_OFFSET, OBJECT]],
    [(value) => value instanceof TimeSpan, [TIME_SPAN, OBJECT]],
    [(value) => value instanceof Guid, [GUID, OBJECT]],
    [(value) => value instanceof UriObject, [URI, OBJECT]],
    [(value) => value instanceof StringBuilder, [BUILDER, OBJECT]],
    [(value) => value instanceof RegexObject, [REGEX, OBJECT]],
    [(value) => value instanceof MatchObject, [MATCH, OBJECT]],
    [(value) => value instanceof EncodingObject, [ENCODING, OBJECT]],
    [(value) => value instanceof HashObject, [HASH, OBJECT]],
    [(value) => value instanceof RandomObject, [RANDOM, OBJECT]],
    [(value) => value instanceof StringComparerObject, [COMPARER, OBJECT]],
    [(value) => value instanceof ExceptionObject, [EXCEPTION, OBJECT]],
    [(value) => value instanceof TypeObject, [TYPE, OBJECT]],
    [(value) => value instanceof Facade, [OBJECT]],
  ];

function tablesOf(value: NonNullable<Value>): readonly MemberTable[] {
  return TABLES.find(([matches]) => matches(value))?.[1] ?? [OBJECT];
}

/** The reader of an instance property, or undefined where the type has none of that name. */
export function findProperty(value: NonNullable<Value>, name: string): ((self: Value) => Value) | undefined {
  return tablesOf(value).find((table) => Object.hasOwn(table.properties, name))?.properties[name];
}

export function findMethod(value: NonNullable<Value>, name: string): Method | undefined {
  return tablesOf(value).find((table) => Object.hasOwn(table.methods, name))?.methods[name];
}

let names: ReadonlySet<string> | undefined;

/** Every instance member that any type here has: a name outside of it is a mistake wherever it stands. */
export function allMemberNames(): ReadonlySet<string> {
  names ??= new Set([
    ...TABLES.flatMap(([, tables]) =>
      tables.flatMap((table) => [...Object.keys(table.properties), ...Object.keys(table.methods)]),
    ),
    ...CONTEXT_MEMBER_NAMES,
    ...[
      'HasValue',
      'Value',
      'GetValueOrDefault',
      'GetType',
      'Invoke',
      'Key',
      'Item1',
      'Item2',
      'Item3',
      'Item4',
      'Item5',
      'Item6',
      'Item7',
    ],
  ]);
  return names;
}
