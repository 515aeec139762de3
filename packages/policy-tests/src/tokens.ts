import { constants, createHmac, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { TokenPart } from './test-file.ts';

const TENANT = '11111111-1111-1111-1111-111111111111';
const APPLICATION = '22222222-2222-2222-2222-222222222222';
const PERSON = '33333333-3333-3333-3333-333333333333';
const LOGIN = 'https://login.microsoftonline.com';
const HOUR = 3600;

interface KeyPair {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Signs the tokens of a run, and is the issuer whose keys the policies fetch. Keys are made when they are first needed. */
export class TokenIssuer {
  readonly #pairs = new Map<string, KeyPair>();

  /** The token that a test file describes, at an instant in milliseconds. */
  token(part: TokenPart, now: number): string {
    const alg = part.alg ?? 'RS256';
    const pair = alg === 'ES256' ? this.#pair('ec') : this.#pair('rsa');
    const kid = part.key === 'unknown' ? 'unknown-key' : pair.kid;
    const header = { alg, typ: 'JWT', ...(alg.startsWith('HS') && part.secret !== undefined ? {} : { kid }) };
    const claims = claimsOf(part, Math.floor(now / 1000));
    const signed = `${encoded(header)}.${encoded(claims)}`;
    const signature = this.#sign(part, alg, signed).toString('base64url');
    return part.key === 'tampered'
      ? `${encoded(header)}.${encoded({ ...claims, oid: 'somebody-else', tampered: true })}.${signature}`
      : `${signed}.${signature}`;
  }

  /** The key set that every issuer publishes. */
  keys(): { readonly keys: readonly JsonWebKey[] } {
    const keys = (['rsa', 'ec'] as const).map((kind) => this.#pair(kind));
    return { keys: keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' })) };
  }

  #sign(part: TokenPart, alg: string, text: string): Buffer {
    if (alg === 'none') return Buffer.alloc(0);
    const foreign = part.key === 'unknown' || part.key === 'forged';
    if (alg.startsWith('HS')) {
      // Without a secret the public key is taken for one: the old confusion of algorithms.
      const publicText = this.#pair('rsa').publicKey.export({ format: 'pem', type: 'spki' });
      const secret = part.secret === undefined ? Buffer.from(publicText) : Buffer.from(part.secret, 'base64');
      const key = foreign ? Buffer.from('another secret of somebody else') : secret;
      return createHmac(`sha${alg.slice(2)}`, key)
        .update(text)
        .digest();
    }
    const kind = alg === 'ES256' ? 'ec' : 'rsa';
    const { privateKey } = this.#pair(foreign ? `foreign ${kind}` : kind);
    const data = Buffer.from(text);
    if (kind === 'ec') return sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    return sign(`sha${alg.slice(2)}`, data, { key: privateKey, ...(alg.startsWith('PS') ? padding : {}) });
  }

  #pair(name: string): KeyPair {
    const known = this.#pairs.get(name);
    if (known !== undefined) return known;
    const pair = name.endsWith('ec')
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
    const made = { kid: `test-key-${name.replace(' ', '-')}`, ...pair };
    this.#pairs.set(name, made);
    return made;
  }
}

function encoded(data: object): string {
  return Buffer.from(JSON.stringify(data)).toString('base64url');
}

/** The claims that Entra ID writes into an access token of either version, and what the test file says besides. */
function claimsOf(part: TokenPart, now: number): Readonly<Record<string, unknown>> {
  const { tenant = TENANT, version = 2, application = APPLICATION } = part;
  const from = part.expired === true ? now - 2 * HOUR : part.notYetValid === true ? now + HOUR : now;
  const own = {
    iss: part.issuer ?? (version === 2 ? `${LOGIN}/${tenant}/v2.0` : `https://sts.windows.net/${tenant}/`),
    aud: part.audience ?? APPLICATION,
    iat: from,
    nbf: from,
    exp: from + HOUR,
    sub: PERSON,
    // Another issuer knows nothing of Entra's own claims.
    ...(part.issuer !== undefined && part.tenant === undefined
      ? {}
      : { tid: tenant, oid: PERSON, ver: `${version}.0`, [version === 2 ? 'azp' : 'appid']: application }),
    ...(part.application === undefined ? {} : { [version === 2 ? 'azp' : 'appid']: part.application }),
  };
  const claims: Readonly<Record<string, unknown>> = { ...own, ...part.claims };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
}
