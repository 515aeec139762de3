import { canonicalType } from '../values/keyword-types.ts';
import { textArgument, type StaticTable } from './invocation.ts';
import { JSON_STATICS } from './static-json.ts';
import { PRIMITIVE_STATICS } from './static-primitives.ts';
import { SYSTEM_STATICS } from './static-system.ts';
import { TIME_STATICS } from './static-time.ts';
import { COLLECTION_STATICS } from './static-collections.ts';
import { BIT_CONVERTER, IP_ADDRESS } from './static-bits.ts';
import { StringReaderObject, StringWriterObject } from '../values/string-io.ts';
import { MORE_STATICS } from './static-more.ts';
import { XML_STATICS } from './static-xml.ts';

const TABLES: Readonly<Record<string, StaticTable>> = {
  ...PRIMITIVE_STATICS,
  ...TIME_STATICS,
  ...SYSTEM_STATICS,
  ...JSON_STATICS,
  ...COLLECTION_STATICS,
  ...XML_STATICS,
  BitConverter: BIT_CONVERTER,
  IPAddress: IP_ADDRESS,
  StringReader: { construct: (call) => new StringReaderObject(textArgument(call, 0, 's')) },
  StringWriter: { construct: () => new StringWriterObject() },
};

/** Members that a type shares with Math. */
const FROM_MATH: Readonly<Record<string, readonly string[]>> = {
  decimal: ['Abs', 'Ceiling', 'Floor', 'Max', 'Min', 'Round', 'Sign', 'Truncate', 'Clamp'],
  double: ['Abs', 'Ceiling', 'Floor', 'Max', 'Min', 'Pow', 'Round', 'Sign', 'Sqrt', 'Truncate', 'Log', 'Exp', 'Clamp'],
  int: ['Abs', 'Max', 'Min', 'Sign', 'Clamp'],
  long: ['Abs', 'Max', 'Min', 'Sign', 'Clamp'],
};

const STATICS = merged();

function merged(): Readonly<Record<string, StaticTable>> {
  const all: Record<string, StaticTable> = { ...TABLES };
  const extend = (type: string, { properties, methods }: StaticTable): void => {
    const known = all[type] ?? {};
    all[type] = {
      ...known,
      properties: { ...properties, ...known.properties },
      methods: { ...methods, ...known.methods },
    };
  };
  for (const [type, more] of Object.entries(MORE_STATICS)) extend(type, more);
  const math = all['Math']?.methods ?? {};
  for (const [type, names] of Object.entries(FROM_MATH))
    extend(type, { methods: Object.fromEntries(Object.entries(math).filter(([name]) => names.includes(name))) });
  return all;
}

/** Static members and constructor of a type. */
export function staticsOf(name: string): StaticTable | undefined {
  const canonical = canonicalType(name);
  return Object.hasOwn(STATICS, canonical) ? STATICS[canonical] : undefined;
}
