import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwin, type Twin } from '../../src/index.ts';
import { TestClient } from '../support/client.ts';
import { module, network, publicAddress, request, template } from '../support/templates.ts';

const VERSION = '2025-04-01';
const BELOW = 'providers/Microsoft.Resources/deployments';
const SECRET = 'correct horse battery staple';

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

/** Runs a deployment in the group `rg` to its end; its properties. */
async function deploy(name: string, body: object): Promise<Record<string, unknown>> {
  const path = `resourceGroups/rg/${BELOW}/${name}`;
  const started = await client.arm('PUT', path, VERSION, { body });
  expect(started.status, started.text).toBeLessThan(300);
  for (let state: unknown = 'Running'; state === 'Accepted' || state === 'Running';) {
    state = (await client.send('GET', String(started.headers['azure-asyncoperation']))).json()['status'];
  }
  return (await client.arm('GET', path, VERSION)).json()['properties'] as Record<string, unknown>;
}

function vault(name: string, properties: object = {}): Readonly<Record<string, unknown>> {
  return {
    type: 'Microsoft.KeyVault/vaults',
    apiVersion: '2024-11-01',
    name,
    location: 'swedencentral',
    properties: {
      tenantId: '[tenant().tenantId]',
      sku: { family: 'A', name: 'standard' },
      enableRbacAuthorization: true,
      ...properties,
    },
  };
}

function secret(name: string, value: string, more: object = {}): Readonly<Record<string, unknown>> {
  return { type: 'Microsoft.KeyVault/vaults/secrets', apiVersion: '2024-11-01', name, properties: { value }, ...more };
}

describe('a secret', () => {
  const parameters = { pw: { type: 'securestring' } };
  const reader = (vaultName: string): object => {
    const inner = template(
      'resourceGroup',
      {},
      {
        parameters,
        outputs: {
          length: { type: 'int', value: "[length(parameters('pw'))]" },
          again: { type: 'securestring', value: "[parameters('pw')]" },
        },
      },
    );
    const reference = {
      keyVault: { id: `[resourceId('Microsoft.KeyVault/vaults', '${vaultName}')]` },
      secretName: 'pw',
    };
    return module(`read-${vaultName}`, inner, { dependsOn: ['secret'] }, { pw: { reference } });
  };

  it('is written by a secure parameter, read by a module through the vault, and never shown', async () => {
    const properties = await deploy(
      'secret',
      request(
        template(
          'resourceGroup',
          {
            vault: vault('kv-open-1', { enabledForTemplateDeployment: true }),
            secret: secret('kv-open-1/pw', "[parameters('pw')]", { dependsOn: ['vault'] }),
            reader: reader('kv-open-1'),
          },
          { parameters, outputs: { length: { type: 'int', value: "[reference('reader').outputs.length.value]" } } },
        ),
        { pw: { value: SECRET } },
      ),
    );
    expect(properties).toMatchObject({ provisioningState: 'Succeeded', outputs: { length: { value: SECRET.length } } });
    const shown = await Promise.all(
      ['', '/operations', '/exportTemplate'].map((tail) =>
        client.arm(tail === '/exportTemplate' ? 'POST' : 'GET', `resourceGroups/rg/${BELOW}/secret${tail}`, VERSION),
      ),
    );
    const nested = await client.arm('GET', `resourceGroups/rg/${BELOW}/read-kv-open-1`, VERSION);
    const stored = await client.arm(
      'GET',
      'resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-open-1/secrets/pw',
      '2024-11-01',
    );
    expect(stored.status).toBe(200);
    for (const answer of [...shown, nested, stored]) expect(answer.text).not.toContain(SECRET);
  });

  it('of a vault that is not open to templates cannot be read', async () => {
    const resources = {
      vault: vault('kv-closed-1'),
      secret: secret('kv-closed-1/pw', 'x', { dependsOn: ['vault'] }),
      reader: reader('kv-closed-1'),
    };
    const properties = await deploy('closed', request(template('resourceGroup', resources)));
    expect(properties).toMatchObject({
      provisioningState: 'Failed',
      error: { details: [{ code: 'KeyVaultParameterReferenceSecretRetrieveFailed' }] },
    });
  });

  it('made only where it does not exist keeps its first value', async () => {
    const resources = {
      vault: vault('kv-once-1'),
      secret: secret('kv-once-1/pw', "[parameters('pw')]", {
        dependsOn: ['vault'],
        '@options': { onlyIfNotExists: true },
      }),
    };
    const body = template('resourceGroup', resources, {
      parameters: { pw: { type: 'securestring', defaultValue: '[newGuid()]' } },
    });
    const stored = (): string | undefined =>
      twin.world.store.ofType('Microsoft.KeyVault/vaults/secrets').find(({ id }) => id.includes('kv-once-1'))?.secrets[
        'value'
      ];
    await deploy('once', request(body));
    const first = stored();
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    await deploy('once', request(body));
    expect(stored()).toBe(first);
  });
});

