import { overlap, parseRange, within, type AddressRange } from './cidr.ts';

/** Ranges that are nobody's on the internet (RFC 1918). */
export const privateRanges = ranges('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16');

/** What Container Apps uses inside (custom-virtual-networks.md); an address of ours there could not be reached. */
export const reservedRanges = ranges('172.30.0.0/16', '172.31.0.0/16');

/**
 * A private range of `prefix` that is free of what is taken, as near behind `near` as there is one; undefined where
 * everything is full.
 */
export function freeRange(
  prefix: number,
  taken: readonly AddressRange[],
  near: AddressRange,
): AddressRange | undefined {
  const inUse = [...taken, ...reservedRanges];
  const home = privateRanges.filter((room) => within(near, room)).map((room) => ({ ...room, first: near.last + 1 }));
  for (const room of [...home, ...privateRanges]) {
    const found = firstFree(prefix, room, inUse);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstFree(
  prefix: number,
  room: Pick<AddressRange, 'first' | 'last'>,
  inUse: readonly AddressRange[],
): AddressRange | undefined {
  const size = 2 ** (32 - prefix);
  const rangeFrom = (address: number): AddressRange => {
    const first = Math.ceil(address / size) * size;
    return { first, last: first + size - 1, prefix };
  };
  for (let range = rangeFrom(room.first); range.last <= room.last;) {
    const blocking = inUse.find((other) => overlap(range, other));
    if (blocking === undefined) return range;
    range = rangeFrom(blocking.last + 1);
  }
  return undefined;
}

function ranges(...texts: readonly string[]): readonly AddressRange[] {
  return texts.flatMap((text) => parseRange(text) ?? []);
}
