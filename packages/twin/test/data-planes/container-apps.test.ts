import { describe, expect, test } from 'vitest';
import { INTERNET } from '../../src/kernel/http.ts';
import { textAt } from '../../src/providers/common/json.ts';
import { definitions } from '../../src/providers/index.ts';
import { APP, APP_HOST, ChatZone, NETWORK, type Deployed } from './chat-zone.ts';
import { HUB } from './landing-zone.ts';

const ask = async (zone: ChatZone, path = '/health', host = APP_HOST, scheme = 'https') =>
  await zone.send('GET', `${scheme}://${host}${path}`);

const VAULT = NETWORK.replace('Microsoft.Network', 'Microsoft.KeyVault/vaults/kv');
const FROM_VAULT: Deployed = {
  env: [{ name: 'FROM_VAULT', secretRef: 'password' }],
  secrets: [{ name: 'password', keyVaultUrl: 'https://kv.vault.azure.net/secrets/password', identity: 'system' }],
};

describe('a revision that starts', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, Deployed, string | RegExp])[] = [
    ['with all it needs', {}, {}, 'Healthy'],
    ['with S256', { OAUTH_CODE_CHALLENGE_METHOD: 'S256' }, {}, 'Healthy'],
    [
      'with another challenge',
      { OAUTH_CODE_CHALLENGE_METHOD: 'plain' },
      {},
      /OAUTH_CODE_CHALLENGE_METHOD must be S256/,
    ],
    ['without a key: its start script makes one', { WEBUI_SECRET_KEY: '' }, {}, 'Healthy'],
    ['without a key or the start script', { WEBUI_SECRET_KEY: '' }, { command: ['uvicorn'] }, /WEBUI_SECRET_KEY/],
    ['with nobody to sign in', { WEBUI_SECRET_KEY: '', WEBUI_AUTH: 'false' }, { command: ['uvicorn'] }, 'Healthy'],
    ['on another port', { PORT: '3000' }, {}, /TargetPort 8080 does not match the listening port 3000/],
    ['with a secret that nobody may read', {}, FROM_VAULT, /Unable to fetch secret 'password'/],
    ['with a program of its own', {}, { image: 'docker.io/library/nginx:1' }, 'Healthy'],
  ];
  test.each(cases)('%s', (_what, variables, more, expected) => {
    const { properties } = new ChatZone().deploy(variables, more);
    if (typeof expected === 'string') expect(properties['healthState']).toBe(expected);
    else {
      expect(properties).toMatchObject({ healthState: 'Unhealthy', runningState: 'Failed' });
      expect(properties['runningStateDetails']).toMatch(expected);
    }
  });
});

