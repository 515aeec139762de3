import { tablesOfComponent, tablesOfWorkspace } from '../../data-planes/insights/tables.ts';
import type { JsonObject } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { KqlError, runQuery } from '../../kql/index.ts';
import { textAt } from '../common/json.ts';

/**
 * What is wrong with the query of an alert rule, which is run once before the rule is kept. Undefined where it runs, where
 * its scope is none that the twin can ask, and for Kusto that the twin lacks: Azure would take that.
 */
export function queryMistake(world: World, scope: string, criterion: JsonObject): string | undefined {
  const type = world.store.get(scope)?.type.toLowerCase();
  const tables = {
    'microsoft.insights/components': tablesOfComponent,
    'microsoft.operationalinsights/workspaces': tablesOfWorkspace,
  }[type ?? ''];
  const query = textAt(criterion, 'query');
  if (tables === undefined || query === undefined) return undefined;
  try {
    const { columns } = runQuery(query, tables(world, scope, { from: undefined, to: undefined }), world.clock.now);
    const measured = textAt(criterion, 'metricMeasureColumn');
    return measured === undefined || columns.some(({ name }) => name === measured)
      ? undefined
      : `it has no column '${measured}', which metricMeasureColumn names`;
  } catch (error) {
    if (!(error instanceof KqlError)) throw error;
    return error.kind === 'not-supported' ? undefined : error.message;
  }
}
