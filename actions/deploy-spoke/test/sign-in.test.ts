import { createTwin, type Twin } from '@lz/twin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryOf, type Application } from '../../../packages/twin/src/entra/index.ts';
import { ENVIRONMENT, runActionProcess, runChain, type ActionRun } from '../../../test/support/action-process.ts';

const REDIRECT = 'https://chat.contoso.com/oauth/oidc/callback';

/** Types and names of what a run changed, or in a plan would change, in Entra ID. */
function entraChanges({ report }: ActionRun): readonly string[] {
  return (report?.changes ?? [])
    .filter(({ type }) => type.startsWith('Entra'))
    .map(({ kind, type, name }) => `${kind} ${type}: ${name}`);
}

function graphWrites(run: ActionRun): readonly string[] {
  return run.writes.filter(({ host }) => host === 'graph.microsoft.com').map(({ method, path }) => `${method} ${path}`);
}

describe('the Entra application of an environment', { timeout: 60_000 }, () => {
  let twin: Twin;
  let environment: string;
  let first: ActionRun;

  const ours = (): Application => {
    const found = directoryOf(twin.world).applications.find(({ uniqueName }) => uniqueName !== null);
    if (found === undefined) throw new Error('no application');
    return found;
  };
  const person = (user: string): string =>
    directoryOf(twin.world).people.find(({ userPrincipalName }) => userPrincipalName.startsWith(user))?.id ?? '';
  const group = (name: string): string =>
    directoryOf(twin.world).groups.find(({ displayName }) => displayName === name)?.id ?? '';
  const spoke = (more: Readonly<Record<string, string>> = {}, file = environment) =>
    runActionProcess('deploy-spoke', twin, { environment: file, inputs: more });
  /** Roles by holder. */
  const holders = (): Readonly<Record<string, string>> => {
    const { appRoles } = ours();
    const assignments = directoryOf(twin.world).assignments.all();
    return Object.fromEntries(
      assignments.flatMap(({ principalId, appRoleId }) => {
        const role = appRoles.find(({ id }) => id === appRoleId);
        return role === undefined ? [] : [[principalId, role.value] as const];
      }),
    );
  };

  beforeAll(async () => {
    twin = await createTwin();
    environment = `${ENVIRONMENT}access:\n  admins:\n    - user: ${person('ada')}\n  users:\n    - group: ${group('AI Users')}\n  groups: { chat: ${group('AI Users')} }\n`;
    await runChain(twin, { environment }, ['deploy-hub']);
  }, 60_000);

  afterAll(async () => {
    await twin.close();
  });

  test('a plan names what it would make, and makes nothing', async () => {
    const run = await spoke({ mode: 'plan' });
    expect(run.exitCode, run.log).toBe(0);
    expect(entraChanges(run)).toEqual(['create Entra application: Open WebUI contoso-dev']);
    expect(run.writes).toEqual([]);
    expect(directoryOf(twin.world).applications.find(({ uniqueName }) => uniqueName !== null)).toBeUndefined();
  });

  test('a run makes it: public client with PKCE and API in one, roles, scope, consent, people', async () => {
    first = await spoke();
    expect(first.exitCode, first.log).toBe(0);
    const application = ours();
    expect(application).toMatchObject({
      signInAudience: 'AzureADMyOrg',
      isFallbackPublicClient: true,
      requestedAccessTokenVersion: 2,
      redirectUris: { web: [], spa: [], publicClient: [REDIRECT] },
      passwords: [],
      optionalClaims: [{ token: 'idToken', name: 'email' }],
    });
    expect(application.appRoles.map(({ value }) => value).sort()).toEqual(['admin', 'user']);
    expect(application.scopes.map(({ value }) => value)).toEqual(['access_as_user']);
    const principal = directoryOf(twin.world)
      .servicePrincipals()
      .find(({ appId }) => appId === application.appId);
    expect(principal?.appRoleAssignmentRequired).toBe(true);
    const grants = directoryOf(twin.world)
      .grants.all()
      .filter(({ clientId }) => clientId === principal?.id);
    expect(grants.map(({ consentType, scope }) => `${consentType} ${scope}`).sort()).toEqual([
      'AllPrincipals access_as_user',
      'AllPrincipals openid profile email offline_access',
    ]);
    expect(holders()).toMatchObject({ [person('ada')]: 'admin', [group('AI Users')]: 'user' });
    // The file names a group, so tokens have to.
    expect(application.groupMembershipClaims).toBe('ApplicationGroup');
    expect(Object.keys(holders())).toHaveLength(3);
    expect(application.owners).toContain(twin.ready.identities.deploy.objectId);
  });

  test('a second run and its plan change nothing', async () => {
    for (const mode of ['plan', 'apply']) {
      const run = await spoke({ mode });
      expect(run.exitCode, run.log).toBe(0);
      expect([entraChanges(run), run.writes]).toEqual([[], []]);
    }
  });

  const DRIFTS: readonly (readonly [string, Partial<Application>, RegExp])[] = [
    [
      'another redirect URI',
      { redirectUris: { web: [], spa: [], publicClient: [REDIRECT, 'https://evil.example/cb'] } },
      /publicClient\.redirectUris/,
    ],
    [
      'the redirect URI on the web platform',
      { redirectUris: { web: [REDIRECT], spa: [], publicClient: [] } },
      /publicClient\.redirectUris/,
    ],
    ['tokens of version 1', { requestedAccessTokenVersion: 1 }, /requestedAccessTokenVersion/],
    ['no public client', { isFallbackPublicClient: false }, /isFallbackPublicClient/],
    ['no e-mail claim', { other: { 'optionalClaims:sent': null } }, /optionalClaims/],
    ['another name', { displayName: 'Renamed' }, /displayName/],
  ];
  test.each(DRIFTS)('mends %s', async (_what, drift, member) => {
    const directory = directoryOf(twin.world);
    directory.applications.put({ ...ours(), ...drift });
    const planned = await spoke({ mode: 'plan' });
    expect(planned.report?.changes.flatMap(({ details }) => details ?? []).join(' ')).toMatch(member);
    const run = await spoke();
    expect(run.exitCode, run.log).toBe(0);
    expect(graphWrites(run)).toHaveLength(1);
    for (const key of Object.keys(drift) as (keyof Application)[]) {
      if (key !== 'redirectUris') expect(ours()[key]).not.toEqual(drift[key]);
    }
    expect(ours().redirectUris.publicClient).toEqual([REDIRECT]);
    expect(graphWrites(await spoke())).toEqual([]);
  });

  test('mends an application that lets in people without a role', async () => {
    const directory = directoryOf(twin.world);
    const principal = directory.servicePrincipals().find(({ appId }) => appId === ours().appId);
    if (principal === undefined) throw new Error('no service principal');
    directory.putServicePrincipal({ ...principal, appRoleAssignmentRequired: false });
    const run = await spoke();
    expect(entraChanges(run)).toEqual(['modify Entra service principal: Open WebUI contoso-dev']);
    expect(directory.servicePrincipals().find(({ id }) => id === principal.id)?.appRoleAssignmentRequired).toBe(true);
  });

  test("keeps people who were given a role by hand, and takes nobody's", async () => {
    const directory = directoryOf(twin.world);
    const [known] = directory.assignments.all().filter(({ principalId }) => principalId === person('ada'));
    if (known === undefined) throw new Error('ada has no role');
    directory.assignments.put({ ...known, id: 'by-hand', principalId: person('grace') });
    directory.assignments.delete(known.id);
    const run = await spoke();
    expect(entraChanges(run)).toEqual([`create Entra role assignment: admin for user ${person('ada')}`]);
    expect(holders()).toMatchObject({ [person('ada')]: 'admin', [person('grace')]: 'admin' });
    expect(Object.keys(holders())).toHaveLength(4);
  });
});
