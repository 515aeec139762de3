import { describe, expect, test } from 'vitest';
import { canReach, resolveHost } from '../../src/data-planes/network/index.ts';
import { INTERNET, type Place } from '../../src/kernel/http.ts';
import type { JsonObject } from '../../src/kernel/store.ts';
import { HUB, LONELY, LandingZone, SPOKE } from './landing-zone.ts';

const NETWORK = HUB.replace('/virtualNetworks/hub', '');
const GROUP = NETWORK.replace('/Microsoft.Network', '');
const ZONES = 'Microsoft.Network/privateDnsZones';
const inside = (vnetId: string): Place => ({ kind: 'vnet', vnetId });

function record(zone: LandingZone, domain: string, type: string, name: string, properties: JsonObject): void {
  zone.put(`${NETWORK}/privateDnsZones/${domain}/${type}/${name}`, `${ZONES}/${type}`, properties);
}

/** Zones of every kind: apex and wildcards, an alias, a zone below a zone, a link that falls back. */
function zones(): LandingZone {
  const zone = new LandingZone();
  zone.zone('apps.example', '*', '10.10.4.10', SPOKE, HUB);
  record(zone, 'apps.example', 'A', '@', { aRecords: [{ ipv4Address: '10.10.4.11' }] });
  record(zone, 'apps.example', 'A', 'exact', {
    aRecords: [{ ipv4Address: '10.10.4.12' }, { ipv4Address: '10.10.4.13' }],
  });
  record(zone, 'apps.example', 'A', '*.deep', { aRecords: [{ ipv4Address: '10.10.4.14' }] });
  record(zone, 'apps.example', 'CNAME', 'alias', { cnameRecord: { cname: 'exact.apps.example.' } });
  record(zone, 'apps.example', 'CNAME', 'loop', { cnameRecord: { cname: 'loop.apps.example' } });
  record(zone, 'apps.example', 'TXT', 'text', { txtRecords: [{ value: ['x'] }] });
  zone.zone('sub.apps.example', 'known', '10.10.4.20', SPOKE);
  zone.zone('privatelink.vaultcore.azure.net', 'kv-private', '10.10.4.30', SPOKE);
  const vault = (name: string, status?: string): void => {
    const privateEndpointConnections =
      status === undefined ? [] : [{ properties: { privateLinkServiceConnectionState: { status } } }];
    zone.put(`${GROUP}/Microsoft.KeyVault/vaults/${name}`, 'Microsoft.KeyVault/vaults', { privateEndpointConnections });
  };
  vault('kv-private', 'Approved');
  vault('kv-unrecorded', 'Approved');
  vault('kv-public');
  vault('kv-pending', 'Pending');
  zone.put(`${NETWORK}/publicIPAddresses/pip`, 'Microsoft.Network/publicIPAddresses', {
    ipAddress: '198.18.0.1',
    dnsSettings: { fqdn: 'contoso.swedencentral.cloudapp.azure.com' },
  });
  const environment = (name: string, internal: boolean, staticIp: string): void => {
    zone.put(`${GROUP}/Microsoft.App/managedEnvironments/${name}`, 'Microsoft.App/managedEnvironments', {
      defaultDomain: `${name}.swedencentral.azurecontainerapps.io`,
      staticIp,
      vnetConfiguration: { internal },
    });
  };
  environment('inner', true, '10.10.4.40');
  environment('outer', false, '198.19.0.5');
  return zone;
}

const AZURE = /^20\./;