describe('retryOn', () => {
  const assignment = (principalId: string, options: object): Readonly<Record<string, unknown>> => ({
    type: 'Microsoft.Authorization/roleAssignments',
    apiVersion: '2022-04-01',
    name: "[guid(resourceGroup().id, 'retry')]",
    properties: {
      principalId,
      roleDefinitionId:
        "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')]",
    },
    '@options': options,
  });

  it('tries again in virtual time, as often as it is told, and then gives up', async () => {
    const nobody = '00000000-0000-4000-8000-000000000001';
    const before = twin.world.clock.now;
    const plain = await deploy('plain', request(template('resourceGroup', { role: assignment(nobody, {}) })));
    const afterPlain = twin.world.clock.now;
    const retried = await deploy(
      'retried',
      request(template('resourceGroup', { role: assignment(nobody, { retryOn: [['PrincipalNotFound'], 3] }) })),
    );
    expect([plain['provisioningState'], retried['provisioningState']]).toEqual(['Failed', 'Failed']);
    expect(JSON.stringify(retried['error'])).toContain('PrincipalNotFound');
    expect(afterPlain - before).toBe(0);
    // 5, 10 and 20 seconds.
    expect(twin.world.clock.now - afterPlain).toBe(35_000);
  });
});

describe('what a template may ask of Azure while it runs', () => {
  it('is the state of other resources, whole or in part, and null for what nobody needs to exist', async () => {
    await deploy('given', request(template('resourceGroup', { vnet: network('given', { tags: { a: 'b' } }) })));
    const id = "resourceId('Microsoft.Network/virtualNetworks', 'given')";
    const absent = {
      type: 'Microsoft.Network/virtualNetworks',
      apiVersion: '2025-05-01',
      name: 'absent',
      existing: true,
      '@options': { nullIfNotFound: true },
    };
    const { outputs } = await deploy(
      'asking',
      request(
        template(
          'resourceGroup',
          { absent },
          {
            outputs: {
              state: { type: 'string', value: `[reference(${id}, '2025-05-01').provisioningState]` },
              tag: { type: 'string', value: `[reference(${id}, '2025-05-01', 'full').tags.a]` },
              absent: { type: 'bool', value: "[equals(reference('absent'), null())]" },
            },
          },
        ),
      ),
    );
    expect(outputs).toMatchObject({ state: { value: 'Succeeded' }, tag: { value: 'b' }, absent: { value: true } });
  });

  it('fails where the resource does not exist', async () => {
    const outputs = {
      x: {
        type: 'string',
        value: "[reference(resourceId('Microsoft.Network/virtualNetworks', 'nope'), '2025-05-01').id]",
      },
    };
    expect(await deploy('nothing', request(template('resourceGroup', {}, { outputs })))).toMatchObject({
      provisioningState: 'Failed',
      error: { code: 'DeploymentOutputEvaluationFailed', details: [{ code: 'ResourceNotFound' }] },
    });
  });

  it('fails below a group that is not there', async () => {
    const inner = template('resourceGroup', { ip: publicAddress('elsewhere') });
    const properties = await deploy(
      'no-group',
      request(template('resourceGroup', { m: module('m', inner, { resourceGroup: 'rg-missing' }) })),
    );
    expect(properties).toMatchObject({
      provisioningState: 'Failed',
      error: { details: [{ code: 'ResourceGroupNotFound' }] },
    });
  });
});

describe('what the twin does not do', () => {
  it.each([
    ['complete mode', { mode: 'Complete' }],
    ['linked templates', { templateLink: { uri: 'https://example.com/t.json' } }],
    ['rollback on error', { onErrorDeployment: { type: 'LastSuccessful' } }],
  ])('is answered 501 by name: %s', async (_, properties) => {
    const answer = await client.arm('PUT', `resourceGroups/rg/${BELOW}/x`, VERSION, {
      body: { properties: { template: template('resourceGroup', {}), ...properties } },
    });
    expect([answer.status, answer.json()['error']]).toEqual([501, expect.objectContaining({ code: 'NotImplemented' })]);
  });

  it('leaves extensions such as Microsoft Graph as a failed step that names them', async () => {
    const body = template(
      'resourceGroup',
      { app: { import: 'graph', type: 'Microsoft.Graph/applications@v1.0', properties: { uniqueName: 'x' } } },
      { imports: { graph: { provider: 'MicrosoftGraph', version: '1.0.0' } } },
    );
    const properties = await deploy('graph', request(body));
    expect(JSON.stringify(properties['error'])).toContain('MicrosoftGraph');
  });
});