describe('the ingress of the environment', () => {
  test('503 while nothing is healthy, 404 for what is not there', async () => {
    const zone = new ChatZone();
    expect((await ask(zone)).status).toBe(404);
    zone.deploy({}, { wait: false });
    expect([(await ask(zone)).status, (await ask(zone)).text]).toEqual([503, expect.stringContaining('upstream')]);
    zone.world.clock.spend(10 * 60_000);
    expect((await ask(zone)).status).toBe(200);
    expect((await ask(zone, '/health', APP_HOST.replace('ca.', 'other.'))).status).toBe(404);
  });

  test('an old revision serves on until its successor is healthy', async () => {
    const zone = new ChatZone();
    const first = zone.deploy({ DEPLOYMENT_ID: 'one' });
    const version = async () =>
      (JSON.parse((await ask(zone, '/api/version')).text) as { deployment_id: string }).deployment_id;
    zone.deploy({ DEPLOYMENT_ID: 'two' }, { wait: false });
    expect(await version()).toBe('one');
    zone.world.clock.spend(10 * 60_000);
    expect(await version()).toBe('two');
    expect(zone.revision(first.name).properties).toMatchObject({ active: false, runningState: 'Stopped' });
    zone.deploy({ DEPLOYMENT_ID: 'three', OAUTH_CODE_CHALLENGE_METHOD: 'plain' });
    expect(await version()).toBe('two');
  });

  test('two revisions one after the other: the later stays', async () => {
    const zone = new ChatZone();
    zone.deploy({ DEPLOYMENT_ID: 'one' }, { wait: false });
    const second = zone.deploy({ DEPLOYMENT_ID: 'two' }, { wait: false });
    zone.world.clock.spend(10 * 60_000);
    expect(zone.revision(second.name).properties).toMatchObject({ active: true, healthState: 'Healthy' });
    expect((await ask(zone, '/api/version')).text).toContain('"two"');
  });

  test('a revision by its own name, and nothing when all are stopped', async () => {
    const zone = new ChatZone();
    const revision = zone.deploy();
    expect((await ask(zone, '/health', textAt(revision.properties, 'fqdn'))).status).toBe(200);
    const actions = definitions.get('microsoft.app/containerapps/revisions')?.actions;
    const context = { world: zone.world, body: null, query: new URLSearchParams(), principalId: '' };
    await actions?.['deactivate']?.({ ...context, resource: zone.revision(revision.name) });
    expect((await ask(zone)).status).toBe(404);
    await actions?.['activate']?.({ ...context, resource: zone.revision(revision.name) });
    expect((await ask(zone)).status).toBe(200);
  });

  test('weights decide in multiple mode', async () => {
    const zone = new ChatZone();
    const old = zone.deploy({ DEPLOYMENT_ID: 'old' }, { configuration: { activeRevisionsMode: 'Multiple' } });
    const traffic = [
      { revisionName: old.name, weight: 80 },
      { latestRevision: true, weight: 20 },
    ];
    zone.deploy({ DEPLOYMENT_ID: 'new' }, { configuration: { activeRevisionsMode: 'Multiple' }, ingress: { traffic } });
    expect((await ask(zone, '/api/version')).text).toContain('"old"');
  });

  test('a running container keeps what it was started with; a restart reads again', async () => {
    const zone = new ChatZone();
    zone.put(VAULT, 'Microsoft.KeyVault/vaults', {
      accessPolicies: [{ objectId: 'app', permissions: { secrets: ['get'] } }],
    });
    const secret = (value: string): void => {
      zone.put(`${VAULT}/secrets/password`, 'Microsoft.KeyVault/vaults/secrets', {}, { secrets: { value } });
    };
    secret('first');
    const identity = NETWORK.replace('Microsoft.Network', 'Microsoft.ManagedIdentity/userAssignedIdentities/id-app');
    zone.put(identity, 'Microsoft.ManagedIdentity/userAssignedIdentities', { principalId: 'app' });
    const secrets = [{ name: 'id', keyVaultUrl: 'https://kv.vault.azure.net/secrets/password', identity }];
    const revision = zone.deploy({}, { env: [{ name: 'DEPLOYMENT_ID', secretRef: 'id' }], secrets });
    secret('second');
    expect((await ask(zone, '/api/version')).text).toContain('"first"');
    zone.world.store.delete(`${VAULT}/secrets/password`);
    expect((await ask(zone, '/api/version')).text).toContain('"first"');
    secret('third');
    const context = { world: zone.world, body: null, query: new URLSearchParams(), principalId: '' };
    const restart = definitions.get('microsoft.app/containerapps/revisions')?.actions?.['restart'];
    await restart?.({ ...context, resource: zone.revision(revision.name) });
    expect((await ask(zone, '/api/version')).text).toContain('"third"');
  });

  test('literal secrets, in the order of the list', async () => {
    const zone = new ChatZone();
    zone.deploy(
      {},
      {
        env: [{ name: 'DEPLOYMENT_ID', secretRef: 'b' }],
        secrets: [{ name: 'a' }, { name: 'b' }],
        secretValues: { 'configuration.secrets[0].value': 'wrong', 'configuration.secrets[1].value': 'right' },
      },
    );
    expect((await ask(zone, '/api/version')).text).toContain('"right"');
  });

  test('plain HTTP is sent to HTTPS unless it is allowed', async () => {
    const zone = new ChatZone();
    zone.deploy();
    const answer = await ask(zone, '/health', APP_HOST, 'http');
    expect([answer.status, answer.headers['location']]).toEqual([301, `https://${APP_HOST}/health`]);
    zone.deploy({}, { ingress: { allowInsecure: true } });
    expect((await ask(zone, '/health', APP_HOST, 'http')).status).toBe(200);
  });

  const unreachable: readonly (readonly [string, (zone: ChatZone) => void, RegExp])[] = [
    ['without the record', (zone) => zone.world.store.delete(record(zone)), /cannot be resolved/],
    [
      'with a record that points elsewhere',
      (zone) => {
        point(zone, '10.10.5.11');
      },
      /Nothing listens at 10\.10\.5\.11/,
    ],
    [
      'with a record that points out of the networks',
      (zone) => {
        point(zone, '10.99.0.1');
      },
      /timed out/,
    ],
  ];
  test.each(unreachable)('no connection %s', async (_what, change, reason) => {
    const zone = new ChatZone();
    zone.deploy();
    change(zone);
    expect(await ask(zone)).toMatchObject({ status: 0, text: expect.stringMatching(reason) as string });
  });

  test('nor from the internet, nor from a VNet without the zone', async () => {
    const zone = new ChatZone();
    zone.deploy();
    for (const place of [INTERNET, { kind: 'vnet', vnetId: HUB } as const])
      expect((await zone.send('GET', `https://${APP_HOST}/health`, { place })).status).toBe(0);
  });

  test('an image that the twin does not know is refused by name', async () => {
    const zone = new ChatZone();
    zone.deploy({}, { image: 'docker.io/library/nginx:1' });
    expect(await ask(zone)).toMatchObject({ status: 501, text: expect.stringContaining('nginx') as string });
  });
});

function record(zone: ChatZone): string {
  const [found] = zone.world.store.ofType('Microsoft.Network/privateDnsZones/A').filter(({ name }) => name === '*');
  return found?.id ?? APP;
}

function point(zone: ChatZone, ipv4Address: string): void {
  zone.put(record(zone), 'Microsoft.Network/privateDnsZones/A', { aRecords: [{ ipv4Address }] });
}
