import { APP_ID } from '../../../twin/test/data-planes/landing-zone.ts';
import {
  byBadCurve,
  byCurve,
  bySecret,
  byStranger,
  curveKey,
  nothing,
  strangersKey,
  type TokenWorkshop,
} from './token-workshop.ts';

/** A request's headers by name; a name that stands twice is two headers. */
export type HeaderList = readonly (readonly [string, string])[];

/** A token or other proof that must not be taken. */
export interface Hostile {
  readonly what: string;
  readonly make: (workshop: TokenWorkshop) => Promise<string | HeaderList>;
  /** 401 and `invalid_token` where nothing else is said. */
  readonly status?: number;
  readonly code?: string;
}

const OTHER = '99999999-1111-4111-8111-111111111111';
const GRAPH = '00000003-0000-0000-c000-000000000000';

/** A valid token but for these claims. */
const claims = (what: string, change: (workshop: TokenWorkshop) => object, more: Partial<Hostile> = {}): Hostile => ({
  what,
  make: (workshop) => workshop.signed(workshop.claims(change(workshop) as Record<string, unknown>)),
  ...more,
});
/** The same of version 1. */
const oldClaims = (what: string, change: object): Hostile => ({
  what,
  make: (workshop) => workshop.signed(workshop.oldClaims(change as Record<string, unknown>)),
});
/** A valid payload under another header and signature. */
const forged = (what: string, header: object, signature: (data: Buffer) => Buffer): Hostile => ({
  what,
  make: (workshop) => workshop.forged(header as Record<string, unknown>, signature),
});
/** A valid token under a header that Entra does not write. */
const headed = (what: string, header: object): Hostile => ({
  what,
  make: (workshop) => workshop.signed(workshop.claims(), header as Record<string, unknown>),
});
/** A valid token, changed as text. */
const changed = (what: string, change: (header: string, payload: string, signature: string) => string): Hostile => ({
  what,
  make: async (workshop) => change(...(await workshop.parts())),
});
/** Other headers than one with one token. */
const headers = (what: string, make: (token: string) => HeaderList): Hostile => ({
  what,
  make: async (workshop) => make(await workshop.signed(workshop.claims())),
});
/** The public key as a shared secret. */
const confused = (form: 'pem' | 'der' | 'jwk' | 'modulus', alg: string, hash: string): Hostile => ({
  what: `${alg} with the public key as ${form}`,
  make: async (workshop) => workshop.forged({ alg }, bySecret((await workshop.publicKeys())[form], hash)),
});

const encoded = (data: object | string): string =>
  Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64url');

const SIGNATURES: readonly Hostile[] = [
  forged('alg none without a signature', { alg: 'none' }, nothing),
  forged('alg None', { alg: 'None' }, nothing),
  forged('alg NONE with a signature', { alg: 'NONE' }, byStranger),
  forged('no alg', {}, byStranger),
  forged('an empty alg', { alg: '' }, byStranger),
  forged('a list of algs', { alg: ['RS256', 'none'] }, byStranger),
  forged('an alg in another case', { alg: 'rs256' }, byStranger),
  forged('no signature', { alg: 'RS256' }, nothing),
  forged('zeros for a signature', { alg: 'RS256' }, () => Buffer.alloc(256)),
  forged("somebody else's signature under the right key id", { alg: 'RS256' }, byStranger),
  forged("another tenant's key, under its own id", { alg: 'RS256', kid: 'tenant-b' }, byStranger),
  forged('ES256 with the right key id', { alg: 'ES256' }, byCurve),
  forged('ES256 with a signature of zeros', { alg: 'ES256' }, byBadCurve),
  forged('PS256 with the right key id', { alg: 'PS256' }, byStranger),
  confused('pem', 'HS256', 'sha256'),
  confused('der', 'HS256', 'sha256'),
  confused('jwk', 'HS256', 'sha256'),
  confused('modulus', 'HS384', 'sha384'),
  confused('pem', 'HS512', 'sha512'),
  forged('HS256 with an empty secret', { alg: 'HS256' }, bySecret(Buffer.alloc(0))),
  forged('a key in the header (jwk)', { alg: 'RS256', jwk: strangersKey() }, byStranger),
  forged('a key in the header, under its own id', { alg: 'RS256', kid: 'x', jwk: strangersKey() }, byStranger),
  forged('a curve in the header', { alg: 'ES256', kid: 'x', jwk: curveKey() }, byCurve),
  forged('a key behind an address (jku)', { alg: 'RS256', kid: 'x', jku: 'https://evil.example/keys' }, byStranger),
  forged('a certificate behind an address (x5u)', { alg: 'RS256', kid: 'x', x5u: 'https://evil.example' }, byStranger),
  forged('a certificate in the header (x5c)', { alg: 'RS256', kid: 'x', x5c: ['MIIB'] }, byStranger),
  forged('a key id that is a path', { alg: 'HS256', kid: '../../dev/null' }, bySecret(Buffer.alloc(0))),
  headed('no key id', { kid: undefined }),
  headed('a key id that nobody published', { kid: 'unknown' }),
  headed('a key id that is a number', { kid: 1 }),
  headed('extensions that must be understood (crit)', { crit: ['exp'] }),
  headed('a payload that is not encoded (b64)', { crit: ['b64'], b64: false }),
  headed("alg none under Entra's signature", { alg: 'none' }),
  headed("HS256 under Entra's signature", { alg: 'HS256' }),
];

