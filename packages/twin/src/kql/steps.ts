import type { Named, SortKey, Step } from './ast.ts';
import { aggregate } from './aggregates.ts';
import { compile, impliedName } from './compile.ts';
import { notSupported, semanticError, type KqlPosition } from './errors.ts';
import { orderOf } from './operators.ts';
import type { Scope, Typed } from './scope.ts';
import { emptyOf, type Column, type Json, type KqlType, type Row, type Table, type Value } from './values.ts';

type Of<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

/** `where`. */
export function where({ columns, rows }: Table, { condition, position }: Of<'where'>, scope: Scope): Table {
  const holds = compile(condition, scope);
  if (holds.type !== 'bool' && holds.type !== 'dynamic')
    throw semanticError(`'where' operator: the condition must be of type bool, and is ${holds.type}`, position);
  return { columns, rows: rows.filter((row) => holds.run(row) === true) };
}

interface Made {
  readonly column: Column;
  readonly typed: Typed;
}

/** Named expressions as columns; those without a name take that of what they are made of. */
export function made(columns: readonly Named[], scope: Scope): readonly Made[] {
  let unnamed = 0;
  return columns.map(({ names, expression }) => {
    if (names.length > 1) throw notSupported('A list of names', expression.position);
    const typed = compile(expression, scope);
    const name = names[0] ?? impliedName(expression) ?? `Column${(unnamed += 1)}`;
    return { column: { name, type: typed.type }, typed };
  });
}

/** `extend`: a column of a name that is there is replaced where it stands. */
export function extend({ columns, rows }: Table, { columns: added }: Of<'extend'>, scope: Scope): Table {
  const fresh = made(added, scope);
  const all = [...columns, ...fresh.map(({ column }) => column)];
  const last = new Map(all.map(({ name }, index) => [name, index]));
  const kept = all
    .map(({ name }, index) => ({ name, index }))
    .filter(({ name, index }) => all.findIndex((each) => each.name === name) === index);
  const order = kept.map(({ name }) => last.get(name) ?? 0);
  return {
    columns: order.map((index) => all[index] ?? { name: '', type: 'string' }),
    rows: rows.map((row) => {
      const cells = [...row, ...fresh.map(({ typed }) => typed.run(row))];
      return order.map((index) => cells[index] ?? null);
    }),
  };
}

