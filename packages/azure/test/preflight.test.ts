import { describe, expect, test } from 'vitest';
import {
  checkGateway,
  checkGroupLocation,
  checkLocation,
  checkModels,
  checkProviders,
  checkRights,
  checkSoftDeleted,
  grants,
  registerProviders,
  type AzureClient,
  type Finding,
  type HeldName,
  type WantedModel,
} from '../src/index.ts';
import { azureServer, type Reply } from './support/azure-server.ts';
import { clientOf } from './support/clients.ts';

const SUB = '11111111-1111-1111-1111-111111111111';
const ok = (body: unknown): Reply => ({ status: 200, body, headers: { date: 'Mon, 23 Nov 2026 08:00:00 GMT' } });
const refused = (status: number, code: string): Reply => ({ status, body: { error: { code, message: code } } });
const codes = (findings: readonly Finding[]) => findings.map(({ severity, code }) => `${severity} ${code}`);

async function ask<T>(replies: readonly Reply[], question: (client: AzureClient) => Promise<T>) {
  await using server = await azureServer(replies);
  const answer = await question(clientOf(server));
  expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
  return answer;
}

describe('rights', () => {
  const owner = { actions: ['*'], notActions: [] };
  const contributor = {
    actions: ['*'],
    notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write'],
  };
  const accessAdmin = { actions: ['Microsoft.Authorization/roleAssignments/*', '*/read'], notActions: [] };

  test.each([
    ['an owner', [owner], []],
    ['a contributor who may assign roles', [contributor, accessAdmin], []],
    ['a contributor', [contributor], ['error RightMissing']],
    ['a reader', [{ actions: ['*/read'] }], ['error RightMissing', 'error RightMissing', 'error RightMissing']],
    ['nobody', [], ['error RightMissing', 'error RightMissing', 'error RightMissing']],
  ])('%s', async (_, permissions, expected) => {
    expect(codes(await ask([ok({ value: permissions })], (client) => checkRights(client, SUB)))).toEqual(expected);
  });

  test('patterns cover whole actions without case', () => {
    expect(grants({ actions: ['microsoft.network/*'] }, 'Microsoft.Network/virtualNetworks/write')).toBe(true);
    expect(grants({ actions: ['Microsoft.Network'] }, 'Microsoft.Network/virtualNetworks/write')).toBe(false);
    expect(grants({ actions: ['Microsoft.Network/*/read'] }, 'Microsoft.Network/virtualNetworks/write')).toBe(false);
  });

  test.each([403, 404])('that may not be read (%i) are a warning', async (status) => {
    expect(codes(await ask([refused(status, 'AuthorizationFailed')], (client) => checkRights(client, SUB)))).toEqual([
      'warning NotChecked',
    ]);
  });

  test('an Azure that is down is no warning', async () => {
    await expect(ask([refused(501, 'NotImplemented')], (client) => checkRights(client, SUB))).rejects.toThrow(
      'NotImplemented',
    );
  });
});

describe('places', () => {
  test('a region that is not there is an error with those near it', async () => {
    const locations = ok({ value: [{ name: 'swedencentral' }, { name: 'swedensouth' }] });
    expect(await ask([locations], (client) => checkLocation(client, SUB, 'swedencentral'))).toEqual([]);
    const [finding] = await ask([locations], (client) => checkLocation(client, SUB, 'swedenwest'));
    expect(finding).toMatchObject({
      severity: 'error',
      pointer: '/location',
      remedy: 'Near it: swedencentral, swedensouth.',
    });
  });

  test.each<[string, Reply, string[]]>([
    ['not there yet', refused(404, 'ResourceGroupNotFound'), []],
    ['in the region', ok({ location: 'SwedenCentral' }), []],
    ['elsewhere', ok({ location: 'westeurope' }), ['error InvalidResourceGroupLocation']],
  ])('a resource group that is %s', async (_, reply, expected) => {
    expect(
      codes(
        await ask([reply], (client) =>
          checkGroupLocation(client, `/subscriptions/${SUB}/resourceGroups/rg`, 'swedencentral'),
        ),
      ),
    ).toEqual(expected);
  });
});

describe('deleted names', () => {
  const held: readonly HeldName[] = [
    { kind: 'key-vault', name: 'kv', location: 'swedencentral', resourceGroup: 'rg' },
    { kind: 'foundry', name: 'aif', location: 'swedencentral', resourceGroup: 'rg' },
  ];

  test('each kind is asked for at its own address', async () => {
    await using server = await azureServer([refused(404, 'NotFound')]);
    expect(await checkSoftDeleted(clientOf(server), SUB, held)).toEqual([]);
    expect(server.requests.map(({ path }) => path.split('/providers/')[1])).toEqual([
      'Microsoft.KeyVault/locations/swedencentral/deletedVaults/kv',
      'Microsoft.CognitiveServices/locations/swedencentral/resourceGroups/rg/deletedAccounts/aif',
    ]);
  });

  test('one that holds a name is an error with the command that frees it', async () => {
    const findings = await ask([ok({ name: 'kv' }), refused(404, 'NotFound')], (client) =>
      checkSoftDeleted(client, SUB, held),
    );
    expect(codes(findings)).toEqual(['error NameHeldByDeletedResource']);
    expect(findings[0]?.remedy).toContain('az keyvault purge --name kv');
  });
});

