import { createTwin, type Twin } from '@lz/twin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Azure } from '../../actions/smoke-test/test/support/azure.ts';
import { Browser } from '../../actions/smoke-test/test/support/client.ts';
import { signIn } from '../../actions/smoke-test/test/support/sign-in.ts';
import { directoryOf } from '../../packages/twin/src/entra/index.ts';
import { ENVIRONMENT, runActionProcess, runChain, type ActionRun } from '../support/action-process.ts';
import {
  consent,
  FITTING_APPLICATION,
  makeServicePrincipal,
  registerApplication,
  type ExistingApplication,
} from '../support/existing-application.ts';
import { destroy, staysOf } from '../support/leftovers.ts';

const HOST = 'chat.contoso.com';
const APP = `https://${HOST}`;
const ENTRY = 'src/index.ts';

const codesOf = ({ report }: ActionRun) => report?.errors.map(({ code }) => code).sort();
const warningsOf = ({ report }: ActionRun) =>
  report?.checks.filter(({ verdict }) => verdict === 'warning').map(({ name }) => name) ?? [];
const graphWrites = ({ writes }: ActionRun) =>
  writes.filter(({ host }) => host === 'graph.microsoft.com').map(({ method, path }) => `${method} ${path}`);

/** Takes `clientId` in an environment file. */
function taking(clientId: string, environment = ENVIRONMENT): string {
  return environment.replace('  exposure:', `  entra: { kind: existing, clientId: ${clientId} }\n  exposure:`);
}

