import {
  ActionError,
  isRunning,
  readJobLog,
  startJob,
  waitForExecution,
  type JobExecution,
  type Run,
} from '@lz/action';
import { failureIn, lastLine } from './migration-log.ts';
import {
  earliestBackup,
  keptRestorePoint,
  restoreCommand,
  restorePointAt,
  type RestorePoint,
} from './restore-point.ts';
import { isFor, migrationsOf, sameState, servingState, startOf, wantedState, type SchemaState } from './state.ts';
import { tagOf } from './versions.ts';

/** A migration that is needed, and what is known of it before it begins. */
interface Upgrade {
  readonly wanted: SchemaState;
  /** Undefined at the first installation. */
  readonly serving: SchemaState | undefined;
}

/**
 * Brings the database to the version that the file asks for, before a revision of it is made. Nothing is started where
 * the version serves already or an earlier run has migrated: the job's executions remember what they were made of. The
 * app is not touched, so what serves goes on serving. Answers where the way back leads.
 */
export async function migrateDatabase(run: Run): Promise<RestorePoint | undefined> {
  const upgrade = { wanted: await wantedState(run), serving: await servingState(run) };
  const { wanted, serving } = upgrade;
  if (serving !== undefined && sameState(serving, wanted)) return await keptRestorePoint(run);
  run.log.info(`  database: ${serving === undefined ? 'empty' : tagOf(serving.image)} -> ${tagOf(wanted.image)}`);
  const [latest] = await settledMigrations(run, wanted);
  if (latest?.properties.status === 'Succeeded' && isFor(latest, wanted)) {
    run.log.info(`  database: execution ${latest.name} has migrated it already`);
  } else {
    await migrateNow(run, upgrade);
  }
  return await noteRestorePoint(run, upgrade);
}

/** Executions once none is running: two migrations at a time would break the schema. */
async function settledMigrations(run: Run, wanted: SchemaState): Promise<readonly JobExecution[]> {
  for (;;) {
    const executions = await migrationsOf(run);
    const running = executions.find(isRunning);
    if (running === undefined) return executions;
    run.log.info(
      `  database: execution ${running.name} is running${isFor(running, wanted) ? '' : ', for another version'}`,
    );
    await follow(run, running.name);
  }
}

async function migrateNow(run: Run, upgrade: Upgrade): Promise<void> {
  await warnWithoutBackup(run, upgrade);
  const name = await start(run);
  run.log.info(`  database: execution ${name} of job ${run.names.spoke.migrationJob} migrates it`);
  const execution = await follow(run, name);
  const log = await readJobLog(run, run.names.spoke.migrationJobId, name);
  const failed = execution.properties.status !== 'Succeeded';
  const failure = failureIn(log) ?? (failed ? lastLine(log) : undefined);
  if (failed || failure !== undefined) throw await migrationFailed(run, upgrade, execution, failure);
  const { databaseHost, image } = upgrade.wanted;
  run.report.change({ kind: 'modify', type: 'database schema', name: databaseHost ?? '', details: [tagOf(image)] });
}

/** A start whose answer was lost may have started all the same: the newest execution tells. */
async function start(run: Run): Promise<string> {
  const before = new Set((await migrationsOf(run)).map(({ name }) => name));
  try {
    return await startJob(run.azure, run.names.spoke.migrationJobId);
  } catch (error) {
    run.signal.throwIfAborted();
    const [newest] = await migrationsOf(run);
    if (newest === undefined || before.has(newest.name)) throw error;
    return newest.name;
  }
}

/** A migration is never interrupted: the next run finds it and goes on from there. */
async function follow(run: Run, name: string): Promise<JobExecution> {
  const { migrationJob, migrationJobId, resourceGroup } = run.names.spoke;
  const release = run.cancellation.register({
    what: `Migration ${name}`,
    cancel: () => Promise.reject(new Error('a migration is not interrupted')),
    cancelByHand: `az containerapp job stop -g ${resourceGroup} -n ${migrationJob} --job-execution-name ${name}`,
  });
  const execution = await waitForExecution(run, migrationJobId, name);
  release();
  return execution;
}

async function warnWithoutBackup(run: Run, { serving }: Upgrade): Promise<void> {
  if (serving === undefined || (await earliestBackup(run)) !== undefined) return;
  run.log.warning('PostgreSQL has no backup of the database yet: there is no way back from this upgrade.');
}

/** The moment before the first try: a try that failed half way has no part in what is restored. */
async function noteRestorePoint(run: Run, upgrade: Upgrade): Promise<RestorePoint | undefined> {
  const point = await restorePointOf(run, upgrade);
  if (point === undefined) return undefined;
  run.log.info(`  restore point: ${point.time}, with ${tagOf(point.image)}: ${restoreCommand(run, point)}`);
  run.report.fact('restorePoint', point.time);
  run.report.fact('restoreImage', point.image);
  run.report.fact('restoreCommand', restoreCommand(run, point));
  return point;
}

async function restorePointOf(run: Run, { wanted, serving }: Upgrade): Promise<RestorePoint | undefined> {
  if (serving === undefined || serving.databaseHost !== wanted.databaseHost) return undefined;
  const executions = await migrationsOf(run);
  const end = executions.findIndex((execution) => !isFor(execution, wanted));
  const first = executions.slice(0, end === -1 ? executions.length : end).at(-1);
  return first === undefined ? undefined : restorePointAt(startOf(first), serving.image);
}

async function migrationFailed(
  run: Run,
  upgrade: Upgrade,
  execution: JobExecution,
  failure: string | undefined,
): Promise<ActionError> {
  const { migrationJob, migrationJobId, resourceGroup } = run.names.spoke;
  const { wanted, serving } = upgrade;
  const point = await noteRestorePoint(run, upgrade);
  const log = `az containerapp job logs show -g ${resourceGroup} -n ${migrationJob} --execution ${execution.name} --container migration`;
  const before = serving === undefined ? 'Nothing serves yet.' : `${tagOf(serving.image)} serves as before.`;
  const stay = serving === undefined ? '' : ` To stay with what serves, write \`version: ${tagOf(serving.image)}\`.`;
  const back =
    point === undefined ? '' : ` If data was harmed: ${restoreCommand(run, point)}, then docs/choices/open-webui.md.`;
  return new ActionError(
    'MigrationFailed',
    `The migration of the database to ${tagOf(wanted.image)} ended as ${execution.properties.status}: ${failure ?? 'its log says nothing'}. ${before}`,
    `Read the log (${log}), mend what it names, and run again: the migration is tried again.${stay}${back}`,
    migrationJobId,
  );
}
