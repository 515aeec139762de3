import { describe, expect, test } from 'vitest';
import { templateNames } from '../src/index.ts';
import { memberAt, snapshotOf, type PredictedResource } from './compiled.ts';
import { scenarios } from './scenarios.ts';

/** What every resource of a type must say, whatever the environment (facts on Azure, section 7). */
const baseline: readonly [string, Readonly<Record<string, unknown>>][] = [
  [
    'Microsoft.ApiManagement/service',
    {
      virtualNetworkType: 'Internal',
      legacyPortalStatus: 'Disabled',
      'apiVersionConstraint.minApiVersion': '2021-08-01',
    },
  ],
  [
    'Microsoft.KeyVault/vaults',
    {
      enableRbacAuthorization: true,
      publicNetworkAccess: 'Disabled',
      enabledForTemplateDeployment: true,
      enableSoftDelete: true,
      enablePurgeProtection: undefined,
      'networkAcls.bypass': 'AzureServices',
      'networkAcls.defaultAction': 'Deny',
    },
  ],
  [
    'Microsoft.Storage/storageAccounts',
    {
      allowSharedKeyAccess: false,
      allowBlobPublicAccess: false,
      minimumTlsVersion: 'TLS1_2',
      supportsHttpsTrafficOnly: true,
      publicNetworkAccess: 'Disabled',
    },
  ],
  [
    'Microsoft.CognitiveServices/accounts',
    { disableLocalAuth: true, publicNetworkAccess: 'Disabled', allowProjectManagement: true },
  ],
  ['Microsoft.DBforPostgreSQL/flexibleServers', { 'network.publicNetworkAccess': 'Disabled' }],
  ['Microsoft.Insights/components', { DisableLocalAuth: true, CustomMetricsOptedInType: 'WithDimensions' }],
  ['Microsoft.App/containerApps', { 'configuration.ingress.allowInsecure': false }],
  [
    'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies',
    {
      'policySettings.mode': 'Prevention',
      'policySettings.state': 'Enabled',
      'managedRules.managedRuleSets.0.ruleSetType': 'Microsoft_DefaultRuleSet',
      'managedRules.managedRuleSets.0.ruleSetVersion': '2.1',
      'managedRules.managedRuleSets.1.ruleSetType': 'Microsoft_BotManagerRuleSet',
    },
  ],
  [
    'Microsoft.Network/applicationGateways',
    {
      'sku.tier': 'WAF_v2',
      'sslPolicy.policyName': 'AppGwSslPolicy20220101S',
      'backendHttpSettingsCollection.0.properties.cookieBasedAffinity': 'Enabled',
      'backendHttpSettingsCollection.0.properties.protocol': 'Https',
      'probes.0.properties.path': '/health',
    },
  ],
];

/** Types that only the hub has. */
const hubTypes = ['Microsoft.ApiManagement/service', 'Microsoft.Insights/components'];

