import { createHmac, createPublicKey, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { entraSigner } from '../../../twin/src/entra/keys.ts';
import { APP_ID, type LandingZone } from '../../../twin/test/data-planes/landing-zone.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Somebody else's keys. */
const STRANGER = generateKeyPairSync('rsa', { modulusLength: 2048 });
const CURVE = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Makes tokens of every kind, with the key of the twin's Entra or without it. */
export class TokenWorkshop {
  readonly #zone: LandingZone;

  constructor(zone: LandingZone) {
    this.#zone = zone;
  }

  get tenant(): string {
    return this.#zone.world.tenant.tenantId;
  }

  /** Seconds since the epoch. */
  get now(): number {
    return Math.floor(this.#zone.world.clock.now / 1000);
  }

  /** What Entra writes into an access token of version 2 for a person. */
  claims(more: Claims = {}): Claims {
    return {
      aud: APP_ID,
      iss: `https://login.microsoftonline.com/${this.tenant}/v2.0`,
      iat: this.now,
      nbf: this.now,
      exp: this.now + 3600,
      azp: APP_ID,
      azpacr: '0',
      oid: 'ada',
      sub: 'pairwise',
      scp: 'access_as_user',
      roles: ['user'],
      tid: this.tenant,
      ver: '2.0',
      ...more,
    };
  }

  /** The same of version 1. */
  oldClaims(more: Claims = {}): Claims {
    return this.claims({
      aud: `api://${APP_ID}`,
      iss: `https://sts.windows.net/${this.tenant}/`,
      azp: undefined,
      appid: APP_ID,
      ver: '1.0',
      ...more,
    });
  }

  /** A token that Entra's key signed, of any header and payload. */
  async signed(claims: Claims | string, header: Claims = {}): Promise<string> {
    const { kid } = await entraSigner();
    return await this.signedText(
      JSON.stringify({ alg: 'RS256', typ: 'JWT', kid, ...header }),
      typeof claims === 'string' ? claims : JSON.stringify(claims),
    );
  }

  async signedText(header: string, payload: string): Promise<string> {
    return await (await entraSigner()).signText(header, payload);
  }

  /** A token that somebody else signed, or nobody. */
  async forged(header: Claims, signature: (data: Buffer) => Buffer, claims = this.claims()): Promise<string> {
    const { kid } = await entraSigner();
    const part = (data: object): string => Buffer.from(JSON.stringify(data)).toString('base64url');
    const data = `${part({ typ: 'JWT', kid, ...header })}.${part(claims)}`;
    return `${data}.${signature(Buffer.from(data)).toString('base64url')}`;
  }

  /** Entra's public key in the forms that a careless reader takes for a shared secret. */
  async publicKeys(): Promise<Readonly<Record<'pem' | 'der' | 'jwk' | 'modulus', Buffer>>> {
    const { jwks } = await entraSigner();
    const jwk = jwks.keys[0] as JsonWebKey;
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    return {
      pem: Buffer.from(key.export({ type: 'spki', format: 'pem' })),
      der: key.export({ type: 'spki', format: 'der' }),
      jwk: Buffer.from(JSON.stringify(jwk)),
      modulus: Buffer.from(jwk.n ?? '', 'base64url'),
    };
  }

  /** Parts of a token that is valid. */
  async parts(): Promise<readonly [header: string, payload: string, signature: string]> {
    const [header = '', payload = '', signature = ''] = (await this.signed(this.claims())).split('.');
    return [header, payload, signature];
  }
}

export const nothing = (): Buffer => Buffer.alloc(0);
export const byStranger = (data: Buffer): Buffer => sign('sha256', data, STRANGER.privateKey);
export const byCurve = (data: Buffer): Buffer =>
  sign('sha256', data, { key: CURVE.privateKey, dsaEncoding: 'ieee-p1363' });
export const byBadCurve = (): Buffer => Buffer.alloc(64);
export const bySecret =
  (secret: Buffer, hash = 'sha256') =>
  (data: Buffer): Buffer =>
    createHmac(hash, secret).update(data).digest();
/** The stranger's public key, as a header may carry it. */
export const strangersKey = (): JsonWebKey => asJwk(STRANGER.publicKey);
export const curveKey = (): JsonWebKey => asJwk(CURVE.publicKey);

function asJwk(key: KeyObject): JsonWebKey {
  return key.export({ format: 'jwk' });
}
