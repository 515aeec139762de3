import { beforeEach, describe, expect, it } from 'vitest';
import { directoryOf, realClockOf } from '../../src/entra/index.ts';
import { GRAPH_APP_ID } from '../../src/entra/index.ts';
import type { World } from '../../src/kernel/world.ts';
import { deployerToken, graphClient, newWorld, put } from '../entra/support.ts';
import type { Answer } from '../entra/support.ts';

const ADMIN = 'aaaaaaaa-0000-4000-8000-000000000001';
const USER = 'aaaaaaaa-0000-4000-8000-000000000002';
const SCOPE = 'aaaaaaaa-0000-4000-8000-000000000003';
const UPSERT = "/applications(uniqueName='open-webui-dev')";
const PREFER = { prefer: 'create-if-missing' };

const role = (id: string, value: string, more: object = {}): object => ({
  id,
  value,
  displayName: value,
  description: value,
  isEnabled: true,
  allowedMemberTypes: ['User', 'Application'],
  ...more,
});

const desired = {
  displayName: 'Open WebUI dev',
  signInAudience: 'AzureADMyOrg',
  isFallbackPublicClient: true,
  publicClient: { redirectUris: ['https://chat.contoso.com/oauth/oidc/callback'] },
  api: {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [
      {
        id: SCOPE,
        value: 'access_as_user',
        type: 'User',
        isEnabled: true,
        adminConsentDisplayName: 'Use the models',
        adminConsentDescription: 'Use the models',
      },
    ],
  },
  appRoles: [role(ADMIN, 'admin'), role(USER, 'user')],
};

