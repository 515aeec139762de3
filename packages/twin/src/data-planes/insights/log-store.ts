import { perWorld } from '../../entra/per-world.ts';
import type { World } from '../../kernel/world.ts';
import type { Value } from '../../kql/index.ts';

/** One row of a table of logs, by the names of its columns. A column that it lacks is empty. */
export type LogRow = Readonly<Record<string, Value>>;

/** A row with its place. */
export interface RecordedLog {
  /** Resource id of the Application Insights component or Log Analytics workspace that it went to. */
  readonly sink: string;
  /** Name of the table as a workspace has it. */
  readonly table: string;
  /** Virtual time: TimeGenerated. */
  readonly at: number;
  readonly row: LogRow;
}

const recorded = perWorld((): RecordedLog[] => []);

/** Keeps a row. */
export function recordLog(world: World, log: RecordedLog): void {
  recorded(world).push(log);
}

/** Every row so far, in order of arrival. */
export function logsOf(world: World): readonly RecordedLog[] {
  return recorded(world);
}
