import { beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  authorize,
  BUILT_IN_ROLES,
  dataPlaneEffect,
  hasDataAction,
  principalExists,
} from '../../src/authorization/index.ts';
import { directoryOf } from '../../src/entra/index.ts';
import type { JsonObject } from '../../src/kernel/store.ts';
import type { World } from '../../src/kernel/world.ts';
import { authorizationDefinitions, authorizationOperations } from '../../src/providers/authorization/index.ts';
import type { WriteRequest } from '../../src/providers/type-definition.ts';
import { newWorld, put } from '../entra/support.ts';

const PRINCIPAL = 'bbbbbbbb-0000-4000-8000-000000000001';
const GROUP = '/subscriptions/s/resourceGroups/r';
const VAULT = `${GROUP}/providers/Microsoft.KeyVault/vaults/kv`;
const TYPE = 'Microsoft.Authorization/roleAssignments';

let world: World;

function roleId(name: string): string {
  const role = BUILT_IN_ROLES.find((item) => item.name === name);
  if (role === undefined) throw new Error(name);
  return role.id;
}

let number = 0;

function assign(role: string, scope: string, principalId = PRINCIPAL) {
  number += 1;
  const name = `cccccccc-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const roleDefinitionId = `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${roleId(role)}`;
  return put(world, `${scope}/providers/${TYPE}/${name}`, TYPE, { principalId, roleDefinitionId });
}

beforeEach(() => {
  world = newWorld();
});

describe('on the control plane', () => {
  it.each<[role: string, action: string, allowed: boolean]>([
    ['Owner', 'Microsoft.Network/virtualNetworks/write', true],
    ['Owner', 'Microsoft.Authorization/roleAssignments/write', true],
    ['Contributor', 'Microsoft.Network/virtualNetworks/write', true],
    ['Contributor', 'Microsoft.Authorization/roleAssignments/write', false],
    ['Contributor', 'Microsoft.Authorization/roleAssignments/read', true],
    ['Contributor', 'Microsoft.Authorization/locks/delete', false],
    ['Reader', 'Microsoft.Network/virtualNetworks/read', true],
    ['Reader', 'Microsoft.Network/virtualNetworks/write', false],
    ['Reader', 'Microsoft.Storage/storageAccounts/listKeys/action', false],
    ['Role Based Access Control Administrator', 'Microsoft.Authorization/roleAssignments/write', true],
    ['Role Based Access Control Administrator', 'Microsoft.Network/virtualNetworks/write', false],
    ['User Access Administrator', 'Microsoft.Authorization/locks/write', true],
    ['Network Contributor', 'microsoft.network/virtualnetworks/WRITE', true],
    ['Network Contributor', 'Microsoft.KeyVault/vaults/write', false],
    ['Private DNS Zone Contributor', 'Microsoft.Network/privateDnsZones/A/write', true],
    ['Private DNS Zone Contributor', 'Microsoft.Network/virtualNetworks/write', false],
    ['Key Vault Secrets User', 'Microsoft.KeyVault/vaults/read', false],
    ['API Management Service Contributor', 'Microsoft.ApiManagement/service/apis/write', true],
  ])('%s: %s is %s', (role, action, allowed) => {
    assign(role, GROUP);
    world.clock.spend(600_000);
    expect(authorize(world, PRINCIPAL, action, VAULT) === undefined).toBe(allowed);
  });

  it('answers in Azure Resource Manager’s words', () => {
    expect(authorize(world, PRINCIPAL, 'Microsoft.KeyVault/vaults/read', VAULT)).toEqual({
      status: 403,
      code: 'AuthorizationFailed',
      message: `The client '${PRINCIPAL}' with object id '${PRINCIPAL}' does not have authorization to perform action 'Microsoft.KeyVault/vaults/read' over scope '${VAULT}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    });
  });

  it.each<[assigned: string, wanted: string, covered: boolean]>([
    [GROUP, `${GROUP}/providers/Microsoft.KeyVault/vaults/kv`, true],
    [GROUP, GROUP.toUpperCase(), true],
    [GROUP, `${GROUP}x`, false],
    [GROUP, '/subscriptions/s', false],
    ['/subscriptions/s', GROUP, true],
    [VAULT, `${VAULT}2`, false],
    [VAULT, `${VAULT}/secrets/a`, true],
  ])('a role at %s reaches %s: %s', (assigned, wanted, covered) => {
    assign('Owner', assigned);
    world.clock.spend(600_000);
    expect(authorize(world, PRINCIPAL, 'Microsoft.KeyVault/vaults/read', wanted) === undefined).toBe(covered);
  });

  it('the deployer and the client own their subscription and no other', () => {
    const { deploy, client, subscriptionId } = world.tenant;
    for (const { objectId } of [deploy, client]) {
      expect(
        authorize(world, objectId, 'a/b/write', `/subscriptions/${subscriptionId}/resourceGroups/x`),
      ).toBeUndefined();
      expect(authorize(world, objectId, 'a/b/write', '/subscriptions/other')?.code).toBe('AuthorizationFailed');
      expect(
        hasDataAction(
          world,
          objectId,
          'Microsoft.KeyVault/vaults/secrets/getSecret/action',
          `/subscriptions/${subscriptionId}`,
        ),
      ).toBe('no');
    }
  });

  it('people act through their groups', () => {
    const ada = directoryOf(world).people.all()[0];
    assign('Reader', GROUP, ada?.memberOf[0]);
    world.clock.spend(600_000);
    expect(authorize(world, ada?.id ?? '', 'Microsoft.KeyVault/vaults/read', VAULT)).toBeUndefined();
  });
});

