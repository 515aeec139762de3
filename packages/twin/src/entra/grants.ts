import { createHash } from 'node:crypto';
import type { World } from '../kernel/world.ts';
import { EntraError } from './aadsts.ts';
import { issueAccessToken, issueIdToken, realClockOf } from './access-token.ts';
import { authenticateClient, findClient } from './client-authentication.ts';
import { directoryOf } from './directory.ts';
import type { Person, ServicePrincipal } from './model.ts';
import { checkProof } from './redirects.ts';
import { consentedScopes, findResource, readScopes } from './scopes.ts';
import { signInsOf } from './sign-ins.ts';
import type { SignIn } from './sign-ins.ts';
import { required } from './token-request.ts';
import type { TokenRequest } from './token-request.ts';

type TokenBody = Readonly<Record<string, string | number>>;

/** Answers one token request by its grant type. Throws EntraError. */
export function grantToken(world: World, request: TokenRequest): Promise<TokenBody> {
  switch (request.grantType) {
    case 'client_credentials':
      return clientCredentials(world, request);
    case 'authorization_code':
      return authorizationCode(world, request);
    case 'refresh_token':
      return refreshToken(world, request);
    default:
      throw new EntraError(
        70003,
        'unsupported_grant_type',
        `The app requested an unsupported grant type '${request.grantType}'.`,
      );
  }
}

async function clientCredentials(world: World, request: TokenRequest): Promise<TokenBody> {
  const client = findClient(world, request.clientId);
  const proof = await authenticateClient(world, client, request);
  if (proof === 'none')
    throw new EntraError(
      7000216,
      'invalid_client',
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    );
  const audience = request.endpoint === 'v1' ? required(request.form, 'resource') : resourceOfDefaultScope(request);
  const resource = findResource(world, audience);
  checkAssigned(world, client, resource);
  const issued = await issueAccessToken(world, { kind: 'application', client, proof }, resource, audience);
  return tokenBody(world, request, issued.token, issued.expiresIn, audience);
}

