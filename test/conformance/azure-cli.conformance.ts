import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runClient } from './run-client.ts';

let twin: Twin;
let folder: string;
beforeAll(async () => {
  twin = await createTwin();
  folder = await mkdtemp(join(tmpdir(), 'lz-az-'));
  await writeFile(join(folder, 'main.json'), TEMPLATE);
  await writeFile(join(folder, 'pets.json'), JSON.stringify(PETS));
});
afterAll(async () => {
  await twin.close();
  await rm(folder, { recursive: true, force: true });
});

/** Comments, so that what az sends is no JSON (facts/clients.md section 2). */
const TEMPLATE = `{
  // One group, one identity and one vault in it.
  "$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
  "languageVersion": "2.0",
  "contentVersion": "1.0.0.0",
  "parameters": { "password": { "type": "securestring" } },
  "resources": {
    "group": { "type": "Microsoft.Resources/resourceGroups", "apiVersion": "2025-04-01", "name": "rg-az", "location": "swedencentral" },
    "inner": {
      "type": "Microsoft.Resources/deployments", "apiVersion": "2025-04-01", "name": "inner", "resourceGroup": "rg-az", "dependsOn": ["group"],
      "properties": {
        "mode": "Incremental", "expressionEvaluationOptions": { "scope": "inner" },
        "parameters": { "password": { "value": "[parameters('password')]" } },
        "template": {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "languageVersion": "2.0", "contentVersion": "1.0.0.0",
          "parameters": { "password": { "type": "securestring" } },
          "resources": {
            "identity": { "type": "Microsoft.ManagedIdentity/userAssignedIdentities", "apiVersion": "2024-11-30", "name": "id-az", "location": "swedencentral" },
            "vault": { "type": "Microsoft.KeyVault/vaults", "apiVersion": "2024-11-01", "name": "kv-az-1", "location": "swedencentral",
              "properties": { "tenantId": "[tenant().tenantId]", "sku": { "family": "A", "name": "standard" }, "enableRbacAuthorization": true } },
            "secret": { "type": "Microsoft.KeyVault/vaults/secrets", "apiVersion": "2024-11-01", "name": "kv-az-1/password", "dependsOn": ["vault"],
              "properties": { "value": "[parameters('password')]" } }
          },
          "outputs": { "principal": { "type": "string", "value": "[reference('identity').principalId]" } }
        }
      }
    }
  },
  "outputs": { "principal": { "type": "string", "value": "[reference('inner').outputs.principal.value]" } }
}`;

const PETS = {
  openapi: '3.0.1',
  info: { title: 'Pets', version: '1' },
  paths: { '/pets': { get: { operationId: 'list', responses: { '200': { description: 'All pets.' } } } } },
};

/** Runs az; its answer as JSON where it gives one. Throws with what az says where it fails. */
async function az(...args: readonly string[]): Promise<unknown> {
  const env = { AZURE_CONFIG_DIR: join(folder, 'config') };
  const run = await runClient(twin, 'az', [...args, '--only-show-errors'], { env, cwd: folder });
  if (run.exitCode !== 0) throw new Error(`az ${args.join(' ')}: ${run.stderr}`);
  return run.stdout.trim() === '' ? undefined : (JSON.parse(run.stdout) as unknown);
}

