import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tables } from '../../src/kql/index.ts';
import { MISTAKES, QUERIES } from './cases.ts';
import { evaluate, mistake } from './evaluate.ts';

describe('a query', () => {
  test.each(QUERIES)('%s', (query, columns, rows) => {
    expect(evaluate(query)).toEqual({ columns, rows });
  });
});

describe('what is wrong is said with its place', () => {
  test.each(MISTAKES)('%s', (query, message) => {
    expect(mistake(query)).toContain(message);
  });
});

describe('properties', () => {
  const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 1000 })), { maxLength: 30 });
  const tableOf = (items: readonly (readonly [string, number])[]): Tables =>
    new Map([
      [
        'T',
        () =>
          ({
            columns: [
              { name: 'k', type: 'string' },
              { name: 'n', type: 'long' },
            ],
            rows: items,
          }) as const,
      ],
    ]);

  test('parts of a sum are the whole, whatever it is split by', () => {
    fc.assert(
      fc.property(rows, (items) => {
        const total = items.reduce((sum, [, value]) => sum + value, 0);
        expect(evaluate('T | summarize p = sum(n) by k | summarize sum(p)', tableOf(items)).rows).toEqual([[total]]);
      }),
    );
  });

  test('joined with itself by a key that is its own, a table is itself', () => {
    fc.assert(
      fc.property(rows, (items) => {
        const query = 'let S = T | summarize n = sum(n) by k; S | join kind=inner S on k | where n == n1 | count';
        expect(evaluate(query, tableOf(items)).rows).toEqual([[new Set(items.map(([key]) => key)).size]]);
      }),
    );
  });

  test('sorted rows are the same rows in order', () => {
    fc.assert(
      fc.property(rows, (items) => {
        const sorted = evaluate('T | sort by n asc | project n', tableOf(items)).rows.flat();
        expect(sorted).toEqual(items.map(([, value]) => value).sort((a, b) => a - b));
      }),
    );
  });

  test('percentiles are values of the table, and never fall', () => {
    fc.assert(
      fc.property(rows, (items) => {
        const [found = []] = evaluate('T | summarize percentiles(n, 10, 50, 90, 100)', tableOf(items)).rows;
        const values = items.map(([, value]) => value);
        expect(
          items.length === 0 ||
            found.every(
              (value, at) => values.includes(Number(value)) && (at === 0 || Number(found[at - 1]) <= Number(value)),
            ),
        ).toBe(true);
      }),
    );
  });

  test('nothing but a mistake of the query is ever thrown', () => {
    const word = fc.constantFrom(
      'Events',
      '|',
      'where',
      'summarize',
      'by',
      '(',
      ')',
      '=',
      '==',
      'Sum',
      '"x"',
      '1',
      ',',
      'count',
      '[',
      ']',
      '.',
      '-',
      'bin',
      '1d',
      ';',
      'let',
      'join',
      'on',
      '*',
    );
    fc.assert(fc.property(fc.array(word, { maxLength: 12 }), (words) => mistake(words.join(' ')).length > 0));
  });
});
