import { answered, KqlError, runQuery, type Json, type Table, type Tables } from '../../src/kql/index.ts';

/** The moment of every query of these tests. */
export const NOW = Date.parse('2026-11-20T12:00:00Z');

/** The table of these tests. */
export const EVENTS: Table = {
  columns: [
    { name: 'TimeGenerated', type: 'datetime' },
    { name: 'Name', type: 'string' },
    { name: 'Sum', type: 'real' },
    { name: 'Count', type: 'long' },
    { name: 'Properties', type: 'dynamic' },
  ],
  rows: [
    [
      Date.parse('2026-11-18T23:30:00Z'),
      'Total Tokens',
      10,
      1,
      { Person: 'ada', Model: 'gpt-5-mini', Tags: ['a', 'b'] },
    ],
    [Date.parse('2026-11-19T00:30:00Z'), 'Total Tokens', 30, 2, { Person: 'alan', Model: 'gpt-5.2', Tags: [] }],
    [Date.parse('2026-11-19T18:00:00Z'), 'Prompt Tokens', 2.5, 3, { Person: 'ada', Model: 'gpt-5.2' }],
    [Date.parse('2026-11-20T11:59:00Z'), 'Total Tokens', null, 4, { Model: 'grok-4' }],
  ],
};

export const TABLES: Tables = new Map([['Events', () => EVENTS]]);

/** Runs a query, and shows its cells as the service would. */
export function evaluate(
  query: string,
  tables = TABLES,
): { columns: readonly string[]; rows: readonly (readonly Json[])[] } {
  const { columns, rows } = runQuery(query, tables, NOW);
  return {
    columns: columns.map(({ name, type }) => `${name}:${type}`),
    rows: rows.map((row) => row.map((cell, index) => answered(cell, columns[index]?.type ?? 'string'))),
  };
}

/** The only cell of `print`. */
export function printed(expression: string): Json {
  return evaluate(`print x = ${expression}`).rows[0]?.[0] ?? null;
}

/** What is wrong with a query: its kind and its message. */
export function mistake(query: string): string {
  try {
    runQuery(query, TABLES, NOW);
  } catch (error) {
    if (error instanceof KqlError) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return 'none';
}
