import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { describe, expect, test } from 'vitest';
import { backendHealth } from '../../src/data-planes/application-gateway/index.ts';
import { INTERNET, type TwinHost } from '../../src/kernel/http.ts';
import type { JsonObject } from '../../src/kernel/store.ts';
import { APP_HOST, ChatZone, DOMAIN, INGRESS_IP, NETWORK, PUBLIC_HOST } from './chat-zone.ts';
import { SPOKE } from './landing-zone.ts';

const AGW = `${NETWORK}/applicationGateways/agw`;
const NAME = 'contoso.swedencentral.cloudapp.azure.com';

/** A PFX in base64 for a host. One key for all: making keys is slow. */
const KEYS = forge.pki.rsa.generateKeyPair(1024);
function pfx(host: string): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = KEYS.publicKey;
  certificate.serialNumber = '01';
  certificate.setSubject([{ name: 'commonName', value: host }]);
  certificate.setIssuer([{ name: 'commonName', value: host }]);
  certificate.sign(KEYS.privateKey, forge.md.sha256.create());
  const asn1 = forge.pkcs12.toPkcs12Asn1(KEYS.privateKey, [certificate], '', { algorithm: '3des' });
  return forge.util.encode64(forge.asn1.toDer(asn1).getBytes());
}

function chat(properties: JsonObject = {}, certificate: string | undefined = pfx(PUBLIC_HOST)): ChatZone {
  const zone = new ChatZone();
  zone.deploy();
  zone.frontDoor(certificate, properties);
  return zone;
}

function doorOf(zone: ChatZone): TwinHost {
  const [door] = zone.hosts;
  if (door === undefined) throw new Error('no host');
  return door;
}

/** As a browser that connects to `address` and asks for `url`. */
async function browse(zone: ChatZone, url: string, address = INGRESS_IP) {
  const target = new URL(url);
  const answer = await doorOf(zone).handle({
    method: 'GET',
    url: target,
    headers: { host: target.host },
    rawHeaders: ['host', target.host],
    body: Buffer.alloc(0),
    place: INTERNET,
    address,
  });
  return { status: answer.status, headers: answer.headers ?? {}, body: answer.body };
}

function serversOf(zone: ChatZone) {
  const gateway = zone.world.store.get(AGW);
  if (gateway === undefined) throw new Error('no gateway');
  return JSON.stringify(backendHealth(zone.world, gateway));
}

