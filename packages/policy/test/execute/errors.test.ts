import { describe, expect, test } from 'vitest';
import type { CallContext, GatewayRequest } from '../../src/index.ts';
import { BackendError } from '../../src/index.ts';
import { policies, TestGateway } from '../support/world.ts';

const MEMBERS = ['Source', 'Reason', 'Message', 'Scope', 'Section', 'Path', 'PolicyId'];
const ON_ERROR = `<on-error><base />${MEMBERS.map((name) => `<set-header name="Error${name}" exists-action="override"><value>@(context.LastError.${name} ?? "null")</value></set-header>`).join('')}<set-header name="ErrorStatusCode" exists-action="override"><value>@(context.Response.StatusCode.ToString())</value></set-header></on-error>`;

/** The members of `context.LastError`, as on-error sees them, and the status of the response. */
async function lastError(
  sections: string,
  request: Partial<GatewayRequest> = {},
  gateway = new TestGateway(),
  context: CallContext = {},
): Promise<readonly (string | undefined)[]> {
  const ran = await gateway.run(`${sections}${ON_ERROR}`, request, context);
  return [...MEMBERS, 'StatusCode'].map((name) => ran.header(`Error${name}`));
}

const inbound = (policy: string): string => `<inbound><base />${policy}</inbound>`;
const failing = (error: BackendError): TestGateway => {
  const gateway = new TestGateway();
  gateway.answer = () => {
    throw error;
  };
  return gateway;
};

describe('predefined errors', () => {
  test.each<[string, Partial<GatewayRequest>, readonly (string | undefined)[]]>([
    [
      inbound(
        '<check-header name="X" failed-check-httpcode="418" failed-check-error-message="No X" ignore-case="false" />',
      ),
      {},
      [
        'check-header',
        'HeaderNotFound',
        'Header X was not found in the request. Access denied.',
        'api',
        'inbound',
        'check-header[1]',
        'null',
        '418',
      ],
    ],
    [
      inbound(
        '<check-header id="c" name="X" failed-check-httpcode="401" failed-check-error-message="No" ignore-case="false"><value>a</value></check-header>',
      ),
      { headers: [['X', 'A']] },
      [
        'check-header',
        'HeaderValueNotAllowed',
        'Header X value of A is not allowed. Access denied.',
        'api',
        'inbound',
        'check-header[1]',
        'c',
        '401',
      ],
    ],
    [
      inbound(
        '<ip-filter action="allow"><address>13.66.201.169</address><address-range from="13.66.140.128" to="13.66.140.143" /></ip-filter>',
      ),
      { ip: '13.66.140.144' },
      [
        'ip-filter',
        'CallerIpNotAllowed',
        'Caller IP address 13.66.140.144 is not allowed. Access denied.',
        'api',
        'inbound',
        'ip-filter[1]',
        'null',
        '403',
      ],
    ],
    [
      inbound('<ip-filter action="forbid"><address-range from="10.0.0.0" to="10.0.0.255" /></ip-filter>'),
      { ip: '10.0.0.9' },
      [
        'ip-filter',
        'CallerIpBlocked',
        'Caller IP address is blocked. Access denied.',
        'api',
        'inbound',
        'ip-filter[1]',
        'null',
        '403',
      ],
    ],
    [
      inbound('<ip-filter action="allow"><address>10.0.0.1</address></ip-filter>'),
      { ip: 'unknown' },
      [
        'ip-filter',
        'FailedToParseCallerIP',
        'Failed to establish IP address for the caller. Access denied.',
        'api',
        'inbound',
        'ip-filter[1]',
        'null',
        '403',
      ],
    ],
    [
      inbound(
        '<choose><when condition="false" /></choose><choose><when condition="@(false)" /><when condition="@(int.Parse("x") > 1)" /></choose>',
      ),
      {},
      [
        'choose',
        'ExpressionValueEvaluationFailure',
        expect.stringMatching(/^Expression evaluation failed\. /),
        'api',
        'inbound',
        'choose[2]/when[2]',
        'null',
        '500',
      ],
    ],
    [
      '<outbound><find-and-replace from="@(context.User.Id)" to="" /></outbound>',
      {},
      [
        'find-and-replace',
        'ExpressionValueEvaluationFailure',
        'Expression evaluation failed. Object reference not set to an instance of an object.',
        'api',
        'outbound',
        'find-and-replace[1]',
        'null',
        '500',
      ],
    ],
  ])('%s', async (sections, request, expected) => {
    expect(await lastError(sections, request)).toEqual(expected);
  });

  test.each([
    ['BackendConnectionFailure', '500'],
    ['Timeout', '504'],
  ] as const)('a backend that gives no answer: %s', async (reason, status) => {
    const found = await lastError(inbound(''), {}, failing(new BackendError(reason, 'no answer')));
    expect(found).toEqual([
      'forward-request',
      reason,
      'no answer',
      'global',
      'backend',
      'forward-request[1]',
      'null',
      status,
    ]);
  });

  test('an error status of the backend, asked for as an error', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => ({ status: 503, headers: [], body: new Uint8Array() });
    const found = await lastError(
      '<backend><forward-request fail-on-error-status-code="true" /></backend>',
      {},
      gateway,
    );
    expect(found.slice(0, 1)).toEqual(['forward-request']);
    expect(found.slice(3)).toEqual(['api', 'backend', 'forward-request[1]', 'null', '503']);
  });
});

