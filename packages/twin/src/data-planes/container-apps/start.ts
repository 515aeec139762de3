import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { objectsAt, textsAt } from '../../providers/common/json.ts';
import type { Place } from '../../kernel/http.ts';
import { importConfig } from '../open-webui/migration.ts';
import { databaseProblem } from '../open-webui/database.ts';
import { redisProblem } from '../open-webui/redis.ts';
import { schemaOf, schemaSuffices } from '../open-webui/schema.ts';
import { isOpenWebUi, settingsOf, startFailure, type OpenWebUiSettings } from '../open-webui/settings.ts';
import { variablesOf } from './variables.ts';
import { volumeProblem } from './volumes.ts';
import { imageOf, placeOf } from './workload.ts';

/** What becomes of a revision's container: it runs with the variables it was started with, or ends at once. */
export type Start =
  | { readonly kind: 'running'; readonly variables: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly reason: string };

/** Starts the first container of an app for a revision, as far as the twin knows its program. */
export function startContainer(world: World, app: Resource, revisionId: string): Start {
  const unmounted = volumeProblem(world, app);
  if (unmounted !== undefined) return { kind: 'failed', reason: unmounted };
  const { values, problem } = variablesOf(world, app);
  if (problem !== undefined) return { kind: 'failed', reason: problem };
  const image = imageOf(app);
  if (!isOpenWebUi(image)) return { kind: 'running', variables: Object.fromEntries(values) };
  const [container] = objectsAt(app.properties, 'template.containers');
  const ownCommand = textsAt(container, 'command').length > 0;
  const variables = ownCommand ? values : withSecretKey(world, values, revisionId);
  const settings = settingsOf(variables, image);
  const failure = startFailure(settings) ?? databaseFailure(world, placeOf(world, app), settings);
  if (failure === undefined) {
    const redis = redisProblem(world, placeOf(world, app), settings);
    // The process runs, but its readiness probe never passes.
    if (redis !== undefined) return { kind: 'failed', reason: `GET /ready answers 503, Redis not ready: ${redis}` };
  }
  return failure === undefined
    ? { kind: 'running', variables: Object.fromEntries(variables) }
    : { kind: 'failed', reason: `The container ended with exit code 1: ${failure}` };
}

/** A program whose database lacks what it needs ends at its start; whether it may migrate is its settings' choice. */
function databaseFailure(world: World, place: Place, settings: OpenWebUiSettings): string | undefined {
  const { database, version } = settings;
  if (database === undefined) return undefined;
  const migration = importConfig(world, place, settings);
  if (migration.raises) return migration.lines.at(-1);
  migration.apply?.();
  const problem = databaseProblem(world, place, settings);
  if (problem !== undefined) return `(psycopg2.OperationalError) ${problem}`;
  if (schemaSuffices(world, database, version)) return undefined;
  const schema = schemaOf(world, database);
  return `the schema of ${database} is ${schema === undefined ? 'empty' : `that of ${schema}`}, and ENABLE_DB_MIGRATIONS is false: relation does not exist`;
}

/** The image's start script makes a key where none is given, new in each container (facts/openwebui.md section 1.2). */
function withSecretKey(world: World, values: ReadonlyMap<string, string>, revisionId: string) {
  if ((values.get('WEBUI_SECRET_KEY') ?? '') !== '') return values;
  return new Map([...values, ['WEBUI_SECRET_KEY', world.guid(`webui-secret-key:${revisionId.toLowerCase()}`)]]);
}

/** The variables that a running revision was started with: they stay, whatever becomes of the secrets. */
export function startedVariables(revision: Resource): ReadonlyMap<string, string> {
  return new Map(Object.entries(JSON.parse(revision.secrets['variables'] ?? '{}') as Record<string, string>));
}