/** `project`. */
export function project({ rows }: Table, { columns, position }: Of<'project'>, scope: Scope): Table {
  const chosen = made(columns, scope);
  const names = chosen.map(({ column }) => column.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw semanticError(`'project' operator: there are two columns named '${twice}'`, position);
  return {
    columns: chosen.map(({ column }) => column),
    rows: rows.map((row) => chosen.map(({ typed }) => typed.run(row))),
  };
}

function matching(patterns: readonly string[], { columns }: Table, { kind, position }: Step): readonly number[] {
  return patterns.flatMap((pattern) => {
    const expression = new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`);
    const found = columns.flatMap(({ name }, index) => (expression.test(name) ? [index] : []));
    if (found.length === 0 && !pattern.includes('*')) throw noColumn(kind, pattern, position);
    return found;
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

function noColumn(kind: string, name: string, position: KqlPosition) {
  return semanticError(`'${kind}' operator: Failed to resolve column or scalar expression named '${name}'`, position);
}

/** `project-away`, `project-keep` and `project-reorder`. */
export function choose(table: Table, step: Of<'project-away' | 'project-keep' | 'project-reorder'>): Table {
  const named = matching(step.patterns, table, step);
  const others = table.columns.map((_, index) => index).filter((index) => !named.includes(index));
  const kept = {
    'project-away': others,
    'project-keep': [...named].sort((a, b) => a - b),
    'project-reorder': [...new Set([...named, ...others])],
  };
  return picked(table, kept[step.kind]);
}

function picked({ columns, rows }: Table, indices: readonly number[]): Table {
  return {
    columns: indices.flatMap((index) => columns[index] ?? []),
    rows: rows.map((row) => indices.map((index) => row[index] ?? null)),
  };
}

/** `project-rename`. */
export function rename({ columns, rows }: Table, { renames, kind, position }: Of<'project-rename'>): Table {
  for (const { from } of renames) if (!columns.some(({ name }) => name === from)) throw noColumn(kind, from, position);
  const to = new Map(renames.map((each) => [each.from, each.to]));
  return { columns: columns.map(({ name, type }) => ({ name: to.get(name) ?? name, type })), rows };
}

/** `summarize`. */
export function summarize({ rows }: Table, { aggregates, by, position }: Of<'summarize'>, scope: Scope): Table {
  const keys = made(by, scope);
  for (const { column } of keys) refuseDynamic(column, position);
  const values = aggregates.map(({ names, expression }) => aggregate(expression, names, scope));
  const columns = unique([...keys.map(({ column }) => column), ...values.flatMap((each) => each.columns)]);
  const groups = Map.groupBy(rows, (row) => JSON.stringify(keys.map(({ typed }) => typed.run(row))));
  // Without keys there is one group, even of nothing.
  const found = keys.length === 0 && groups.size === 0 ? [[]] : [...groups.values()];
  return {
    columns,
    rows: found.map((group) => [...keyCells(keys, group), ...values.flatMap(({ run }) => run(group))]),
  };
}

function keyCells(keys: readonly Made[], [first]: readonly Row[]): readonly Value[] {
  return keys.map(({ typed, column }) => (first === undefined ? emptyOf(column.type) : typed.run(first)));
}

function refuseDynamic({ name, type }: Column, position: KqlPosition): void {
  if (type === 'dynamic')
    throw semanticError(
      `Summarize group key '${name}' is of a 'dynamic' type. Please use an explicit cast (for example, 'by tostring(...)') as grouping by a 'dynamic' type is not supported`,
      position,
    );
}

/** Columns of one name are told apart by a number. */
export function unique(columns: readonly Column[]): readonly Column[] {
  const seen = new Set<string>();
  return columns.map(({ name, type }) => {
    let free = name;
    for (let count = 1; seen.has(free); count += 1) free = `${name}${count}`;
    seen.add(free);
    return { name: free, type };
  });
}

/** `distinct`. */
export function distinct(table: Table, { columns }: Of<'distinct'>, scope: Scope): Table {
  const chosen = columns === undefined ? undefined : made(columns, scope);
  const of =
    chosen === undefined
      ? table
      : {
          columns: chosen.map(({ column }) => column),
          rows: table.rows.map((row) => chosen.map(({ typed }) => typed.run(row))),
        };
  return { columns: of.columns, rows: [...new Map(of.rows.map((row) => [JSON.stringify(row), row])).values()] };
}

/** `sort` and `order`. Rows that are alike stay as they are. */
export function sort({ columns, rows }: Table, keys: readonly SortKey[], scope: Scope): Table {
  const ready = keys.map((key) => ({ ...key, typed: compile(key.expression, scope) }));
  for (const { typed, expression } of ready)
    if (typed.type === 'dynamic')
      throw semanticError(
        `'${scope.operator}' operator: a 'dynamic' value cannot be sorted by; cast it first`,
        expression.position,
      );
  const sorted = [...rows].sort((a, b) => {
    for (const { typed, descending, nullsFirst } of ready) {
      const order = compare(typed.run(a), typed.run(b), descending, nullsFirst);
      if (order !== 0) return order;
    }
    return 0;
  });
  return { columns, rows: sorted };
}

function compare(a: Value, b: Value, descending: boolean, nullsFirst: boolean): number {
  if (a === null || b === null) return a === b ? 0 : (a === null) === nullsFirst ? -1 : 1;
  return descending ? orderOf(b, a) : orderOf(a, b);
}

/** `take`, and the end of `top`. */
export function take(
  { columns, rows }: Table,
  count: Step & { readonly count: Parameters<typeof compile>[0] },
  scope: Scope,
): Table {
  const number = compile(count.count, { ...scope, columns: [] }).run([]);
  if (typeof number !== 'number' || number < 0)
    throw semanticError(`'${scope.operator}' operator: the number of rows must be a number`, count.position);
  return { columns, rows: rows.slice(0, number) };
}

/** `mv-expand`: a row for each item of an array, or of the longest where there are several. */
export function expand(table: Table, { columns, position }: Of<'mv-expand'>, scope: Scope): Table {
  const lists = made(columns, scope);
  for (const { typed } of lists)
    if (typed.type !== 'dynamic')
      throw semanticError(`'mv-expand' operator: expects a value of type dynamic, and this is ${typed.type}`, position);
  const types = columns.map(({ type }): KqlType => type ?? 'dynamic');
  const named = lists.map(({ column }, index) => ({
    names: [column.name],
    expression: columns[index]?.expression ?? { kind: 'star' as const, position },
  }));
  const wide = extend(table, { kind: 'extend', columns: named, position }, scope);
  const at = lists.map(({ column }) => wide.columns.findIndex(({ name }) => name === column.name));
  return {
    columns: wide.columns.map((column, index) =>
      at.includes(index) ? { ...column, type: types[at.indexOf(index)] ?? 'dynamic' } : column,
    ),
    rows: wide.rows.flatMap((row) => itemsOf(row, at)),
  };
}

function itemsOf(row: Row, at: readonly number[]): readonly Row[] {
  const lists = at.map((index) => listOf(row[index] ?? null));
  const length = Math.max(...lists.map((list) => list.length));
  return Array.from({ length }, (_, item) =>
    row.map((cell, index) => (at.includes(index) ? (lists[at.indexOf(index)]?.[item] ?? null) : cell)),
  );
}

function listOf(value: Value): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  if (typeof value !== 'object' || value === null) return [value];
  return Object.entries(value).map(([name, item]) => ({ [name]: item }));
}
