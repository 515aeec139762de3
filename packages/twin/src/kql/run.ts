import type { Pipeline, Source, Step, Union } from './ast.ts';
import { compile } from './compile.ts';
import { semanticError, type KqlPosition } from './errors.ts';
import { join } from './join.ts';
import { parseQuery } from './parse-query.ts';
import { constant, type Scope, type Typed } from './scope.ts';
import {
  choose,
  distinct,
  expand,
  extend,
  made,
  project,
  rename,
  sort,
  summarize,
  take,
  unique,
  where,
} from './steps.ts';
import { emptyOf, isNumeric, type Column, type Row, type Table, type Value } from './values.ts';

/** Tables that a query may read, by name; each is made when it is asked for. */
export type Tables = ReadonlyMap<string, () => Table>;

/** Runs a query over tables at a moment. Throws `KqlError`. */
export function runQuery(query: string, tables: Tables, now: number): Table {
  const { bindings, result } = parseQuery(query);
  const run = new QueryRun(tables, now);
  for (const { name, value, position } of bindings) {
    if (value.kind === 'table') run.letTable(name, value.pipeline);
    else run.letScalar(name, value.expression, position);
  }
  return run.pipeline(result);
}

/** One run: what its `let` statements have named so far. */
class QueryRun {
  readonly #tables: Map<string, () => Table>;
  readonly #scalars = new Map<string, Typed>();
  readonly #now: number;

  constructor(tables: Tables, now: number) {
    this.#tables = new Map(tables);
    this.#now = now;
  }

  /** Made once, whoever reads it. */
  letTable(name: string, pipeline: Pipeline): void {
    const table = this.pipeline(pipeline);
    this.#scalars.delete(name);
    this.#tables.set(name, () => table);
  }

