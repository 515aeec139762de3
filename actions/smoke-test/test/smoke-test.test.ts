import { createTwin, type Twin } from '@lz/twin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runActionProcess, runChain, type ActionRun } from '../../../test/support/action-process.ts';
import { makeTrialCertificate } from '../../deploy-spoke/src/trial-certificate.ts';
import { Azure } from './support/azure.ts';

const NETWORK = 'Microsoft.Network';
const APP = 'Microsoft.App/containerApps';
const OPEN_POLICY =
  '<policies><inbound><base /><return-response><set-status code="200" reason="OK" /></return-response></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>';

interface Container {
  readonly env: readonly { readonly name: string; readonly value?: string }[];
}

/** One thing that goes wrong after a deployment. */
interface Breakage {
  readonly what: string;
  /** Breaks it, and answers how to mend it. */
  readonly make: (azure: Azure) => Promise<() => Promise<void>>;
  /** Checks that must fail; those that follow from them may, too. */
  readonly fails: readonly string[];
  /** Checks that must still pass, to show that the others were tried. */
  readonly passes: readonly string[];
  readonly detail: RegExp;
  readonly remedy?: RegExp;
}

const BREAKAGES: readonly Breakage[] = [
  {
    what: 'the record of the gateway points elsewhere',
    make: async (azure) =>
      change(azure, gatewayRecord(azure), (properties) => ({
        ...properties,
        aRecords: [{ ipv4Address: '10.10.0.99' }],
      })),
    fails: ['gateway DNS', 'gateway: refused without a token', 'gateway: streamed chat answer'],
    passes: ['health', 'ingress backend', 'sign-in redirect'],
    detail: /points to 10\.10\.0\.99, the gateway is at 10\.10\./,
    remedy: /configure-apim/,
  },
  {
    what: 'the record of the gateway is missing',
    make: async (azure) => remove(azure, gatewayRecord(azure)),
    fails: ['gateway DNS', 'gateway: model list'],
    passes: ['health', 'private endpoints'],
    detail: /points to nothing/,
    remedy: /configure-apim/,
  },
  {
    what: 'the ingress is closed to the Internet',
    make: async (azure) =>
      change(azure, azure.idOf(`${NETWORK}/networkSecurityGroups`, '-ingress'), (properties) => ({
        ...properties,
        securityRules: (properties['securityRules'] as { name: string }[]).filter(
          ({ name }) => name !== 'public-clients',
        ),
      })),
    fails: ['certificate', 'HTTP redirect', 'health', 'configuration', 'sign-in redirect'],
    passes: ['ingress backend', 'gateway: streamed chat answer'],
    detail: /tunnel|proxy|502/i,
  },
  {
    what: 'the peering of the hub is gone',
    make: async (azure) => {
      const [id = ''] = azure
        .idsOf(`${NETWORK}/virtualNetworks/virtualNetworkPeerings`)
        .filter((one) => one.includes('-hub/'));
      return remove(azure, id);
    },
    fails: ['gateway: refused without a token', 'gateway: model list', 'gateway: streamed chat answer'],
    passes: ['health', 'configuration', 'gateway DNS'],
    detail: /fetch failed/,
  },
  {
    what: 'the login form is switched on',
    make: async (azure) =>
      change(azure, azure.idOf(APP), (properties) => withVariable(properties, 'ENABLE_LOGIN_FORM', 'true'), 30),
    fails: ['configuration'],
    passes: ['health', 'sign-in redirect', 'gateway: streamed chat answer', 'Open WebUI revision'],
    detail: /open: enable_login_form/,
    remedy: /spoke\.openWebUI\.environment/,
  },
  {
    what: 'sign-in asks for another scope',
    make: async (azure) =>
      change(azure, azure.idOf(APP), (properties) => withVariable(properties, 'OAUTH_SCOPES', 'openid email'), 30),
    fails: ['sign-in redirect'],
    passes: ['health', 'configuration'],
    detail: /wrong: scope/,
    remedy: /deploy-spoke/,
  },
  {
    what: 'the container ends at its start',
    make: async (azure) =>
      change(
        azure,
        azure.idOf(APP),
        (properties) => withVariable(properties, 'OAUTH_CODE_CHALLENGE_METHOD', 'plain'),
        30,
      ),
    fails: ['Open WebUI revision'],
    passes: ['gateway DNS', 'gateway: streamed chat answer'],
    detail: /is Unhealthy/,
    remedy: /az containerapp logs show/,
  },
  {
    what: 'the model deployment is deleted',
    make: async (azure) => remove(azure, azure.idOf('Microsoft.CognitiveServices/accounts/deployments')),
    fails: ['gateway: streamed chat answer'],
    passes: ['gateway: model list', 'gateway: refused without a token', 'health'],
    detail: /answered 404/,
  },
  {
    what: 'the policy of the gateway lets everybody in',
    make: async (azure) =>
      change(
        azure,
        azure.idOf('Microsoft.ApiManagement/service/apis/policies', '/apis/openai/policies/policy'),
        () => ({
          format: 'rawxml',
          value: OPEN_POLICY,
        }),
      ),
    fails: ['gateway: refused without a token', 'gateway: refused with a wrong token'],
    passes: ['health', 'gateway DNS'],
    detail: /answered 200 instead of 401/,
  },
  {
    what: 'the smoke test has lost its role',
    make: loseRole,
    fails: ['gateway: model list', 'gateway: streamed chat answer'],
    passes: ['gateway: refused without a token', 'health'],
    detail: /answered 403|role/,
  },
  {
    what: 'the certificate has expired',
    make: async (azure) => newCertificate(azure, 'chat.contoso.com', new Date(Date.now() - 400 * 86_400_000)),
    fails: ['certificate'],
    passes: ['health', 'configuration'],
    detail: /^expired on/,
    remedy: /Renew/,
  },
  {
    what: 'the certificate is for another host',
    make: async (azure) => newCertificate(azure, 'chat.fabrikam.com', new Date()),
    fails: ['certificate'],
    passes: ['health', 'gateway: streamed chat answer'],
    detail: /chat\.fabrikam\.com/,
    remedy: /for this host name/,
  },
];

