import { isIP } from 'node:net';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { fromBytes, toBytes } from '../values/collections.ts';
import { Floating, Integer } from '../values/number.ts';
import { IpAddressObject } from '../values/ip-address.ts';
import { argumentNull, Char, NetException, type Value } from '../values/value.ts';
import { argument, indexArgument, outOfRange, textArgument, type Invocation, type StaticTable } from './invocation.ts';

type Write = readonly [size: number, write: (bytes: Buffer, value: Value) => void];

const integer = (value: Value): bigint => (value instanceof Integer ? value.value : 0n);

/** How BitConverter lays out each type: little endian. */
const LAYOUT: Readonly<Record<string, Write>> = {
  short: [2, (bytes, value) => bytes.writeInt16LE(Number(integer(value)))],
  ushort: [2, (bytes, value) => bytes.writeUInt16LE(Number(integer(value)))],
  int: [4, (bytes, value) => bytes.writeInt32LE(Number(integer(value)))],
  uint: [4, (bytes, value) => bytes.writeUInt32LE(Number(integer(value)))],
  long: [8, (bytes, value) => bytes.writeBigInt64LE(integer(value))],
  ulong: [8, (bytes, value) => bytes.writeBigUInt64LE(integer(value))],
  double: [8, (bytes, value) => bytes.writeDoubleLE(value instanceof Floating ? value.value : Number(integer(value)))],
  float: [4, (bytes, value) => bytes.writeFloatLE(value instanceof Floating ? value.value : Number(integer(value)))],
};

function getBytes(call: Invocation): Value {
  const value = argument(call, 0);
  if (typeof value === 'boolean') return fromBytes(Buffer.from([value ? 1 : 0]));
  if (value instanceof Char) return fromBytes(Buffer.from([value.code & 255, value.code >> 8]));
  const type =
    value instanceof Integer || value instanceof Floating
      ? value.type === 'byte' || value.type === 'sbyte'
        ? 'short'
        : value.type
      : 'int';
  const [size, write] = LAYOUT[type] ?? [0, () => undefined];
  const bytes = Buffer.alloc(size);
  write(bytes, value);
  return fromBytes(bytes);
}

const read =
  (size: number, convert: (bytes: Buffer, at: number) => Value) =>
  (call: Invocation): Value => {
    const bytes = toBytes(argument(call, 0));
    const at = call.args.length > 1 ? indexArgument(call, 1) : 0;
    if (at < 0 || at >= bytes.length) throw outOfRange('startIndex');
    if (at + size > bytes.length)
      throw new NetException(
        'ArgumentException',
        "Destination array is not long enough to copy all the items in the collection. Check array index and length. (Parameter 'value')",
      );
    return convert(bytes, at);
  };

function hexText(call: Invocation): Value {
  const bytes = toBytes(argument(call, 0));
  const at = call.args.length > 1 ? indexArgument(call, 1) : 0;
  const end = call.args.length > 2 ? at + indexArgument(call, 2) : bytes.length;
  return [...bytes.subarray(at, end)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('-');
}

/** `System.BitConverter`. */
export const BIT_CONVERTER: StaticTable = {
  properties: { IsLittleEndian: () => true },
  methods: {
    GetBytes: getBytes,
    ToString: hexText,
    ToBoolean: read(1, (bytes, at) => bytes[at] !== 0),
    ToChar: read(2, (bytes, at) => new Char(bytes.readUInt16LE(at))),
    ToInt16: read(2, (bytes, at) => new Integer('short', BigInt(bytes.readInt16LE(at)))),
    ToUInt16: read(2, (bytes, at) => new Integer('ushort', BigInt(bytes.readUInt16LE(at)))),
    ToInt32: read(4, (bytes, at) => new Integer('int', BigInt(bytes.readInt32LE(at)))),
    ToUInt32: read(4, (bytes, at) => new Integer('uint', BigInt(bytes.readUInt32LE(at)))),
    ToInt64: read(8, (bytes, at) => new Integer('long', bytes.readBigInt64LE(at))),
    ToUInt64: read(8, (bytes, at) => new Integer('ulong', bytes.readBigUInt64LE(at))),
    ToDouble: read(8, (bytes, at) => new Floating('double', bytes.readDoubleLE(at))),
    ToSingle: read(4, (bytes, at) => new Floating('float', bytes.readFloatLE(at))),
  },
};

/** `System.Net.IPAddress`, as far as the reference allows it. */
export const IP_ADDRESS: StaticTable = {
  methods: {
    Parse: (call) => {
      const text = textArgument(call, 0, 'ipString');
      if (isIP(text) === 0) throw new NetException('FormatException', 'An invalid IP address was specified.');
      return new IpAddressObject(text);
    },
    TryParse: (call) => {
      const text = argument(call, 0);
      const isOne = typeof text === 'string' && isIP(text) !== 0;
      call.out(1, isOne ? new IpAddressObject(text) : null);
      return isOne;
    },
    IsLoopback: (call) => {
      const address = argument(call, 0);
      if (!(address instanceof IpAddressObject)) throw argumentNull('address');
      return address.bytes.length === 4 ? address.bytes[0] === 127 : address.text === '::1';
    },
  },
};

/** Encrypts or decrypts in CBC with PKCS7 padding, as API Management's extension of byte[] does by an algorithm's name. */
export function cipher(self: Value, call: Invocation, encrypt: boolean): Value {
  const [name, key, iv] = [textArgument(call, 0, 'alg'), toBytes(argument(call, 1)), toBytes(argument(call, 2))];
  const family = /^(?:aes|rijndael|aesmanaged|aescng|aescryptoserviceprovider|rijndaelmanaged)$/i.test(name)
    ? 'aes'
    : name.toLowerCase();
  const algorithm =
    family === 'aes'
      ? `aes-${key.length * 8}-cbc`
      : family.includes('tripledes') || family === '3des'
        ? 'des-ede3-cbc'
        : undefined;
  if (algorithm === undefined)
    throw new NetException('CryptographicException', `The algorithm '${name}' is not supported by this engine.`);
  try {
    const transform = encrypt ? createCipheriv(algorithm, key, iv) : createDecipheriv(algorithm, key, iv);
    return fromBytes(Buffer.concat([transform.update(toBytes(self)), transform.final()]));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new NetException(
      'CryptographicException',
      encrypt ? error.message : 'Padding is invalid and cannot be removed.',
    );
  }
}
