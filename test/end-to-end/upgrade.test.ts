import { createTwin, type MigrationRule, type Twin, type WatchedAnswer } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { armAnswers } from '../support/arm-answers.ts';
import { ENVIRONMENT, runActionProcess, runChain, type ActionRun } from '../support/action-process.ts';

const OLD = 'v0.11.3';
const NEW = 'v0.11.4';
const FAILURE = '(psycopg2.errors.UniqueViolation) could not create unique index "user_email_key"';

/** The environment file with a version, and whatever else stands in `openWebUi`. */
function fileWith(version: string, more = ''): string {
  return ENVIRONMENT.replace('spoke:\n', `spoke:\n  openWebUi: { version: ${version}${more} }\n`);
}

/** A twin on which the old version serves. */
async function installed(): Promise<Twin> {
  const twin = await createTwin();
  await runChain(twin, { environment: fileWith(OLD) }, ['deploy-hub', 'deploy-spoke']);
  return twin;
}

function deploy(twin: Twin, version: string, more = ''): Promise<ActionRun> {
  return runActionProcess('deploy-spoke', twin, { environment: fileWith(version, more) });
}

async function control<T>(twin: Twin, method: string, path: string, body?: object): Promise<T> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return (await (await fetch(`${twin.controlUrl}${path}`, init)).json()) as T;
}

