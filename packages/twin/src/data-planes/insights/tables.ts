import type { World } from '../../kernel/world.ts';
import type { Column, Row, Table, Tables, Value } from '../../kql/index.ts';
import { sameId } from '../../providers/common/ids.ts';
import { textAt } from '../../providers/common/json.ts';
import { logsOf, type LogRow } from './log-store.ts';
import { metricsOf } from './metrics.ts';
import { CLASSIC, SCHEMAS, type LogTable } from './schemas.ts';

/** From when to when a query looks; undefined where it does not say. */
export interface Timespan {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Tables that a component has: its own by their classic names, and by those of the workspace. */
export function tablesOfComponent(world: World, component: string, span: Timespan): Tables {
  const own = tablesOf(world, [component], span);
  const apps = [...own].filter(([name]) => name.startsWith('App'));
  return new Map([...apps, ...Object.keys(CLASSIC).map((name) => [name, () => classicTable(name, own)] as const)]);
}

/** Tables that a workspace has: its own, and those of the components that write to it. */
export function tablesOfWorkspace(world: World, workspace: string, span: Timespan): Tables {
  const components = world.store
    .ofType('Microsoft.Insights/components')
    .filter(({ properties }) => sameId(textAt(properties, 'WorkspaceResourceId'), workspace))
    .map(({ id }) => id);
  return tablesOf(world, [workspace, ...components], span);
}

function tablesOf(world: World, sinks: readonly string[], span: Timespan): Tables {
  const names = Object.keys(SCHEMAS) as LogTable[];
  return new Map(names.map((name) => [name, () => tableOf(world, name, sinks, span)]));
}

function tableOf(world: World, name: LogTable, sinks: readonly string[], { from, to }: Timespan): Table {
  const known = new Set(sinks.map((id) => id.toLowerCase()));
  const logs = name === 'AppMetrics' ? metricLogs(world) : logsOf(world).filter(({ table }) => table === name);
  const columns: readonly Column[] = SCHEMAS[name];
  const rows = logs
    .filter(({ sink, at }) => known.has(sink.toLowerCase()) && at >= (from ?? -Infinity) && at <= (to ?? Infinity))
    .map(({ sink, at, row }) =>
      rowOf(columns, { _ResourceId: sink.toLowerCase(), ...row, TimeGenerated: at, Type: name }),
    );
  return { columns, rows };
}

/** Each metric as it was sent: one value, so its sum, least and greatest are the same. */
function metricLogs(world: World) {
  return metricsOf(world).map(({ component, at, name, value, dimensions }) => ({
    sink: component,
    at,
    row: {
      Name: name,
      Sum: value,
      Min: value,
      Max: value,
      ItemCount: 1,
      Properties: dimensions,
      SourceSystem: 'Azure',
    },
  }));
}

function rowOf(columns: readonly Column[], row: LogRow): Row {
  return columns.map(({ name, type }): Value => row[name] ?? (type === 'string' ? '' : null));
}

function classicTable(name: string, own: Tables): Table {
  const classic = CLASSIC[name];
  const source = classic === undefined ? undefined : own.get(classic.of)?.();
  if (classic === undefined || source === undefined) return { columns: [], rows: [] };
  const at = classic.columns.map(({ of }) => source.columns.findIndex((column) => column.name === of));
  return {
    columns: classic.columns.map((column) => ({ name: column.name, type: column.type })),
    rows: source.rows.map((row) => at.map((index, column) => shown(row[index] ?? null, classic.columns[column]?.type))),
  };
}

/** `success` is text there. */
function shown(value: Value, type: Column['type'] | undefined): Value {
  if (type !== 'string' || typeof value === 'string') return value;
  return value === null ? '' : value === true ? 'True' : 'False';
}