describe('on data planes', () => {
  it.each<[role: string, action: string, allowed: boolean]>([
    ['Key Vault Secrets User', 'Microsoft.KeyVault/vaults/secrets/getSecret/action', true],
    ['Key Vault Secrets User', 'Microsoft.KeyVault/vaults/secrets/setSecret/action', false],
    ['Key Vault Secrets Officer', 'Microsoft.KeyVault/vaults/secrets/setSecret/action', true],
    ['Key Vault Administrator', 'Microsoft.KeyVault/vaults/certificates/read', true],
    ['Key Vault Reader', 'Microsoft.KeyVault/vaults/secrets/getSecret/action', false],
    ['Owner', 'Microsoft.KeyVault/vaults/secrets/getSecret/action', false],
    ['Contributor', 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read', false],
    ['Storage Blob Data Contributor', 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write', true],
    ['Storage Blob Data Reader', 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write', false],
    ['Cognitive Services User', 'Microsoft.CognitiveServices/accounts/MaaS/chat/completions/action', true],
    ['Cognitive Services OpenAI User', 'Microsoft.CognitiveServices/accounts/MaaS/chat/completions/action', false],
    [
      'Cognitive Services OpenAI User',
      'Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action',
      true,
    ],
    ['Cognitive Services OpenAI User', 'Microsoft.CognitiveServices/accounts/OpenAI/stored-completions/read', false],
    [
      'Cognitive Services Contributor',
      'Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action',
      false,
    ],
    ['Azure AI User', 'Microsoft.CognitiveServices/accounts/AIServices/agents/write', true],
    ['Monitoring Metrics Publisher', 'Microsoft.Insights/Metrics/Write', true],
  ])('%s: %s is %s', (role, action, allowed) => {
    assign(role, GROUP);
    world.clock.spend(600_000);
    expect(hasDataAction(world, PRINCIPAL, action, VAULT)).toBe(allowed ? 'yes' : 'no');
  });

  it('an assignment takes effect in its own time: the control plane first', async () => {
    const assignment = assign('Key Vault Secrets User', VAULT);
    const owner = assign('Owner', VAULT);
    const read = (): string =>
      hasDataAction(world, PRINCIPAL, 'Microsoft.KeyVault/vaults/secrets/getSecret/action', `${VAULT}/secrets/a`);
    expect(read()).toBe('not-effective-yet');
    expect(authorize(world, PRINCIPAL, 'a/b/read', VAULT)?.curedByTime).toBe(true);
    expect(await world.clock.advanceToNextEvent()).toBe(true);
    const effect = dataPlaneEffect(world, assignment);
    world.clock.spend(Math.max(0, effect - world.clock.now));
    expect(read()).toBe('yes');
    expect(effect - assignment.createdAt).toBeGreaterThanOrEqual(6_000);
    expect(dataPlaneEffect(world, owner) - owner.createdAt).toBeLessThanOrEqual(600_000);
  });
});

describe('every built-in role', () => {
  it('has an id and a name of its own', () => {
    expect(new Set(BUILT_IN_ROLES.map((role) => role.id)).size).toBe(BUILT_IN_ROLES.length);
    expect(new Set(BUILT_IN_ROLES.map((role) => role.name)).size).toBe(BUILT_IN_ROLES.length);
  });

  it('gives nothing outside of its scope, whatever the action', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BUILT_IN_ROLES), fc.string(), (role, action) => {
        const local = newWorld();
        put(local, `${VAULT}/providers/${TYPE}/x`, TYPE, { principalId: PRINCIPAL, roleDefinitionId: role.id });
        local.clock.spend(600_000);
        expect(hasDataAction(local, PRINCIPAL, action, `${VAULT}x`)).toBe('no');
        expect(authorize(local, PRINCIPAL, action, GROUP)).toBeDefined();
      }),
    );
  });
});

