import { describe, expect, test } from 'vitest';
import { memberAt, snapshotOf, type PredictedResource } from './compiled.ts';
import { scenarios } from './scenarios.ts';

interface Rule {
  readonly direction: string;
  readonly access: string;
  readonly sourceAddressPrefix: string;
  readonly destinationAddressPrefix: string;
  readonly destinationPortRange?: string | null;
  readonly destinationPortRanges?: readonly string[] | null;
}

/** A server that stands in a subnet has no endpoint. */
const databaseZone = {
  'private-endpoint': { psql: ['privatelink.postgres.database.azure.com'] },
  'vnet-integration': {},
} as const;

const uploadsZone = {
  blob: 'privatelink.blob.core.windows.net',
  'azure-files': 'privatelink.file.core.windows.net',
} as const;

/** The scenarios of gateway tiers have no spoke: gateway-tiers.test.ts looks at them. */
const withSpoke = scenarios.filter(({ templates }) => templates.includes('spoke'));

describe.each(withSpoke)('$name', ({ name: scenario, environment, templates }) => {
  const resources = templates.flatMap((name) => snapshotOf(scenario, name));
  const ofType = (type: string): PredictedResource[] => resources.filter((resource) => resource.type === type);

  test('every port is named', () => {
    for (const { properties } of ofType('Microsoft.Network/networkSecurityGroups')) {
      for (const { properties: rule } of memberAt(properties, 'securityRules') as { properties: Rule }[]) {
        expect([rule.destinationPortRange ?? [], rule.destinationPortRanges ?? []].flat().length).toBeGreaterThan(0);
        // A list must not hold it.
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
    const kinds = { private: [], 'container-app': ['nsg-container-apps'], 'app-gateway': ['nsg-ingress'] };
    const expected = kinds[environment.spoke.exposure.kind];
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
      ...databaseZone[environment.spoke.postgres.network],
      st: [uploadsZone[environment.spoke.storage.kind]],
      ...(environment.spoke.redis === undefined ? {} : { redis: ['privatelink.redis.azure.net'] }),
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

test('the rules of the subnet of API Management', () => {
  const group = snapshotOf('example', 'hub-network').find(({ name }) => name === 'nsg-gateway');
  const rules = memberAt(group?.properties, 'securityRules') as { properties: Rule }[];
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

test('people stay on one server, which is asked for its health', () => {
  const gateway = snapshotOf('example', 'spoke').find(({ type }) => type === 'Microsoft.Network/applicationGateways');
  const settings = 'backendHttpSettingsCollection.0.properties';
  expect(memberAt(gateway?.properties, `${settings}.cookieBasedAffinity`)).toBe('Enabled');
  expect(memberAt(gateway?.properties, `${settings}.protocol`)).toBe('Https');
  expect(memberAt(gateway?.properties, 'probes.0.properties.path')).toBe('/health');
});