describe('on-error', () => {
  const BREAK = '<inbound><set-variable name="a" value="@(int.Parse("x"))" /></inbound>';

  test('runs the scopes as their base says, and the answer is complete', async () => {
    const gateway = new TestGateway();
    const mark = (name: string): string =>
      `<set-header name="Trail" exists-action="append"><value>${name}</value></set-header>`;
    const ran = await gateway.run({
      global: policies(`<on-error>${mark('global')}</on-error>`),
      api: policies(`${BREAK}<on-error>${mark('before')}<base />${mark('after')}</on-error>`),
    });
    expect(ran.outcome.caller.headers.filter(([name]) => name === 'Trail').map(([, value]) => value)).toEqual([
      'before',
      'global',
      'after',
    ]);
    expect(ran.json).toMatchObject({ statusCode: 500, message: 'Internal server error' });
  });

  test('policies after return-response do not run, nor does outbound', async () => {
    const gateway = new TestGateway();
    const ran = await gateway.run(
      `<inbound><return-response><set-status code="202" reason="Taken" /><set-body>done</set-body></return-response><set-variable name="a" value="@(int.Parse("x"))" /></inbound><outbound><set-header name="Out"><value>1</value></set-header></outbound>`,
    );
    expect([ran.status, ran.outcome.caller.reason, ran.text, ran.header('Out'), ran.outcome.error]).toEqual([
      202,
      'Taken',
      'done',
      undefined,
      null,
    ]);
  });

  test('an error within on-error ends it with 500; the first error stays', async () => {
    const ran = await new TestGateway().run(
      `${BREAK}<on-error><set-header name="A"><value>1</value></set-header><set-body>@(context.User.Id)</set-body><set-header name="B"><value>1</value></set-header></on-error>`,
    );
    expect([ran.status, ran.header('B')]).toEqual([500, undefined]);
    expect(ran.outcome.error).toMatchObject({ type: 'FormatException', section: 'inbound' });
  });

  test('the answer of another service, asked for in on-error', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => ({ status: 203, reason: 'Other', headers: [['X', '1']], body: Buffer.from('other') });
    const ran = await gateway.run(
      `${BREAK}<on-error><send-request mode="copy" response-variable-name="r" timeout="60" ignore-error="false"><set-url>https://other.example/</set-url><set-method>POST</set-method></send-request><return-response response-variable-name="r"><set-header name="Source"><value>@(context.LastError.Source)</value></set-header></return-response></on-error>`,
    );
    expect([ran.status, ran.text, ran.header('X'), ran.header('Source')]).toEqual([203, 'other', '1', 'set-variable']);
  });

  test('a 202 is followed until it is done', async () => {
    const gateway = new TestGateway();
    let asked = 0;
    gateway.answer = ({ sentBy }) =>
      sentBy === undefined
        ? { status: 202, headers: [['location', 'https://other.example/job']], body: new Uint8Array() }
        : { status: (asked += 1) < 3 ? 202 : 200, headers: [], body: Buffer.from(`answer ${asked}`) };
    const ran = await gateway.run(
      '<outbound><base /><retry condition="@(((IResponse)context.Variables["var"]).StatusCode == 202)" count="10" interval="30"><send-request mode="new" response-variable-name="var" ignore-error="false"><set-url>@(context.Response.Headers["location"][0])</set-url><set-method>GET</set-method></send-request></retry><return-response response-variable-name="var" /></outbound>',
    );
    expect([ran.status, ran.text, gateway.waits]).toEqual([200, 'answer 3', [30_000, 30_000]]);
  });
});

