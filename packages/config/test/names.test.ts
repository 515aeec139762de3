import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEnvironment, namesOf, type Names } from '../src/index.ts';
import { example } from './broken/index.ts';

/** Everything that the schema's pattern allows. */
const candidate = fc.stringMatching(/^[a-z][a-z0-9-]{1,18}[a-z0-9]$/);
/** What the rules allow, too. */
const allowed = candidate.filter(
  (name) => loadEnvironment(example.replace('contoso-dev', `"${name}"`), 'dev.yml').environment !== undefined,
);

/** Azure's rules for names: resource-name-rules of Azure Resource Manager. Global ones have a public endpoint. */
const limits: readonly (readonly [what: string, rule: RegExp, pick: (names: Names) => string])[] = [
  ['resource group', /^[\w.()-]{0,89}[\w()-]$/, (names) => names.hub.resourceGroup],
  ['resource group', /^[\w.()-]{0,89}[\w()-]$/, (names) => names.spoke.resourceGroup],
  ['virtual network', /^[a-zA-Z0-9][\w.-]{0,62}\w$/, (names) => names.hub.vnet],
  ['virtual network', /^[a-zA-Z0-9][\w.-]{0,62}\w$/, (names) => names.spoke.vnet],
  ['API Management', /^[a-zA-Z](?:[a-zA-Z0-9-]{0,48}[a-zA-Z0-9])?$/, (names) => names.hub.apim],
  ['host label', /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]\.azure-api\.net$/, (names) => names.hub.gatewayHost],
  ['identity', /^[a-zA-Z0-9][\w-]{2,127}$/, (names) => names.hub.gatewayIdentity.name],
  ['identity', /^[a-zA-Z0-9][\w-]{2,127}$/, (names) => names.spoke.ingressIdentity.name],
  ['Log Analytics', /^[a-zA-Z0-9][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$/, (names) => names.hub.logAnalytics],
  ['App Insights', /^[^%&\\?/]{1,259}[^%&\\?/. ]$/, (names) => names.hub.appInsights],
  ['Key Vault', /^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/, (names) => names.spoke.keyVault],
  ['PostgreSQL', /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, (names) => names.spoke.postgres],
  ['storage account', /^[a-z0-9]{3,24}$/, (names) => names.spoke.storageAccount],
  ['Container Apps environment', /^(?!.*--)[a-z][a-z0-9-]{0,58}[a-z0-9]$/, (names) => names.spoke.containerEnvironment],
  ['container app', /^(?!.*--)[a-z][a-z0-9-]{0,30}[a-z0-9]$/, (names) => names.spoke.containerApp],
  ['Container Apps job', /^(?!.*--)[a-z][a-z0-9-]{0,30}[a-z0-9]$/, (names) => names.spoke.smokeJob],
  ['Foundry account', /^[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9]$/, (names) => names.spoke.foundry],
  ['Foundry project', /^[a-zA-Z0-9][\w.-]{1,63}$/, (names) => names.spoke.foundryProject],
  ['Application Gateway', /^[a-zA-Z0-9][\w.-]{0,78}\w$/, (names) => names.spoke.applicationGateway],
  ['WAF policy', /^[a-zA-Z0-9][\w.-]{0,126}\w$/, (names) => names.spoke.wafPolicy],
  ['public IP', /^[a-zA-Z0-9][\w.-]{0,78}\w$/, (names) => names.spoke.ingressPublicIp],
  ...(['hubNetwork', 'hubServices', 'hubGateway', 'spoke'] as const).map(
    (deployment) => ['deployment', /^[-\w.()]{1,64}$/, (names: Names) => names.deployments[deployment]] as const,
  ),
];

const subscription = '11111111-2222-3333-4444-555555555555';

describe('names of an allowed environment', () => {
  it.each(limits)('%s fits %s', (_, rule, pick) => {
    fc.assert(
      fc.property(allowed, fc.uuid(), (name, id) => {
        expect(pick(namesOf({ name, hub: { kind: 'own' } }, id))).toMatch(rule);
      }),
      {
        numRuns: 60,
        examples: [
          ['abcdefghijklmnopqrst', '11111111-2222-3333-4444-555555555555'],
          ['a-b-c-d-e-f-g-h-i-j0', '11111111-2222-3333-4444-555555555555'],
        ],
      },
    );
  });

  it('hold no word that Azure reserves, hyphens or not', () => {
    for (const name of ['my-microsoft', 'micro-soft', 'win-dows', 'login', 'log-in-chat']) {
      expect(loadEnvironment(example.replace('contoso-dev', name), 'dev.yml').mistakes?.[0]?.path).toBe('name');
    }
  });

  it('stay the same for one environment and subscription, and differ for another one', () => {
    const hub = { kind: 'own' } as const;
    const names = namesOf({ name: 'contoso-dev', hub }, subscription);
    expect(namesOf({ name: 'contoso-dev', hub }, subscription.toUpperCase()).hub.apim).toBe(names.hub.apim);
    expect(namesOf({ name: 'contoso-dev', hub }, subscription.replace('1', '9')).hub.apim).not.toBe(names.hub.apim);
    const other = namesOf({ name: 'contoso-de-v', hub }, subscription);
    expect(other.spoke.storageAccount).not.toBe(names.spoke.storageAccount);
  });
});

describe('names of a spoke on the hub of another environment', () => {
  const hub = { kind: 'reference', name: 'contoso-hub' } as const;
  const owner = namesOf({ name: 'contoso-hub', hub: { kind: 'own' } }, subscription);
  const spoke = namesOf({ name: 'contoso-chat', hub }, subscription);

  it("are the owner's for the hub, and its own for the spoke", () => {
    expect(spoke.hub).toEqual(owner.hub);
    const { spoke: deployment, spokeApp, ...ofHub } = spoke.deployments;
    expect(spokeApp).toBe('lz-contoso-chat-spoke-app');
    expect(owner.deployments).toMatchObject(ofHub);
    expect(deployment).toBe('lz-contoso-chat-spoke');
    expect(spoke.spoke).toEqual(namesOf({ name: 'contoso-chat', hub: { kind: 'own' } }, subscription).spoke);
  });

  it('follow the hub into another subscription', () => {
    const subscriptionId = subscription.replace('1', '9');
    const elsewhere = namesOf({ name: 'contoso-chat', hub: { ...hub, subscriptionId } }, subscription);
    expect(elsewhere.hub).toEqual(namesOf({ name: 'contoso-hub', hub: { kind: 'own' } }, subscriptionId).hub);
    expect(elsewhere.spoke).toEqual(spoke.spoke);
  });

  it('keep what lies on the gateway apart, but for what all spokes share', () => {
    const other = namesOf({ name: 'contoso-team', hub }, subscription);
    expect([spoke.gateway.apiId, other.gateway.apiId]).toEqual(['openai-contoso-chat', 'openai-contoso-team']);
    expect(spoke.gateway.backendId).not.toBe(other.gateway.backendId);
    expect(spoke.gateway.loggerId).toBe(owner.gateway.loggerId);
    expect(owner.gateway).toMatchObject({ apiId: 'openai', backendId: 'foundry' });
  });
});

it('a restored database server keeps the name that the file gives it', () => {
  const restored = namesOf(
    { name: 'contoso', hub: { kind: 'own' }, spoke: { postgres: { server: 'psql-restored' } } },
    '11111111-2222-3333-4444-555555555555',
  );
  expect(restored.spoke.postgres).toBe('psql-restored');
  expect(restored.spoke.postgresId).toMatch(/\/flexibleServers\/psql-restored$/);
});