function resourceOfDefaultScope(request: TokenRequest): string {
  const scope = required(request.form, 'scope');
  if (!scope.includes(' ') && scope.endsWith('/.default')) return scope.slice(0, -'/.default'.length);
  throw new EntraError(
    1002012,
    'invalid_scope',
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with ` +
      '/.default suffixed to the resource identifier (application ID URI).',
  );
}

/** An API that requires assignment gives tokens only to applications that hold one of its roles. */
export function checkAssigned(world: World, client: ServicePrincipal, resource: ServicePrincipal): void {
  if (!resource.appRoleAssignmentRequired) return;
  if (directoryOf(world).assignmentsTo(client.id, resource).length > 0) return;
  throw new EntraError(
    501051,
    'invalid_grant',
    `Application '${client.appId}'(${client.displayName}) is not assigned to a role for the application ` +
      `'${resource.appId}'(${resource.displayName}).`,
  );
}

async function authorizationCode(world: World, request: TokenRequest): Promise<TokenBody> {
  const client = findClient(world, request.clientId);
  const code = required(request.form, 'code');
  const redirectUri = required(request.form, 'redirect_uri');
  const proof = await authenticateClient(world, client, request);
  const signIn = redeemed(world, code);
  if (signIn.clientId !== client.appId)
    throw new EntraError(70000, 'invalid_grant', 'Provided grant is invalid or malformed.');
  if (signIn.redirectUri !== redirectUri)
    throw new EntraError(
      500112,
      'invalid_client',
      `The reply address '${redirectUri}' does not match the reply address '${signIn.redirectUri}' provided when requesting Authorization code.`,
    );
  checkProof(signIn.platform, proof, request.origin);
  checkVerifier(signIn, request.form.get('code_verifier'));
  return personTokens(world, request, client, signIn, request.form.get('scope') ?? signIn.scope, proof !== 'none');
}

async function refreshToken(world: World, request: TokenRequest): Promise<TokenBody> {
  const client = findClient(world, request.clientId);
  const signIn = signInsOf(world).refresh(required(request.form, 'refresh_token'));
  if (signIn?.clientId !== client.appId)
    throw new EntraError(9002313, 'invalid_grant', 'Invalid request. Request is malformed or invalid.');
  const proof = await authenticateClient(world, client, request);
  checkProof(signIn.platform, proof, request.origin);
  const asked = request.form.get('scope');
  if (asked === null) checkNotForItselfByUri(world, client, signIn.scope);
  const scope = asked === null ? signIn.scope : asked.includes('offline_access') ? asked : `${asked} offline_access`;
  return personTokens(world, request, client, signIn, scope, proof !== 'none');
}

/** One registration as client and API must name itself by its GUID when a refresh repeats no scope (facts/openwebui.md 2.2). */
function checkNotForItselfByUri(world: World, client: ServicePrincipal, scope: string): void {
  const { resourceName } = readScopes(scope);
  if (findResource(world, resourceName).id !== client.id || resourceName.toLowerCase() === client.appId.toLowerCase())
    return;
  throw new EntraError(
    90009,
    'invalid_request',
    `Application '${client.appId}'(${client.displayName}) is requesting a token for itself. This scenario is ` +
      'supported only if resource is specified using the GUID based App Identifier.',
  );
}

function redeemed(world: World, code: string): SignIn {
  const outcome = signInsOf(world).redeem(code);
  switch (outcome) {
    case 'unknown':
      throw new EntraError(9002313, 'invalid_grant', 'Invalid request. Request is malformed or invalid.');
    case 'redeemed':
      throw new EntraError(
        54005,
        'invalid_grant',
        'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      );
    case 'expired':
      throw new EntraError(
        70008,
        'invalid_grant',
        'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
      );
    default:
      return outcome;
  }
}

function checkVerifier(signIn: SignIn, verifier: string | null): void {
  if (signIn.challenge === undefined) return;
  const { value, method } = signIn.challenge;
  const given = verifier ?? '';
  const derived = method === 'S256' ? createHash('sha256').update(given).digest('base64url') : given;
  if (derived === value) return;
  throw new EntraError(
    501481,
    'invalid_grant',
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  );
}

async function personTokens(
  world: World,
  request: TokenRequest,
  client: ServicePrincipal,
  signIn: SignIn,
  scope: string,
  confidential: boolean,
): Promise<TokenBody> {
  const person = personOf(world, signIn.personId);
  checkPersonAssigned(world, person, client);
  const asked = readScopes(scope);
  const resource = findResource(world, asked.resourceName);
  checkPersonAssigned(world, person, resource);
  const scopes = consentedScopes(world, client, resource, person.id, asked.permissions);
  // Graph's own tokens carry the OpenID scopes, as they are Graph's delegated permissions.
  const carried = asked.permissions.length === 0 ? asked.openid.filter((name) => name !== 'offline_access') : scopes;
  const subject = { kind: 'person', person, clientId: client.appId, scopes: carried, confidential } as const;
  const issued = await issueAccessToken(world, subject, resource, asked.resourceName);
  return {
    ...tokenBody(world, request, issued.token, issued.expiresIn, asked.resourceName),
    scope: [...asked.openid, ...scopes.map((name) => `${asked.resourceName}/${name}`)].join(' '),
    ...(asked.openid.includes('openid') ? { id_token: await issueIdToken(world, person, client, signIn.nonce) } : {}),
    ...(asked.openid.includes('offline_access')
      ? { refresh_token: signInsOf(world).newRefreshToken({ ...signIn, scope }) }
      : {}),
    ...(request.form.get('client_info') === '1' ? { client_info: clientInfo(world, person) } : {}),
  };
}

/** A person can enter an application that requires assignment only with one of its roles (or default access). */
export function checkPersonAssigned(world: World, person: Person, application: ServicePrincipal): void {
  if (!application.appRoleAssignmentRequired) return;
  if (directoryOf(world).assignmentsTo(person.id, application).length > 0) return;
  throw new EntraError(
    50105,
    'invalid_grant',
    `Your administrator has configured the application ${application.displayName} ('${application.appId}') to block ` +
      `users unless they are specifically granted ('assigned') access to the application. The signed in user ` +
      `'${person.userPrincipalName}' is blocked because they are not a direct member of a group with access, nor had ` +
      'access directly assigned by an administrator. Please contact your administrator to assign access to this application.',
  );
}

function personOf(world: World, id: string): Person {
  const person = directoryOf(world).people.get(id);
  if (person === undefined)
    throw new EntraError(50034, 'invalid_grant', `The user account ${id} does not exist in the Contoso directory.`);
  return person;
}

function tokenBody(world: World, request: TokenRequest, token: string, expiresIn: number, resource: string): TokenBody {
  if (request.endpoint === 'v2')
    return { token_type: 'Bearer', expires_in: expiresIn, ext_expires_in: expiresIn, access_token: token };
  // Clients compare `expires_on` with their own clock, which is real.
  const now = Math.floor(realClockOf(world).now() / 1000);
  return {
    token_type: 'Bearer',
    expires_in: String(expiresIn),
    ext_expires_in: String(expiresIn),
    expires_on: String(now + expiresIn),
    not_before: String(now - 300),
    resource,
    access_token: token,
  };
}

function clientInfo(world: World, person: Person): string {
  return Buffer.from(JSON.stringify({ uid: person.id, utid: world.tenant.tenantId })).toString('base64url');
}
