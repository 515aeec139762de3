import { createHash } from 'node:crypto';

/** A GUID that is the same for the same parts: role and scope ids must never change once people hold them. */
export function stableGuid(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.subarray(0, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
