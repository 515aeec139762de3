/** .NET's name of each type that C# has a keyword for. */
export const KEYWORD_TYPES = {
  bool: 'Boolean',
  byte: 'Byte',
  char: 'Char',
  decimal: 'Decimal',
  double: 'Double',
  float: 'Single',
  int: 'Int32',
  long: 'Int64',
  object: 'Object',
  sbyte: 'SByte',
  short: 'Int16',
  string: 'String',
  uint: 'UInt32',
  ulong: 'UInt64',
  ushort: 'UInt16',
} as const satisfies Readonly<Record<string, string>>;

const NET_NAMES = new Map<string, string>(Object.entries(KEYWORD_TYPES));
const KEYWORDS = new Map<string, string>(Object.entries(KEYWORD_TYPES).map(([keyword, name]) => [name, keyword]));

/** Whether C# has a keyword of that name for a type. */
export function isKeywordType(name: string): boolean {
  return NET_NAMES.has(name);
}

/** `Int32` of `int`; any other name as it is. */
export function netShortName(name: string): string {
  return NET_NAMES.get(name) ?? name;
}

/** One name per type: `int` of `Int32`; any other name as it is. */
export function canonicalType(name: string): string {
  return KEYWORDS.get(name) ?? name;
}