describe('smoke-test after one thing broke', { timeout: 60_000 }, () => {
  let twin: Twin;
  let azure: Azure;
  let whole: ActionRun;

  beforeAll(async () => {
    twin = await createTwin();
    await runChain(twin);
    azure = new Azure(twin);
    // The probe waits for roles that are late; in virtual time that stands still meanwhile, none will come.
    await change(azure, azure.idOf('Microsoft.App/jobs', '-smoke'), (properties) =>
      withVariable(properties, 'PROBE_PATIENCE_SECONDS', '0'),
    );
    whole = await runActionProcess('smoke-test', twin);
  }, 120_000);

  afterAll(async () => {
    await twin.close();
  });

  test('passes while nothing is', () => {
    expect(whole.exitCode, whole.log).toBe(0);
    expect(whole.outputs['failed']).toBe('0');
  });

  test.each(BREAKAGES)(
    '$what',
    async ({ make, fails, passes, detail, remedy }) => {
      const mend = await make(azure);
      const run = await runActionProcess('smoke-test', twin).finally(mend);
      expect(run.exitCode, run.log).toBe(1);
      const checks = run.report?.checks ?? [];
      const said = checks.map(({ name, verdict, detail: text }) => `${verdict} ${name}: ${text}`).join('\n');
      const verdicts = Object.fromEntries(checks.map(({ name, verdict }) => [name, verdict]));
      expect(Object.keys(verdicts), said).toEqual(whole.report?.checks.map(({ name }) => name));
      for (const name of fails) expect([name, verdicts[name]], said).toEqual([name, 'failed']);
      for (const name of passes) expect([name, verdicts[name]], said).toEqual([name, 'passed']);
      const [first] = checks.filter(({ name }) => name === fails[0]);
      expect(first?.detail).toMatch(detail);
      if (remedy !== undefined) expect(first?.remedy).toMatch(remedy);
      expect(run.log).toContain('what to do:');
      expect(run.report?.errors).toMatchObject([{ code: 'SmokeTestFailed' }]);
    },
    60_000,
  );

  test('passes again when all is mended', async () => {
    const run = await runActionProcess('smoke-test', twin);
    expect(run.exitCode, run.log).toBe(0);
  });
});

function gatewayRecord(azure: Azure): string {
  return azure.idOf(`${NETWORK}/privateDnsZones/A`, '.azure-api.net/A/@');
}

/** Changes the properties of a resource; `minutes` pass before what follows from it has come about. */
async function change(
  azure: Azure,
  id: string,
  alter: (properties: Readonly<Record<string, unknown>>) => object,
  minutes = 0,
): Promise<() => Promise<void>> {
  const before = await azure.get(id);
  const write = async (properties: object): Promise<void> => {
    await azure.put(id, { ...before, properties });
    azure.spend(minutes);
  };
  await write(alter(before.properties));
  return async () => {
    await write(before.properties);
  };
}

async function remove(azure: Azure, id: string): Promise<() => Promise<void>> {
  const before = await azure.get(id);
  await azure.delete(id);
  return async () => {
    await azure.put(id, before);
  };
}

function withVariable(properties: Readonly<Record<string, unknown>>, name: string, value: string): object {
  const template = properties['template'] as { readonly containers: readonly Container[] };
  const containers = template.containers.map((container) => ({
    ...container,
    env: [...container.env.filter((item) => item.name !== name), { name, value }],
  }));
  return { ...properties, template: { ...template, containers } };
}

async function loseRole(azure: Azure): Promise<() => Promise<void>> {
  const filter = encodeURIComponent("startswith(displayName,'Open WebUI')");
  const found = (await azure.graph('GET', `/servicePrincipals?$filter=${filter}`))['value'] as { id: string }[];
  const path = `/servicePrincipals/${found[0]?.id ?? ''}/appRoleAssignedTo`;
  const [assignment] = (await azure.graph('GET', path))['value'] as {
    id: string;
    principalId: string;
    resourceId: string;
    appRoleId: string;
  }[];
  if (assignment === undefined) throw new Error('nobody has a role');
  await azure.graph('DELETE', `${path}/${assignment.id}`);
  return async () => {
    const { principalId, resourceId, appRoleId } = assignment;
    await azure.graph('POST', path, { principalId, resourceId, appRoleId });
  };
}

async function newCertificate(azure: Azure, hostname: string, made: Date): Promise<() => Promise<void>> {
  const id = azure.idOf('Microsoft.KeyVault/vaults/secrets', '/ingress-certificate');
  const write = async (host: string, at: Date): Promise<void> => {
    await azure.put(id, { properties: { value: (await makeTrialCertificate(host, at)).pfx } });
  };
  await write(hostname, made);
  return async () => {
    await write('chat.contoso.com', new Date());
  };
}