describe('what a name resolves to', () => {
  const zone = zones();
  const names: readonly (readonly [string, Place, string, string | RegExp | undefined])[] = [
    ['a record', inside(SPOKE), 'exact.apps.example', '10.10.4.12 10.10.4.13'],
    ['any case, and the root dot', inside(SPOKE), 'EXACT.Apps.Example.', '10.10.4.12 10.10.4.13'],
    ['the apex', inside(SPOKE), 'apps.example', '10.10.4.11'],
    ['a wildcard', inside(SPOKE), 'anything.apps.example', '10.10.4.10'],
    ['a wildcard over several labels', inside(SPOKE), 'a.b.apps.example', '10.10.4.10'],
    ['the nearest wildcard', inside(SPOKE), 'a.deep.apps.example', '10.10.4.14'],
    ['no wildcard where the name has other records', inside(SPOKE), 'text.apps.example', undefined],
    ['an alias', inside(SPOKE), 'alias.apps.example', '10.10.4.12 10.10.4.13'],
    ['an alias of itself', inside(SPOKE), 'loop.apps.example', undefined],
    ['the most specific zone', inside(SPOKE), 'known.sub.apps.example', '10.10.4.20'],
    ['nothing else of the most specific zone', inside(SPOKE), 'unknown.sub.apps.example', undefined],
    ['the upper zone where the lower is not linked', inside(HUB), 'known.sub.apps.example', '10.10.4.10'],
    ['nothing in a VNet without the link', inside(LONELY), 'exact.apps.example', undefined],
    ['nothing on the internet', INTERNET, 'exact.apps.example', undefined],
    ['a private endpoint by its alias', inside(SPOKE), 'kv-private.vault.azure.net', '10.10.4.30'],
    ['a zone without the record hides the public name', inside(SPOKE), 'kv-unrecorded.vault.azure.net', undefined],
    ['no alias without a private endpoint', inside(SPOKE), 'kv-public.vault.azure.net', AZURE],
    ['no alias while the connection is pending', inside(SPOKE), 'kv-pending.vault.azure.net', AZURE],
    ['the public address where the zone is not linked', inside(HUB), 'kv-private.vault.azure.net', AZURE],
    ['the public address from the internet', INTERNET, 'kv-private.vault.azure.net', AZURE],
    ['no vault of that name', INTERNET, 'kv-nobody.vault.azure.net', undefined],
    ['the name of a public address', INTERNET, 'contoso.swedencentral.cloudapp.azure.com', '198.18.0.1'],
    ['a name nobody has', INTERNET, 'fabrikam.swedencentral.cloudapp.azure.com', undefined],
    ['an internal environment', INTERNET, 'app.inner.swedencentral.azurecontainerapps.io', undefined],
    ['a public environment', INTERNET, 'app.outer.swedencentral.azurecontainerapps.io', '198.19.0.5'],
    ['an internal gateway', INTERNET, 'apim-contoso.azure-api.net', undefined],
    ['Entra ID, from anywhere', inside(LONELY), 'login.microsoftonline.com', AZURE],
    ['nobody', inside(SPOKE), 'example.invalid', undefined],
  ];
  test.each(names)('%s', (_what, place, host, expected) => {
    const text = resolveHost(zone.world, place, host).join(' ');
    if (expected === undefined) expect(text).toBe('');
    else if (typeof expected === 'string') expect(text).toBe(expected);
    else expect(text).toMatch(expected);
  });

  test('a link that falls back asks public DNS for what the zone does not know', () => {
    const falling = zones();
    const link = `${NETWORK}/privateDnsZones/privatelink.vaultcore.azure.net/virtualNetworkLinks/link-0`;
    falling.put(link, `${ZONES}/virtualNetworkLinks`, {
      virtualNetwork: { id: SPOKE },
      resolutionPolicy: 'NxDomainRedirect',
    });
    const resolve = (name: string) => resolveHost(falling.world, inside(SPOKE), `${name}.vault.azure.net`)[0];
    expect(resolve('kv-private')).toBe('10.10.4.30');
    expect(resolve('kv-unrecorded')).toMatch(AZURE);
    expect(resolve('kv-unrecorded')).toBe(resolveHost(falling.world, INTERNET, 'kv-unrecorded.vault.azure.net')[0]);
  });
});

describe('what can be reached', () => {
  const rule = (access: string, source: string, port: string): JsonObject => ({
    name: 'rule',
    properties: {
      priority: 100,
      direction: 'Inbound',
      access,
      protocol: 'Tcp',
      sourceAddressPrefix: source,
      destinationAddressPrefix: '*',
      destinationPortRange: port,
    },
  });

  const cases: readonly (readonly [string, (zone: LandingZone) => void, Place, string, boolean])[] = [
    ['its own VNet', () => undefined, inside(SPOKE), '10.10.4.5', true],
    ['a peered VNet', () => undefined, inside(HUB), '10.10.4.5', true],
    ['a VNet without peering', () => undefined, inside(LONELY), '10.10.4.5', false],
    ['a private address from the internet', () => undefined, INTERNET, '10.10.4.5', false],
    ['a private address of nobody', () => undefined, inside(SPOKE), '10.99.0.1', false],
    ['a public address', () => undefined, INTERNET, '198.18.0.1', true],
    [
      'one side of the peering is gone',
      (zone) => zone.world.store.delete(`${HUB}/virtualNetworkPeerings/peer`),
      inside(HUB),
      '10.10.4.5',
      false,
    ],
    [
      'the other side is gone',
      (zone) => zone.world.store.delete(`${SPOKE}/virtualNetworkPeerings/peer`),
      inside(HUB),
      '10.10.4.5',
      false,
    ],
    [
      'the port is closed',
      (zone) => {
        close(zone, rule('Deny', '*', '443'));
      },
      inside(HUB),
      '10.10.4.5',
      false,
    ],
    [
      'another port is closed',
      (zone) => {
        close(zone, rule('Deny', '*', '5432'));
      },
      inside(HUB),
      '10.10.4.5',
      true,
    ],
    [
      'only the Internet is shut out',
      (zone) => {
        close(zone, rule('Deny', 'Internet', '*'));
      },
      inside(HUB),
      '10.10.4.5',
      true,
    ],
  ];
  test.each(cases)('%s', (_what, change, place, address, expected) => {
    const zone = new LandingZone();
    change(zone);
    expect(canReach(zone.world, place, address, 443)).toBe(expected);
  });

  test('networks that are strangers may use the same addresses', () => {
    const zone = new LandingZone();
    zone.put(`${LONELY}/subnets/same`, 'Microsoft.Network/virtualNetworks/subnets', { addressPrefix: '10.10.4.0/24' });
    expect(canReach(zone.world, inside(LONELY), '10.10.4.5', 443)).toBe(true);
    expect(canReach(zone.world, inside(HUB), '10.10.4.5', 443)).toBe(true);
  });

  function close(zone: LandingZone, securityRule: JsonObject): void {
    zone.put(`${NETWORK}/networkSecurityGroups/nsg-endpoints`, 'Microsoft.Network/networkSecurityGroups', {
      securityRules: [securityRule],
    });
  }
});
