import { JTOKEN_TYPES } from '../values/json.ts';
import { EnumValue } from '../values/value.ts';

const counted = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name, index) => [name, index]));

/** Enumerations that policies may use. */
export const ENUMS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  StringComparison: counted([
    'CurrentCulture',
    'CurrentCultureIgnoreCase',
    'InvariantCulture',
    'InvariantCultureIgnoreCase',
    'Ordinal',
    'OrdinalIgnoreCase',
  ]),
  StringSplitOptions: { None: 0, RemoveEmptyEntries: 1, TrimEntries: 2 },
  RegexOptions: {
    None: 0,
    IgnoreCase: 1,
    Multiline: 2,
    ExplicitCapture: 4,
    Compiled: 8,
    Singleline: 16,
    IgnorePatternWhitespace: 32,
    RightToLeft: 64,
    ECMAScript: 256,
    CultureInvariant: 512,
  },
  DateTimeKind: counted(['Unspecified', 'Utc', 'Local']),
  DayOfWeek: counted(['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']),
  MidpointRounding: { ToEven: 0, AwayFromZero: 1 },
  JTokenType: counted(JTOKEN_TYPES),
  Formatting: counted(['None', 'Indented']),
  UriPartial: counted(['Scheme', 'Authority', 'Path', 'Query']),
  SaveOptions: { None: 0, DisableFormatting: 1, OmitDuplicateNamespaces: 2 },
  LoadOptions: { None: 0, PreserveWhitespace: 1, SetBaseUri: 2, SetLineInfo: 4 },
  XmlNodeType: {
    None: 0,
    Element: 1,
    Attribute: 2,
    Text: 3,
    CDATA: 4,
    EntityReference: 5,
    Entity: 6,
    ProcessingInstruction: 7,
    Comment: 8,
    Document: 9,
    DocumentType: 10,
    DocumentFragment: 11,
    Notation: 12,
    Whitespace: 13,
    SignificantWhitespace: 14,
    EndElement: 15,
    EndEntity: 16,
    XmlDeclaration: 17,
  },
  ProductState: counted(['NotPublished', 'Published']),
  UriKind: counted(['RelativeOrAbsolute', 'Absolute', 'Relative']),
  UriHostNameType: counted(['Unknown', 'Basic', 'Dns', 'IPv4', 'IPv6']),
  AddressFamily: { InterNetwork: 2, InterNetworkV6: 23, Unspecified: 0, Unknown: -1 },
  Base64FormattingOptions: counted(['None', 'InsertLineBreaks']),
  CipherMode: { CBC: 1, ECB: 2, OFB: 3, CFB: 4, CTS: 5 },
  PaddingMode: { None: 1, PKCS7: 2, Zeros: 3, ANSIX923: 4, ISO10126: 5 },
  MergeArrayHandling: counted(['Concat', 'Union', 'Replace', 'Merge']),
  MergeNullValueHandling: { Ignore: 0, Merge: 1 },
  X509NameType: counted(['SimpleName', 'EmailName', 'UpnName', 'DnsName', 'DnsFromAlternativeName', 'UrlName']),
};

/** `Type.Member`, or undefined where there is no such member. */
export function enumMember(type: string, member: string): EnumValue | undefined {
  const number = Object.hasOwn(ENUMS, type) ? ENUMS[type]?.[member] : undefined;
  return number === undefined ? undefined : new EnumValue(type, member, number);
}

/** The name of a value, as ToString() gives it: flags are joined, a number without a name stays one. */
export function enumName(type: string, number: number): string {
  const members = Object.entries(Object.hasOwn(ENUMS, type) ? (ENUMS[type] ?? {}) : {});
  const exact = members.find(([, value]) => value === number);
  if (exact !== undefined) return exact[0];
  const flags = FLAGS.has(type) ? members.filter(([, value]) => value !== 0 && (number & value) === value) : [];
  const covered = flags.reduce((sum, [, value]) => sum | value, 0);
  return flags.length > 0 && covered === number ? flags.map(([name]) => name).join(', ') : String(number);
}

const FLAGS = new Set(['RegexOptions', 'StringSplitOptions', 'SaveOptions', 'LoadOptions', 'ReaderOptions']);
