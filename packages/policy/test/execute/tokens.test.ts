import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { APP, JWK, NOW, RSA_KEY, TENANT, TestGateway, token } from '../support/world.ts';

const CHECK = `<inbound><validate-azure-ad-token tenant-id="${TENANT}" failed-validation-error-message="Sign in again." output-token-variable-name="jwt">
  <client-application-ids><application-id>${APP}</application-id></client-application-ids>
  <audiences><audience>${APP}</audience><audience>api://${APP}</audience></audiences>
  <required-claims><claim name="roles" match="any"><value>user</value><value>admin</value></claim></required-claims>
</validate-azure-ad-token></inbound>`;

const seconds = NOW / 1000;
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

function forged(header: object, mac?: string): string {
  const [, body = ''] = token().split('.');
  const signed = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${body}`;
  return `${signed}.${mac === undefined ? '' : createHmac('sha256', mac).update(signed).digest('base64url')}`;
}

const publicPem = JSON.stringify(JWK);

const REFUSED: readonly (readonly [name: string, headers: readonly (readonly [string, string])[], reason: string])[] = [
  ['no header', [], 'TokenNotPresent'],
  ['an empty bearer', [['Authorization', 'Bearer ']], 'TokenNotPresent'],
  ['another scheme', [['Authorization', `Basic ${token()}`]], 'TokenNotPresent'],
  ['no scheme', [['Authorization', token()]], 'TokenNotPresent'],
  [
    'two tokens',
    [
      ['Authorization', `Bearer ${token()}`],
      ['authorization', `Bearer ${token()}`],
    ],
    'TokenNotPresent',
  ],
  ['two parts', [['Authorization', 'Bearer a.b']], 'TokenMalformed'],
  ['parts that are no JSON', [['Authorization', 'Bearer YQ.YQ.YQ']], 'TokenMalformed'],
  ['algorithm none', [['Authorization', `Bearer ${forged({ alg: 'none' })}`]], 'TokenSignatureInvalid'],
  [
    'algorithm none with a signature',
    [['Authorization', `Bearer ${forged({ alg: 'none' }, 'x')}`]],
    'TokenSignatureInvalid',
  ],
  ['algorithm None', [['Authorization', `Bearer ${forged({ alg: 'None' }, 'x')}`]], 'TokenSignatureInvalid'],
  [
    'the public key as a shared secret',
    [['Authorization', `Bearer ${forged({ alg: 'HS256', kid: 'k1' }, publicPem)}`]],
    'TokenSignatureKeyNotFound',
  ],
  ['no signature', [['Authorization', `Bearer ${forged({ alg: 'RS256', kid: 'k1' })}`]], 'TokenSignatureInvalid'],
  [
    'a key nobody published',
    [['Authorization', `Bearer ${token({}, { kid: 'k2' }, other)}`]],
    'TokenSignatureKeyNotFound',
  ],
  ['another key under a known id', [['Authorization', `Bearer ${token({}, {}, other)}`]], 'TokenSignatureInvalid'],
  ['a changed payload', [['Authorization', `Bearer ${changed()}`]], 'TokenSignatureInvalid'],
  [
    'a key in the header',
    [['Authorization', `Bearer ${token({}, { kid: 'evil', jwk: JWK, jku: 'https://evil.example' }, other)}`]],
    'TokenSignatureKeyNotFound',
  ],
  ['expired', [['Authorization', `Bearer ${token({ exp: seconds - 1 })}`]], 'TokenExpired'],
  ['expires this very moment', [['Authorization', `Bearer ${token({ exp: seconds })}`]], 'TokenExpired'],
  ['no expiration', [['Authorization', `Bearer ${token({ exp: undefined })}`]], 'TokenExpired'],
  ['expiration as text', [['Authorization', `Bearer ${token({ exp: '9999999999' })}`]], 'TokenExpired'],
  ['not yet valid', [['Authorization', `Bearer ${token({ nbf: seconds + 60 })}`]], 'TokenNotYetValid'],
  [
    'another tenant',
    [
      [
        'Authorization',
        `Bearer ${token({ iss: 'https://login.microsoftonline.com/99999999-1111-4111-8111-111111111111/v2.0' })}`,
      ],
    ],
    'TokenIssuerNotAllowed',
  ],
  [
    'an issuer that only begins alike',
    [['Authorization', `Bearer ${token({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0.evil.example` })}`]],
    'TokenIssuerNotAllowed',
  ],
  [
    'Graph as audience',
    [['Authorization', `Bearer ${token({ aud: '00000003-0000-0000-c000-000000000000' })}`]],
    'TokenAudienceNotAllowed',
  ],
  ['no audience', [['Authorization', `Bearer ${token({ aud: undefined })}`]], 'TokenAudienceNotAllowed'],
  ['another client', [['Authorization', `Bearer ${token({ azp: 'someone' })}`]], 'TokenClientApplicationNotAllowed'],
  ['no role', [['Authorization', `Bearer ${token({ roles: undefined })}`]], 'TokenClaimNotFound'],
  [
    'a role that is not listed',
    [['Authorization', `Bearer ${token({ roles: ['users'] })}`]],
    'TokenClaimValueNotAllowed',
  ],
];

