import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeRange, overlap, parseRange, rangeText, type AddressRange } from '../src/index.ts';
import { privateRanges, reservedRanges } from '../src/free-range.ts';
import { within } from '../src/cidr.ts';

const range = (text: string): AddressRange => parseRange(text) ?? fail(text);

describe('a free range', () => {
  it.each([
    ['10.10.0.0/22', [], '10.10.4.0/22'],
    ['10.10.0.0/22', ['10.10.4.0/22', '10.10.8.0/21'], '10.10.16.0/22'],
    ['10.10.0.0/22', ['10.10.6.0/24'], '10.10.8.0/22'],
    ['10.255.252.0/22', [], '10.0.0.0/22'],
    ['192.168.0.0/16', ['10.0.0.0/8'], '172.16.0.0/22'],
    ['172.29.252.0/22', [], '10.0.0.0/22'],
  ])('near %s beside %j is %s', (near, others, expected) => {
    const taken = [near, ...others].map(range);
    const free = freeRange(22, taken, range(near));
    expect(free === undefined ? undefined : rangeText(free)).toBe(expected);
  });

  it('is private, aligned, and overlaps nothing that is taken', () => {
    const block = fc
      .tuple(fc.nat(255), fc.nat(255), fc.integer({ min: 12, max: 26 }))
      .map(([b, c, prefix]) => range(`10.${b}.${c}.0/${prefix}`));
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 16, max: 24 }),
        (taken, prefix) => {
          const [near] = taken;
          const free = near === undefined ? undefined : freeRange(prefix, taken, near);
          if (free === undefined) return;
          expect(range(rangeText(free))).toEqual(free);
          expect(privateRanges.some((room) => within(free, room))).toBe(true);
          expect([...taken, ...reservedRanges].filter((other) => overlap(other, free))).toEqual([]);
        },
      ),
    );
  });

  it('is undefined where everything is taken', () => {
    expect(freeRange(22, [...privateRanges], range('10.0.0.0/22'))).toBeUndefined();
  });
});

function fail(text: string): never {
  throw new Error(`not a range: ${text}`);
}
