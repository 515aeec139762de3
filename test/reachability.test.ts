import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { knock, type Place, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { matrixOf, exposures, PLACES, type Places, type Row } from './reachability/matrix.ts';
import { ROOT } from './support/command-line.ts';

/** Doors that hub and spoke may go through, whatever the exposure. */
const INSIDE = [
  'Open WebUI, name of the platform 443',
  'Open WebUI, name of the platform 80',
  'Container Apps, address of the ingress 443',
  'Container Apps, address of the ingress 80',
  'API Management, gateway 443',
  'PostgreSQL 5432',
  'Key Vault 443',
  'Blob Storage 443',
  'Foundry, services.ai.azure.com 443',
  'Foundry, openai.azure.com 443',
  'Foundry, cognitiveservices.azure.com 443',
  'Azure Monitor, ingestion 443',
];
const MONITOR = 'Azure Monitor, ingestion 443';
const OWN_NAME = ['Open WebUI, own host name 443', 'Open WebUI, own host name 80'];
const APPLICATION_GATEWAY = ['Application Gateway, public address 443', 'Application Gateway, public address 80'];
const INGRESS = INSIDE.slice(0, 4);

/** Every door that may be open, by who knocks. Whatever is not named here must be shut. */
const OPEN = {
  'app-gateway': {
    outside: [...OWN_NAME, ...APPLICATION_GATEWAY, MONITOR],
    inside: [...OWN_NAME, ...APPLICATION_GATEWAY, ...INSIDE],
  },
  'container-app': { outside: [...INGRESS, MONITOR], inside: INSIDE },
  private: { outside: [MONITOR], inside: [...OWN_NAME, ...INSIDE] },
} as const;

/** Ports that are tried at every public address, whoever it belongs to. */
const SWEPT = [
  21, 22, 25, 53, 80, 443, 445, 1433, 1443, 2049, 3389, 3443, 5432, 5985, 6379, 6390, 8080, 8443, 31080, 31443, 65200,
];

function openTo(rows: readonly Row[], place: (typeof PLACES)[number]): readonly string[] {
  return rows.filter(({ cells }) => cells[place] === 'reachable').map(({ service, port }) => `${service} ${port}`);
}

/** Addresses in the internet that Azure gave to anything of the landing zone. */
function publicAddresses({ world }: Twin): readonly string[] {
  const found = [...world.store.all()].flatMap(({ properties }) => [properties['ipAddress'], properties['staticIp']]);
  return found.filter((address) => typeof address === 'string' && !address.startsWith('10.')) as readonly string[];
}

/** Whether the twin's network lets a real connection through. */
async function connects({ world }: Twin, place: Place, { host, port }: Row): Promise<boolean> {
  const proxy = new URL(world.processEnvironment(place)['HTTPS_PROXY'] ?? '');
  const credentials = Buffer.from(`${decodeURIComponent(proxy.username)}:${proxy.password}`).toString('base64');
  const asked = request({
    host: proxy.hostname,
    port: proxy.port,
    method: 'CONNECT',
    path: `${host}:${port}`,
    headers: proxy.username === '' ? {} : { 'proxy-authorization': `Basic ${credentials}` },
  });
  asked.end();
  return await new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('connect', ({ statusCode }, socket) => {
      socket.destroy();
      resolve(statusCode === 200);
    });
  });
}

/** Services whose connections the twin takes for real: the others have no data plane, or say no only when they are asked. */
const TAKEN = /^(?:Open WebUI|Application Gateway|API Management, gateway)/;

async function agree(twin: Twin, rows: readonly Row[], places: Places): Promise<void> {
  for (const row of rows.filter(({ service, port }) => TAKEN.test(service) && port === 443)) {
    for (const place of PLACES) {
      const real = await connects(twin, places[place], row);
      expect(real, `${row.service} ${row.port} from ${place}`).toBe(row.cells[place] === 'reachable');
    }
  }
}

/** A door that is opened is seen: so a test that sees none open says something. */
function openTheVault({ world }: Twin, places: Places): void {
  const [vault] = world.store.ofType('Microsoft.KeyVault/vaults').filter(({ name }) => name !== 'kv-contoso');
  if (vault === undefined) throw new Error('there is no Key Vault');
  const knocked = () => knock(world, places['public internet'], `${vault.name}.vault.azure.net`, 443);
  expect(knocked()).toBe('refused');
  const opened = { publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Allow', bypass: 'AzureServices' } };
  world.store.put({ ...vault, properties: { ...vault.properties, ...opened } });
  expect(knocked()).toBe('reachable');
}

describe.each(exposures)('%s', (exposure) => {
  test('nothing is open that should not be, and everything that should be', async () => {
    const { rows } = await matrixOf(exposure, async (twin, all, places) => {
      await agree(twin, all, places);
      const swept = publicAddresses(twin).flatMap((address) =>
        SWEPT.filter((port) => knock(twin.world, places['public internet'], address, port) === 'reachable'),
      );
      if (exposure === 'private') openTheVault(twin, places);
      expect(swept.toSorted((a, b) => a - b)).toEqual(exposure === 'private' ? [] : [80, 443]);
    });
    expect(openTo(rows, 'public internet').toSorted()).toEqual([...OPEN[exposure].outside].toSorted());
    expect(openTo(rows, 'hub').toSorted()).toEqual([...OPEN[exposure].inside].toSorted());
    expect(openTo(rows, 'spoke').toSorted()).toEqual([...OPEN[exposure].inside].toSorted());
    const page = readFileSync(join(ROOT, 'docs/reachability.md'), 'utf8');
    expect(page).toContain(`## ${exposure}\n`);
  });
});
