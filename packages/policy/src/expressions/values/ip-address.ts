import { isIPv4 } from 'node:net';
import { NetObject } from './value.ts';

/** `System.Net.IPAddress`. */
export class IpAddressObject extends NetObject {
  readonly netType = 'System.Net.IPAddress';
  readonly bytes: Buffer;

  constructor(text: string) {
    super();
    this.bytes = isIPv4(text) ? Buffer.from(text.split('.').map(Number)) : sixteen(text);
  }

  get text(): string {
    return this.bytes.length === 4 ? [...this.bytes].join('.') : shortened(this.bytes);
  }

  get equalityKey(): string {
    return this.bytes.toString('hex');
  }
}

function groupsOf(text: string): readonly number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

function sixteen(text: string): Buffer {
  const [head = '', tail] = (text.split('%')[0] ?? '').split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const bytes = Buffer.alloc(16);
  for (const [index, group] of [...before, ...Array.from({ length: gap }, () => 0), ...after].entries())
    bytes.writeUInt16BE(group, index * 2);
  return bytes;
}

/** The longest run of zero groups is left out. */
function shortened(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16));
  const zeros = [
    ...groups
      .map((each) => (each === '0' ? '0' : 'x'))
      .join('')
      .matchAll(/0{2,}/g),
  ];
  const longest = zeros.sort((a, b) => b[0].length - a[0].length)[0];
  if (longest === undefined) return groups.join(':');
  return `${groups.slice(0, longest.index).join(':')}::${groups.slice(longest.index + longest[0].length).join(':')}`;
}
