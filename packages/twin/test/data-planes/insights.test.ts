import { beforeAll, describe, expect, test } from 'vitest';
import { directoryOf, identityAccessToken } from '../../src/entra/index.ts';
import { COMPONENT, GATEWAY_HOST, LandingZone, SERVICE, WORKSPACE } from './landing-zone.ts';

const URL_OF_API = `https://${GATEWAY_HOST}/openai/v1`;
const CHAT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Reply with the word pong' }] };
const ROLES = {
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  'Monitoring Reader': '43d0d8ad-25c7-4714-9337-8ba259a9fe05',
  'Log Analytics Reader': '73c42c96-874c-492b-b04d-ab87d138a893',
  'Monitoring Metrics Publisher': '3913510d-42f4-4e42-8a64-420c390055eb',
} as const;
const APPS = 'https://api.applicationinsights.io/v1';
const LOGS = 'https://api.loganalytics.io/v1';

/** Gives the gateway's identity, which asks in these tests, a role. */
function give(zone: LandingZone, role: keyof typeof ROLES, scope: string): void {
  zone.put(
    `${scope}/providers/Microsoft.Authorization/roleAssignments/${ROLES[role]}`,
    'Microsoft.Authorization/roleAssignments',
    {
      principalId: zone.world.guid('gateway-principal'),
      roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${ROLES[role]}`,
    },
  );
  zone.world.clock.spend(3_600_000);
}

async function bearer(zone: LandingZone, audience: string): Promise<string> {
  const principal = directoryOf(zone.world).servicePrincipal(zone.world.guid('gateway-principal'));
  if (principal === undefined) throw new Error('The identity is not in the directory.');
  return `Bearer ${(await identityAccessToken(zone.world, principal, audience)).token}`;
}

interface Asked {
  readonly zone: LandingZone;
  readonly url: string;
  readonly audience?: string;
  readonly timespan?: string;
}

async function ask({ zone, url, audience, timespan }: Asked, query: string | undefined) {
  const authorization = await bearer(zone, audience ?? new URL(url).origin);
  return zone.send('POST', url, { body: { query, timespan }, headers: { authorization } });
}

async function rows(asked: Asked, query: string): Promise<unknown> {
  const answer = await ask(asked, query);
  const { tables } = JSON.parse(answer.text) as { tables?: { rows: unknown }[] };
  return tables?.[0]?.rows ?? answer.text;
}

const appOf = (zone: LandingZone): string => `${APPS}/apps/${zone.world.guid('app')}/query`;
const workspaceOf = (zone: LandingZone): string => `${LOGS}/workspaces/${zone.world.guid('workspace')}/query`;

/** A zone with two answers, a streamed one and one that Foundry refuses, an hour apart. */
async function traffic(diagnostic = {}): Promise<LandingZone> {
  const metric = '<llm-emit-token-metric namespace="n"><dimension name="Person" value="ada" /></llm-emit-token-metric>';
  const zone = new LandingZone({ policy: new LandingZone().plainPolicy.replace('<base />', `<base />${metric}`) });
  zone.put(
    `${SERVICE}/apis/openai/diagnostics/applicationinsights`,
    'Microsoft.ApiManagement/service/apis/diagnostics',
    {
      ...{ loggerId: `${SERVICE}/loggers/appinsights`, metrics: true },
      ...diagnostic,
    },
  );
  const send = (body: object) => zone.send('POST', `${URL_OF_API}/chat/completions`, { body });
  await send(CHAT);
  zone.world.clock.spend(3_600_000);
  await send({ ...CHAT, stream: true, stream_options: { include_usage: true } });
  await send({ ...CHAT, model: 'gpt-9' });
  return zone;
}

let zone: LandingZone;
beforeAll(async () => {
  zone = await traffic();
  give(zone, 'Monitoring Reader', COMPONENT);
  give(zone, 'Log Analytics Reader', WORKSPACE);
});

describe('what the gateway did can be asked for', () => {
  test('metrics, by either service under its own names', async () => {
    const classic = await rows(
      { zone, url: appOf(zone) },
      'customMetrics | summarize Total = sum(value), n = sum(valueCount) by name, Person = tostring(customDimensions.Person) | sort by name asc',
    );
    const workspace = await rows(
      { zone, url: workspaceOf(zone) },
      'AppMetrics | summarize Total = sum(Sum), n = sum(ItemCount) by Name, Person = tostring(Properties["Person"]) | sort by Name asc',
    );
    expect(classic).toEqual(workspace);
    expect(classic).toMatchObject([
      ['Completion Tokens', 'ada', expect.any(Number), 2],
      ['Prompt Tokens', 'ada', expect.any(Number), 2],
      ['Total Tokens', 'ada', expect.any(Number), 2],
    ]);
  });

  test('requests, as the component and as the workspace show them', async () => {
    const query =
      'requests | project resultCode, success, operation_Name, tostring(customDimensions["Operation Name"]) | sort by resultCode asc';
    const name = 'openai;rev=1 - createchatcompletion';
    expect(await rows({ zone, url: appOf(zone) }, query)).toEqual([
      ['200', 'True', name, 'createchatcompletion'],
      ['200', 'True', name, 'createchatcompletion'],
      ['404', 'False', name, 'createchatcompletion'],
    ]);
    expect(
      await rows({ zone, url: workspaceOf(zone) }, 'AppRequests | where not(Success) | project ResultCode, Success'),
    ).toEqual([['404', false]]);
  });

  test('logs of the gateway, by the id of the workspace', async () => {
    const logs = await rows(
      { zone, url: `${LOGS}${WORKSPACE}/query` },
      'ApiManagementGatewayLogs | summarize count() by ResponseCode, ApiId, Refused = isnotempty(LastErrorSource), BackendResponseCode | sort by ResponseCode asc',
    );
    expect(logs).toEqual([
      [200, 'openai', false, 200, 2],
      [404, 'openai', false, 404, 1],
    ]);
  });

  test('only within the timespan', async () => {
    const count = (timespan: string) => rows({ zone, url: workspaceOf(zone), timespan }, 'AppRequests | count');
    expect(await count('PT150M')).toEqual([[2]]);
    expect(await count('P1D')).toEqual([[3]]);
    expect(await count('2020-01-01/2020-02-01')).toEqual([[0]]);
    expect(await count('soon')).toMatch(/BadArgumentError.*timespan/);
  });

  test('by GET, and with types', async () => {
    const authorization = await bearer(zone, APPS.replace('/v1', ''));
    const query = encodeURIComponent(
      'customMetrics | project timestamp, name, value, valueCount, customDimensions | take 1',
    );
    const answer = await zone.send('GET', `${appOf(zone)}?query=${query}`, { headers: { authorization } });
    const { tables } = JSON.parse(answer.text) as { tables: { name: string; columns: { type: string }[] }[] };
    expect(tables[0]?.name).toBe('PrimaryResult');
    expect(tables[0]?.columns.map(({ type }) => type)).toEqual(['datetime', 'string', 'real', 'int', 'dynamic']);
  });
});

describe('who may ask', () => {
  test.each([
    ['nobody without a role', undefined, WORKSPACE, 403],
    ['a Reader', 'Reader', WORKSPACE, 200],
    ['a Monitoring Reader', 'Monitoring Reader', WORKSPACE, 200],
    ['a Log Analytics Reader', 'Log Analytics Reader', WORKSPACE, 200],
    ['not who may only write metrics', 'Monitoring Metrics Publisher', WORKSPACE, 403],
    ['not who may read the component alone', 'Monitoring Reader', COMPONENT, 403],
  ] as const)('%s', async (_, role, scope, status) => {
    const fresh = new LandingZone();
    if (role !== undefined) give(fresh, role, scope);
    expect((await ask({ zone: fresh, url: workspaceOf(fresh) }, 'AppMetrics | count')).status).toBe(status);
  });

  test.each([
    ['another audience', 'https://management.azure.com', 401],
    ['the audience of the other service', 'https://api.applicationinsights.io', 401],
  ])('%s', async (_, audience, status) => {
    expect((await ask({ zone, url: workspaceOf(zone), audience }, 'AppMetrics')).status).toBe(status);
  });

  test('nothing is where there is nothing', async () => {
    expect((await ask({ zone, url: `${LOGS}/workspaces/${zone.world.guid('none')}/query` }, 'AppMetrics')).status).toBe(
      404,
    );
    expect((await ask({ zone, url: `${LOGS}/workspaces/x/metadata` }, 'AppMetrics')).status).toBe(501);
  });
});

describe('what cannot be answered', () => {
  test.each([
    ['no query', undefined, 400, { code: 'BadArgumentError' }],
    [
      'a slip',
      'AppMetrics | wher x',
      400,
      { innererror: { code: 'SyntaxError', innererror: { code: 'SYN0002', line: 1, pos: 19 } } },
    ],
    [
      'a column that is not there',
      'AppMetrics | where x == 1',
      400,
      { innererror: { code: 'SemanticError', innererror: { line: 1, pos: 20 } } },
    ],
    ['a table that the component lacks', 'ApiManagementGatewayLogs', 400, { innererror: { code: 'SemanticError' } }],
    ['what is not here', 'AppMetrics | make-series count()', 501, { code: 'NotImplemented' }],
  ])('%s', async (_, query, status, error) => {
    const answer = await ask({ zone, url: appOf(zone) }, query);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, { error }]);
  });
});

describe('what a diagnostic leaves out', () => {
  test.each([
    [{ sampling: { samplingType: 'fixed', percentage: 0 }, alwaysLog: 'allErrors' }, [['404']]],
    [{ sampling: { samplingType: 'fixed', percentage: 0 } }, []],
    [{ loggerId: `${SERVICE}/loggers/none` }, []],
  ])('%j', async (diagnostic, expected) => {
    const sampled = await traffic(diagnostic);
    give(sampled, 'Reader', WORKSPACE);
    expect(await rows({ zone: sampled, url: workspaceOf(sampled) }, 'AppRequests | project ResultCode')).toEqual(
      expected,
    );
  });
});
