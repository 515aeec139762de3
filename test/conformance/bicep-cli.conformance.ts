import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runClient, type ClientRun } from './run-client.ts';

const ROOT = join(import.meta.dirname, '../..');

const MODULE = `param name string
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: resourceGroup().location
}
output principal string = identity.properties.principalId
`;

let twin: Twin;
let folder: string;
let cli: string;
beforeAll(async () => {
  twin = await createTwin();
  folder = await mkdtemp(join(tmpdir(), 'lz-bicep-'));
  cli = await bicepPath();
  const scope = `/subscriptions/${twin.ready.subscriptionId}/resourceGroups/rg-bicep`;
  const config = {
    experimentalFeaturesEnabled: { deployCommands: true },
    cloud: { credentialPrecedence: ['Environment'] },
  };
  await writeFile(join(folder, 'bicepconfig.json'), JSON.stringify(config));
  await writeFile(join(folder, 'main.bicep'), MODULE);
  await writeFile(
    join(folder, 'main.bicepparam'),
    `using 'main.bicep' with { mode: 'deployment', scope: '${scope}' }\nparam name = 'id-bicep'\n`,
  );
  const made = await run(process.execPath, [join(import.meta.dirname, 'clients/make-group.ts'), 'rg-bicep']);
  expect(made.stderr).toBe('');
});
afterAll(async () => {
  await twin.close();
  await rm(folder, { recursive: true, force: true });
});

it('the Bicep CLI predicts, deploys, and then predicts no change', async () => {
  const predicted = await bicep('what-if');
  expect(predicted.stdout).toContain('+ Microsoft.ManagedIdentity/userAssignedIdentities/id-bicep');
  const deployed = await bicep('deploy', '--format', 'Json');
  expect(deployed.exitCode, deployed.stdout + deployed.stderr).toBe(0);
  expect(JSON.parse(deployed.stdout)).toMatchObject({
    outputs: {
      principal: twin.world.store.ofType('Microsoft.ManagedIdentity/userAssignedIdentities')[0]?.properties[
        'principalId'
      ],
    },
  });
  const again = await bicep('what-if');
  expect(again.stdout).not.toContain('+ Microsoft');
});

it('the Bicep CLI lists the steps of a deployment', async () => {
  const deployed = await bicep('deploy');
  expect(deployed.stdout).toMatch(/identity\s*│\s*[\d.]+s\s*│\s*Succeeded/);
});

function bicep(command: string, ...args: readonly string[]): Promise<ClientRun> {
  return run(cli, [command, 'main.bicepparam', ...args]);
}

/** Runs a client as the service principal with a secret: the Bicep CLI has no federated credential. */
function run(command: string, args: readonly string[]): Promise<ClientRun> {
  const { clientId, secret } = twin.ready.identities.client;
  return runClient(twin, command, args, {
    env: { AZURE_CLIENT_ID: clientId, AZURE_CLIENT_SECRET: secret },
    cwd: folder,
  });
}

/** The pinned Bicep CLI, found as the build finds it. */
async function bicepPath(): Promise<string> {
  const { findBicep } = (await import(join(ROOT, 'scripts/bicep-cli.mjs'))) as {
    findBicep: (workFolder: string) => { readonly path?: string; readonly reason?: string };
  };
  const found = findBicep(join(ROOT, '.lz/bicep'));
  if (found.path === undefined) throw new Error(found.reason);
  return found.path;
}