describe('models', () => {
  const wanted: WantedModel = {
    name: 'chat',
    model: 'gpt-5-mini',
    format: 'OpenAI',
    sku: 'GlobalStandard',
    capacity: 50,
    versionUpgrade: 'OnceNewDefaultVersionAvailable',
  };
  const entry = (more: object = {}, sku: object = {}) => ({
    model: {
      name: 'gpt-5-mini',
      format: 'OpenAI',
      version: '2025-08-07',
      isDefaultVersion: true,
      skus: [{ name: 'GlobalStandard', usageName: 'OpenAI.GlobalStandard.gpt-5-mini', ...sku }],
      ...more,
    },
  });
  const usage = (currentValue: number) => ({
    name: { value: 'OpenAI.GlobalStandard.gpt-5-mini' },
    currentValue,
    limit: 100,
  });

  test.each<[string, object[], object[], Partial<WantedModel>, string[]]>([
    ['fits', [entry()], [usage(50)], {}, []],
    ['is not in the region', [], [], {}, ['error ModelNotInRegion']],
    ['is of another format', [entry()], [], { format: 'xAI' }, ['error ModelNotInRegion']],
    ['is not there in the version', [entry()], [], { version: '1' }, ['error ModelVersionNotInRegion']],
    ['is not offered as the SKU', [entry()], [], { sku: 'Standard' }, ['error ModelSkuNotInRegion']],
    [
      'retires soon',
      [entry({}, { deprecationDate: '2026-12-24T00:00:00Z' })],
      [usage(0)],
      {},
      ['warning ModelRetiresSoon'],
    ],
    ['retires one day', [entry({}, { deprecationDate: '2027-12-24T00:00:00Z' })], [usage(0)], {}, []],
    [
      'is retired',
      [entry({ deprecation: { inference: '2026-11-01T00:00:00Z' } })],
      [usage(0)],
      {},
      ['error ModelRetired'],
    ],
    ['takes no new deployments', [entry({ lifecycleStatus: 'Deprecated' })], [usage(0)], {}, ['error ModelRetired']],
    ['is of a size there is', [entry({}, { capacity: { minimum: 15, step: 5 } })], [usage(0)], {}, []],
    [
      'is of no size there is',
      [entry({}, { capacity: { minimum: 15, step: 5 } })],
      [usage(0)],
      { capacity: 52 },
      ['error ModelCapacity'],
    ],
    ['is too small', [entry({}, { capacity: { minimum: 100 } })], [usage(0)], {}, ['error ModelCapacity']],
    ['is too large', [entry({}, { capacity: { maximum: 1 } })], [usage(0)], {}, ['error ModelCapacity']],
    ['needs more than is free', [entry()], [usage(51)], {}, ['error InsufficientQuota']],
    ['has no known quota', [entry()], [], {}, []],
  ])('one that %s', async (_, catalogue, usages, more, expected) => {
    const question = (client: AzureClient) => checkModels(client, SUB, 'swedencentral', [{ ...wanted, ...more }]);
    expect(codes(await ask([ok({ value: catalogue }), ok({ value: usages })], question))).toEqual(expected);
  });

  const account = `/subscriptions/${SUB}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/aif`;
  const deployment = (model: string, sku: string) => ({
    name: 'chat',
    sku: { name: sku, capacity: 50 },
    properties: { model: { name: model, format: 'OpenAI' } },
  });
  test.each([
    [
      'what its deployment holds already is not asked for again',
      ok({ value: [deployment(wanted.model, wanted.sku)] }),
      [],
    ],
    [
      'another model of that name holds another quota',
      ok({ value: [deployment('other', wanted.sku)] }),
      ['error InsufficientQuota'],
    ],
    [
      'another SKU of that name holds another quota',
      ok({ value: [deployment(wanted.model, 'Standard')] }),
      ['error InsufficientQuota'],
    ],
    ['an account that does not exist holds nothing', refused(404, 'ResourceNotFound'), ['error InsufficientQuota']],
  ])('of a full quota, %s', async (_, deployments, expected) => {
    const question = (client: AzureClient) => checkModels(client, SUB, 'swedencentral', [wanted], account);
    const replies = [ok({ value: [entry()] }), ok({ value: [usage(100)] }), deployments];
    expect(codes(await ask(replies, question))).toEqual(expected);
  });

  test.each([
    ['a version that is moved in time', '2026-12-24', 'OnceCurrentVersionExpired', 'Foundry moves it'],
    ['a version that stays until it stops', '2026-12-24', 'NoAutoUpgrade', 'it stops answering then'],
    ['a version that is gone', '2026-11-01', 'OnceNewDefaultVersionAvailable', 'was retired'],
    ['a version with years to go', '2028-12-24', 'NoAutoUpgrade', undefined],
  ])('where what is deployed is %s', async (_, retires, versionUpgrade, says) => {
    const old = entry({ version: '2024-01-01', isDefaultVersion: false }, { deprecationDate: `${retires}T00:00:00Z` });
    const deployed = { ...deployment(wanted.model, wanted.sku) };
    deployed.properties = { model: { ...deployed.properties.model, version: '2024-01-01' } } as never;
    const question = (client: AzureClient) =>
      checkModels(client, SUB, 'swedencentral', [{ ...wanted, versionUpgrade }], account);
    const replies = [ok({ value: [entry(), old] }), ok({ value: [usage(0)] }), ok({ value: [deployed] })];
    const findings = await ask(replies, question);
    expect(codes(findings)).toEqual(says === undefined ? [] : ['warning DeployedModelRetires']);
    if (says !== undefined) expect(findings[0]?.message).toContain(says);
  });

  test('a finding points into the environment file', async () => {
    const question = (client: AzureClient) =>
      checkModels(client, SUB, 'swedencentral', [wanted, { ...wanted, capacity: 500 }]);
    const findings = await ask([ok({ value: [entry()] }), ok({ value: [usage(0)] })], question);
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/models/1/capacity']);
    expect(findings[0]?.message).toContain('needs 500');
  });
});

