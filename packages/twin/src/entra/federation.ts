import type { JWTPayload } from 'jose';
import { decodeJwt } from 'jose';
import type { World } from '../kernel/world.ts';
import { gitHubIssuedAtOf } from '../github/oidc.ts';
import { EntraError } from './aadsts.ts';
import { issuedAtOf, issuerOf, realClockOf } from './access-token.ts';
import { directoryOf } from './directory.ts';
import { entraSigner, gitHubSigner } from './keys.ts';
import type { FederatedCredential, ServicePrincipal } from './model.ts';
import { GITHUB_ISSUER } from './seed.ts';

const DOCUMENTATION = 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation';
const CHECK = 'Check your federated identity credential Subject, Audience and Issuer against the presented assertion.';

/**
 * Checks another issuer's token as the proof of `client`: exact, case-sensitive match of issuer, subject and audience,
 * then signature and age (facts/workflows.md section 2). Throws the AADSTS error that Entra would give.
 */
export async function checkAssertion(world: World, client: ServicePrincipal, assertion: string): Promise<void> {
  const claims = decode(assertion);
  const credentials = directoryOf(world).federatedCredentialsOf(client.appId);
  if (credentials.length === 0)
    throw refused(
      70025,
      `The client '${client.appId}'(${client.displayName}) has no configured federated identity credentials.`,
    );
  const match = matching(credentials, claims);
  if (!directoryOf(world).isVisible(match))
    throw refused(
      70021,
      `No matching federated identity record found for presented assertion. Assertion Issuer: '${claims.iss ?? ''}'. ` +
        `Assertion Subject: '${claims.sub ?? ''}'. Assertion Audience: '${audienceOf(claims)}'. ${DOCUMENTATION}`,
      true,
    );
  await checkSignature(world, match, assertion);
  checkAge(world, claims);
}

function decode(assertion: string): JWTPayload {
  try {
    return decodeJwt(assertion);
  } catch {
    throw new EntraError(50027, 'invalid_request', 'JWT token is invalid or malformed.');
  }
}

function matching(credentials: readonly FederatedCredential[], claims: JWTPayload): FederatedCredential {
  const subject = claims.sub ?? '';
  const ofIssuer = credentials.filter((item) => item.issuer === claims.iss);
  if (ofIssuer.length === 0) throw noMatch(700211, 'issuer', claims.iss ?? '');
  const ofSubject = ofIssuer.filter((item) => item.subject === subject);
  if (ofSubject.length === 0) {
    const otherCase = ofIssuer.some((item) => item.subject.toLowerCase() === subject.toLowerCase());
    if (!otherCase) throw noMatch(700213, 'subject', subject);
    const hint = 'The subject matches with case-insensitive comparison, but not with case-sensitive comparison. ';
    throw noMatch(7002138, 'subject', subject, hint);
  }
  const match = ofSubject.find((item) => item.audiences.includes(audienceOf(claims)));
  if (match === undefined) throw noMatch(700212, 'audience', audienceOf(claims));
  return match;
}

/** The twin plays two issuers; keys of any other cannot be fetched. */
async function checkSignature(world: World, match: FederatedCredential, assertion: string): Promise<void> {
  const isGitHub = match.issuer === GITHUB_ISSUER;
  if (!isGitHub && match.issuer !== issuerOf(world, 2))
    throw new EntraError(50166, 'invalid_request', `Request to External OIDC endpoint failed: '${match.issuer}'.`);
  const signer = await (isGitHub ? gitHubSigner : entraSigner)();
  if ((await signer.read(assertion)) === undefined)
    throw refused(700027, 'Client assertion failed signature validation. The key was not found or does not match.');
}

/**
 * Expired once both clocks say so: virtual time may pass in an instant for a client that memoises by real time, and a
 * client that waits in virtual time mints anew.
 */
function checkAge(world: World, claims: JWTPayload): void {
  const [issued, expires] = [claims.iat ?? 0, claims.exp ?? 0];
  const uti = claims['uti'];
  const id = claims.jti ?? (typeof uti === 'string' ? uti : '');
  const realIssue = gitHubIssuedAtOf(world).get(id) ?? issuedAtOf(world).get(id) ?? 0;
  const realAge = realClockOf(world).now() - realIssue;
  if (world.clock.now < expires * 1000 || realAge < (expires - issued) * 1000) return;
  throw refused(
    700024,
    'Client assertion is not within its valid time range. ' +
      `Current time: ${iso(world.clock.now)}, assertion valid from ${iso((claims.nbf ?? issued) * 1000)}, ` +
      `expiry time of assertion ${iso(expires * 1000)}. Review the documentation at ${DOCUMENTATION} .`,
  );
}

function noMatch(code: number, what: string, value: string, hint = ''): EntraError {
  return refused(
    code,
    `No matching federated identity record found for presented assertion ${what} '${value}'. ${hint}${CHECK} ${DOCUMENTATION}`,
  );
}

function refused(code: number, text: string, curedByTime = false): EntraError {
  return new EntraError(code, 'invalid_client', text, { curedByTime });
}

function audienceOf(claims: JWTPayload): string {
  return (Array.isArray(claims.aud) ? claims.aud[0] : claims.aud) ?? '';
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, '.0000000Z');
}
