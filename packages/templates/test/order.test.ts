import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../src/index.ts';
import { resourcesIn, type CompiledResource } from './compiled.ts';

const all = [...resourcesIn(await loadTemplate('spoke')), ...resourcesIn(await loadTemplate('spoke-app'))];

/** The resource that ends in a path such as `database/server/extensions`. */
function at(path: string): CompiledResource {
  const found = all.find((resource) => resource.path === path);
  if (found === undefined) throw new Error(`${path} is not among ${all.map((resource) => resource.path).join(', ')}`);
  return found;
}

/** Everything that has to be done before a resource of the same template starts. */
function before(path: string): Set<string> {
  const parent = path.includes('/') ? `${path.slice(0, path.lastIndexOf('/'))}/` : '';
  const seen = new Set<string>();
  const visit = (name: string): void => {
    for (const dependency of at(parent + name).dependsOn ?? []) {
      if (seen.has(dependency)) continue;
      seen.add(dependency);
      visit(dependency);
    }
  };
  visit(path.slice(parent.length));
  return seen;
}

describe('what has to wait', () => {
  test.each([
    // PostgreSQL and Foundry take one write at a time.
    ['database/server/database', ['server']],
    ['database/server/extensions', ['server', 'database']],
    ['database/server/logs', ['server', 'database', 'extensions']],
    ['databaseEndpoint', ['database', 'network']],
    ['databaseZone', ['network']],
    ['foundry/deployments', ['account']],
    ['foundry/project', ['account', 'deployments']],
    ['foundryEndpoint', ['foundry', 'network']],
    // The password is read from Key Vault, where it is written first.
    ['database', ['foundation', 'databaseZone']],
    ['foundation/secrets', ['vault']],
    // One side of a peering after the other; names resolve before somebody needs them.
    ['network/toHub', ['network']],
    ['attachment', ['network']],
    ['environment', ['network']],
    ['migrationJob', ['foundation', 'attachment', 'databaseEndpoint', 'vaultEndpoint', 'environment']],
    ['ingress', ['foundation', 'attachment', 'vaultEndpoint', 'environment', 'appNames']],
    ['ingress/gateway', ['publicIp', 'firewall']],
  ])('%s', (path, first) => {
    expect([...before(path)]).toEqual(expect.arrayContaining(first));
  });
});

describe('what goes on at the same time', () => {
  test.each([
    ['ingress', ['migrationJob', 'database', 'foundry', 'storage']],
    ['migrationJob', ['ingress', 'foundry', 'storageEndpoint', 'appWritesBlobs']],
    ['environment', ['database', 'foundry', 'storage', 'foundation', 'attachment']],
    ['database', ['environment', 'foundry']],
    ['foundry', ['network', 'foundation', 'database']],
    ['smokeJob', ['migrationJob', 'database', 'ingress', 'foundry']],
  ])('%s', (path, others) => {
    expect([...before(path)].filter((name) => others.includes(name))).toEqual([]);
  });
});

test('a database waits for the network only where it stands in it', () => {
  // What is not deployed is waited for by nobody.
  expect(at('databaseZone').condition).toBe("[variables('databaseInNetwork')]");
  expect(at('databaseEndpoint').condition).toBe("[not(variables('databaseInNetwork'))]");
  expect(at('database').dependsOn).not.toContain('network');
});

test('model deployments are made one by one', () => {
  expect(at('foundry/deployments').copy).toMatchObject({ mode: 'serial', batchSize: 1 });
});

test('secrets are made once; a certificate that is given becomes the current one', () => {
  expect(at('foundation/secrets/database')['@options']).toHaveProperty('onlyIfNotExists');
  expect(at('foundation/secrets/webui')['@options']).toHaveProperty('onlyIfNotExists');
  expect(at('foundation/secrets/certificate')['@options']).toBeUndefined();
});

describe('what is tried again', () => {
  test.each([
    ['foundation/appReadsSecrets/assignment', 'PrincipalNotFound'],
    ['gatewayCallsModels/assignment', 'PrincipalNotFound'],
    ['database/server/server', 'ServerIsBusy'],
    ['database/server/extensions', 'ServerBusy'],
    ['foundry/deployments', 'RequestConflict'],
    ['foundryEndpoint/endpoint', 'AccountProvisioningStateInvalid'],
    ['databaseEndpoint/endpoint', 'ServerIsBusy'],
    ['network/toHub/peering', 'AnotherOperationInProgress'],
    ['openWebUi/webui', 'InvalidParameterValueInContainerTemplate'],
    ['migrationJob/job', 'InvalidParameterValueInContainerTemplate'],
    ['ingress/gateway/gateway', 'ApplicationGatewayKeyVaultSecretException'],
  ])('%s after %s', (path, code) => {
    const [codes, times] = (at(path)['@options']?.['retryOn'] ?? []) as [string[], number];
    expect(codes).toContain(code);
    expect(times).toBeGreaterThan(0);
    expect(times).toBeLessThanOrEqual(30);
  });
});

test('each role assignment is named after what it grants, to whom, on what', () => {
  const assignments = all.filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments');
  expect(assignments).toHaveLength(4);
  for (const { name, properties } of assignments) {
    expect(name).toMatch(/^\[guid\(.*parameters\('principalId'\), variables\('\w+'\)\)\]$/);
    expect(properties).toMatchObject({ principalType: 'ServicePrincipal' });
  }
});