describe('cors', () => {
  const CORS = (attributes = ''): string =>
    `<cors ${attributes}><allowed-origins><origin>http://localhost:8080/</origin><origin>https://example.com</origin></allowed-origins><allowed-methods preflight-result-max-age="300"><method>GET</method><method>PATCH</method></allowed-methods><allowed-headers><header>content-type</header></allowed-headers><expose-headers><header>x-a</header></expose-headers></cors>`;
  const preflight = (origin: string, method = 'PATCH'): Partial<GatewayRequest> => ({
    method: 'OPTIONS',
    headers: [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
    ],
  });
  const header = (name: string, value: string) => ({ [`Access-Control-${name}`]: value });
  const GRANTED = {
    ...header('Allow-Methods', 'GET,PATCH'),
    ...header('Allow-Headers', 'content-type'),
    ...header('Max-Age', '300'),
  };

  test.each<[string, string, Partial<GatewayRequest>, Record<string, string>]>([
    [
      'a preflight',
      inbound(CORS('allow-credentials="true"')),
      preflight('http://localhost:8080'),
      {
        ...header('Allow-Origin', 'http://localhost:8080'),
        ...header('Allow-Credentials', 'true'),
        Vary: 'Origin',
        ...GRANTED,
      },
    ],
    [
      'the port of the scheme',
      inbound(CORS()),
      preflight('https://example.com:443'),
      { ...header('Allow-Origin', 'https://example.com:443'), Vary: 'Origin', ...GRANTED },
    ],
    [
      'before any other policy',
      inbound(
        `<check-header name="X" failed-check-httpcode="401" failed-check-error-message="m" ignore-case="true" />${CORS()}`,
      ),
      preflight('https://example.com'),
      { ...header('Allow-Origin', 'https://example.com'), Vary: 'Origin', ...GRANTED },
    ],
    ['a method that is not allowed', inbound(CORS()), preflight('https://example.com', 'DELETE'), {}],
    ['a strange origin', inbound(CORS()), preflight('https://evil.example'), {}],
    [
      'a strange origin, passed to the next policy',
      inbound(CORS('terminate-unmatched-request="false"').replace('<base />', '')),
      preflight('https://evil.example'),
      {},
    ],
    [
      'a strange origin reads nothing',
      inbound(CORS()),
      { method: 'GET', headers: [['Origin', 'https://evil.example']] },
      {},
    ],
  ])('%s', async (_name, sections, request, expected) => {
    const gateway = new TestGateway();
    const ran = await gateway.run(sections, request);
    expect([ran.status, ran.text, Object.fromEntries(ran.outcome.caller.headers)]).toEqual([200, '', expected]);
    expect(gateway.sent).toEqual([]);
  });

  test('a preflight of a scope that lets pass is answered by the scope above', async () => {
    const gateway = new TestGateway();
    const any = '<cors><allowed-origins><origin>*</origin></allowed-origins></cors>';
    const ran = await gateway.run(
      {
        global: policies(`<inbound>${any}</inbound>`),
        api: policies(`<inbound>${CORS('terminate-unmatched-request="false"')}<base /></inbound>`),
      },
      preflight('https://evil.example', 'POST'),
    );
    expect(Object.fromEntries(ran.outcome.caller.headers)).toEqual({
      ...header('Allow-Origin', '*'),
      ...header('Allow-Methods', 'GET,POST'),
    });
  });

  test.each([
    ['GET', 'terminate-unmatched-request="false"', 'https://evil.example', undefined],
    ['POST', '', 'https://evil.example', undefined],
    ['GET', '', 'https://example.com', 'https://example.com'],
  ])('a %s with %s from %s goes through', async (method, attributes, origin, allowed) => {
    const gateway = new TestGateway();
    const ran = await gateway.run(inbound(CORS(attributes)), { method, headers: [['Origin', origin]] });
    expect([gateway.sent.length, ran.header('Access-Control-Allow-Origin')]).toEqual([1, allowed]);
    expect(ran.header('Access-Control-Expose-Headers')).toBe(allowed === undefined ? undefined : 'x-a');
  });

  test('an operation of method OPTIONS answers for itself', async () => {
    const gateway = new TestGateway();
    const operation = { id: 'o', name: 'o', method: 'OPTIONS', urlTemplate: '/' };
    await gateway.run(inbound(CORS()), preflight('https://example.com'), { operation });
    expect(gateway.sent.length).toBe(1);
  });
});