const FORMS: readonly Hostile[] = [
  changed(
    'the payload of another token',
    (header, _payload, signature) => `${header}.${encoded({ roles: ['admin'] })}.${signature}`,
  ),
  changed(
    'one letter of the payload',
    (header, payload, signature) => `${header}.${payload.replace(/^./, 'f')}.${signature}`,
  ),
  changed('a signature that is cut', (header, payload, signature) => `${header}.${payload}.${signature.slice(0, -4)}`),
  changed('a signature with more behind it', (header, payload, signature) => `${header}.${payload}.${signature}AAAA`),
  changed('padding', (header, payload, signature) => `${header}.${payload}.${signature}==`),
  changed('padding in escapes', (header, payload, signature) => `${header}.${payload}.${signature}%3D%3D`),
  changed('bits that no byte holds', (header, payload, signature) => `${header}.${payload}.${otherBits(signature)}`),
  changed(
    'the letters of plain base64',
    (header, payload, signature) => `${header}.${payload}.${signature.replaceAll('-', '+').replaceAll('_', '/')}+`,
  ),
  changed('a line break', (header, payload, signature) => `${header}.${payload}\n.${signature}`),
  changed('two parts', (header, payload) => `${header}.${payload}`),
  changed('four parts', (header, payload, signature) => `${header}.${payload}.${signature}.${signature}`),
  changed('five parts', (header, payload, signature) => `${header}..${payload}.${signature}.${signature}`),
  changed('an empty payload', (header, _payload, signature) => `${header}..${signature}`),
  { what: 'a token in a token', make: async (shop) => shop.signed(JSON.stringify(await shop.signed(shop.claims()))) },
  {
    what: 'a token in a token, by its type',
    make: async (shop) => shop.signed(await shop.signed(shop.claims()), { cty: 'JWT' }),
  },
  { what: 'a payload that is a list', make: async (shop) => shop.signed(JSON.stringify([shop.claims()])) },
  { what: 'words for a token', make: () => Promise.resolve('undefined') },
  { what: 'roles twice', make: async (shop) => shop.signed(twice(shop, '"roles":["admin"]')) },
  { what: 'an audience twice', make: async (shop) => shop.signed(twice(shop, `"aud":"${GRAPH}"`)) },
  {
    what: 'a person twice, once in escapes',
    make: async (shop) => shop.signed(twice(shop, String.raw`"\u006fid":"bob"`)),
  },
  {
    what: 'an alg twice',
    make: async (shop) => shop.signedText('{"alg":"none","typ":"JWT","alg":"RS256"}', JSON.stringify(shop.claims())),
  },
];

/** The same bytes in a last letter whose spare bits differ. */
function otherBits(signature: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = letters.indexOf(signature.at(-1) ?? '');
  return signature.slice(0, -1) + (letters[last ^ 1] ?? '');
}

function twice(shop: TokenWorkshop, member: string): string {
  return `${JSON.stringify(shop.claims()).slice(0, -1)},${member}}`;
}

const CLAIMS: readonly Hostile[] = [
  claims('no audience', () => ({ aud: undefined })),
  claims('the audience of Graph', () => ({ aud: GRAPH })),
  claims('the address of Graph', () => ({ aud: 'https://graph.microsoft.com' })),
  claims('an audience that only begins alike', () => ({ aud: `${APP_ID}x` })),
  claims('an audience with a slash', () => ({ aud: `api://${APP_ID}/` })),
  claims('an audience in another case', () => ({ aud: `API://${APP_ID}` })),
  claims('an audience that is an object', () => ({ aud: { a: APP_ID } })),
  claims('no issuer', () => ({ iss: undefined })),
  claims('the issuer of another tenant', () => ({ iss: `https://login.microsoftonline.com/${OTHER}/v2.0` })),
  claims('an issuer that only begins alike', ({ tenant }) => ({
    iss: `https://login.microsoftonline.com/${tenant}/v2.0.evil.example/v2.0`,
  })),
  claims('an issuer without encryption', ({ tenant }) => ({ iss: `http://login.microsoftonline.com/${tenant}/v2.0` })),
  claims('an issuer elsewhere', ({ tenant }) => ({ iss: `https://login.evil.example/${tenant}/v2.0` })),
  claims('two issuers', ({ tenant }) => ({ iss: [`https://login.microsoftonline.com/${tenant}/v2.0`, 'x'] })),
  claims('no tenant', () => ({ tid: undefined })),
  claims('another tenant under our issuer', () => ({ tid: OTHER })),
  claims('two tenants', ({ tenant }) => ({ tid: [tenant, OTHER] })),
  claims('ended a second ago', ({ now }) => ({ exp: now - 1 })),
  claims('ends this very second', ({ now }) => ({ exp: now })),
  claims('no end', () => ({ exp: undefined })),
  claims('an end as text', () => ({ exp: '9999999999' })),
  claims('an end that is nothing', () => ({ exp: null })),
  claims('begins in a minute', ({ now }) => ({ nbf: now + 60 })),
  claims('no beginning', () => ({ nbf: undefined })),
  claims('a beginning as text', () => ({ nbf: '0' })),
  claims('an application that nobody named', () => ({ azp: OTHER })),
  claims('no application', () => ({ azp: undefined })),
  claims('two applications', () => ({ azp: [APP_ID, OTHER] })),
  claims('version 2 with the application of version 1', () => ({ azp: undefined, appid: APP_ID })),
  oldClaims('version 1 with the application of version 2', { appid: undefined, azp: APP_ID }),
  oldClaims('version 1 for Graph', { aud: 'https://graph.microsoft.com' }),
  oldClaims('version 1 of an application that nobody named', { appid: OTHER }),
  claims('an ID token', () => ({ azp: undefined, azpacr: undefined, scp: undefined, nonce: 'n', name: 'Ada' })),
];

