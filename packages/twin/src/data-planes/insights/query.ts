import type { RecordedMetric } from './metrics.ts';

/** A query that goes beyond the few operators served here; the message names what is not. */
export class QueryNotSupported extends Error {
  override readonly name = 'QueryNotSupported';
}

type Cell = string | number;
type Row = ReadonlyMap<string, Cell>;

interface Table {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Runs `customMetrics` with any of `| where column == "text"`, `| summarize sum(value)|count() by columns`,
 * `| project columns`, `| take n`. Columns: timestamp, name, value, and `customDimensions.Name` (also with brackets).
 */
export function runQuery(query: string, metrics: readonly RecordedMetric[]): Table {
  const [source = '', ...steps] = query.split('|').map((step) => step.trim());
  if (source !== 'customMetrics')
    throw new QueryNotSupported(`The table '${source}' is not implemented by this local Azure: only customMetrics is.`);
  const rows = steps.reduce<readonly Row[]>(apply, metrics.map(rowOf));
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const first = rows[0];
  return {
    columns: names.map((name) => ({ name, type: typeof first?.get(name) === 'number' ? 'real' : 'string' })),
    rows: rows.map((row) => names.map((name) => row.get(name) ?? '')),
  };
}

function rowOf(metric: RecordedMetric): Row {
  const dimensions = Object.entries(metric.dimensions).map(
    ([name, value]) => [`customDimensions.${name}`, value] as const,
  );
  return new Map<string, Cell>([
    ['timestamp', new Date(metric.at).toISOString()],
    ['name', metric.name],
    ['value', metric.value],
    ...dimensions,
  ]);
}

function apply(rows: readonly Row[], step: string): readonly Row[] {
  const where = /^where\s+(.+?)\s*==\s*["']([^"']*)["']$/.exec(step);
  if (where !== null) return rows.filter((row) => String(row.get(column(where[1] ?? '')) ?? '') === where[2]);
  const take = /^(?:take|limit)\s+(\d+)$/.exec(step);
  if (take !== null) return rows.slice(0, Number(take[1]));
  const project = /^project\s+(.+)$/.exec(step);
  if (project !== null) {
    const names = (project[1] ?? '').split(',').map(column);
    return rows.map((row) => new Map(names.map((name) => [name, row.get(name) ?? ''])));
  }
  const summarize = /^summarize\s+(?:(\w+)\s*=\s*)?(sum|count)\(\s*(\w*)\s*\)(?:\s+by\s+(.+))?$/.exec(step);
  if (summarize !== null) return summed(rows, summarize);
  throw new QueryNotSupported(`The operator '${step}' is not implemented by this local Azure.`);
}

/** `customDimensions["Person"]`, `tostring(customDimensions.Person)` and `customDimensions.Person` are one column. */
function column(written: string): string {
  const bare = written.trim().replace(/^tostring\((.*)\)$/, '$1');
  return bare.replace(/^customDimensions\[["'](.+)["']\]$/, 'customDimensions.$1');
}

function summed(rows: readonly Row[], [, alias, kind = '', of = '', by = '']: RegExpExecArray): readonly Row[] {
  const names = by === '' ? [] : by.split(',').map(column);
  const label = alias ?? (kind === 'count' ? 'count_' : `sum_${of}`);
  const groups = new Map<string, { readonly key: readonly Cell[]; total: number }>();
  for (const row of rows) {
    const key = names.map((name) => row.get(name) ?? '');
    const id = JSON.stringify(key);
    const group = groups.get(id) ?? { key, total: 0 };
    group.total += kind === 'count' ? 1 : Number(row.get(of) ?? 0);
    groups.set(id, group);
  }
  return [...groups.values()].map(
    ({ key, total }) =>
      new Map<string, Cell>([...names.map((name, index): [string, Cell] => [name, key[index] ?? '']), [label, total]]),
  );
}
