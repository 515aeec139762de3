import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printed } from './evaluate.ts';
import { SCALARS } from './scalars.ts';

describe('a scalar expression', () => {
  test.each(SCALARS)('%s is %j', (expression, expected) => {
    expect(printed(expression)).toEqual(expected);
  });
});

describe('properties', () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const size = fc.integer({ min: 1, max: 1000 });

  test('bin is the greatest multiple that is not beyond', () => {
    fc.assert(
      fc.property(number, size, (value, step) => {
        const piece = Number(printed(`bin(${value}, ${step})`));
        expect(piece % step === 0 && piece <= value && value - piece < step).toBe(true);
      }),
    );
  });

  test('the remainder is never negative, and what division leaves', () => {
    fc.assert(
      fc.property(number, size, (a, b) => {
        const rest = Number(printed(`(${a}) % ${b}`));
        expect(rest >= 0 && rest < b && (a - rest) % b === 0).toBe(true);
      }),
    );
  });

  test('text in a literal comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(printed(`@'${text.replaceAll("'", "''")}'`)).toBe(text);
      }),
    );
  });
});