describe('az', () => {
  const template = ['-l', 'swedencentral', '-n', 'az', '-f', 'main.json', '-p', 'password=hunter2'];

  /** What az makes of both subscriptions: it works in the first unless it is told otherwise. */
  function subscriptions(): readonly object[] {
    return twin.world.tenant.subscriptions.map(({ id, name }) => ({
      id,
      name,
      isDefault: id === twin.ready.subscriptionId,
      state: 'Enabled',
    }));
  }

  it('signs in with a secret', async () => {
    const { clientId, secret } = twin.ready.identities.client;
    const login = ['login', '--service-principal', '-u', clientId, `-p=${secret}`, '--tenant', twin.ready.tenantId];
    expect(await az(...login)).toMatchObject(subscriptions());
  });

  it('signs in with a token of GitHub', async () => {
    const { clientId } = twin.ready.identities.deploy;
    const token = await gitHubToken();
    const login = [
      'login',
      '--service-principal',
      '-u',
      clientId,
      '--federated-token',
      token,
      '--tenant',
      twin.ready.tenantId,
    ];
    expect(await az(...login)).toMatchObject(subscriptions());
  });

  it('validates, predicts and deploys a template', async () => {
    expect(await az('deployment', 'sub', 'validate', ...template)).toMatchObject({
      properties: { provisioningState: 'Succeeded' },
    });
    const changes = (predicted: unknown): unknown =>
      (predicted as { changes: { changeType: string }[] }).changes.map(({ changeType }) => changeType);
    expect(changes(await az('deployment', 'sub', 'what-if', ...template, '--no-pretty-print'))).toEqual(
      Array(4).fill('Create'),
    );
    const deployed = await az('deployment', 'sub', 'create', ...template);
    expect(deployed).toMatchObject({
      properties: { provisioningState: 'Succeeded', outputs: { principal: { value: expect.any(String) as unknown } } },
    });
    expect(JSON.stringify(deployed)).not.toContain('hunter2');
    expect(changes(await az('deployment', 'sub', 'what-if', ...template, '--no-pretty-print'))).toEqual(
      Array(4).fill('NoChange'),
    );
  });

  it('shows what was deployed', async () => {
    const operations = (await az('deployment', 'operation', 'sub', 'list', '-n', 'az')) as {
      properties: { targetResource: { resourceName: string } };
    }[];
    expect(operations.map(({ properties }) => properties.targetResource.resourceName)).toEqual(['inner', 'rg-az']);
    expect(await az('group', 'list')).toMatchObject([{ name: 'rg-az' }]);
    expect(await az('resource', 'list', '-g', 'rg-az')).toMatchObject([{ name: 'id-az' }, { name: 'kv-az-1' }]);
    expect(
      await az('resource', 'show', '-g', 'rg-az', '-n', 'kv-az-1', '--resource-type', 'Microsoft.KeyVault/vaults'),
    ).toMatchObject({ properties: { provisioningState: 'Succeeded' } });
    // `az role assignment` and `az keyvault secret` of Debian's az 2.45 fail before their first request, so ARM is asked itself.
    const assignments = `/subscriptions/${twin.ready.subscriptionId}/providers/Microsoft.Authorization/roleAssignments`;
    expect(await az('rest', '--method', 'get', '--url', `${assignments}?api-version=2022-04-01`)).toHaveProperty(
      'value',
    );
  });

  it('imports an API into API Management', async () => {
    const service = `/subscriptions/${twin.ready.subscriptionId}/resourceGroups/rg-az/providers/Microsoft.ApiManagement/service/apim-az-1`;
    const properties = JSON.stringify({
      location: 'swedencentral',
      sku: { name: 'Developer', capacity: 1 },
      properties: { publisherEmail: 'a@contoso.com', publisherName: 'Contoso' },
    });
    await az(
      'resource',
      'create',
      '--id',
      service,
      '--is-full-object',
      '-p',
      properties,
      '--api-version',
      '2024-05-01',
    );
    const imported = [
      '--api-id',
      'pets',
      '--path',
      'pets',
      '--specification-format',
      'OpenApiJson',
      '--specification-path',
      'pets.json',
    ];
    expect(await az('apim', 'api', 'import', '-g', 'rg-az', '-n', 'apim-az-1', ...imported)).toMatchObject({
      name: 'pets',
      path: 'pets',
      displayName: 'Pets',
    });
  });

  it('deletes a group with all that is in it', async () => {
    await az('group', 'delete', '-n', 'rg-az', '--yes');
    expect(await az('group', 'exists', '-n', 'rg-az')).toBe(false);
  });
});

/** A token of the job that the ready file describes, asked as the runner's jobs do. */
async function gitHubToken(): Promise<string> {
  const script = `const r = await fetch(process.env.ACTIONS_ID_TOKEN_REQUEST_URL + '&audience=api://AzureADTokenExchange', { headers: { authorization: 'Bearer ' + process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN } }); process.stdout.write((await r.json()).value);`;
  const run = await runClient(twin, process.execPath, ['--input-type=module', '-e', script]);
  return run.stdout;
}