describe('an application that somebody else made', { timeout: 240_000 }, () => {
  let twin: Twin;
  let azure: Azure;
  let application: ExistingApplication;
  let principalId: string;
  let environment: string;

  const spoke = (inputs: Readonly<Record<string, string>> = {}, file = environment) =>
    runActionProcess('deploy-spoke', twin, { environment: file, inputs, entry: ENTRY });
  const shown = async () => [
    await azure.graph('GET', `/applications/${application.id}`),
    await azure.graph('GET', `/servicePrincipals/${principalId}`),
    await azure.graph('GET', `/oauth2PermissionGrants?$filter=clientId eq '${principalId}'`),
  ];

  beforeAll(async () => {
    twin = await createTwin();
    azure = new Azure(twin);
    const group = (name: string) =>
      directoryOf(twin.world).groups.find(({ displayName }) => displayName === name)?.id ?? '';
    const access = `access:\n  admins:\n    - group: ${group('AI Admins')}\n  users:\n    - group: ${group('AI Users')}\n`;
    await runChain(twin, { entry: ENTRY }, ['deploy-hub']);
    application = await registerApplication(azure);
    environment = taking(application.clientId) + access;
  });

  afterAll(async () => {
    await twin.close();
  });

  test('is refused where it is not there at all', async () => {
    const run = await spoke({}, taking('33333333-3333-4333-8333-333333333333'));
    expect([run.exitCode, codesOf(run), run.writes], run.log).toEqual([1, ['ApplicationNotFound'], []]);
  });

  test('is refused with everything that it lacks at once, before anything is written', async () => {
    await azure.graph('PATCH', `/applications/${application.id}`, { signInAudience: 'AzureADMultipleOrgs' });
    const run = await spoke();
    expect([run.exitCode, codesOf(run), run.writes], run.log).toEqual([
      1,
      [
        'AppRoleMissing',
        'AppRoleMissing',
        'RedirectUriMissing',
        'ScopeMissing',
        'ServicePrincipalNotFound',
        'SignInAudienceTooWide',
        'TokenVersionWrong',
      ],
      [],
    ]);
    expect(run.log).toContain(`${APP}/oauth/oidc/callback`);
  });

  test('is refused as long as people without a role get in; consent that is missing is warned of', async () => {
    const publicClient = { redirectUris: [`${APP}/oauth/oidc/callback`] };
    await azure.graph('PATCH', `/applications/${application.id}`, { ...FITTING_APPLICATION, publicClient });
    principalId = await makeServicePrincipal(azure, application);
    await azure.graph('PATCH', `/servicePrincipals/${principalId}`, { appRoleAssignmentRequired: false });
    const open = await spoke();
    expect([open.exitCode, codesOf(open), open.writes], open.log).toEqual([1, ['AssignmentNotRequired'], []]);
    expect(warningsOf(open)).toContain('ConsentMissing');
    await azure.graph('PATCH', `/servicePrincipals/${principalId}`, { appRoleAssignmentRequired: true });
    await consent(azure, principalId);
  });

  test('that fits is taken: role assignments alone are written, and a second run writes nothing', async () => {
    const before = await shown();
    const run = await spoke();
    expect(run.exitCode, run.log).toBe(0);
    expect(run.outputs['application-client-id']).toBe(application.clientId);
    expect(warningsOf(run)).not.toContain('ConsentMissing');
    const assigns = `POST /v1.0/servicePrincipals/${principalId}/appRoleAssignedTo`;
    expect(graphWrites(run)).toEqual([assigns, assigns, assigns]);
    expect(await shown()).toEqual(before);
    for (const mode of ['plan', 'apply']) {
      const again = await spoke({ mode });
      expect([again.exitCode, again.writes], again.log).toEqual([0, []]);
    }
  });

  test('lets in and answers a person of 300 groups, whose role is that of a group', async () => {
    await runChain(twin, { environment, entry: ENTRY }, ['configure-apim', 'import-openapi']);
    const { people } = directoryOf(twin.world);
    const alan = people.find(({ userPrincipalName }) => userPrincipalName === 'alan@contoso.com');
    if (alan === undefined) throw new Error('alan is not there');
    const others = Array.from({ length: 299 }, (_, number) => twin.world.guid(`other group:${number}`));
    people.put({ ...alan, memberOf: [...others, ...alan.memberOf] });

    const ingress = await azure.get(azure.idOf('Microsoft.Network/publicIPAddresses', '-ingress'));
    const addresses = { [HOST]: String(ingress.properties['ipAddress']) };
    // Open WebUI makes the first of all people an administrator, whatever the roles say.
    await signIn(new Browser(twin, addresses), APP, 'ada@contoso.com');
    const browser = new Browser(twin, addresses);
    const landing = await signIn(browser, APP, 'alan@contoso.com');
    expect([landing.status, landing.headers.location]).toEqual([307, `${APP}/auth`]);
    expect(JSON.parse((await browser.open(`${APP}/api/v1/auths/`)).text)).toMatchObject({ role: 'user' });
    const messages = [{ role: 'user', content: 'Reply with the word pong' }];
    const answer = await browser.open(`${APP}/api/chat/completions`, { body: { model: 'gpt-5-mini', messages } });
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('pong')]);
  });

  test('stays as it is when the environment is removed', async () => {
    const before = await shown();
    const run = await destroy('deploy-spoke', twin, 'contoso-dev', { environment, entry: ENTRY });
    expect(run.exitCode, run.log).toBe(0);
    expect([graphWrites(run), staysOf(run, /^Entra application$/)]).toEqual([[], [application.clientId]]);
    expect(await shown()).toEqual(before);
  });
});

test(
  'a host name that the platform gives is named for the redirect URI once it is known',
  { timeout: 240_000 },
  async () => {
    await using twin = await createTwin();
    const azure = new Azure(twin);
    const application = await registerApplication(azure);
    await azure.graph('PATCH', `/applications/${application.id}`, FITTING_APPLICATION);
    await consent(azure, await makeServicePrincipal(azure, application));
    const environment = taking(
      application.clientId,
      ENVIRONMENT.replace(/exposure: .*/, 'exposure: { kind: container-app }'),
    );
    await runChain(twin, { environment, entry: ENTRY }, ['deploy-hub']);
    const first = await runActionProcess('deploy-spoke', twin, { environment, entry: ENTRY });
    expect([first.exitCode, codesOf(first), graphWrites(first)], first.log).toEqual([1, ['RedirectUriMissing'], []]);
    expect(warningsOf(first)).toContain('RedirectUriUnknown');
    const [uri] = /https:\/\/\S+\/oauth\/oidc\/callback/.exec(first.report?.errors[0]?.remedy ?? '') ?? [];
    await azure.graph('PATCH', `/applications/${application.id}`, { publicClient: { redirectUris: [uri] } });
    const [second] = await runChain(twin, { environment, entry: ENTRY }, ['deploy-spoke']);
    expect(second?.outputs['url']).toBe(new URL(uri ?? '').origin);
  },
);
