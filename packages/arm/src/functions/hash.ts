import { createHash } from 'node:crypto';

const UNIQUE_STRING_ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** The namespace of ARM's `guid()`, which is a name-based GUID (RFC 4122, version 5). */
const GUID_NAMESPACE = Buffer.from('11fb06fb712d4ddd98c7e71bbd588830', 'hex');

/** ARM's `uniqueString`: 13 characters of a 64-bit hash of the arguments joined by `-`. */
export function uniqueString(parts: readonly string[]): string {
  let hash = murmurHash64(Buffer.from(parts.join('-'), 'utf8'));
  let text = '';
  for (let index = 0; index < 13; index += 1) {
    text += UNIQUE_STRING_ALPHABET.charAt(Number(hash >> 59n));
    hash = (hash << 5n) & 0xffff_ffff_ffff_ffffn;
  }
  return text;
}

/** ARM's `guid`: the arguments joined by `-`, hashed into a name-based GUID. */
export function nameBasedGuid(parts: readonly string[]): string {
  const digest = createHash('sha1').update(GUID_NAMESPACE).update(parts.join('-'), 'utf8').digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789;

/** MurmurHash3 for 32-bit machines cut to two lanes of 32 bits, as ARM uses it. */
function murmurHash64(bytes: Buffer): bigint {
  let h1 = 0;
  let h2 = 0;
  const blocks = Math.floor(bytes.length / 8);
  for (let block = 0; block < blocks; block += 1) {
    h1 = (Math.imul(rotate(h1 ^ mixFirst(bytes.readUInt32LE(block * 8)), 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 = (Math.imul(rotate(h2 ^ mixSecond(bytes.readUInt32LE(block * 8 + 4)), 13) + h1, 5) + 0x0bcaa747) | 0;
  }
  const tail = bytes.subarray(blocks * 8);
  if (tail.length > 0) h1 ^= mixFirst(littleEndian(tail.subarray(0, 4)));
  if (tail.length > 4) h2 ^= mixSecond(littleEndian(tail.subarray(4)));
  return combine(h1 ^ bytes.length, h2 ^ bytes.length);
}

function combine(first: number, second: number): bigint {
  let h1 = (first + second) | 0;
  let h2 = (second + h1) | 0;
  h1 = finish(h1);
  h2 = finish(h2);
  h1 = (h1 + h2) | 0;
  h2 = (h2 + h1) | 0;
  return (BigInt(h2 >>> 0) << 32n) | BigInt(h1 >>> 0);
}

function mixFirst(lane: number): number {
  return Math.imul(rotate(Math.imul(lane, C1), 15), C2);
}

function mixSecond(lane: number): number {
  return Math.imul(rotate(Math.imul(lane, C2), 17), C1);
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function littleEndian(bytes: Buffer): number {
  return bytes.length === 0 ? 0 : bytes.readUIntLE(0, bytes.length);
}
