import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwin, type Twin } from '../../src/index.ts';
import { TestClient, type TestResponse } from '../support/client.ts';
import { group, module, network, publicAddress, request, template } from '../support/templates.ts';

const VERSION = '2025-04-01';
const BELOW = 'providers/Microsoft.Resources/deployments';

let twin: Twin;
let client: TestClient;
beforeAll(async () => {
  twin = await createTwin();
  client = new TestClient(twin);
  await client.arm('PUT', 'resourceGroups/rg', VERSION, { body: { location: 'swedencentral' } });
});
afterAll(async () => {
  client[Symbol.dispose]();
  await twin.close();
});

interface Shown {
  properties: Record<string, unknown>;
  name: string;
}

/** Starts a deployment in the group `rg` and polls it to its end. */
async function deploy(name: string, body: object): Promise<Shown['properties']> {
  const path = `resourceGroups/rg/${BELOW}/${name}`;
  const started = await client.arm('PUT', path, VERSION, { body });
  expect(started.status, started.text).toBe(201);
  await settle(started);
  return ((await client.arm('GET', path, VERSION)).json() as unknown as Shown).properties;
}

async function settle(started: TestResponse): Promise<void> {
  const url = String(started.headers['azure-asyncoperation']);
  for (let polls = 0; polls < 200; polls += 1) {
    const { status } = (await client.send('GET', url)).json();
    if (status !== 'Accepted' && status !== 'Running') return;
  }
  throw new Error(`${url} does not come to an end.`);
}

async function operations(name: string): Promise<readonly Shown[]> {
  const answer = await client.arm('GET', `resourceGroups/rg/${BELOW}/${name}/operations`, VERSION);
  return (answer.json() as unknown as { value: Shown[] }).value;
}

describe('a subscription deployment', () => {
  it('makes groups, nested deployments in them, and outputs from what they made', async () => {
    const inner = template(
      'resourceGroup',
      { vnet: network('vnet') },
      {
        outputs: {
          id: { type: 'string', value: "[resourceId('Microsoft.Network/virtualNetworks', 'vnet')]" },
          secret: { type: 'securestring', value: 'hidden' },
        },
      },
    );
    const body = template(
      'subscription',
      { rg: group('rg-hub'), net: module('net', inner, { resourceGroup: 'rg-hub', dependsOn: ['rg'] }) },
      {
        outputs: {
          id: { type: 'string', value: "[reference('net').outputs.id.value]" },
          secret: { type: 'securestring', value: "[reference('net').outputs.secret.value]" },
        },
      },
    );
    const started = await client.arm('PUT', `${BELOW}/hub`, VERSION, { body: request(body, {}, 'swedencentral') });
    expect(started.status, started.text).toBe(201);
    expect(started.json()).toMatchObject({ properties: { provisioningState: 'Accepted' } });
    await settle(started);
    const shown = (await client.arm('GET', `${BELOW}/hub`, VERSION)).json();
    const vnet = `/subscriptions/${twin.world.tenant.subscriptionId}/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet`;
    expect(shown['properties']).toMatchObject({
      provisioningState: 'Succeeded',
      outputs: { id: { type: 'String', value: vnet }, secret: { type: 'SecureString' } },
      outputResources: [{ id: vnet.split('/providers/')[0] }, { id: vnet }],
      duration: expect.stringMatching(/^PT[\d.HMS]+$/) as unknown,
    });
    expect(JSON.stringify(shown)).not.toContain('hidden');
    const nested = await client.arm('GET', `resourceGroups/rg-hub/${BELOW}/net`, VERSION);
    expect(nested.json()).toMatchObject({ properties: { provisioningState: 'Succeeded' } });
  });

  it.each([
    ['no location', undefined, 400, 'InvalidDeployment'],
    ['a location that is none', 'mars', 400, 'LocationNotAvailableForResourceType'],
    ['another location than before', 'westeurope', 409, 'InvalidDeploymentLocation'],
  ])('is refused with %s', async (_, location, status, code) => {
    if (code === 'InvalidDeploymentLocation') {
      await settle(
        await client.arm('PUT', `${BELOW}/bound`, VERSION, {
          body: request(template('subscription', {}), {}, 'swedencentral'),
        }),
      );
    }
    const answer = await client.arm('PUT', `${BELOW}/bound`, VERSION, {
      body: request(template('subscription', {}), {}, location),
    });
    expect([answer.status, (answer.json()['error'] as { code: string }).code]).toEqual([status, code]);
  });
});

