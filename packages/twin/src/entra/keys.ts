import { createHash } from 'node:crypto';
import { SignJWT, compactVerify, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';

/** A signer with one RSA key. Keys are random: nothing that virtual time or a report shows depends on them. */
export class Signer {
  readonly kid: string;
  readonly #privateKey: CryptoKey;
  readonly #publicKey: CryptoKey;
  readonly #jwk: JWK;

  constructor(privateKey: CryptoKey, publicKey: CryptoKey, jwk: JWK) {
    this.#privateKey = privateKey;
    this.#publicKey = publicKey;
    this.kid = createHash('sha256')
      .update(jwk.n ?? '')
      .digest('base64url')
      .slice(0, 27);
    this.#jwk = { ...jwk, kid: this.kid, use: 'sig', alg: 'RS256' };
  }

  /** RFC 7517 key set, as an issuer's `jwks_uri` gives it. */
  get jwks(): { readonly keys: readonly JWK[] } {
    return { keys: [this.#jwk] };
  }

  sign(claims: JWTPayload): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: this.kid }).sign(this.#privateKey);
  }

  /** Signs a header and a payload as they are, whatever they hold: for tokens that no issuer would make. */
  async signText(header: string, payload: string): Promise<string> {
    const part = (text: string): string => Buffer.from(text).toString('base64url');
    const signed = `${part(header)}.${part(payload)}`;
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', this.#privateKey, Buffer.from(signed));
    return `${signed}.${Buffer.from(signature).toString('base64url')}`;
  }

  /** The claims of a token this signer signed, whatever its age (its reader knows which clock counts); else undefined. */
  async read(token: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await compactVerify(token, this.#publicKey, { algorithms: ['RS256'] });
      return JSON.parse(new TextDecoder().decode(payload)) as JWTPayload;
    } catch {
      return undefined;
    }
  }
}

/** One key an issuer and process: making one costs a tenth of a second, and twins of other seeds are other tenants. */
const signers = new Map<'entra' | 'github', Promise<Signer>>();

/** The key that signs everything Entra issues. */
export function entraSigner(): Promise<Signer> {
  return signerOf('entra');
}

/** The key of GitHub's OIDC issuer. */
export function gitHubSigner(): Promise<Signer> {
  return signerOf('github');
}

function signerOf(issuer: 'entra' | 'github'): Promise<Signer> {
  const made = signers.get(issuer) ?? newSigner();
  signers.set(issuer, made);
  return made;
}

async function newSigner(): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const jwk = await exportJWK(publicKey);
  return new Signer(privateKey, publicKey, { kty: 'RSA', n: jwk.n ?? '', e: jwk.e ?? '' });
}