const ROLES: readonly Hostile[] = [
  claims('no role', () => ({ roles: undefined }), { status: 403, code: 'role_missing' }),
  claims('an empty list of roles', () => ({ roles: [] }), { status: 403, code: 'role_missing' }),
  claims('a role that only sounds right', () => ({ roles: ['superuser', 'users', 'User', 'ADMIN'] }), {
    status: 403,
    code: 'role_missing',
  }),
  claims('a role with a comma in it', () => ({ roles: ['x,user', 'user,admin', ',user,'] }), {
    status: 403,
    code: 'role_missing',
  }),
  claims('a role with a space', () => ({ roles: [' user', 'user ', 'x user'] }), { status: 403, code: 'role_missing' }),
  claims('a role in an object', () => ({ roles: { user: true } }), { status: 403, code: 'role_missing' }),
  claims('a role in a list in a list', () => ({ roles: [['user']] }), { status: 403, code: 'role_missing' }),
  claims('a scope for a role', () => ({ roles: undefined, scp: 'user admin' }), { status: 403, code: 'role_missing' }),
  claims('no person', () => ({ oid: undefined }), { status: 403, code: 'person_missing' }),
  claims('a person without a name', () => ({ oid: '' }), { status: 403, code: 'person_missing' }),
  claims('two persons', () => ({ oid: ['ada', 'bob'] }), { status: 403, code: 'person_missing' }),
  claims('a name for a person', () => ({ oid: undefined, preferred_username: 'ada@contoso.com', upn: 'ada' }), {
    status: 403,
    code: 'person_missing',
  }),
  claims('more groups than a token names', () => ({ _claim_names: { groups: 'src1' } }), {
    status: 403,
    code: 'groups_overage',
  }),
  claims('more groups, in an implicit flow', () => ({ hasgroups: true }), { status: 403, code: 'groups_overage' }),
  claims('no groups', () => ({}), { status: 403, code: 'groups_missing' }),
];

const PLACES: readonly Hostile[] = [
  headers('no header', () => []),
  headers('two tokens', (token) => [
    ['Authorization', `Bearer ${token}`],
    ['Authorization', `Bearer ${token}`],
  ]),
  headers('two tokens, one in lower case', (token) => [
    ['Authorization', 'Bearer x'],
    ['authorization', `Bearer ${token}`],
  ]),
  headers('two tokens in one header', (token) => [['Authorization', `Bearer ${token}, Bearer ${token}`]]),
  headers('Bearer twice', (token) => [['Authorization', `Bearer Bearer ${token}`]]),
  headers('no scheme', (token) => [['Authorization', token]]),
  headers('another scheme', (token) => [['Authorization', `Basic ${token}`]]),
  headers('a token behind another scheme', (token) => [['Authorization', `Basic eDp5 Bearer ${token}`]]),
  headers('an empty token', () => [['Authorization', 'Bearer ']]),
  headers('a token in quotes', (token) => [['Authorization', `Bearer "${token}"`]]),
  headers('a token in a cookie', (token) => [['Cookie', `token=${token}; oauth_access_token=${token}`]]),
  headers('a token in another header', (token) => [
    ['X-Forwarded-Access-Token', token],
    ['Proxy-Authorization', `Bearer ${token}`],
  ]),
  headers('a key in place of a token', () => [
    ['Ocp-Apim-Subscription-Key', 'k'],
    ['api-key', 'k'],
  ]),
  headers('a key as a token', () => [['Authorization', 'Bearer 0123456789abcdef0123456789abcdef']]),
  headers('a client certificate that somebody claims', () => [
    ['X-ARR-ClientCert', 'MIIB'],
    ['X-MS-CLIENT-PRINCIPAL', 'e30='],
  ]),
];

/** Everything that must be refused, before it reaches a model. */
export const HOSTILE: readonly Hostile[] = [...SIGNATURES, ...FORMS, ...CLAIMS, ...ROLES, ...PLACES];
