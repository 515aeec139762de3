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
  NumberStyles: { None: 0, Integer: 7, HexNumber: 515, Number: 111, Float: 167, Any: 511 },
  DateTimeStyles: { None: 0, AssumeLocal: 32, AssumeUniversal: 64, AdjustToUniversal: 16, RoundtripKind: 128 },
};

/** `Type.Member`, or undefined where there is no such member. */
export function enumMember(type: string, member: string): EnumValue | undefined {
  const number = Object.hasOwn(ENUMS, type) ? ENUMS[type]?.[member] : undefined;
  return number === undefined ? undefined : new EnumValue(type, member, number);
}