function changed(): string {
  const [header = '', , signature = ''] = token().split('.');
  const [, body = ''] = token({ roles: ['admin'] }).split('.');
  return `${header}.${body}.${signature}`;
}

describe('validate-azure-ad-token', () => {
  test.each(REFUSED)('refuses: %s', async (_name, headers, reason) => {
    const gateway = new TestGateway();
    const ran = await gateway.run(CHECK, { headers });
    expect([ran.status, ran.outcome.error?.reason, ran.json]).toEqual([
      401,
      reason,
      { statusCode: 401, message: 'Sign in again.' },
    ]);
    expect(gateway.sent).toEqual([]);
  });

  test.each([
    ['version 2', {}],
    ['version 1', { iss: `https://sts.windows.net/${TENANT}/`, aud: `api://${APP}`, azp: undefined, appid: APP }],
    ['several audiences', { aud: ['x', APP] }],
    ['a role among others', { roles: ['other', 'admin'] }],
  ])('accepts: %s', async (_name, claims) => {
    const gateway = new TestGateway();
    const read = CHECK.replace(
      '</inbound>',
      '<set-header name="oid"><value>@(((Jwt)context.Variables["jwt"]).Claims.GetValueOrDefault("oid", "") + "/" + ((Jwt)context.Variables["jwt"]).Audiences.Count())</value></set-header></inbound>',
    );
    expect((await gateway.run(read, { headers: [['authorization', `bearer ${token(claims)}`]] })).status).toBe(200);
    expect(gateway.sent[0]?.headers.at(-1)?.[1]).toMatch(/^person-1\/[12]$/);
  });
});

describe('validate-jwt', () => {
  const secret = Buffer.from('a secret of thirty-two bytes, no less').toString('base64');
  const check =
    `<inbound><validate-jwt header-name="X-Token" require-scheme="" clock-skew="30"><issuer-signing-keys><key>${secret}</key></issuer-signing-keys><audiences><audience>a</audience></audiences><issuers><issuer>i</issuer></issuers><required-claims><claim name="scp" separator=" "><value>read</value></claim></required-claims></validate-jwt></inbound>`.replace(
      ' require-scheme=""',
      '',
    );

  function shared(claims: object): string {
    const part = (data: object): string => Buffer.from(JSON.stringify(data)).toString('base64url');
    const signed = `${part({ alg: 'HS256' })}.${part({ iss: 'i', aud: 'a', scp: 'read write', exp: seconds - 20, ...claims })}`;
    return `${signed}.${createHmac('sha256', Buffer.from(secret, 'base64')).update(signed).digest('base64url')}`;
  }

  test.each([
    ['within the skew', {}, undefined],
    ['beyond the skew', { exp: seconds - 31 }, 'TokenExpired'],
    ['without the scope', { scp: 'write' }, 'TokenClaimValueNotAllowed'],
    ['another issuer', { iss: 'j' }, 'TokenIssuerNotAllowed'],
  ])('%s', async (_name, claims, reason) => {
    expect((await new TestGateway().run(check, { headers: [['X-Token', shared(claims)]] })).outcome.error?.reason).toBe(
      reason,
    );
  });

  test('keys of an OpenID provider', async () => {
    const open =
      '<inbound><validate-jwt header-name="Authorization"><openid-config url="https://login.microsoftonline.com/t/v2.0/.well-known/openid-configuration" /></validate-jwt></inbound>';
    expect(
      (await new TestGateway().run(open, { headers: [['Authorization', `Bearer ${token({}, {}, RSA_KEY)}`]] })).status,
    ).toBe(200);
    const gone = open.replace('/.well-known/openid-configuration', '/nothing');
    expect((await new TestGateway().run(gone, { headers: [['Authorization', `Bearer ${token()}`]] })).status).toBe(500);
  });
});

describe('AsJwt', () => {
  test.each([
    [`Bearer ${token()}`, 'person-1'],
    [token(), 'person-1'],
    ['nonsense', 'none'],
    ['', 'none'],
  ])('%#', async (header, expected) => {
    const gateway = new TestGateway();
    await gateway.run(
      '<inbound><set-header name="R"><value>@(context.Request.Headers.GetValueOrDefault("T","").AsJwt()?.Claims.GetValueOrDefault("oid", "-") ?? "none")</value></set-header></inbound>',
      { headers: [['T', header]] },
    );
    expect(gateway.sent[0]?.headers.at(-1)).toEqual(['R', expected]);
  });
});
