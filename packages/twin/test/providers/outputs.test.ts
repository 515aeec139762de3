import { describe, expect, it } from 'vitest';
import type { JsonObject, Resource } from '../../src/kernel/store.ts';
import { setJobRunner } from '../../src/providers/app/job-runner.ts';
import { endExecution } from '../../src/providers/app/jobs.ts';
import { definitions, operations } from '../../src/providers/index.ts';
import { objectsAt, textAt, valueAt } from '../../src/providers/common/json.ts';
import { durationOf, DURATIONS } from '../../src/providers/durations.ts';
import type { DurationKey } from '../../src/providers/durations.ts';
import { Bench } from './bench.ts';
import { IDS, LOCATION, landscape, writes } from './landscape.ts';

const NSG = 'Microsoft.Network/networkSecurityGroups/nsg';
const whole = landscape();
const at = (id: string, path: string) => valueAt(whole.get(id).properties, path);
const bodies = new Map<string, JsonObject>(
  writes((id) => whole.id(id), whole.world.tenant.tenantId).map(([id, body]) => [id, body]),
);

describe('a finished landing zone', () => {
  it('gives API Management the first free address of its subnet', () => {
    expect(at(IDS.apim, 'privateIPAddresses')).toEqual(['10.10.0.4']);
    expect(at(IDS.apim, 'gatewayUrl')).toBe('https://apim-contoso.azure-api.net');
    expect(at(IDS.apim, 'publicIPAddresses')).toEqual([
      at('Microsoft.Network/publicIPAddresses/pip-gateway', 'ipAddress'),
    ]);
    expect(whole.text(IDS.apim, 'platformVersion')).toMatch(/^stv2/);
  });

  it('connects both sides of a peering', () => {
    expect(at(`${IDS.hub}/virtualNetworkPeerings/to-spoke`, 'peeringState')).toBe('Connected');
    expect(at(`${IDS.spoke}/virtualNetworkPeerings/to-hub`, 'peeringState')).toBe('Connected');
    expect(objectsAt(whole.get(IDS.hub).properties, 'virtualNetworkPeerings')).toHaveLength(1);
  });

  it('shows the subnets of a VNet as they are, whoever wrote them', () => {
    expect(objectsAt(whole.get(IDS.spoke).properties, 'subnets').map((subnet) => textAt(subnet, 'name'))).toEqual([
      'ingress',
      'apps',
      'private-endpoints',
      'postgres',
      'free',
    ]);
  });

  it('gives a private endpoint a network interface, an address and a DNS record', () => {
    const card = whole.get(
      textAt(
        objectsAt(whole.get('Microsoft.Network/privateEndpoints/pe-vault').properties, 'networkInterfaces')[0],
        'id',
      ) ?? '',
    );
    expect(textAt(objectsAt(card.properties, 'ipConfigurations')[0], 'properties.privateIPAddress')).toBe('10.10.5.68');
    expect(at('Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/A/kv-contoso', 'aRecords')).toEqual([
      { ipv4Address: '10.10.5.68' },
    ]);
    expect(objectsAt(whole.get(IDS.vault).properties, 'privateEndpointConnections')).toHaveLength(1);
  });

  it('puts the Container Apps environment into its subnet and the app under its domain', () => {
    expect(at(IDS.environment, 'staticIp')).toBe('10.10.5.4');
    const domain = whole.text(IDS.environment, 'defaultDomain');
    expect(domain).toMatch(/\.swedencentral\.azurecontainerapps\.io$/);
    expect(at(IDS.app, 'configuration.ingress.fqdn')).toBe(`ca-contoso.${domain}`);
    expect(at(IDS.app, 'latestRevisionFqdn')).toBe(`${whole.text(IDS.app, 'latestRevisionName')}.${domain}`);
    expect(at(IDS.app, 'configuration.secrets')).toEqual([
      {
        name: 'webui-secret-key',
        keyVaultUrl: 'https://kv-contoso.vault.azure.net/secrets/webui-secret-key',
        identity: whole.id(IDS.identity),
      },
    ]);
  });

  it('computes every other output that templates read', () => {
    expect(at(IDS.vault, 'vaultUri')).toBe('https://kv-contoso.vault.azure.net/');
    expect(at(IDS.server, 'fullyQualifiedDomainName')).toBe('psql-contoso.postgres.database.azure.com');
    expect(at(IDS.storage, 'primaryEndpoints.blob')).toBe('https://stcontoso.blob.core.windows.net/');
    expect(at(IDS.foundry, 'endpoint')).toBe('https://aif-contoso.cognitiveservices.azure.com/');
    expect(at('Microsoft.Network/publicIPAddresses/pip-ingress', 'dnsSettings.fqdn')).toBe(
      'contoso.swedencentral.cloudapp.azure.com',
    );
    for (const [id, path] of [
      [IDS.identity, 'principalId'],
      [IDS.identity, 'clientId'],
      [IDS.workspace, 'customerId'],
      [IDS.hub, 'resourceGuid'],
      [IDS.component, 'AppId'],
    ] as const) {
      expect(at(id, path), path).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(at(`${IDS.foundry}/deployments/gpt-5-mini`, 'model.version')).toBe('2025-08-07');
  });

  it('never shows what was secret', () => {
    const shown = JSON.stringify([...whole.world.store.all()].map(({ properties }) => properties));
    for (const secret of ['Xy7-long-enough', 'a secret', 'InstrumentationKey=x']) expect(shown).not.toContain(secret);
  });

  it('loses what a full list of subnets or of rules leaves out', () => {
    const bench = new Bench(whole);
    showAfter(bench, IDS.spoke);
    showAfter(bench, NSG);
    expect(bench.world.store.has(bench.id(`${IDS.spoke}/subnets/free`))).toBe(false);
    expect(bench.world.store.has(bench.id(`${NSG}/securityRules/extra`))).toBe(false);
  });

  const stable = [...bodies.keys()].filter((id) => id !== IDS.spoke && id !== NSG);
  it.each(stable)('%s does not change when it is written again', (id) => {
    const bench = new Bench(whole);
    const before = bench.show(id);
    const after = showAfter(bench, id);
    expect(withoutClock(after)).toEqual(withoutClock(before));
  });
});

function showAfter(bench: Bench, id: string): Resource {
  bench.put(id, bodies.get(id) ?? {});
  return bench.show(id);
}

const NEW_WITH_EVERY_WRITE = new Set(['etag', 'secretUriWithVersion', 'updated', 'createdDate', 'timeStampUtc']);

function withoutClock({ properties }: Resource): unknown {
  const keep = (key: string, value: unknown): unknown => (NEW_WITH_EVERY_WRITE.has(key) ? undefined : value);
  return JSON.parse(JSON.stringify(properties, keep)) as unknown;
}

describe('container apps', () => {
  it('get a healthy revision and replicas a while after they are provisioned', () => {
    const bench = new Bench(whole);
    const revision = `${IDS.app}/revisions/${whole.text(IDS.app, 'latestRevisionName')}`;
    const template = {
      ...(bodies.get(IDS.app)?.['properties'] as JsonObject),
      template: {
        containers: [{ name: 'open-webui', image: 'ghcr.io/open-webui/open-webui:v0.12.0' }],
        scale: { minReplicas: 2, maxReplicas: 3 },
      },
    };
    bench.put(IDS.app, { ...bodies.get(IDS.app), properties: template });
    const next = `${IDS.app}/revisions/${bench.text(IDS.app, 'latestRevisionName')}`;
    expect(next).not.toBe(revision);
    expect(bench.get(next).properties).toMatchObject({ healthState: 'None', runningState: 'Activating' });
    expect(definitions.get('microsoft.app/containerapps/revisions')?.isPending?.(bench.get(next), bench.world)).toBe(
      true,
    );
    bench.world.clock.spend(10 * 60_000);
    expect(bench.get(next).properties).toMatchObject({ healthState: 'Healthy', runningState: 'Running', active: true });
    expect(bench.world.store.below(bench.id(next))).toHaveLength(2);
    // Single revision mode: the old one goes when the new one is healthy.
    expect(bench.get(revision).properties).toMatchObject({ active: false });
  });

  it('stay unhealthy when the ingress asks another port than the image listens on', () => {
    const bench = new Bench(whole);
    const properties = bodies.get(IDS.app)?.['properties'] as JsonObject;
    const configuration = {
      ...(properties['configuration'] as JsonObject),
      ingress: { external: true, targetPort: 3000 },
    };
    bench.put('Microsoft.App/containerApps/ca-wrong', {
      ...bodies.get(IDS.app),
      properties: { ...properties, configuration },
    });
    bench.world.clock.spend(10 * 60_000);
    const name = bench.text('Microsoft.App/containerApps/ca-wrong', 'latestRevisionName');
    expect(bench.get(`Microsoft.App/containerApps/ca-wrong/revisions/${name}`).properties).toMatchObject({
      healthState: 'Unhealthy',
      runningState: 'Failed',
    });
  });

  it('a job starts executions through the runner of its world', async () => {
    const bench = new Bench(whole);
    const ran: string[] = [];
    setJobRunner(bench.world, (_world, job, execution) => {
      ran.push(job.name);
      endExecution(bench.world, execution.id, 'Succeeded');
    });
    const start = definitions.get('microsoft.app/jobs')?.actions?.['start'];
    const answer = await start?.({
      resource: bench.get(IDS.job),
      world: bench.world,
      body: null,
      query: new URLSearchParams(),
      principalId: '',
    });
    const { name } = answer?.body as { name: string };
    expect(ran).toEqual(['caj-contoso']);
    expect(bench.get(`${IDS.job}/executions/${name}`).properties).toMatchObject({ status: 'Succeeded' });
    expect(bench.world.store.below(bench.id(`${IDS.job}/executions/${name}`))).toHaveLength(1);
  });
});

describe('deleting', () => {
  it.each([
    ['a subnet in use', `${IDS.spoke}/subnets/apps`, 'InUseSubnetCannotBeDeleted'],
    ['a VNet in use', IDS.spoke, 'InUseSubnetCannotBeDeleted'],
    [
      'a security group in use',
      'Microsoft.Network/networkSecurityGroups/nsg',
      'InUseNetworkSecurityGroupCannotBeDeleted',
    ],
    ['a public address in use', 'Microsoft.Network/publicIPAddresses/pip-ingress', 'PublicIPAddressCannotBeDeleted'],
    ['a linked zone', 'Microsoft.Network/privateDnsZones/privatelink.openai.azure.com', 'CannotDeleteResource'],
    ['an environment with apps', IDS.environment, 'ManagedEnvironmentHasContainerApps'],
    ['a secret, through ARM', `${IDS.vault}/secrets/webui-secret-key`, 'HttpMethodNotAllowed'],
  ])('%s is refused', (_what, id, code) => {
    expect(new Bench(whole).delete(id)?.code).toBe(code);
  });

  it('a private endpoint takes its record and its interface along', () => {
    const bench = new Bench(whole);
    expect(bench.delete('Microsoft.Network/privateEndpoints/pe-vault')).toBeUndefined();
    const left = bench.world.store.ofType('Microsoft.Network/networkInterfaces').map(({ name }) => name);
    expect(left.filter((name) => name.startsWith('pe-vault'))).toEqual([]);
    expect(
      bench.world.store.has(bench.id('Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/A/kv-contoso')),
    ).toBe(false);
  });

  it.each([
    [
      'Key Vault',
      IDS.vault,
      `providers/Microsoft.KeyVault/locations/{location}/deletedVaults/{name}/purge`,
      { createMode: 'recover' },
    ],
    [
      'Foundry',
      IDS.foundry,
      'providers/Microsoft.CognitiveServices/locations/{location}/resourceGroups/{resourceGroup}/deletedAccounts/{name}',
      { restore: true },
    ],
    [
      'API Management',
      IDS.apim,
      'providers/Microsoft.ApiManagement/locations/{location}/deletedservices/{name}',
      { restore: true },
    ],
  ])('%s holds its name until it is purged or brought back', async (_what, id, path, bringBack) => {
    const name = id.split('/').at(-1) ?? '';
    const body = bodies.get(id) ?? {};
    for (const way of ['purge', 'restore'] as const) {
      const bench = new Bench(whole);
      if (id === IDS.foundry) bench.delete(`${id}/projects/proj`);
      expect(bench.delete(id)).toBeUndefined();
      expect(bench.refusedBy({ id, body })).toBeDefined();
      if (way === 'restore') {
        expect(
          bench.refusedBy({
            id,
            body: { ...body, properties: { ...(body['properties'] as JsonObject), ...bringBack } },
          }),
        ).toBeUndefined();
        continue;
      }
      const purge = operations.find((operation) => operation.path === path && operation.method !== 'GET');
      const answer = await purge?.handle({
        world: bench.world,
        subscriptionId: bench.world.tenant.subscriptionId,
        parameters: { location: LOCATION, resourceGroup: 'rg', name },
        query: new URLSearchParams(),
        body: null,
        principalId: '',
      });
      expect(answer).toMatchObject({ status: 200, wrote: true });
      expect(bench.refusedBy({ id, body })).toBeUndefined();
    }
  });

  it('a recovered vault has its secrets again', () => {
    const bench = new Bench(whole);
    bench.delete(IDS.vault);
    bench.put(IDS.vault, {
      ...bodies.get(IDS.vault),
      properties: { ...(bodies.get(IDS.vault)?.['properties'] as JsonObject), createMode: 'recover' },
    });
    expect(bench.get(`${IDS.vault}/secrets/webui-secret-key`).secrets['value']).toBe('a secret');
  });

  it('what comes back is as it was, whatever the write says beside that', () => {
    const bench = new Bench(whole);
    const recover = { sku: { family: 'A', name: 'standard' }, tenantId: bench.world.tenant.tenantId };
    bench.alter(IDS.vault, { softDeleteRetentionInDays: 33 });
    bench.delete(IDS.vault);
    bench.put(IDS.vault, { ...bodies.get(IDS.vault), properties: { ...recover, createMode: 'recover' } });
    expect(bench.get(IDS.vault).properties['softDeleteRetentionInDays']).toBe(33);
    bench.alter(IDS.foundry, { disableLocalAuth: true });
    bench.delete(`${IDS.foundry}/projects/proj`);
    bench.delete(IDS.foundry);
    bench.put(IDS.foundry, { ...bodies.get(IDS.foundry), properties: { restore: true, disableLocalAuth: false } });
    expect(bench.get(IDS.foundry).properties['disableLocalAuth']).toBe(true);
  });
});

describe('durations', () => {
  it.each(Object.keys(DURATIONS) as DurationKey[])(
    '%s lies within its row, and is the same for the same resource',
    (key) => {
      const [low, , high] = DURATIONS[key];
      for (const id of ['/a', '/b', '/c']) {
        const minutes = durationOf(whole.world, key, id) / 60_000;
        expect(minutes).toBeGreaterThanOrEqual(low - 1e-4);
        expect(minutes).toBeLessThanOrEqual(high + 1e-4);
        expect(durationOf(whole.world, key, id.toUpperCase())).toBe(durationOf(whole.world, key, id));
      }
    },
  );
});