describe('order and time', () => {
  it('runs what is independent at once and what depends in turn', async () => {
    await deploy(
      'order',
      request(
        template('resourceGroup', {
          a: publicAddress('a'),
          b: publicAddress('b'),
          c: publicAddress('c', { dependsOn: ['a'] }),
        }),
      ),
    );
    const at = (name: string): number => writeOf(name).startedAt;
    expect(at('a')).toBe(at('b'));
    expect(at('c')).toBe(writeOf('a').endedAt);
  });

  it('waits, through an existing resource, for what that one depends on', async () => {
    const existing = {
      type: 'Microsoft.Network/virtualNetworks/subnets',
      apiVersion: '2025-05-01',
      name: 'via/one',
      existing: true,
      dependsOn: ['vnet'],
    };
    await deploy(
      'existing',
      request(
        template('resourceGroup', {
          vnet: network('via'),
          subnet: existing,
          after: publicAddress('after', { dependsOn: ['subnet'] }),
        }),
      ),
    );
    expect(writeOf('after').startedAt).toBe(writeOf('via').endedAt);
  });

  it('runs a serial loop batch by batch', async () => {
    const copy = { name: 'loop', count: 4, mode: 'serial', batchSize: 2 };
    await deploy(
      'loop',
      request(template('resourceGroup', { loop: publicAddress("[format('loop{0}', copyIndex())]", { copy }) })),
    );
    const starts = [0, 1, 2, 3].map((index) => writeOf(`loop${index}`).startedAt);
    expect(starts[0]).toBe(starts[1]);
    expect(starts[2]).toBe(Math.max(writeOf('loop0').endedAt, writeOf('loop1').endedAt));
  });

  it('makes nothing whose condition is false, and nobody waits for it', async () => {
    const { outputResources } = await deploy(
      'condition',
      request(
        template('resourceGroup', {
          no: publicAddress('no', { condition: false }),
          yes: publicAddress('yes', { dependsOn: ['no'] }),
        }),
      ),
    );
    expect(outputResources).toEqual([{ id: expect.stringMatching(/\/yes$/) as unknown }]);
  });
});

