import type { JoinKey, Step } from './ast.ts';
import { semanticError } from './errors.ts';
import { unique } from './steps.ts';
import { emptyOf, type Column, type Row, type Table } from './values.ts';

/** `join` of every flavour. */
export function join(left: Table, right: Table, { flavour, on }: Extract<Step, { kind: 'join' }>): Table {
  const keys = on.map((key) => ({ left: columnAt(left, key.left, key), right: columnAt(right, key.right, key) }));
  for (const [index, key] of keys.entries()) refuseUnlike(left.columns[key.left], right.columns[key.right], on[index]);
  const keyOf = (row: Row, side: 'left' | 'right'): string => JSON.stringify(keys.map((key) => row[key[side]] ?? null));
  const byKey = Map.groupBy(right.rows, (row) => keyOf(row, 'right'));
  const matches = (row: Row): readonly Row[] => byKey.get(keyOf(row, 'left')) ?? [];
  if (flavour.includes('anti'))
    return { columns: left.columns, rows: left.rows.filter((row) => matches(row).length === 0) };
  if (flavour === 'leftsemi')
    return { columns: left.columns, rows: left.rows.filter((row) => matches(row).length > 0) };
  const lefts = flavour === 'innerunique' ? firstOfEach(left.rows, (row) => keyOf(row, 'left')) : left.rows;
  const both = lefts.flatMap((row) => matches(row).map((match) => [...row, ...match]));
  const outer =
    flavour === 'leftouter' || flavour === 'fullouter' ? lefts.filter((row) => matches(row).length === 0) : [];
  const known = new Set(left.rows.map((row) => keyOf(row, 'left')));
  const rights =
    flavour === 'rightouter' || flavour === 'fullouter'
      ? right.rows.filter((row) => !known.has(keyOf(row, 'right')))
      : [];
  return {
    columns: unique([...left.columns, ...right.columns]),
    rows: [
      ...both,
      ...outer.map((row) => [...row, ...right.columns.map(({ type }) => emptyOf(type))]),
      ...rights.map((row) => [...left.columns.map(({ type }) => emptyOf(type)), ...row]),
    ],
  };
}

function columnAt({ columns }: Table, name: string, { position }: JoinKey): number {
  const index = columns.findIndex((column) => column.name === name);
  if (index < 0) throw semanticError(`'join' operator: Failed to resolve column named '${name}'`, position);
  return index;
}

function refuseUnlike(left: Column | undefined, right: Column | undefined, key: JoinKey | undefined): void {
  if (left === undefined || right === undefined || key === undefined) return;
  if (left.type === 'dynamic' || right.type === 'dynamic')
    throw semanticError(`join key '${key.left}' is of a 'dynamic' type. Please use an explicit cast`, key.position);
  if (left.type !== right.type)
    throw semanticError(
      `join: the types of '${key.left}' (${left.type}) and '${key.right}' (${right.type}) differ`,
      key.position,
    );
}

/** The default flavour takes one row of each key from the left. */
function firstOfEach(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row);
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
