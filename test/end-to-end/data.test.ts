import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { armAnswers } from '../support/arm-answers.ts';
import { ENVIRONMENT, runActionProcess, runChain } from '../support/action-process.ts';
import { ROOT } from '../support/command-line.ts';

const SERVER = 'Microsoft.DBforPostgreSQL/flexibleServers';

/** An environment file of the matrix. */
async function choice(name: string): Promise<string> {
  return await readFile(join(ROOT, 'test/end-to-end/choices', `${name}.yml`), 'utf8');
}

/** The one resource of a type, as the twin keeps it. */
function only(twin: Twin, type: string) {
  const found = twin.world.store.ofType(type);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} resources of type ${type}`);
  return found[0];
}

/** Deploys a file, once more with nothing to do, and answers the twin. */
async function deployed(twin: Twin, environment: string): Promise<void> {
  const runs = await runChain(twin, { environment });
  expect(runs.at(-1)?.outputs['failed']).toBe('0');
  const again = await runChain(twin, { environment });
  expect(again.flatMap(({ writes }) => writes.map(({ path }) => path))).toEqual([]);
}

describe('PostgreSQL', () => {
  test('with a standby, in a zone, with copies of its backups', async () => {
    await using twin = await createTwin();
    await deployed(twin, await choice('postgres-high-availability'));
    expect(only(twin, SERVER).properties).toMatchObject({
      availabilityZone: '2',
      highAvailability: { mode: 'SameZone', state: 'Healthy', standbyAvailabilityZone: '2' },
      backup: { backupRetentionDays: 35, geoRedundantBackup: 'Enabled' },
      storage: { storageSizeGB: 64 },
    });
  });

  test('in a subnet of the spoke: no endpoint, and a record in a zone of its own', async () => {
    await using twin = await createTwin();
    await deployed(twin, await choice('postgres-vnet-integration'));
    const endpoints = twin.world.store.ofType('Microsoft.Network/privateEndpoints').map(({ name }) => name);
    expect(endpoints.filter((name) => name.includes('psql'))).toEqual([]);
    const [record] = twin.world.store
      .ofType('Microsoft.Network/privateDnsZones/A')
      .filter(({ id }) => id.includes('/contoso-subnet.private.postgres.database.azure.com/'));
    expect(record?.properties['aRecords']).toEqual([{ ipv4Address: '10.10.5.132' }]);
  });

  test.each([
    ['less storage', 'storageGiB: 64', 'storageGiB: 32', 'PostgresStorageShrinks'],
    ['another network', 'storageGiB: 64', 'network: vnet-integration', 'PostgresChoiceIsFixed'],
  ])('%s is refused before anything is written', async (_, before, after, code) => {
    await using twin = await createTwin();
    const environment = ENVIRONMENT.replace('spoke:\n', `spoke:\n  postgres: { ${before} }\n`);
    await runChain(twin, { environment }, ['deploy-hub', 'deploy-spoke']);
    const run = await runActionProcess('deploy-spoke', twin, { environment: environment.replace(before, after) });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain(code);
    expect(run.writes).toEqual([]);
  });
});

describe('uploads on a share', () => {
  const storages = 'Microsoft.App/managedEnvironments/storages';

  test('of NFS: no key anywhere', async () => {
    await using twin = await createTwin();
    await deployed(twin, await choice('azure-files-nfs'));
    const account = only(twin, 'Microsoft.Storage/storageAccounts');
    expect(account).toMatchObject({ kind: 'FileStorage', properties: { allowSharedKeyAccess: false } });
    expect(only(twin, 'Microsoft.Storage/storageAccounts/fileServices/shares').properties).toMatchObject({
      enabledProtocols: 'NFS',
      shareQuota: 256,
    });
    expect(only(twin, storages).secrets).toEqual({});
  });

  test('of SMB: the key lies in the environment, and a new one has to be given to it', async () => {
    await using twin = await createTwin();
    const environment = await choice('azure-files-smb');
    await deployed(twin, environment);
    const account = only(twin, 'Microsoft.Storage/storageAccounts');
    expect(account).toMatchObject({ kind: 'StorageV2', sku: { name: 'Standard_ZRS' } });
    const [key] = Object.values(only(twin, storages).secrets);
    const [shown] = await armAnswers(twin, [['POST', `${account.id}/listKeys?api-version=2025-06-01`]]);
    expect(shown?.text).toContain(key);

    await armAnswers(twin, [
      ['POST', `${account.id}/regenerateKey?api-version=2025-06-01`, { keyName: 'key1' }],
      ['POST', `${only(twin, 'Microsoft.App/containerApps/revisions').id}/restart?api-version=2026-01-01`],
    ]);
    expect(only(twin, 'Microsoft.App/containerApps/revisions').properties['runningStateDetails']).toMatch(
      /mount error\(13\): Permission denied/,
    );
  });
});

describe('several replicas', () => {
  const REVISION = 'Microsoft.App/containerApps/revisions';

  test('share Redis, whose key lies in Key Vault; with another key nobody is ready', async () => {
    await using twin = await createTwin();
    await deployed(twin, await choice('several-replicas'));
    expect(only(twin, REVISION).properties).toMatchObject({ healthState: 'Healthy', replicas: 2 });
    expect(only(twin, 'Microsoft.Cache/redisEnterprise').properties).toMatchObject({ publicNetworkAccess: 'Disabled' });
    const { id } = only(twin, 'Microsoft.Cache/redisEnterprise/databases');
    await armAnswers(twin, [
      ['POST', `${id}/regenerateKey?api-version=2025-07-01`, { keyType: 'Primary' }],
      ['POST', `${only(twin, REVISION).id}/restart?api-version=2026-01-01`],
    ]);
    expect(only(twin, REVISION).properties['runningStateDetails']).toMatch(
      /Redis not ready: .*invalid username-password/,
    );
  });
});
