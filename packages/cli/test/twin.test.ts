import { access, readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lz, startTwinProcess, type TwinProcess } from '../../../test/support/command-line.ts';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the ready file of lz twin', () => {
  test('has the shape that the design says, is for its owner alone, and goes with the twin', async () => {
    await using twin = await startTwinProcess(['--seed', '7']);
    const { ready, readyFile } = twin;
    expect(Object.keys(ready)).toEqual([
      'proxy',
      'caFile',
      'control',
      'tenantId',
      'subscriptionId',
      'subscriptions',
      'identities',
      'env',
    ]);
    expect(ready.proxy).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/?$/);
    expect(ready.control).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await readFile(ready.caFile, 'utf8')).toContain('BEGIN CERTIFICATE');
    for (const id of [ready.tenantId, ready.subscriptionId]) expect(id).toMatch(GUID);
    expect(Object.keys(ready.identities)).toEqual(['deploy', 'client']);
    expect(Object.keys(ready.identities.deploy)).toEqual(['clientId', 'objectId']);
    expect(Object.keys(ready.identities.client)).toEqual(['clientId', 'objectId', 'secret']);
    expect(ready.env).toMatchObject({
      HTTPS_PROXY: expect.stringMatching(/^http/) as string,
      NODE_EXTRA_CA_CERTS: ready.caFile,
      REQUESTS_CA_BUNDLE: expect.any(String) as string,
      SSL_CERT_FILE: expect.any(String) as string,
      AZURE_TENANT_ID: ready.tenantId,
      AZURE_CLIENT_ID: ready.identities.deploy.clientId,
      AZURE_SUBSCRIPTION_ID: ready.subscriptionId,
      ACTIONS_ID_TOKEN_REQUEST_URL: expect.stringMatching(/^https/) as string,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: expect.any(String) as string,
    });
    expect((await stat(readyFile)).mode & 0o777).toBe(0o600);
    await expect(access(`${readyFile}.part`)).rejects.toThrow('ENOENT');

    expect(await twin.stop()).toBe(0);
    await expect(access(readyFile)).rejects.toThrow('ENOENT');
    await expect(access(ready.caFile)).rejects.toThrow('ENOENT');
  });

  test('is the same for the same seed, but for ports and folders', async () => {
    await using first = await startTwinProcess(['--seed', '7']);
    await using second = await startTwinProcess(['--seed', '7']);
    await using other = await startTwinProcess(['--seed', '8']);
    const stable = ({ ready: { tenantId, subscriptionId, identities } }: TwinProcess) => ({
      tenantId,
      subscriptionId,
      identities,
    });
    expect(stable(second)).toEqual(stable(first));
    expect(stable(other)).not.toEqual(stable(first));
  });
});

test('a rule that is switched off is told loudly', async () => {
  const { stderr, exitCode } = await lz(['twin', '--without-rule', 'vault-sku', '--without-rule', 'vault-tenant'], {
    onStart: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
  });
  expect(exitCode).toBe(0);
  expect(stderr.trim().split('\n')).toEqual(
    ['vault-sku', 'vault-tenant'].map(
      (id) => `WARNING: rule '${id}' is switched off. What deploys on this twin may be refused by Azure.`,
    ),
  );
});

describe('the control interface', () => {
  let twin: TwinProcess;

  beforeAll(async () => {
    twin = await startTwinProcess();
  });

  afterAll(async () => {
    await twin.stop();
  });

  const ask = async (method: string, path: string, body?: unknown): Promise<readonly [number, unknown]> => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const answer = await fetch(twin.ready.control + path, { method, ...sent });
    return [answer.status, await answer.json()];
  };

  test('GET /requests and GET /resources are empty at first', async () => {
    expect(await ask('GET', '/requests')).toEqual([200, []]);
    expect(await ask('GET', '/resources')).toEqual([200, []]);
  });

  test('POST /clock moves virtual time by the ISO 8601 duration', async () => {
    const [, before] = (await ask('GET', '/clock')) as [number, { now: string }];
    const [status, after] = (await ask('POST', '/clock', { advance: 'PT10M' })) as [number, { now: string }];
    expect(status).toBe(200);
    expect(Date.parse(after.now) - Date.parse(before.now)).toBe(600_000);
    expect(await ask('GET', '/clock')).toEqual([200, after]);
  });

  test.each([
    ['POST', '/clock', {}, 400, 'ISO 8601'],
    ['POST', '/clock', { advance: 'ten minutes' }, 400, 'ISO 8601'],
    ['POST', '/faults', { do: 'nonsense' }, 400, 'nonsense'],
    ['POST', '/faults', [{ do: 500 }, { do: 99 }], 400, '99'],
    ['POST', '/faults', '{', 400, 'JSON'],
    ['GET', '/nonsense', undefined, 404, 'GET /requests'],
    ['POST', '/requests', {}, 404, 'GET /requests'],
  ])('%s %s %j is refused with %i, and says why', async (method, path, body, status, said) => {
    const [actual, answer] = await ask(method, path, body);
    expect(actual).toBe(status);
    expect((answer as { error: string }).error).toContain(said);
  });

  test('POST /faults takes one rule or a list', async () => {
    expect(await ask('POST', '/faults', { host: 'none.example', do: 500 })).toEqual([200, { installed: 1 }]);
    const rules = [
      { host: 'none.example', nth: 2, times: 3, do: 'reset' },
      { host: 'none.example', do: 'delay:PT5S' },
    ];
    expect(await ask('POST', '/faults', rules)).toEqual([200, { installed: 2 }]);
  });
});
