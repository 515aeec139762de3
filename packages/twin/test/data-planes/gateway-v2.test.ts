import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/kernel/store.ts';
import { GATEWAY_HOST, HUB, LandingZone, LONELY, OUTSIDE, SERVICE, SPOKE } from './landing-zone.ts';

const URL = `https://${GATEWAY_HOST}/openai/v1`;
const CHAT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Reply with the word pong' }] };
const NETWORK = HUB.replace('/virtualNetworks/hub', '');
const ENDPOINT = `${NETWORK}/privateEndpoints/pe-gateway`;
const ADDRESS = '10.10.0.40';
const at = (vnetId: string) => ({ kind: 'vnet', vnetId }) as const;

/** A gateway of StandardV2: it sends through the hub, takes by its private endpoint, and has no public access. */
function standardV2(changes: JsonObject = {}): LandingZone {
  const zone = new LandingZone({
    service: {
      virtualNetworkType: 'External',
      publicNetworkAccess: 'Disabled',
      privateIPAddresses: null,
      publicIPAddresses: ['20.1.2.3'],
      privateEndpointConnections: [
        {
          properties: { privateEndpoint: { id: ENDPOINT }, privateLinkServiceConnectionState: { status: 'Approved' } },
        },
      ],
      ...changes,
    },
  });
  zone.put(ENDPOINT, 'Microsoft.Network/privateEndpoints', {
    subnet: { id: `${HUB}/subnets/apim` },
    customDnsConfigs: [{ fqdn: GATEWAY_HOST, ipAddresses: [ADDRESS] }],
  });
  zone.zone(GATEWAY_HOST, '@', ADDRESS, HUB, SPOKE);
  return zone;
}

const chat = (zone: LandingZone, place: Parameters<LandingZone['send']>[2] = {}) =>
  zone.send('POST', `${URL}/chat/completions`, { body: CHAT, ...place });

describe('a gateway with a private endpoint and no public access', () => {
  test('serves hub and spoke, and reaches the private Foundry through its subnet', async () => {
    const zone = standardV2();
    expect((await chat(zone)).status).toBe(200);
    expect((await chat(zone, { place: at(HUB) })).status).toBe(200);
  });

  test.each([
    ['the internet', OUTSIDE],
    ['a network without the zone', at(LONELY)],
  ])('refuses %s, which comes by its public address', async (_who, place) => {
    const { status, text } = await chat(standardV2(), { place });
    expect([status, text]).toEqual([403, expect.stringContaining('public network access on this')]);
  });

  test('a record that leads to nobody', async () => {
    const zone = standardV2();
    zone.zone(GATEWAY_HOST, '@', '10.10.0.41', SPOKE);
    expect((await chat(zone)).text).toMatch(/Nothing answers at 10.10.0.41/);
  });

  test('without peering', async () => {
    const zone = standardV2();
    zone.world.store.delete(`${HUB}/virtualNetworkPeerings/peer`);
    expect((await chat(zone)).text).toMatch(/timed out/);
  });

  test('the zone of private link leads there, too', async () => {
    const zone = standardV2();
    zone.world.store.delete(`${NETWORK}/privateDnsZones/${GATEWAY_HOST}`);
    zone.zone('privatelink.azure-api.net', 'apim-contoso', ADDRESS, HUB, SPOKE);
    expect((await chat(zone)).status).toBe(200);
  });
});

test('as long as it is open, anybody may call, by either way', async () => {
  const zone = standardV2({ publicNetworkAccess: 'Enabled' });
  expect((await chat(zone, { place: OUTSIDE })).status).toBe(200);
  expect((await chat(zone)).status).toBe(200);
});

test('without integration it does not reach the private Foundry', async () => {
  const zone = standardV2({ virtualNetworkType: 'None', virtualNetworkConfiguration: null });
  expect((await chat(zone)).status).not.toBe(200);
  expect(zone.world.store.get(SERVICE)?.properties['virtualNetworkType']).toBe('None');
});
