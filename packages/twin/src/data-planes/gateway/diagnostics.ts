import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { SERVICE } from '../../providers/api-management/service.ts';
import { sameId } from '../../providers/common/ids.ts';
import { numberAt, objectsAt, textAt } from '../../providers/common/json.ts';

/** What an API's diagnostic `applicationinsights` asks for. */
export interface Diagnostic {
  /** Resource id of the component; undefined where nothing takes what is logged. */
  readonly component: string | undefined;
  /** Whether custom metrics are sent: nothing is without it (facts/apim.md section 1.6). */
  readonly metrics: boolean;
  /** Percent of the requests that are logged. */
  readonly sampling: number;
  /** Whether requests that fail are logged whatever the sampling says. */
  readonly allErrors: boolean;
}

/** The API's own diagnostic, else the service's. */
export function diagnosticOf(world: World, service: Resource, api: Resource | undefined): Diagnostic {
  const root = api?.id.replace(/;rev=.*$/i, '');
  const diagnostic =
    world.store.get(`${root ?? ''}/diagnostics/applicationinsights`) ??
    world.store.get(`${service.id}/diagnostics/applicationinsights`);
  const properties: JsonObject = diagnostic?.properties ?? {};
  return {
    component: diagnostic === undefined ? undefined : componentOf(world, service, textAt(properties, 'loggerId') ?? ''),
    metrics: properties['metrics'] === true,
    sampling: numberAt(properties, 'sampling.percentage') ?? 100,
    allErrors: textAt(properties, 'alwaysLog')?.toLowerCase() === 'allerrors',
  };
}

function componentOf(world: World, service: Resource, loggerId: string): string | undefined {
  const logger = world.store.get(loggerId.startsWith('/subscriptions/') ? loggerId : `${service.id}${loggerId}`);
  if (logger?.type.toLowerCase() !== `${SERVICE}/loggers`.toLowerCase()) return undefined;
  return textAt(logger.properties, 'resourceId');
}

/** The workspaces that diagnostic settings of the service send a category of logs to. */
export function workspacesOf(world: World, service: Resource, category: string): readonly string[] {
  return world.store
    .ofType('Microsoft.Insights/diagnosticSettings')
    .filter(({ id }) =>
      sameId(id.replace(/\/providers\/microsoft\.insights\/diagnosticsettings\/[^/]+$/i, ''), service.id),
    )
    .filter(({ properties }) => objectsAt(properties, 'logs').some((log) => takes(log, category)))
    .flatMap(({ properties }) => textAt(properties, 'workspaceId') ?? []);
}

function takes(log: JsonObject, category: string): boolean {
  if (log['enabled'] !== true) return false;
  return (
    textAt(log, 'category')?.toLowerCase() === category.toLowerCase() ||
    textAt(log, 'categoryGroup')?.toLowerCase() === 'alllogs'
  );
}
