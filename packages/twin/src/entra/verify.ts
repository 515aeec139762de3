import type { JWTPayload } from 'jose';
import type { World } from '../kernel/world.ts';
import { issuedAtOf, issuerOf, realClockOf } from './access-token.ts';
import { entraSigner } from './keys.ts';

/** An access token that was verified: who calls, and with which rights. */
export interface Caller {
  /** `oid`: object id of the person or service principal. */
  readonly principalId: string;
  /** `azp` or `appid`: the client through which the call comes. */
  readonly appId: string;
  readonly audience: string;
  readonly issuer: string;
  /** App roles in the token. */
  readonly roles: readonly string[];
  /** Delegated permissions in the token; empty for an application's own token. */
  readonly scopes: readonly string[];
  readonly kind: 'application' | 'person';
  readonly claims: Readonly<JWTPayload>;
}

export type TokenProblem = 'missing' | 'malformed' | 'signature' | 'issuer' | 'audience' | 'expired';

export type Verdict =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly problem: TokenProblem; readonly message: string };

export interface Expectation {
  /** Resource names accepted in `aud`, a trailing slash aside. */
  readonly audiences: readonly string[];
  /**
   * Whose clock ages the token. `real`: control planes, whose clients cache tokens by real time while virtual hours
   * pass in seconds. `virtual`: data planes.
   */
  readonly lifetime: 'real' | 'virtual';
}

/** Checks the Authorization header of a request: signature, issuer, audience, age. */
export async function verifyBearer(world: World, header: string | undefined, expected: Expectation): Promise<Verdict> {
  const token = /^Bearer +(\S+)$/i.exec(header?.trim() ?? '')?.[1];
  if (token === undefined) return problem('missing', 'The request has no bearer token.');
  return verifyAccessToken(world, token, expected);
}

/** Checks an access token: signature, issuer, audience, age. */
export async function verifyAccessToken(world: World, token: string, expected: Expectation): Promise<Verdict> {
  if (token.split('.').length !== 3) return problem('malformed', 'The token is no JSON web token.');
  const claims = await (await entraSigner()).read(token);
  if (claims === undefined) return problem('signature', 'The signature of the token is not valid.');
  const issuer = claims.iss ?? '';
  if (issuer !== issuerOf(world, 1) && issuer !== issuerOf(world, 2))
    return problem('issuer', `The issuer '${issuer}' is not of this tenant.`);
  const audience = typeof claims.aud === 'string' ? claims.aud : '';
  if (!expected.audiences.some((accepted) => trim(accepted) === trim(audience)))
    return problem('audience', `The audience '${audience}' is not accepted here.`);
  if (isExpired(world, claims, expected.lifetime)) return problem('expired', 'The token has expired.');
  return { ok: true, caller: callerOf(claims, audience, issuer) };
}

function callerOf(claims: JWTPayload, audience: string, issuer: string): Caller {
  return {
    principalId: text(claims['oid']),
    appId: text(claims['azp']) || text(claims['appid']),
    audience,
    issuer,
    roles: Array.isArray(claims['roles']) ? claims['roles'].map(text) : [],
    scopes: text(claims['scp']).split(' ').filter(Boolean),
    kind: claims['idtyp'] === 'app' ? 'application' : 'person',
    claims,
  };
}

function isExpired(world: World, claims: JWTPayload, lifetime: Expectation['lifetime']): boolean {
  const [issued, expires] = [claims.iat ?? 0, claims.exp ?? 0];
  if (lifetime === 'virtual') return world.clock.now >= expires * 1000;
  const realIssue = issuedAtOf(world).get(text(claims['uti']));
  return realIssue === undefined || realClockOf(world).now() - realIssue >= (expires - issued) * 1000;
}

function problem(kind: TokenProblem, message: string): Verdict {
  return { ok: false, problem: kind, message };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function trim(name: string): string {
  return name.replace(/\/+$/, '').toLowerCase();
}