interface View {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

async function resources(twin: Twin, type: string): Promise<readonly View[]> {
  return (await control<readonly View[]>(twin, 'GET', '/resources')).filter((resource) => resource.type === type);
}

/** Asks the app for its version at every virtual event from now on. */
async function watchApp(twin: Twin): Promise<void> {
  const [app] = await resources(twin, 'Microsoft.App/containerApps');
  const { ingress } = app?.properties['configuration'] as { readonly ingress: { readonly fqdn: string } };
  await control(twin, 'POST', '/watch', { url: `https://${ingress.fqdn}/api/version` });
}

/** Versions that answered one after another; a moment without one stands there with its status. */
async function served(twin: Twin): Promise<readonly string[]> {
  const answers = await control<readonly WatchedAnswer[]>(twin, 'GET', '/watch');
  const versions = answers.map(({ status, body }) =>
    status === 200 ? (JSON.parse(body) as { version: string }).version : `${status}`,
  );
  return versions.filter((version, index) => version !== versions[index - 1]);
}

function makeMigrationsFail(twin: Twin, rule: Partial<MigrationRule> = {}): Promise<unknown> {
  return control(twin, 'POST', '/migrations', { version: '0.11.4', fails: FAILURE, ...rule });
}

async function executions(twin: Twin): Promise<readonly View[]> {
  const all = await resources(twin, 'Microsoft.App/jobs/executions');
  return all.filter(({ id }) => id.includes('-migrate/'));
}

/** Deployments of the app itself that a run sent. */
function appDeployments(run: ActionRun): number {
  return run.writes.filter(({ path }) => /\/deployments\/lz-contoso-dev-spoke-app\?/i.test(path)).length;
}

describe('an upgrade of Open WebUI', () => {
  test('migrates first, has no moment without a healthy revision, and notes the way back', async () => {
    await using twin = await installed();
    expect(await executions(twin)).toHaveLength(1);
    await watchApp(twin);
    const run = await deploy(twin, NEW);
    expect(run.exitCode, run.log).toBe(0);
    expect(await served(twin)).toEqual(['0.11.3', '0.11.4']);
    const asked = await control<readonly WatchedAnswer[]>(twin, 'GET', '/watch');
    expect(asked.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(20);
    expect(await executions(twin)).toHaveLength(2);
    const { restorePoint, restoreCommand } = run.report?.facts as Record<string, string>;
    expect(restorePoint).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(restoreCommand).toContain(`--restore-time ${restorePoint ?? ''}`);
    expect(run.log).toContain(restoreCommand);
    expect(run.outputs['restore-point']).toBe(restorePoint);
    const deployment = twin.arm.state.deployments;
    expect(JSON.stringify([...deployment.values()])).toContain(restorePoint);
  });

  test('is done once: the next run writes nothing and starts no job; another option changes without a migration', async () => {
    await using twin = await installed();
    await deploy(twin, NEW);
    const again = await deploy(twin, NEW);
    expect([again.exitCode, again.writes]).toEqual([0, []]);
    expect(again.requests.filter(({ path }) => path.includes('/start'))).toEqual([]);
    const larger = await deploy(twin, NEW, ', cpu: 2');
    expect([larger.exitCode, appDeployments(larger)]).toEqual([0, 1]);
    expect(await executions(twin)).toHaveLength(2);
    // What was noted of the upgrade outlives later deployments.
    expect(larger.outputs['restore-point']).toMatch(/Z$/);
  });

  test('pins the version that serves, or takes its slim image, without a migration', async () => {
    await using twin = await installed();
    for (const version of [`${OLD}@sha256:${'4'.repeat(64)}`, `${OLD}-slim`]) {
      const run = await deploy(twin, `"${version}"`);
      expect([run.exitCode, appDeployments(run)], run.log).toEqual([0, 1]);
    }
    expect(await executions(twin)).toHaveLength(1);
  });
});

describe('an upgrade whose migration fails', () => {
  test('leaves the old revision serving, says why, and how to go on and back', async () => {
    await using twin = await installed();
    await watchApp(twin);
    await makeMigrationsFail(twin);
    const run = await deploy(twin, NEW);
    expect(run.exitCode).toBe(1);
    expect(await served(twin)).toEqual(['0.11.3']);
    expect(appDeployments(run)).toBe(0);
    expect(run.report?.errors).toMatchObject([{ code: 'MigrationFailed' }]);
    const { message = '', remedy = '' } = run.report?.errors[0] ?? {};
    expect(message).toContain(FAILURE);
    expect(message).toContain('v0.11.3 serves as before');
    expect(remedy).toMatch(/job logs show .*run again.*`version: v0\.11\.3`.*flexible-server restore .*--restore-time/);
    const [, failed] = await executions(twin);
    expect(failed?.properties['status']).toBe('Failed');
  });

  test('goes on when it is run again, with the restore point of the first try', async () => {
    await using twin = await installed();
    await makeMigrationsFail(twin, { times: 1 });
    const first = await deploy(twin, NEW);
    await control(twin, 'POST', '/clock', { advance: 'PT3H' });
    await watchApp(twin);
    const second = await deploy(twin, NEW);
    expect(second.exitCode, second.log).toBe(0);
    expect(await served(twin)).toEqual(['0.11.3', '0.11.4']);
    expect(second.report?.facts['restorePoint']).toBe(first.report?.facts['restorePoint']);
  });

  test('is given up by writing the old version again', async () => {
    await using twin = await installed();
    await makeMigrationsFail(twin);
    await deploy(twin, NEW);
    await watchApp(twin);
    const back = await deploy(twin, OLD);
    expect([back.exitCode, appDeployments(back)], back.log).toEqual([0, 0]);
    expect(await served(twin)).toEqual(['0.11.3']);
    expect(await executions(twin)).toHaveLength(2);
  });

  test('is found in the log of a version that hides it', async () => {
    await using twin = await createTwin();
    await runChain(twin, { environment: fileWith('v0.11.0') }, ['deploy-hub', 'deploy-spoke']);
    await makeMigrationsFail(twin, { version: '0.11.2' });
    const run = await deploy(twin, 'v0.11.2');
    expect(run.report?.errors).toMatchObject([{ code: 'MigrationFailed' }]);
    const [, execution] = await executions(twin);
    expect(execution?.properties['status']).toBe('Succeeded');
  });
});

describe('an upgrade that is interrupted', () => {
  test('between migration and revision: the next run does not migrate again', async () => {
    await using twin = await installed();
    const fault = { path: '*/deployments/lz-contoso-dev-spoke-app*', method: 'PUT', do: 403 };
    await control(twin, 'POST', '/faults', fault);
    const cut = await deploy(twin, NEW);
    expect(cut.exitCode).toBe(1);
    await control(twin, 'DELETE', '/faults');
    await watchApp(twin);
    const next = await deploy(twin, NEW);
    expect(next.exitCode, next.log).toBe(0);
    expect(next.log).toContain('has migrated it already');
    expect(await executions(twin)).toHaveLength(2);
    expect(await served(twin)).toEqual(['0.11.3', '0.11.4']);
    expect(next.report?.facts['restorePoint']).toBe(cut.report?.facts['restorePoint']);
  });

  test('during the migration: it goes on in Azure, and the next run waits for it', async () => {
    await using twin = await installed();
    const cut = await runActionProcess('deploy-spoke', twin, {
      environment: fileWith(NEW),
      onLine: (line, child) => {
        if (/execution \S+ of job \S+ migrates it/.test(line)) child.kill('SIGINT');
      },
    });
    expect(cut.exitCode, cut.log).toBe(1);
    expect(cut.log).toMatch(/a migration is not interrupted.*az containerapp job stop/);
    const next = await deploy(twin, NEW);
    expect(next.exitCode, next.log).toBe(0);
    expect(await executions(twin)).toHaveLength(2);
  });
});

describe('an older version than the one that serves', () => {
  test('is refused before anything is written, by plan and apply alike', async () => {
    await using twin = await installed();
    await deploy(twin, NEW);
    for (const mode of ['plan', 'apply']) {
      const run = await runActionProcess('deploy-spoke', twin, { environment: fileWith(OLD), inputs: { mode } });
      expect([run.exitCode, run.writes]).toEqual([1, []]);
      expect(run.log).toMatch(/v0\.11\.4 serves, and v0\.11\.3 is older.*dev\.yml:7:/);
      expect(run.log).toContain('allowDowngrade: true');
    }
  });

  test('is stopped by its migration where it is allowed but the database was not restored', async () => {
    await using twin = await installed();
    await deploy(twin, NEW);
    await watchApp(twin);
    const run = await deploy(twin, OLD, ', allowDowngrade: true');
    expect(run.report?.errors).toMatchObject([{ code: 'MigrationFailed' }]);
    expect(run.log).toContain("Can't locate revision");
    expect(await served(twin)).toEqual(['0.11.4']);
  });
});

describe('the way back', () => {
  /** What the printed command does, as a request. */
  async function restore(twin: Twin, command: string): Promise<string> {
    const [, name = ''] = /--name (\S+)/.exec(command) ?? [];
    const [, source = ''] = /--source-server (\S+)/.exec(command) ?? [];
    const [, time = ''] = /--restore-time (\S+)/.exec(command) ?? [];
    const [server] = await resources(twin, 'Microsoft.DBforPostgreSQL/flexibleServers');
    const folder = (server?.id ?? '').slice(0, -source.length);
    const network = server?.properties['network'] as object;
    const body = {
      location: 'swedencentral',
      properties: {
        createMode: 'PointInTimeRestore',
        sourceServerResourceId: folder + source,
        pointInTimeUTC: time,
        network,
      },
    };
    const [answer] = await armAnswers(twin, [['PUT', `${folder}${name}?api-version=2025-08-01`, body]]);
    expect(answer?.name).toMatch(/ 20[12]$/);
    await control(twin, 'POST', '/clock', { advance: 'PT30M' });
    return name;
  }

  test('is a restored server and the old version: people come back to the database as it was', async () => {
    await using twin = await installed();
    const upgrade = await deploy(twin, NEW);
    await control(twin, 'POST', '/clock', { advance: 'PT2H' });
    const { restoreCommand = '' } = upgrade.report?.facts as Record<string, string>;
    const server = await restore(twin, restoreCommand);
    await watchApp(twin);
    const file = fileWith(OLD, ', allowDowngrade: true').replace(
      'spoke:\n',
      `spoke:\n  postgres: { server: ${server} }\n`,
    );
    const back = await runActionProcess('deploy-spoke', twin, { environment: file });
    expect(back.exitCode, back.log).toBe(0);
    expect(await served(twin)).toEqual(['0.11.4', '0.11.3']);
    const again = await runActionProcess('deploy-spoke', twin, { environment: file });
    expect([again.exitCode, again.writes]).toEqual([0, []]);
  });

  test('is refused where the server was not restored: an empty one would be made', async () => {
    await using twin = await installed();
    const file = fileWith(OLD).replace('spoke:\n', 'spoke:\n  postgres: { server: psql-restored }\n');
    const run = await runActionProcess('deploy-spoke', twin, { environment: file });
    expect([run.exitCode, run.writes]).toEqual([1, []]);
    expect(run.log).toContain('has no database server psql-restored');
  });
});

test('a plan says that the database would be migrated, and writes nothing', async () => {
  await using twin = await installed();
  const run = await runActionProcess('deploy-spoke', twin, { environment: fileWith(NEW), inputs: { mode: 'plan' } });
  expect([run.exitCode, run.writes], run.log).toEqual([0, []]);
  expect(run.report?.changes).toContainEqual(
    expect.objectContaining({ type: 'database schema', details: [expect.stringContaining('v0.11.3 to v0.11.4')] }),
  );
});
