import { CONTAINER_APPS_VERSION, type ContainerTemplate, type JobExecution, type Run } from '@lz/action';
import { sameSchema } from './versions.ts';

/** Which image meets which database. */
export interface SchemaState {
  readonly image: string;
  /** Host name of the server; undefined where the template names none. */
  readonly databaseHost: string | undefined;
}

type Reader = Pick<Run, 'azure' | 'names'>;

/** What serves now: the image and database of the container app, whichever of its revisions is healthy. Undefined before the first installation. */
export async function servingState({ azure, names }: Reader): Promise<SchemaState | undefined> {
  const app = await azure.find<{ readonly properties: { readonly template?: ContainerTemplate } }>(
    names.spoke.containerAppId,
    CONTAINER_APPS_VERSION,
  );
  return stateOf(app?.properties.template);
}

/** What the migration job would bring the database to. */
export async function wantedState({ azure, names }: Reader): Promise<SchemaState> {
  const job = await azure.get<{ readonly properties: { readonly template?: ContainerTemplate } }>(
    names.spoke.migrationJobId,
    CONTAINER_APPS_VERSION,
  );
  const state = stateOf(job.properties.template);
  if (state === undefined) throw new Error(`job ${names.spoke.migrationJob} has no container`);
  return state;
}

/** Executions of the migration job that Azure remembers, newest first. */
export async function migrationsOf({ azure, names }: Reader): Promise<readonly JobExecution[]> {
  const all = await azure.list<JobExecution>(`${names.spoke.migrationJobId}/executions`, CONTAINER_APPS_VERSION);
  return all.sort((a, b) => startOf(b) - startOf(a));
}

/** When an execution began, in milliseconds since the epoch. */
export function startOf({ properties }: JobExecution): number {
  return Date.parse(properties.startTime ?? '') || 0;
}

/** Whether an execution brings the database to what a state needs. */
export function isFor(execution: JobExecution, wanted: SchemaState): boolean {
  const state = stateOf(execution.properties.template);
  return state !== undefined && sameState(state, wanted);
}

/** Whether two states need the same schema in the same database. */
export function sameState(a: SchemaState, b: SchemaState): boolean {
  return sameSchema(a.image, b.image) && a.databaseHost?.toLowerCase() === b.databaseHost?.toLowerCase();
}

function stateOf(template: ContainerTemplate | undefined): SchemaState | undefined {
  const container = template?.containers?.[0];
  if (container?.image === undefined) return undefined;
  return { image: container.image, databaseHost: container.env?.find(({ name }) => name === 'DATABASE_HOST')?.value };
}