describe('a failure', () => {
  const outside = {
    addressSpace: { addressPrefixes: ['10.0.0.0/24'] },
    subnets: [{ name: 'out', properties: { addressPrefix: '192.168.0.0/24' } }],
  };

  it('stops dependents, lets the rest end, and nests its cause as ARM does', async () => {
    // The network waits for an address, so that preflight cannot see the mistake.
    const body = template('resourceGroup', {
      first: publicAddress('first'),
      slow: publicAddress('slow', { dependsOn: ['first'] }),
      bad: network('bad', { dependsOn: ['first'], properties: outside }),
      never: publicAddress('never', { dependsOn: ['bad'] }),
    });
    const properties = await deploy('failing', request(body));
    expect(properties).toMatchObject({
      provisioningState: 'Failed',
      error: { code: 'DeploymentFailed', details: [{ code: 'BadRequest' }] },
    });
    const [detail] = (properties['error'] as { details: { message: string }[] }).details;
    const cause = JSON.parse(detail?.message ?? '') as { error: { code: string } };
    expect(cause.error.code).toBe('NetcfgInvalidSubnet');
    const states = Object.fromEntries(
      (await operations('failing')).map(({ properties: item }) => [
        (item['targetResource'] as { resourceName: string }).resourceName,
        item['provisioningState'],
      ]),
    );
    expect(states).toEqual({ first: 'Succeeded', slow: 'Succeeded', bad: 'Failed' });
  });

  it('of a nested deployment reaches its parent as a leaf', async () => {
    const inner = template('resourceGroup', {
      first: publicAddress('n1'),
      bad: network('n2', { dependsOn: ['first'], properties: outside }),
    });
    const { error } = await deploy('parent', request(template('resourceGroup', { child: module('child', inner) })));
    expect(error).toMatchObject({
      code: 'DeploymentFailed',
      details: [
        {
          code: 'ResourceDeploymentFailure',
          details: [{ code: 'DeploymentFailed', details: [{ code: 'BadRequest' }] }],
        },
      ],
    });
  });

  it.each([
    [
      'a rule that a literal body breaks',
      template('resourceGroup', { bad: network('bad', { properties: outside }) }),
      'InvalidTemplateDeployment',
    ],
    [
      'an unknown type',
      template('resourceGroup', { bad: { type: 'Microsoft.Network/nope', apiVersion: VERSION, name: 'x' } }),
      'InvalidTemplateDeployment',
    ],
    [
      'a missing parameter',
      template('resourceGroup', {}, { parameters: { p: { type: 'string' } } }),
      'InvalidTemplate',
    ],
    ['a template for another scope', template('subscription', {}), 'InvalidSchema'],
  ])('is seen before anything begins: %s', async (_, body, code) => {
    for (const [method, tail] of [
      ['PUT', ''],
      ['POST', '/validate'],
    ] as const) {
      const answer = await client.arm(method, `resourceGroups/rg/${BELOW}/never${tail}`, VERSION, {
        body: request(body),
      });
      expect([answer.status, (answer.json()['error'] as { code: string }).code]).toEqual([400, code]);
    }
  });
});

describe('one name', () => {
  const long = request(template('resourceGroup', { vnet: network('one-name') }));

  it('is active until its deployment ends, and can then be used again', async () => {
    const path = `resourceGroups/rg/${BELOW}/active`;
    const started = await client.arm('PUT', path, VERSION, { body: long });
    const refused = await client.arm('PUT', path, VERSION, { body: long });
    expect([refused.status, refused.json()['error']]).toEqual([
      409,
      expect.objectContaining({ code: 'DeploymentActive' }),
    ]);
    await settle(started);
    const again = await client.arm('PUT', path, VERSION, { body: long });
    expect(again.status).toBe(200);
    await settle(again);
  });

  it('can be cancelled: nothing more begins, what runs goes on', async () => {
    const path = `resourceGroups/rg/${BELOW}/cancelled`;
    const body = template('resourceGroup', {
      first: publicAddress('c1'),
      second: publicAddress('c2', { dependsOn: ['first'] }),
    });
    const started = await client.arm('PUT', path, VERSION, { body: request(body) });
    await client.send('GET', String(started.headers['azure-asyncoperation']));
    await client.send('GET', String(started.headers['azure-asyncoperation']));
    expect((await client.arm('POST', `${path}/cancel`, VERSION)).status).toBe(204);
    expect((await client.arm('GET', path, VERSION)).json()).toMatchObject({
      properties: { provisioningState: 'Canceled' },
    });
    expect((await client.arm('POST', `${path}/cancel`, VERSION)).status).toBe(409);
    const id = `resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses`;
    for (let look = 0; look < 3; look += 1) await client.arm('GET', `${id}/c1`, '2025-05-01');
    expect((await client.arm('GET', `${id}/c1`, '2025-05-01')).json()).toMatchObject({
      properties: { provisioningState: 'Succeeded' },
    });
    expect((await client.arm('GET', `${id}/c2`, '2025-05-01')).status).toBe(404);
  });

  it('is found in lists by state, and can be forgotten', async () => {
    await deploy('listed', request(template('resourceGroup', {})));
    const listed = await client.arm(
      'GET',
      `resourceGroups/rg/${BELOW}?$filter=provisioningState eq 'Succeeded'`,
      VERSION,
    );
    expect((listed.json() as unknown as { value: Shown[] }).value.map(({ name }) => name)).toContain('listed');
    expect((await client.arm('HEAD', `resourceGroups/rg/${BELOW}/listed`, VERSION)).status).toBe(204);
    expect(
      (await client.arm('POST', `resourceGroups/rg/${BELOW}/listed/exportTemplate`, VERSION)).json(),
    ).toMatchObject({ template: { languageVersion: '2.0' } });
    await client.arm('DELETE', `resourceGroups/rg/${BELOW}/listed`, VERSION);
    expect((await client.arm('HEAD', `resourceGroups/rg/${BELOW}/listed`, VERSION)).status).toBe(404);
  });
});

