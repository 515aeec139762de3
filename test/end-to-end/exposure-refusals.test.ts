import { createTwin } from '@lz/twin';
import { expect, test } from 'vitest';
import { ENVIRONMENT, runActionProcess, runChain } from '../support/action-process.ts';

const SECRET = 'https://kv-contoso.vault.azure.net/secrets/chat';

/** What an exposure needs from outside, absent, and what the preflight says of it. */
const REFUSED = [
  [
    '{ kind: app-gateway, hostname: chat.contoso.com, dns: { zone: contoso.com, resourceGroup: rg-dns } }',
    'DnsZoneNotFound',
    'DNS Zone Contributor',
  ],
  [
    `{ kind: app-gateway, hostname: chat.contoso.com, certificate: { kind: key-vault, secretId: "${SECRET}" } }`,
    'KeyVaultNotFound',
    'correct `secretId`',
  ],
  [
    `{ kind: container-app, hostname: chat.contoso.com, certificate: { kind: key-vault, secretId: "${SECRET}" } }`,
    'HostnameNotProved',
    'asuid.chat.contoso.com. TXT "',
  ],
] as const;

test('what an exposure needs from outside is looked for before anything is written', async () => {
  await using twin = await createTwin();
  await runChain(twin, {}, ['deploy-hub']);
  for (const [exposure, code, remedy] of REFUSED) {
    const environment = ENVIRONMENT.replace(/exposure: .*/, `exposure: ${exposure}`);
    const run = await runActionProcess('deploy-spoke', twin, { environment, entry: 'src/index.ts' });
    expect(run.exitCode, run.log).toBe(1);
    expect(run.writes).toEqual([]);
    expect(run.report?.errors.find((error) => error.code === code)?.remedy, run.log).toContain(remedy);
  }
});