let world: World;
let graph: (method: string, path: string, body?: object, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

const owner = (): object => ({
  'owners@odata.bind': [`https://graph.microsoft.com/v1.0/directoryObjects/${world.tenant.deploy.objectId}`],
});

/** Repeats a request as a waiting client does, until replication is over. Returns the last answer and the number of tries. */
async function patiently(request: () => Promise<Answer>): Promise<{ answer: Answer; tries: number }> {
  for (let tries = 1; ; tries += 1) {
    const answer = await request();
    if (answer.response.curedByTime !== true || tries === 20) return { answer, tries };
    await world.clock.advanceToNextEvent();
  }
}

async function deployed(): Promise<{ id: string; appId: string; principalId: string }> {
  await graph('PATCH', UPSERT, { ...desired, ...owner() }, PREFER);
  const application = (await patiently(() => graph('GET', UPSERT))).answer.body;
  const appId = String(application['appId']);
  await graph('POST', '/servicePrincipals', { appId, appRoleAssignmentRequired: true });
  const principal = (await patiently(() => graph('GET', `/servicePrincipals(appId='${appId}')`))).answer.body;
  return { id: String(application['id']), appId, principalId: String(principal['id']) };
}

const codeOf = (answer: Answer): unknown => (answer.body['error'] as { code?: unknown } | undefined)?.code;

beforeEach(async () => {
  world = newWorld(7);
  graph = graphClient(world, await deployerToken(world, 'https://graph.microsoft.com'));
});

describe('a whole application', () => {
  it('is made, given roles and consented to, each once', async () => {
    expect((await graph('PATCH', UPSERT, { ...desired, ...owner() })).status).toBe(404);
    const created = await graph('PATCH', UPSERT, { ...desired, ...owner() }, PREFER);
    expect([created.status, created.body['uniqueName']]).toEqual([201, 'open-webui-dev']);
    expect((await graph('PATCH', UPSERT, { displayName: 'Open WebUI dev' }, PREFER)).status).toBe(204);
    const { answer, tries } = await patiently(() => graph('GET', UPSERT));
    expect(tries).toBeGreaterThan(1);
    expect(answer.body).toMatchObject(desired);

    const { appId, principalId } = await deployed();
    expect((await graph('POST', '/servicePrincipals', { appId })).status).toBe(409);

    const [ada] = directoryOf(world).people.all();
    const assignment = { principalId: ada?.id, resourceId: principalId, appRoleId: ADMIN };
    const path = `/servicePrincipals/${principalId}/appRoleAssignedTo`;
    const assigned = await graph('POST', path, assignment);
    expect(assigned.body).toMatchObject({ principalType: 'User', principalDisplayName: 'Ada Lovelace' });
    expect((await graph('POST', path, assignment)).status).toBe(400);
    expect((await graph('GET', path)).body['value']).toHaveLength(1);

    const grant = {
      clientId: principalId,
      consentType: 'AllPrincipals',
      resourceId: principalId,
      scope: 'access_as_user',
    };
    const consent = await graph('POST', '/oauth2PermissionGrants', grant);
    expect(consent.status).toBe(201);
    expect((await graph('POST', '/oauth2PermissionGrants', grant)).status).toBe(409);
    const listed = await graph(
      'GET',
      `/oauth2PermissionGrants?$filter=clientId eq '${principalId}' and resourceId eq '${principalId}'`,
    );
    expect(listed.body['value']).toEqual([{ ...grant, principalId: null, id: consent.body['id'] }]);
    expect((await graph('DELETE', `${path}/${String(assigned.body['id'])}`)).status).toBe(204);
    expect((await graph('GET', path)).body['value']).toEqual([]);
  });

  it('belongs to nobody when an upsert names no owner: the OwnedBy trap', async () => {
    expect((await graph('PATCH', UPSERT, desired, PREFER)).status).toBe(201);
    const application = (await patiently(() => graph('GET', UPSERT))).answer.body;
    const principal = await graph('POST', '/servicePrincipals', { appId: application['appId'] });
    expect([principal.status, codeOf(principal)]).toEqual([403, 'Authorization_RequestDenied']);
    expect((await graph('PATCH', UPSERT, { displayName: 'x' })).status).toBe(403);
  });

  it('belongs to its maker when it is made by POST', async () => {
    const created = await graph('POST', '/applications', { displayName: 'made' });
    const owners = await patiently(() => graph('GET', `/applications/${String(created.body['id'])}/owners`));
    expect(owners.answer.body['value']).toMatchObject([{ id: world.tenant.deploy.objectId }]);
  });

  it('is not there for the rest of Entra until it is replicated', async () => {
    const created = await graph('POST', '/applications', { displayName: 'made' });
    const read = await graph('GET', `/applications/${String(created.body['id'])}`);
    expect([read.status, codeOf(read), read.response.curedByTime]).toEqual([404, 'Request_ResourceNotFound', true]);
    const principal = await graph('POST', '/servicePrincipals', { appId: created.body['appId'] });
    expect([principal.status, codeOf(principal)]).toEqual([400, 'NoBackingApplicationObject']);
    const list = await graph('GET', `/applications?$filter=displayName eq 'made'`);
    expect([list.body['value'], list.response.pending]).toEqual([[], true]);
  });

  it('goes to the deleted items with its service principal, and comes back without it', async () => {
    const { id, appId } = await deployed();
    expect((await graph('DELETE', `/applications/${id}`)).status).toBe(204);
    expect((await graph('GET', UPSERT)).status).toBe(404);
    expect((await graph('GET', `/servicePrincipals(appId='${appId}')`)).status).toBe(404);
    expect((await graph('GET', '/directory/deletedItems/microsoft.graph.application')).body['value']).toHaveLength(1);
    expect((await graph('POST', `/directory/deletedItems/${id}/restore`, {})).status).toBe(200);
    expect((await graph('GET', UPSERT)).status).toBe(200);
  });
});

describe('Graph refuses', () => {
  const appRoles = [role(ADMIN, 'admin'), role(USER, 'user')];

  it.each<[what: string, status: number, code: string, body: object]>([
    ['another unique name', 400, 'Request_BadRequest', { uniqueName: 'other' }],
    ['an enabled role taken away', 400, 'CannotDeleteOrUpdateEnabledEntitlement', { appRoles: appRoles.slice(1) }],
    [
      'an enabled role with another id',
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      { appRoles: [role(SCOPE, 'admin'), appRoles[1]] },
    ],
    [
      'an enabled role with another value',
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      { appRoles: [role(ADMIN, 'boss'), appRoles[1]] },
    ],
    [
      'an enabled scope taken away',
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      { api: { oauth2PermissionScopes: [] } },
    ],
    ['one id for two roles', 400, 'DuplicateValue', { appRoles: [...appRoles, role(ADMIN, 'third')] }],
    [
      'a role without a description',
      400,
      'Request_BadRequest',
      { appRoles: [...appRoles, { id: SCOPE, value: 'x', displayName: 'x', allowedMemberTypes: ['User'] }] },
    ],
    ['an identifier URI of a foreign domain', 400, 'HostNameNotOnVerifiedDomain', { identifierUris: ['api://chat'] }],
    ['a web redirect without TLS', 400, 'Request_BadRequest', { web: { redirectUris: ['http://chat.contoso.com/x'] } }],
    ['a secret in the body', 400, 'Request_BadRequest', { passwordCredentials: [{}] }],
    ['a member that it does not know', 400, 'Request_BadRequest', { nonsense: 1 }],
    ['an unknown audience', 400, 'Request_BadRequest', { signInAudience: 'Everybody' }],
    ['a token version that does not exist', 400, 'Request_BadRequest', { api: { requestedAccessTokenVersion: 3 } }],
  ])('%s', async (_what, status, code, body) => {
    await deployed();
    const answer = await graph('PATCH', UPSERT, body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(answer.response.wrote).toBe(false);
    expect((await graph('GET', UPSERT)).body).toMatchObject(desired);
  });

  it('nothing of this when the role was disabled first', async () => {
    await deployed();
    const disabled = [role(ADMIN, 'admin', { isEnabled: false }), role(USER, 'user')];
    expect((await graph('PATCH', UPSERT, { appRoles: disabled })).status).toBe(204);
    expect((await graph('PATCH', UPSERT, { appRoles: disabled.slice(1) })).status).toBe(204);
    expect((await graph('GET', UPSERT)).body['appRoles']).toHaveLength(1);
  });

  it.each<[what: string, status: number, code: string, request: () => Promise<Answer>]>([
    ['batches', 501, 'NotImplemented', () => graph('POST', '/$batch', { requests: [] })],
    ['collections that it lacks', 501, 'NotImplemented', () => graph('GET', '/devices')],
    ['$search', 501, 'NotImplemented', () => graph('GET', '/applications?$search="x"')],
    [
      'a filter that it cannot read',
      400,
      'Request_UnsupportedQuery',
      () => graph('GET', "/applications?$filter=endswith(displayName,'x')"),
    ],
    [
      'a filter on another member',
      400,
      'Request_UnsupportedQuery',
      () => graph('GET', "/applications?$filter=notes eq 'x'"),
    ],
    ['people to a caller without the permission', 403, 'Authorization_RequestDenied', () => graph('GET', '/users')],
    [
      'the tenant to a caller without the permission',
      403,
      'Authorization_RequestDenied',
      () => graph('GET', '/organization'),
    ],
    ['/me to an application', 400, 'Request_BadRequest', () => graph('GET', '/me')],
    [
      'a role of nobody',
      404,
      'Request_ResourceNotFound',
      async () => graph('GET', `/servicePrincipals/${ADMIN}/appRoleAssignedTo`),
    ],
    [
      'a change to Microsoft’s own',
      403,
      'Authorization_RequestDenied',
      () => graph('PATCH', `/servicePrincipals(appId='${GRAPH_APP_ID}')`, { accountEnabled: false }),
    ],
  ])('%s', async (_what, status, code, request) => {
    const answer = await request();
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  it('a role to a principal of a kind it is not for, or that it does not have', async () => {
    const { principalId, id } = await deployed();
    await graph('PATCH', `/applications/${id}`, {
      appRoles: [...appRoles, role(SCOPE.replace('3', '9'), 'people', { allowedMemberTypes: ['User'] })],
    });
    const path = `/servicePrincipals/${principalId}/appRoleAssignedTo`;
    const give = (appRoleId: string): Promise<Answer> =>
      graph('POST', path, { principalId: world.tenant.client.objectId, resourceId: principalId, appRoleId });
    expect((await give(SCOPE.replace('3', '9'))).status).toBe(400);
    expect((await give(SCOPE.replace('3', '8'))).status).toBe(400);
    expect((await give(USER)).status).toBe(201);
  });

  it('tokens that are missing, old or for another service', async () => {
    const arm = graphClient(world, await deployerToken(world, 'https://management.azure.com'));
    expect((await arm('GET', '/applications')).status).toBe(401);
    expect((await graphClient(world, 'rubbish')('GET', '/applications')).status).toBe(401);
    world.clock.spend(10 * 3_600_000);
    expect((await graph('GET', '/applications')).status).toBe(200);
    const now = realClockOf(world).now();
    realClockOf(world).now = () => now + 2 * 3_600_000;
    expect((await graph('GET', '/applications')).status).toBe(401);
  });
});

describe('Graph also', () => {
  it('keeps federated credentials: one a subject, an audience each', async () => {
    const { id } = await deployed();
    const path = `/applications/${id}/federatedIdentityCredentials`;
    const body = { name: 'main', issuer: 'https://i.example', subject: 's', audiences: ['api://AzureADTokenExchange'] };
    expect((await graph('POST', path, body)).status).toBe(201);
    expect((await graph('POST', path, body)).status).toBe(409);
    expect((await graph('POST', path, { ...body, name: 'second' })).status).toBe(400);
    expect((await graph('POST', path, { ...body, name: 'third', subject: 't', audiences: ['a', 'b'] })).status).toBe(
      400,
    );
    expect((await graph('PATCH', `${path}(name='made')`, { ...body, subject: 'u' }, PREFER)).status).toBe(400);
    expect((await graph('PATCH', `${path}/main`, { subject: 'other' })).status).toBe(204);
    expect((await graph('GET', `${path}/main`)).body['subject']).toBe('other');
    expect((await graph('DELETE', `${path}/main`)).status).toBe(204);
    expect((await graph('GET', path)).body['value']).toEqual([]);
  });

  it('shows a secret once', async () => {
    const { id } = await deployed();
    const added = await graph('POST', `/applications/${id}/addPassword`, { passwordCredential: { displayName: 'x' } });
    expect(String(added.body['secretText'])).toMatch(/^twin~/);
    const shown = (await graph('GET', `/applications/${id}`)).body['passwordCredentials'];
    expect(shown).toMatchObject([{ keyId: added.body['keyId'], secretText: null }]);
    expect((await graph('POST', `/applications/${id}/removePassword`, { keyId: added.body['keyId'] })).status).toBe(
      204,
    );
    expect((await graph('GET', `/applications/${id}`)).body['passwordCredentials']).toEqual([]);
  });

  it('sees a managed identity a while after ARM made it', async () => {
    const id = '/subscriptions/s/resourceGroups/r/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-smoke';
    const principalId = 'bbbbbbbb-0000-4000-8000-000000000001';
    put(world, id, 'Microsoft.ManagedIdentity/userAssignedIdentities', {
      principalId,
      clientId: 'bbbbbbbb-0000-4000-8000-000000000002',
    });
    const { answer, tries } = await patiently(() => graph('GET', `/servicePrincipals/${principalId}`));
    expect(tries).toBeGreaterThan(1);
    expect(answer.body).toMatchObject({ displayName: 'id-smoke', servicePrincipalType: 'ManagedIdentity' });
    const found = await graph(
      'GET',
      "/servicePrincipals?$filter=servicePrincipalNames/any(c:c eq 'bbbbbbbb-0000-4000-8000-000000000002')&$select=id",
    );
    expect(found.body['value']).toEqual([{ id: principalId }]);
  });
});
