import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../src/index.ts';
import { memberAt, resourcesIn, snapshotOf, type PredictedResource } from './compiled.ts';
import { scenarios } from './scenarios.ts';

const SERVICE = 'Microsoft.ApiManagement/service';

function ofType(scenario: string, template: 'hub-network' | 'hub-gateway', type: string): readonly PredictedResource[] {
  return snapshotOf(scenario, template).filter((resource) => resource.type === type);
}

/** A subnet of the hub, by name. */
function subnet(scenario: string, name: string): unknown {
  const [network] = ofType(scenario, 'hub-network', 'Microsoft.Network/virtualNetworks');
  const subnets = memberAt(network?.properties, 'subnets') as { name: string; properties: unknown }[];
  return subnets.find((one) => one.name === name)?.properties;
}

/** `direction source destination ports` of what a group lets through. */
function allowed(scenario: string): readonly string[] {
  const group = ofType(scenario, 'hub-network', 'Microsoft.Network/networkSecurityGroups').find(
    ({ name }) => name === 'nsg-gateway',
  );
  const rules = memberAt(group?.properties, 'securityRules') as { properties: Record<string, string | string[]> }[];
  return rules
    .filter(({ properties }) => properties['access'] === 'Allow')
    .map(({ properties: rule }) =>
      [
        rule['direction'],
        rule['sourceAddressPrefix'],
        rule['destinationAddressPrefix'],
        rule['destinationPortRange'] ?? rule['destinationPortRanges'],
      ].join(' '),
    );
}

const OUTBOUND_OF_V2 = [
  'Outbound VirtualNetwork Storage 443',
  'Outbound VirtualNetwork AzureKeyVault 443',
  'Outbound VirtualNetwork AzureMonitor 443,1886',
  'Outbound VirtualNetwork AzureActiveDirectory 443',
  'Outbound VirtualNetwork VirtualNetwork 443',
];

describe('the subnet of the gateway', () => {
  test.each([
    ['example', undefined, '10.10.0.128/25'],
    ['standard-v2', 'Microsoft.Web/serverFarms', '10.10.0.128/25'],
    ['premium-v2', 'Microsoft.Web/hostingEnvironments', '10.10.0.128/25'],
  ])('%s: delegated to %s, %s', (scenario, delegation, prefix) => {
    const properties = subnet(scenario, 'gateway');
    expect(memberAt(properties, 'delegations.0.properties.serviceName')).toBe(delegation);
    expect([memberAt(properties, 'addressPrefix'), memberAt(properties, 'addressPrefixes.0')]).toContain(prefix);
    // PremiumV2 asks for the single member (api-management-virtual-network-address-prefix.md).
    expect(memberAt(properties, 'addressPrefix') === prefix).toBe(delegation !== undefined);
    expect(memberAt(properties, 'networkSecurityGroup.id')).toMatch(/nsg-gateway$/);
  });

  test('lets in what PremiumV2 needs, and for StandardV2 nothing: its callers use the private endpoint', () => {
    expect(allowed('premium-v2')).toEqual([
      'Inbound AzureLoadBalancer * *',
      'Inbound VirtualNetwork VirtualNetwork 443',
      'Inbound 10.10.0.128/25 10.10.0.128/25 *',
      ...OUTBOUND_OF_V2,
    ]);
    expect(allowed('standard-v2')).toEqual(OUTBOUND_OF_V2);
  });
});

test('a public address is made for the classic tiers alone', () => {
  const count = (scenario: string) =>
    ofType(scenario, 'hub-network', 'Microsoft.Network/publicIPAddresses').filter(({ name }) =>
      name.includes('gateway'),
    ).length;
  expect(['example', 'standard-v2', 'premium-v2'].map(count)).toEqual([1, 0, 0]);
});

describe('the service', () => {
  test.each([
    ['example', 'Internal', undefined],
    ['standard-v2', 'External', 'Disabled'],
    ['premium-v2', 'Internal', undefined],
  ])('%s: virtual network type %s, public access %s', (scenario, type, access) => {
    const service = ofType(scenario, 'hub-gateway', SERVICE).at(-1);
    expect(memberAt(service?.properties, 'virtualNetworkType')).toBe(type);
    expect(memberAt(service?.properties, 'publicNetworkAccess')).toBe(access);
    expect(memberAt(service?.properties, 'publicIpAddressId') === undefined).toBe(scenario !== 'example');
    expect(memberAt(service?.properties, 'customProperties') === undefined).toBe(scenario !== 'example');
    expect(memberAt(service?.properties, 'apiVersionConstraint.minApiVersion')).toBe('2021-08-01');
  });

  test('Premium stands in its zones', () => {
    expect(ofType('large', 'hub-gateway', SERVICE)[0]).toMatchObject({
      sku: { name: 'Premium', capacity: 15 },
      zones: ['1', '2', '3'],
    });
  });

  test('StandardV2 is made open, gets its endpoint, and is closed; one that is there is not opened again', async () => {
    const made = snapshotOf('standard-v2', 'hub-gateway').map(({ type, properties }) => [
      type,
      memberAt(properties, 'publicNetworkAccess'),
    ]);
    expect(made.slice(0, 3)).toEqual([
      [SERVICE, undefined],
      ['Microsoft.Network/privateEndpoints', undefined],
      [SERVICE, 'Disabled'],
    ]);
    const all = resourcesIn(await loadTemplate('hub-gateway'));
    const at = (path: string) => all.find((resource) => resource.path === path);
    expect(at('creation/service')?.['@options']).toHaveProperty('onlyIfNotExists');
    expect(at('creation/endpoint')?.dependsOn).toContain('service');
    expect(at('gateway')?.dependsOn).toContain('creation');
    expect(at('gateway/service')?.['@options']).not.toHaveProperty('onlyIfNotExists');
  });
});

test('each tier has a scenario', () => {
  const tiers = scenarios.flatMap(({ environment: { hub } }) => (hub.kind === 'own' ? [hub.gateway.sku] : []));
  expect([...new Set(tiers)].sort()).toEqual(['Developer', 'Premium', 'PremiumV2', 'StandardV2']);
});