  /** A name alone may be that of a table. */
  letScalar(name: string, expression: Parameters<typeof compile>[0], position: KqlPosition): void {
    if (expression.kind === 'name' && !this.#scalars.has(expression.name) && this.#tables.has(expression.name)) {
      this.letTable(name, { source: { kind: 'table', name: expression.name, position }, steps: [] });
      return;
    }
    const { type, run } = compile(expression, this.#scope([], 'let'));
    this.#scalars.set(name, constant(type, run([])));
  }

  pipeline({ source, steps }: Pipeline): Table {
    return steps.reduce((table, step) => this.#step(table, step), this.#source(source));
  }

  #scope(columns: readonly Column[], operator: string): Scope {
    const query = (pipeline: Pipeline): Table => this.pipeline(pipeline);
    return { columns, scalars: this.#scalars, now: this.#now, operator, query };
  }

  #source(source: Source): Table {
    switch (source.kind) {
      case 'table':
        return this.#table(source.name, source.position);
      case 'pipeline':
        return this.pipeline(source.pipeline);
      case 'union':
        return this.#union(source);
      case 'print': {
        const cells = made(source.columns, this.#scope([], 'print'));
        const columns = cells.map(({ column }, index) => ({
          ...column,
          name: column.name.replace(/^Column\d+$/, `print_${index}`),
        }));
        return { columns, rows: [cells.map(({ typed }) => typed.run([]))] };
      }
      case 'datatable':
        return datatable(source, this.#scope([], 'datatable'));
      case 'range':
        return range(source, this.#scope([], 'range'));
    }
  }

  #table(name: string, position: KqlPosition): Table {
    const found = this.#tables.get(name);
    if (found === undefined)
      throw semanticError(`Failed to resolve table or column expression named '${name}'`, position);
    return found();
  }

  #step(table: Table, step: Step): Table {
    const scope = this.#scope(table.columns, step.kind);
    switch (step.kind) {
      case 'where':
        return where(table, step, scope);
      case 'extend':
        return extend(table, step, scope);
      case 'project':
        return project(table, step, scope);
      case 'project-away':
      case 'project-keep':
      case 'project-reorder':
        return choose(table, step);
      case 'project-rename':
        return rename(table, step);
      case 'summarize':
        return summarize(table, step, scope);
      case 'distinct':
        return distinct(table, step, scope);
      case 'sort':
        return sort(table, step.keys, scope);
      case 'top':
        return take(sort(table, step.keys, scope), step, scope);
      case 'take':
        return take(table, step, scope);
      case 'count':
        return { columns: [{ name: 'Count', type: 'long' }], rows: [[table.rows.length]] };
      case 'getschema':
        return schemaOf(table);
      case 'join':
        return join(table, this.pipeline(step.right), step);
      case 'mv-expand':
        return expand(table, step, scope);
      case 'union':
        return this.#union({ ...step, tables: step.tables }, table);
      case 'nothing':
        return table;
    }
  }

  #union({ tables, inner, sourceColumn }: Union, first?: Table): Table {
    const named = tables.map((pipeline, index) => ({ name: nameOf(pipeline, index), table: this.pipeline(pipeline) }));
    const all = first === undefined ? named : [{ name: 'union_arg0', table: first }, ...named];
    return unionOf(all, inner, sourceColumn);
  }
}

function nameOf({ source }: Pipeline, index: number): string {
  return source.kind === 'table' ? source.name : `union_arg${index + 1}`;
}

interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** Columns of one name and several types stay apart, with the type behind the name. */
function unionOf(parts: readonly NamedTable[], inner: boolean, sourceColumn: string | undefined): Table {
  const every = parts.flatMap(({ table }) => table.columns);
  const distinctColumns = [...new Map(every.map((column) => [`${column.name}:${column.type}`, column])).values()];
  const shared = distinctColumns.filter((column) => !inner || parts.every(({ table }) => indexOf(table, column) >= 0));
  const clash = (name: string): boolean => shared.filter((column) => column.name === name).length > 1;
  const columns = shared.map(({ name, type }) => ({ name: clash(name) ? `${name}_${type}` : name, type }));
  const source: readonly Column[] = sourceColumn === undefined ? [] : [{ name: sourceColumn, type: 'string' }];
  const cells = (table: Table, row: Row): readonly Value[] =>
    shared.map((column) => row[indexOf(table, column)] ?? emptyOf(column.type));
  return {
    columns: unique([...source, ...columns]),
    rows: parts.flatMap(({ name, table }) =>
      table.rows.map((row) => [...source.map(() => name), ...cells(table, row)]),
    ),
  };
}

function indexOf({ columns }: Table, { name, type }: Column): number {
  return columns.findIndex((column) => column.name === name && column.type === type);
}

function datatable({ columns, cells }: Extract<Source, { kind: 'datatable' }>, scope: Scope): Table {
  const values = cells.map((cell, index) => {
    const { type, run } = compile(cell, scope);
    const wanted = columns[index % columns.length]?.type ?? 'string';
    if (type !== wanted && !(isNumeric(type) && isNumeric(wanted)) && wanted !== 'dynamic')
      throw semanticError(`datatable: a value of type ${type} stands in a column of type ${wanted}`, cell.position);
    return run([]);
  });
  const rows = Array.from({ length: cells.length / columns.length }, (_, row) =>
    values.slice(row * columns.length, (row + 1) * columns.length),
  );
  return { columns, rows };
}

/** Rows that `range` may make. */
const MOST_ROWS = 500_000;

function range({ name, from, to, step, position }: Extract<Source, { kind: 'range' }>, scope: Scope): Table {
  const [start, end, by] = [from, to, step].map((each) => compile(each, scope));
  const [first, last, size] = [start, end, by].map((each) => Number(each?.run([])));
  if (
    start === undefined ||
    first === undefined ||
    last === undefined ||
    size === undefined ||
    !(size > 0) ||
    (last - first) / size > MOST_ROWS
  )
    throw semanticError("'range' operator: the step must lead from the first value to the last", position);
  const count = Math.max(0, Math.floor((last - first) / size) + 1);
  return {
    columns: [{ name, type: start.type }],
    rows: Array.from({ length: count }, (_, index) => [first + index * size]),
  };
}

const NET_TYPES = {
  string: 'System.String',
  int: 'System.Int32',
  long: 'System.Int64',
  real: 'System.Double',
  bool: 'System.SByte',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  dynamic: 'System.Object',
  guid: 'System.Guid',
};

function schemaOf({ columns }: Table): Table {
  return {
    columns: [
      { name: 'ColumnName', type: 'string' },
      { name: 'ColumnOrdinal', type: 'int' },
      { name: 'DataType', type: 'string' },
      { name: 'ColumnType', type: 'string' },
    ],
    rows: columns.map(({ name, type }, index) => [name, index, NET_TYPES[type], type]),
  };
}
