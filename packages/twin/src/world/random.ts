import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on `seed` and `key` alone. */
export function chance(seed: number, key: string): number {
  return digest(seed, key).readUIntBE(0, 6) / 2 ** 48;
}

/** A GUID (version 4 in form) that depends on `seed` and `key` alone. */
export function guid(seed: number, key: string): string {
  const bytes = digest(seed, key).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function digest(seed: number, key: string): Buffer {
  return createHash('sha256').update(`${seed}:${key}`).digest();
}
