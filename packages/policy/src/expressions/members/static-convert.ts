import { fromBytes, toBytes } from '../values/collections.ts';
import { int, Integer, type NumberType } from '../values/number.ts';
import { valueText } from '../values/text.ts';
import { Char, NetException, type Value } from '../values/value.ts';
import { changeType, toNumber } from './conversion.ts';
import { argument, indexArgument, textArgument, type Invocation, type StaticTable } from './invocation.ts';
import { defaultOfType } from './collection-members.ts';

const refuse = (): NetException =>
  new NetException('InvalidCastException', 'Unable to cast object to type IConvertible.');

const toNumberType =
  (type: NumberType) =>
  (call: Invocation): Value => {
    const value = argument(call, 0);
    if (value === null) return toNumber(int(0), type, refuse);
    const base = argument(call, 1);
    if (typeof value === 'string' && base instanceof Integer) return fromBase(value, Number(base.value));
    return toNumber(value, type, refuse);
  };

function fromBase(text: string, base: number): Value {
  const prefix = { 2: '0b', 8: '0o', 16: '0x' }[base];
  if (prefix === undefined) return int(BigInt(text));
  const digits = text.replace(/^0x/i, '');
  const valid = { 2: /^[01]+$/, 8: /^[0-7]+$/, 16: /^[0-9a-f]+$/i }[base];
  if (valid?.test(digits) !== true)
    throw new NetException('FormatException', 'Could not find any recognizable digits.');
  return int(BigInt.asIntN(32, BigInt(prefix + digits)));
}

const toType =
  (type: string) =>
  (call: Invocation): Value => {
    const value = argument(call, 0);
    return value === null ? defaultOfType(type) : changeType(value, type, refuse);
  };

function base64(call: Invocation): Value {
  const text = textArgument(call, 0, 's').replaceAll(/\s/g, '');
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
    throw new NetException(
      'FormatException',
      'The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.',
    );
  }
  return fromBytes(Buffer.from(text, 'base64'));
}

/** `System.Convert`. */
export const convertStatics: StaticTable = {
  methods: {
    ToInt16: toNumberType('short'),
    ToInt32: toNumberType('int'),
    ToInt64: toNumberType('long'),
    ToUInt16: toNumberType('ushort'),
    ToUInt32: toNumberType('uint'),
    ToUInt64: toNumberType('ulong'),
    ToByte: toNumberType('byte'),
    ToSByte: toNumberType('sbyte'),
    ToDouble: toNumberType('double'),
    ToSingle: toNumberType('float'),
    ToDecimal: toNumberType('decimal'),
    ToBoolean: toType('bool'),
    ToDateTime: toType('DateTime'),
    ToChar: (call) => {
      const value = argument(call, 0);
      return value instanceof Integer ? new Char(Number(value.value)) : toType('char')(call);
    },
    ToHexString: (call) => toBytes(argument(call, 0)).toString('hex').toUpperCase(),
    FromHexString: (call) => fromBytes(Buffer.from(textArgument(call, 0), 'hex')),
    ToString: (call) => {
      const [value, base] = [argument(call, 0), argument(call, 1)];
      if (value instanceof Integer && base instanceof Integer)
        return BigInt.asUintN(32, value.value).toString(Number(base.value));
      return valueText(value);
    },
    ToBase64String: (call) => {
      const bytes = toBytes(argument(call, 0));
      return (
        call.args.length > 2
          ? bytes.subarray(indexArgument(call, 1), indexArgument(call, 1) + indexArgument(call, 2))
          : bytes
      ).toString('base64');
    },
    FromBase64String: base64,
  },
};