describe('resource providers', () => {
  test('those not registered are one warning', async () => {
    const list = ok({
      value: [
        { namespace: 'microsoft.network', registrationState: 'Registered' },
        { namespace: 'Microsoft.App', registrationState: 'NotRegistered' },
      ],
    });
    const findings = await ask([list], (client) => checkProviders(client, SUB));
    expect(codes(findings)).toEqual(['warning ProviderNotRegistered']);
    expect(findings[0]?.message).toContain('Microsoft.App');
    expect(findings[0]?.message).not.toContain('Microsoft.Network');
  });

  test('are registered, and waited for', async () => {
    await using server = await azureServer([
      ok({}),
      ok({ registrationState: 'Registering' }),
      ok({ registrationState: 'Registered' }),
    ]);
    await registerProviders(clientOf(server), SUB, ['Microsoft.App']);
    expect(server.requests.map(({ method, path }) => `${method} ${path.split('/providers/')[1] ?? ''}`)).toEqual([
      'POST Microsoft.App/register',
      'GET Microsoft.App',
      'GET Microsoft.App',
    ]);
  });
});

describe('the gateway', () => {
  const wanted = { id: '/subscriptions/s/x', name: 'apim-x', sku: 'StandardV2', location: 'swedencentral' };
  const offered = (...locations: readonly string[]) => ok({ value: [{ name: 'StandardV2', locations }] });
  const service = (name: string, provisioningState = 'Succeeded') =>
    ok({ sku: { name, capacity: 1 }, properties: { provisioningState } });
  const absent = refused(404, 'ResourceNotFound');

  test.each([
    ['a region that offers the tier', offered('Sweden Central', 'westeurope'), absent, []],
    ['a region that does not', offered('West Europe'), absent, ['error GatewayTierNotInRegion']],
    ['a tier that Azure does not list', ok({ value: [] }), absent, []],
    ['a list that may not be read', refused(403, 'AuthorizationFailed'), absent, ['warning NotChecked']],
    ['a service of the same tier', offered('swedencentral'), service('StandardV2'), []],
    ['one that failed', offered('swedencentral'), service('StandardV2', 'Failed'), ['error GatewayFailed']],
    ['one of a classic tier', offered('swedencentral'), service('Developer'), ['error GatewayTierCannotChange']],
    ['another V2 tier', offered('swedencentral'), service('PremiumV2'), ['error GatewayTierCannotChange']],
  ])('%s', async (_, skus, existing, expected) => {
    expect(codes(await ask([skus, existing], (client) => checkGateway(client, SUB, wanted)))).toEqual(expected);
  });

  test('changes among the classic tiers', async () => {
    const replies = [ok({ value: [] }), service('Developer', 'Failed')];
    const check = (client: AzureClient) => checkGateway(client, SUB, { ...wanted, sku: 'Premium' });
    expect(await ask(replies, check)).toEqual([]);
  });
});