describe('the history of a scope', () => {
  it('holds 800 deployments, and refuses one more', async () => {
    await using own = await createTwin();
    using ownClient = new TestClient(own);
    await ownClient.arm('PUT', 'resourceGroups/rg', VERSION, { body: { location: 'swedencentral' } });
    const body = request(template('resourceGroup', {}));
    await ownClient.arm('PUT', `resourceGroups/rg/${BELOW}/d0`, VERSION, { body });
    const { deployments } = own.arm.state;
    const [[id, first]] = [...deployments] as [[string, typeof deployments extends Map<string, infer D> ? D : never]];
    for (let n = 1; n < 800; n += 1) deployments.set(`${id}-${n}`, { ...first, id: `${first.id}-${n}` });
    const refused = await ownClient.arm('PUT', `resourceGroups/rg/${BELOW}/one-more`, VERSION, { body });
    expect([refused.status, refused.json()['error']]).toEqual([
      409,
      expect.objectContaining({ code: 'DeploymentQuotaExceeded' }),
    ]);
  });
});

describe('a request body as az sends it', () => {
  it('may hold the raw template, comments included, below an unquoted key', async () => {
    const raw = `{ // made by hand\n"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": [], /* none */ "outputs": {"x": {"type": "int", "value": "[add(1, 2)]"}} }`;
    const started = await client.arm('PUT', `resourceGroups/rg/${BELOW}/raw`, VERSION, {
      body: `{"properties": {"parameters": {}, "mode": "Incremental", template: ${raw}}}`,
    });
    await settle(started);
    expect((await client.arm('GET', `resourceGroups/rg/${BELOW}/raw`, VERSION)).json()).toMatchObject({
      properties: { outputs: { x: { type: 'Int', value: 3 } } },
    });
  });
});

describe('the same seed', () => {
  it('gives the same virtual times whatever else a client does meanwhile', async () => {
    const body = request(
      template('resourceGroup', { vnet: network('v'), ip: publicAddress('ip', { dependsOn: ['vnet'] }) }),
    );
    const runs: unknown[] = [];
    for (const otherRequests of [0, 5]) {
      await using own = await createTwin({ seed: 7 });
      using ownClient = new TestClient(own);
      await ownClient.arm('PUT', 'resourceGroups/rg', VERSION, { body: { location: 'swedencentral' } });
      const started = await ownClient.arm('PUT', `resourceGroups/rg/${BELOW}/d`, VERSION, { body });
      for (let state: unknown; state !== 'Succeeded';) {
        state = (await ownClient.send('GET', String(started.headers['azure-asyncoperation']))).json()['status'];
        // Real time goes by, and requests that wait for nothing: neither moves the clock.
        for (let n = 0; n < otherRequests; n += 1) await ownClient.arm('GET', 'locations', '2022-12-01');
      }
      runs.push([own.world.clock.now, own.arm.state.timeline]);
    }
    expect(runs[0]).toEqual(runs[1]);
  });
});

/** The write of a resource, by its name, from the twin's timeline. */
function writeOf(name: string): { startedAt: number; endedAt: number } {
  const entry = twin.arm.state.timeline.find((item) => item.resourceId.endsWith(`/${name}`));
  if (entry?.endedAt === undefined) throw new Error(`${name} was not written.`);
  return { startedAt: entry.startedAt, endedAt: entry.endedAt };
}