describe('Application Gateway', () => {
  test.each([INGRESS_IP, NAME])('is found by what the caller connected to: %s', async (address) => {
    const zone = chat();
    expect(doorOf(zone).serves(PUBLIC_HOST, address)).toBe(true);
    expect(await browse(zone, `https://${PUBLIC_HOST}/health`, address)).toMatchObject({
      status: 200,
      body: { status: true },
    });
    expect(doorOf(zone).serves(PUBLIC_HOST, '198.18.0.2')).toBe(false);
  });

  test('sends plain HTTP to HTTPS with path and query', async () => {
    const { status, headers } = await browse(chat(), `http://${PUBLIC_HOST}/a?b=c`);
    expect([status, headers['location']]).toEqual([301, `https://${PUBLIC_HOST}/a?b=c`]);
  });

  test('has no answer for a host without a listener', async () => {
    expect((await browse(chat(), 'https://other.contoso.com/health')).status).toBe(404);
  });

  test('tells the app the public host and scheme, and asks it by its own name', async () => {
    const zone = chat();
    zone.deploy({
      OAUTH_CLIENT_ID: 'c',
      OPENID_PROVIDER_URL: `https://login.microsoftonline.com/${zone.world.tenant.tenantId}/v2.0/.well-known/openid-configuration`,
      OAUTH_CODE_CHALLENGE_METHOD: 'S256',
    });
    const { status, headers } = await browse(zone, `https://${PUBLIC_HOST}/oauth/oidc/login`);
    expect(status).toBe(302);
    // Without OPENID_REDIRECT_URI the app builds the address from the host it was asked by.
    expect(new URL(String(headers['location'])).searchParams.get('redirect_uri')).toBe(
      `https://${APP_HOST}/oauth/oidc/callback`,
    );
  });

  const broken: readonly (readonly [string, (zone: ChatZone) => void, RegExp])[] = [
    [
      'the name of the app does not resolve',
      (zone) => zone.world.store.delete(`${NETWORK}/privateDnsZones/${DOMAIN}/A/*`),
      /could not be resolved/,
    ],
    [
      'the zone is not linked to its VNet',
      (zone) => zone.world.store.delete(`${NETWORK}/privateDnsZones/${DOMAIN}/virtualNetworkLinks/link-0`),
      /could not be resolved/,
    ],
    [
      'the record points elsewhere',
      (zone) => {
        zone.zone(DOMAIN, '*', '10.10.5.99', SPOKE);
      },
      /Cannot connect to backend server/,
    ],
    [
      'a security group blocks the way',
      (zone) => {
        closeApps(zone);
      },
      /Check whether any NSG/,
    ],
    [
      'the app is not healthy',
      (zone) => {
        zone.world.store.delete(revisionId(zone));
      },
      /Received invalid status code: 404/,
    ],
    [
      'the probe asks what is not there',
      (zone) => {
        probePath(zone, '/api/models');
      },
      /Received invalid status code: 401/,
    ],
  ];
  test.each(broken)('502 when %s', async (_what, change, log) => {
    const zone = chat();
    expect(serversOf(zone)).toContain('"health":"Healthy"');
    change(zone);
    expect((await browse(zone, `https://${PUBLIC_HOST}/`)).status).toBe(502);
    expect(serversOf(zone)).toContain('"health":"Unhealthy"');
    expect(serversOf(zone)).toMatch(log);
  });

  test('an exact record serves as a wildcard does', async () => {
    const zone = chat();
    zone.world.store.delete(`${NETWORK}/privateDnsZones/${DOMAIN}/A/*`);
    zone.zone(DOMAIN, 'ca', '10.10.5.10', SPOKE);
    expect((await browse(zone, `https://${PUBLIC_HOST}/health`)).status).toBe(200);
  });

  const closed: readonly (readonly [string, (zone: ChatZone) => void, number, RegExp | undefined])[] = [
    ['open on 443', () => undefined, 443, undefined],
    ['open on 80', () => undefined, 80, undefined],
    ['no listener on the port', () => undefined, 8443, /refused/],
    [
      'its subnet is closed',
      (zone) => {
        zone.allowIngress('Deny');
      },
      443,
      /timed out/,
    ],
    [
      'only 443 is closed: 443',
      (zone) => {
        zone.allowIngress('Deny', '443');
      },
      443,
      /timed out/,
    ],
    [
      'only 443 is closed: 80',
      (zone) => {
        zone.allowIngress('Deny', '443');
      },
      80,
      undefined,
    ],
    [
      'not made yet',
      (zone) => {
        alter(zone, { operationalState: 'Starting' });
      },
      443,
      /timed out/,
    ],
    ['its certificate is gone', (zone) => zone.world.store.delete(certificateId()), 443, /refused/],
    ['its certificate is gone, HTTP', (zone) => zone.world.store.delete(certificateId()), 80, undefined],
  ];
  test.each(closed)('connections: %s', (_what, change, port, reason) => {
    const zone = chat();
    change(zone);
    const said = doorOf(zone).unreachable?.(INGRESS_IP, INTERNET, port);
    if (reason === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(reason);
  });

  test('shows its certificate to whoever connects to it, and to nobody else', () => {
    const door = doorOf(chat());
    const subject = (host: string, address: string): string | undefined => {
      const pem = door.certificateFor?.(host, address)?.cert;
      return pem === undefined ? undefined : new X509Certificate(pem).subject;
    };
    expect(subject(PUBLIC_HOST, INGRESS_IP)).toBe(`CN=${PUBLIC_HOST}`);
    expect(subject('other.contoso.com', INGRESS_IP)).toBe(`CN=${PUBLIC_HOST}`);
    expect(subject('management.azure.com', 'management.azure.com')).toBeUndefined();
  });

  test('a secret that is no PFX switches the listener off', () => {
    const zone = chat({}, 'bm8gcGZ4');
    expect(doorOf(zone).unreachable?.(INGRESS_IP, INTERNET, 443)).toMatch(/refused/);
  });

  test('a listener may name hosts by wildcard', async () => {
    const zone = chat();
    const gateway = zone.world.store.get(AGW);
    const listeners = JSON.stringify(gateway?.properties['httpListeners']).replaceAll(
      `"hostName":"${PUBLIC_HOST}"`,
      '"hostNames":["*.contoso.com"]',
    );
    alter(zone, { httpListeners: JSON.parse(listeners) as JsonObject[] });
    expect((await browse(zone, 'https://any.contoso.com/health')).status).toBe(200);
    expect((await browse(zone, 'https://contoso.com/health')).status).toBe(404);
  });
});

function alter(zone: ChatZone, properties: JsonObject): void {
  const gateway = zone.world.store.get(AGW);
  if (gateway !== undefined) zone.world.store.put({ ...gateway, properties: { ...gateway.properties, ...properties } });
}

function certificateId(): string {
  return NETWORK.replace('Microsoft.Network', 'Microsoft.KeyVault/vaults/kv/secrets/certificate');
}

function revisionId(zone: ChatZone): string {
  return zone.world.store.ofType('Microsoft.App/containerApps/revisions')[0]?.id ?? '';
}

function probePath(zone: ChatZone, path: string): void {
  alter(zone, {
    probes: [
      {
        name: 'health',
        properties: { path, pickHostNameFromBackendHttpSettings: true, match: { statusCodes: ['200'] } },
      },
    ],
  });
}

function closeApps(zone: ChatZone): void {
  zone.put(`${NETWORK}/networkSecurityGroups/nsg-apps`, 'Microsoft.Network/networkSecurityGroups', {
    securityRules: [
      {
        name: 'deny',
        properties: {
          priority: 100,
          direction: 'Inbound',
          access: 'Deny',
          protocol: '*',
          sourceAddressPrefix: '*',
          destinationAddressPrefix: '*',
          destinationPortRange: '*',
        },
      },
    ],
  });
  zone.put(`${SPOKE}/subnets/apps`, 'Microsoft.Network/virtualNetworks/subnets', {
    addressPrefix: '10.10.5.0/26',
    networkSecurityGroup: { id: `${NETWORK}/networkSecurityGroups/nsg-apps` },
  });
}
