import {
  constants,
  createPublicKey,
  createSecretKey,
  createHmac,
  timingSafeEqual,
  verify,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { ParsedCache } from '../parsed-cache.ts';
import { doubtfulForm } from './jwt-form.ts';
import { claimValues, decodeJwt, type DecodedJwt } from '../expressions/values/jwt.ts';

/** Why a token was refused, as `context.LastError` names it. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly reason: string;

  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface RequiredClaim {
  readonly name: string;
  readonly match: 'all' | 'any';
  readonly separator: string | undefined;
  readonly values: readonly string[];
}

/** What a token must satisfy. Empty lists demand nothing. */
export interface TokenRules {
  readonly keys: readonly JsonWebKey[];
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  readonly requiredClaims: readonly RequiredClaim[];
  readonly requireExpiration: boolean;
  readonly requireSignature: boolean;
  /** Whether the token must say which key signed it. */
  readonly requireKeyId: boolean;
  readonly clockSkewMs: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A person's token comes with every request until it ends. */
const MOST_TOKENS = 2048;
const readTokens = new ParsedCache<{ readonly token: DecodedJwt | undefined; readonly doubt: string | undefined }>(
  MOST_TOKENS,
);

/** Takes a token apart and checks signature, time, issuer, audience and claims, in this order. */
export function validateToken(text: string, rules: TokenRules): DecodedJwt {
  const { token, doubt } = readTokens.get(text, () => ({
    token: decodeJwt(text),
    doubt: doubtfulForm(text.trim().replace(/^Bearer\s+/i, '')),
  }));
  if (token === undefined)
    throw new TokenRefused('TokenMalformed', 'IDX12741: JWT must have three segments (JWS) or five segments (JWE).');
  if (doubt !== undefined) throw new TokenRefused('JwtInvalid', `IDX12729: Unable to decode the token: ${doubt}.`);
  checkSignature(token, rules);
  checkTime(token, rules);
  checkIssuer(token, rules.issuers);
  checkAudience(token, rules.audiences);
  checkClaims(token, rules.requiredClaims);
  return token;
}

const ALGORITHMS: Readonly<
  Record<string, { readonly hash: string; readonly kind: 'RSA' | 'PSS' | 'EC' | 'oct'; readonly curve?: string }>
> = {
  RS256: { hash: 'sha256', kind: 'RSA' },
  RS384: { hash: 'sha384', kind: 'RSA' },
  RS512: { hash: 'sha512', kind: 'RSA' },
  PS256: { hash: 'sha256', kind: 'PSS' },
  PS384: { hash: 'sha384', kind: 'PSS' },
  PS512: { hash: 'sha512', kind: 'PSS' },
  ES256: { hash: 'sha256', kind: 'EC', curve: 'P-256' },
  ES384: { hash: 'sha384', kind: 'EC', curve: 'P-384' },
  ES512: { hash: 'sha512', kind: 'EC', curve: 'P-521' },
  HS256: { hash: 'sha256', kind: 'oct' },
  HS384: { hash: 'sha384', kind: 'oct' },
  HS512: { hash: 'sha512', kind: 'oct' },
};

function checkSignature(token: DecodedJwt, rules: TokenRules): void {
  const { alg, kid } = token.header;
  const unsigned = alg === 'none' || token.signature.length === 0;
  if (unsigned && !rules.requireSignature) return;
  if (unsigned)
    throw new TokenRefused(
      'TokenSignatureInvalid',
      'IDX10504: Unable to validate signature, token does not have a signature.',
    );
  const algorithm = typeof alg === 'string' && Object.hasOwn(ALGORITHMS, alg) ? ALGORITHMS[alg] : undefined;
  if (algorithm === undefined)
    throw new TokenRefused(
      'TokenSignatureInvalid',
      `IDX10511: Signature validation failed. The algorithm '${String(alg)}' is not supported.`,
    );
  if (kid === undefined && rules.requireKeyId)
    throw new TokenRefused(
      'TokenSignatureKeyNotFound',
      'IDX10500: Signature validation failed. The token names no key.',
    );
  const signing = rules.keys.filter((key) => key['use'] === undefined || key['use'] === 'sig');
  const named = signing.filter((key) => kid === undefined || key['kid'] === undefined || key['kid'] === kid);
  // The kind of key decides, never the token: a public key must not serve as a shared secret.
  const fitting = named.filter((key) => keyFits(key, String(alg), algorithm));
  if (fitting.length === 0)
    throw new TokenRefused('TokenSignatureKeyNotFound', 'IDX10501: Signature validation failed. Unable to match key.');
  if (!fitting.some((key) => verifiesOnce(token, key, algorithm)))
    throw new TokenRefused(
      'TokenSignatureInvalid',
      'IDX10511: Signature validation failed. Keys tried did not verify the signature.',
    );
}

type Algorithm = NonNullable<(typeof ALGORITHMS)[string]>;

function keyFits(key: JsonWebKey, name: string, algorithm: Algorithm): boolean {
  if (key['alg'] !== undefined && key['alg'] !== name) return false;
  if (algorithm.kind === 'EC') return key.kty === 'EC' && key.crv === algorithm.curve;
  return key.kty === (algorithm.kind === 'oct' ? 'oct' : 'RSA');
}

/** What a key says of the bytes of a token does not change. */
const verified = new ParsedCache<boolean>(MOST_TOKENS);

function verifiesOnce(token: DecodedJwt, key: JsonWebKey, algorithm: Algorithm): boolean {
  const text = `${JSON.stringify(key)}:${algorithm.kind}:${algorithm.hash}:${token.signed}.${token.signature.toString('base64')}`;
  return verified.get(text, () => verifies(token, key, algorithm));
}

function verifies(token: DecodedJwt, key: JsonWebKey, algorithm: Algorithm): boolean {
  const data = Buffer.from(token.signed);
  if (algorithm.kind === 'oct') {
    const expected = createHmac(algorithm.hash, createSecretKey(Buffer.from(key.k ?? '', 'base64url')))
      .update(data)
      .digest();
    return expected.length === token.signature.length && timingSafeEqual(expected, token.signature);
  }
  const publicKey = importKey(key);
  if (publicKey === undefined) return false;
  if (algorithm.kind === 'EC')
    return verify(algorithm.hash, data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, token.signature);
  const padding =
    algorithm.kind === 'PSS'
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : {};
  return verify(algorithm.hash, data, { key: publicKey, ...padding }, token.signature);
}

/** A provider's keys are read anew for each token, and hardly ever change. */
const importedKeys = new ParsedCache<KeyObject | undefined>(16);

function importKey(key: JsonWebKey): KeyObject | undefined {
  return importedKeys.get(JSON.stringify(key), () => importAnew(key));
}

function importAnew(key: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return undefined;
  }
}

function checkTime(token: DecodedJwt, rules: TokenRules): void {
  const { exp, nbf } = token.payload;
  if (exp === undefined && rules.requireExpiration)
    throw new TokenRefused(
      'TokenExpired',
      'IDX10225: Lifetime validation failed. The token is missing an Expiration Time.',
    );
  if (exp !== undefined && (typeof exp !== 'number' || exp * 1000 + rules.clockSkewMs <= rules.now)) {
    throw new TokenRefused('TokenExpired', 'IDX10223: Lifetime validation failed. The token is expired.');
  }
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf * 1000 - rules.clockSkewMs > rules.now)) {
    throw new TokenRefused('TokenNotYetValid', 'IDX10222: Lifetime validation failed. The token is not yet valid.');
  }
}