describe('a role assignment', () => {
  const [definition] = authorizationDefinitions.filter((item) => item.type === TYPE);
  const NAME = 'dddddddd-0000-4000-8000-000000000001';

  function write(properties: JsonObject, more: Partial<WriteRequest> = {}): WriteRequest {
    const name = more.name ?? NAME;
    const id = `${GROUP}/providers/${TYPE}/${name}`;
    return {
      id,
      type: TYPE,
      name,
      parentId: GROUP,
      apiVersion: '2022-04-01',
      properties,
      body: { properties },
      existing: world.store.get(id),
      principalId: 'me',
      ...more,
    };
  }

  function refusedAs(request: WriteRequest): string | undefined {
    return (definition?.rules ?? []).map((rule) => rule.check(request, world)).find((refusal) => refusal !== undefined)
      ?.code;
  }

  const good = (): JsonObject => ({ principalId: world.tenant.deploy.objectId, roleDefinitionId: roleId('Reader') });

  it.each<[code: string | undefined, what: string, request: () => WriteRequest]>([
    [undefined, 'of a principal that exists', () => write(good())],
    [
      undefined,
      'of a principal that nobody knows yet, with its type',
      () => write({ ...good(), principalId: PRINCIPAL, principalType: 'ServicePrincipal' }),
    ],
    ['PrincipalNotFound', 'of a principal that nobody knows', () => write({ ...good(), principalId: PRINCIPAL })],
    ['RoleDefinitionDoesNotExist', 'of an unknown role', () => write({ ...good(), roleDefinitionId: NAME })],
    ['InvalidRoleAssignmentId', 'whose name is no GUID', () => write(good(), { name: 'reader' })],
    ['InvalidPrincipalId', 'of nobody', () => write({ roleDefinitionId: roleId('Reader') })],
    ['UnmatchedPrincipalType', 'of a service principal as a user', () => write({ ...good(), principalType: 'User' })],
  ])('%s: %s', (code, _what, request) => {
    expect(refusedAs(request())).toBe(code);
  });

  it('is one for each tuple, and its tuple stays', () => {
    put(world, `${GROUP}/providers/${TYPE}/${NAME}`, TYPE, good());
    expect(refusedAs(write(good()))).toBeUndefined();
    expect(refusedAs(write(good(), { name: PRINCIPAL, existing: undefined }))).toBe('RoleAssignmentExists');
    expect(refusedAs(write({ ...good(), principalId: world.tenant.client.objectId }))).toBe(
      'RoleAssignmentUpdateNotPermitted',
    );
    expect(refusedAs(write({ ...good(), roleDefinitionId: roleId('Owner') }))).toBe('RoleAssignmentUpdateNotPermitted');
  });

  it('waits for the directory where its type is not given', async () => {
    const id = `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`;
    put(world, id, 'Microsoft.ManagedIdentity/userAssignedIdentities', { principalId: PRINCIPAL, clientId: NAME });
    expect(refusedAs(write({ ...good(), principalId: PRINCIPAL }))).toBe('PrincipalNotFound');
    expect(principalExists(world, PRINCIPAL)).toBe(false);
    await world.clock.advanceToNextEvent();
    expect(refusedAs(write({ ...good(), principalId: PRINCIPAL }))).toBeUndefined();
  });

  it('is shown with its scope and the role below the subscription', () => {
    expect(definition?.accept?.(write(good()), world)).toMatchObject({
      scope: GROUP,
      principalType: 'ServicePrincipal',
      roleDefinitionId: `/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/${roleId('Reader')}`,
    });
  });
});

describe('role definitions', () => {
  const context = (query: string, roleId = '') => ({
    world,
    subscriptionId: 's',
    parameters: { roleId },
    query: new URLSearchParams(query),
    body: {},
    principalId: 'me',
  });

  it('are found by name and by id, and nothing else is guessed', async () => {
    const [list, read] = authorizationOperations;
    const found = await list?.handle(context("$filter=roleName eq 'Reader'"));
    expect(found?.body).toMatchObject({ value: [{ name: roleId('Reader'), properties: { type: 'BuiltInRole' } }] });
    expect((await list?.handle(context("$filter=type eq 'CustomRole'")))?.body).toEqual({ value: [] });
    expect(() => list?.handle(context("$filter=x eq 'y'"))).toThrow('UnsupportedFilter');
    expect((await read?.handle(context('', roleId('Owner'))))?.body).toMatchObject({
      properties: { roleName: 'Owner' },
    });
    expect(() => read?.handle(context('', 'nothing'))).toThrow('RoleDefinitionDoesNotExist');
  });
});