describe.each(scenarios)('$name', ({ name: scenario, templates }) => {
  const resources = templates.flatMap((name) => snapshotOf(scenario, name));
  const whole = templates.length === templateNames.length;
  const ofType = (type: string): PredictedResource[] => resources.filter((resource) => resource.type === type);

  test.each(baseline)('%s', (type, members) => {
    const found = ofType(type);
    const behindGateway = !['private', 'container-app'].includes(scenario);
    const expected = type.includes('pplicationGateway') ? behindGateway : whole || !hubTypes.includes(type);
    expect(found).toHaveLength(expected ? 1 : 0);
    for (const { properties } of found) {
      for (const [path, value] of Object.entries(members)) expect(memberAt(properties, path), path).toEqual(value);
    }
  });

  test('switches off old protocols and ciphers of the gateway', () => {
    const services = ofType('Microsoft.ApiManagement/service');
    expect(services).toHaveLength(whole ? 1 : 0);
    for (const { properties } of services) {
      const off = Object.entries(memberAt(properties, 'customProperties') as object).filter(([name]) =>
        /Tls10|Tls11|Ssl30|TripleDes168/.test(name),
      );
      expect(off).toHaveLength(7);
      expect(off.every(([, value]) => value === 'false')).toBe(true);
    }
  });

  test('every subnet has a security group', () => {
    const subnets = ofType('Microsoft.Network/virtualNetworks').flatMap(
      ({ properties }) =>
        memberAt(properties, 'subnets') as { properties: { networkSecurityGroup?: { id?: string } } }[],
    );
    expect(subnets).toHaveLength(whole ? 5 : 3);
    for (const subnet of subnets) expect(subnet.properties.networkSecurityGroup?.id).toMatch(/networkSecurityGroups/);
  });

  test('security rules have priorities of their own, and keep administration protocols inside', () => {
    for (const { properties } of ofType('Microsoft.Network/networkSecurityGroups')) {
      const rules = (memberAt(properties, 'securityRules') as { name: string; properties: Rule }[]).map((rule) => rule);
      const places = rules.map((rule) => `${rule.properties.direction} ${rule.properties.priority}`);
      expect(new Set(places).size).toBe(places.length);
      expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
      const outbound = rules.filter(
        (rule) => rule.properties.direction === 'Outbound' && rule.properties.access === 'Deny',
      );
      expect(outbound.flatMap((rule) => rule.properties.destinationPortRanges)).toEqual(
        expect.arrayContaining(['22', '3389']),
      );
      for (const { properties: rule } of rules) {
        expect([rule.destinationPortRange ?? [], rule.destinationPortRanges ?? []].flat().length).toBeGreaterThan(0);
        expect(rule.destinationPortRanges ?? []).not.toContain('*');
      }
    }
  });

  test('the Internet gets in where the exposure says so, and nowhere else', () => {
    const open = ofType('Microsoft.Network/networkSecurityGroups').flatMap(({ name, properties }) =>
      (memberAt(properties, 'securityRules') as { properties: Rule }[])
        .filter(({ properties: rule }) => rule.access === 'Allow' && rule.sourceAddressPrefix === 'Internet')
        .map(() => name),
    );
    const expected = { private: [], 'container-app': ['nsg-container-apps'] }[scenario] ?? ['nsg-ingress'];
    expect(open).toEqual(expected);
  });

  test('every private endpoint writes its records', () => {
    const zones = ofType('Microsoft.Network/privateEndpoints/privateDnsZoneGroups').map(({ name, properties }) => [
      name.split('-')[1],
      (memberAt(properties, 'privateDnsZoneConfigs') as { properties: { privateDnsZoneId: string } }[]).map((config) =>
        config.properties.privateDnsZoneId.split('/').pop(),
      ),
    ]);
    expect(Object.fromEntries(zones.map(([name, list]) => [String(name).replace(/^st.*/, 'st'), list]))).toEqual({
      kv: ['privatelink.vaultcore.azure.net'],
      psql: ['privatelink.postgres.database.azure.com'],
      st: ['privatelink.blob.core.windows.net'],
      aif: [
        'privatelink.cognitiveservices.azure.com',
        'privatelink.openai.azure.com',
        'privatelink.services.ai.azure.com',
      ],
    });
  });

  test('no secure value shows', () => {
    const text = JSON.stringify(resources);
    for (const { facts } of scenarios) {
      if (facts.certificatePfx !== undefined) expect(text).not.toContain(facts.certificatePfx);
    }
  });
});

interface Rule {
  readonly direction: string;
  readonly access: string;
  readonly priority: number;
  readonly sourceAddressPrefix: string;
  readonly destinationPortRange?: string | null;
  readonly destinationPortRanges?: readonly string[] | null;
}

test('the rules of the subnet of API Management', () => {
  const group = snapshotOf('example', 'hub-network').find(({ name }) => name === 'nsg-gateway');
  const rules = memberAt(group?.properties, 'securityRules') as {
    properties: Rule & { destinationAddressPrefix: string };
  }[];
  const allowed = rules
    .map(({ properties }) => properties)
    .filter(({ access }) => access === 'Allow')
    .map((rule) => [
      rule.direction,
      rule.sourceAddressPrefix,
      rule.destinationAddressPrefix,
      [rule.destinationPortRange ?? [], rule.destinationPortRanges ?? []].flat().join(','),
    ]);
  // virtual-network-reference.md. SQL listens on 1433.
  expect(allowed).toEqual([
    ['Inbound', 'ApiManagement', 'VirtualNetwork', '3443'],
    ['Inbound', 'AzureLoadBalancer', 'VirtualNetwork', '6390,6391'],
    ['Inbound', 'VirtualNetwork', 'VirtualNetwork', '443'],
    ['Outbound', 'VirtualNetwork', 'Storage', '443'],
    ['Outbound', 'VirtualNetwork', 'Sql', '1433'],
    ['Outbound', 'VirtualNetwork', 'AzureKeyVault', '443'],
    ['Outbound', 'VirtualNetwork', 'AzureMonitor', '443,1886'],
    ['Outbound', 'VirtualNetwork', 'Internet', '80'],
    ['Outbound', 'VirtualNetwork', 'AzureActiveDirectory', '443'],
    ['Outbound', 'VirtualNetwork', 'EventHub', '5671,5672,443'],
    ['Outbound', 'VirtualNetwork', 'VirtualNetwork', '443'],
  ]);
});