function checkIssuer(token: DecodedJwt, issuers: readonly string[]): void {
  if (issuers.length === 0) return;
  const issuer = claimValues(token.payload, 'iss')[0];
  if (issuer === undefined || !issuers.includes(issuer)) {
    throw new TokenRefused('TokenIssuerNotAllowed', `IDX10205: Issuer validation failed. Issuer: '${issuer ?? ''}'.`);
  }
}

function checkAudience(token: DecodedJwt, audiences: readonly string[]): void {
  if (audiences.length === 0) return;
  const found = claimValues(token.payload, 'aud');
  if (!found.some((audience) => audiences.includes(audience))) {
    throw new TokenRefused(
      'TokenAudienceNotAllowed',
      `IDX10214: Audience validation failed. Audiences: '${found.join(', ')}'.`,
    );
  }
}

function checkClaims(token: DecodedJwt, claims: readonly RequiredClaim[]): void {
  for (const claim of claims) {
    const raw = claimValues(token.payload, claim.name);
    if (raw.length === 0)
      throw new TokenRefused('TokenClaimNotFound', `JWT token is missing the following claims: ${claim.name}.`);
    const found = claim.separator === undefined ? raw : raw.flatMap((value) => value.split(claim.separator ?? ''));
    const holds = (value: string): boolean => found.includes(value);
    const accepted =
      claim.values.length === 0 || (claim.match === 'any' ? claim.values.some(holds) : claim.values.every(holds));
    if (!accepted)
      throw new TokenRefused(
        'TokenClaimValueNotAllowed',
        `Claim ${claim.name} value of ${raw.join(',')} is not allowed.`,
      );
  }
}
