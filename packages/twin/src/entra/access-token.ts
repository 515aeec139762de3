import type { JWTPayload } from 'jose';
import type { World } from '../kernel/world.ts';
import { directoryOf } from './directory.ts';
import type { Application, Person, ServicePrincipal } from './model.ts';
import { entraSigner } from './keys.ts';
import { perWorld } from './per-world.ts';

/** Who a token speaks for: an application itself, or a person through one. */
export type Subject =
  | {
      readonly kind: 'application';
      readonly client: ServicePrincipal;
      readonly proof: 'secret' | 'assertion' | 'platform';
    }
  | {
      readonly kind: 'person';
      readonly person: Person;
      readonly clientId: string;
      readonly scopes: readonly string[];
      /** Whether the client proved itself with a secret or an assertion; a public client does not. */
      readonly confidential: boolean;
    };

/** A token ready to be sent, with its life in seconds. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresIn: number;
}

/** Real time, in milliseconds since the Unix epoch; tests put their own clock here. */
export interface RealClock {
  now: () => number;
}

/** The real clock of a world: the life of a token as a waiting client sees it. */
export const realClockOf: (world: World) => RealClock = perWorld(() => ({ now: () => Date.now() }));

/** Real time of issue, by token id. Virtual hours pass in seconds, and clients cache tokens by real time. */
export const issuedAtOf: (world: World) => Map<string, number> = perWorld(() => new Map<string, number>());

/** The most groups that a JSON Web Token of Entra ID lists. */
const MOST_GROUPS = 200;

const counterOf = perWorld(() => ({ next: 0 }));

/**
 * Access token of `subject` for `resource`, in the version that the resource asks for (facts/apim.md, JWT facts).
 * Its life is 60 to 90 minutes, as Entra draws it; `iat` and `exp` are virtual time.
 */
export async function issueAccessToken(
  world: World,
  subject: Subject,
  resource: ServicePrincipal,
  requestedAudience: string,
): Promise<IssuedToken> {
  const api = directoryOf(world).applicationOf(resource.appId);
  const version = api?.requestedAccessTokenVersion ?? 1;
  const id = nextTokenId(world);
  const expiresIn = 3600 + Math.floor(world.chance(`token-life:${id}`) * 1800);
  const issuedAt = Math.floor(world.clock.now / 1000);
  const claims: JWTPayload = {
    aud: version === 2 ? resource.appId : requestedAudience,
    iss: issuerOf(world, version),
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + expiresIn,
    tid: world.tenant.tenantId,
    uti: id,
    ver: version === 2 ? '2.0' : '1.0',
    ...(subject.kind === 'application'
      ? applicationClaims(world, subject, resource, version)
      : personClaims(world, subject, resource, version, api)),
  };
  issuedAtOf(world).set(id, realClockOf(world).now());
  return { token: await (await entraSigner()).sign(claims), expiresIn };
}

/** ID token of a person for the client that signs them in: always version 2, roles of the client's registration. */
export async function issueIdToken(
  world: World,
  person: Person,
  client: ServicePrincipal,
  nonce: string | undefined,
): Promise<string> {
  const directory = directoryOf(world);
  const application = directory.applicationOf(client.appId);
  const issuedAt = Math.floor(world.clock.now / 1000);
  return (await entraSigner()).sign({
    aud: client.appId,
    iss: issuerOf(world, 2),
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + 3600,
    tid: world.tenant.tenantId,
    oid: person.id,
    sub: pairwise(world, person.id, client.appId),
    name: person.displayName,
    preferred_username: person.userPrincipalName,
    ver: '2.0',
    uti: nextTokenId(world),
    ...rolesClaim(directory.rolesOf(person.id, client)),
    ...optionalClaims(person, application, 'idToken'),
    ...groupsClaim(world, person, client, application),
    ...(nonce === undefined ? {} : { nonce }),
  });
}

/** The issuer that access tokens of `version` name. */
export function issuerOf(world: World, version: 1 | 2): string {
  const { tenantId } = world.tenant;
  return version === 2 ? `https://login.microsoftonline.com/${tenantId}/v2.0` : `https://sts.windows.net/${tenantId}/`;
}

function applicationClaims(
  world: World,
  subject: Extract<Subject, { kind: 'application' }>,
  resource: ServicePrincipal,
  version: 1 | 2,
): JWTPayload {
  const { client } = subject;
  // 1: a shared secret; 2: a key that only the client holds.
  const strength = subject.proof === 'secret' ? '1' : '2';
  return {
    oid: client.id,
    sub: client.id,
    idtyp: 'app',
    ...(version === 2
      ? { azp: client.appId, azpacr: strength }
      : { appid: client.appId, appidacr: strength, idp: issuerOf(world, 1) }),
    ...rolesClaim(directoryOf(world).rolesOf(client.id, resource)),
  };
}

function personClaims(
  world: World,
  subject: Extract<Subject, { kind: 'person' }>,
  resource: ServicePrincipal,
  version: 1 | 2,
  api: Application | undefined,
): JWTPayload {
  const { person, clientId } = subject;
  const strength = subject.confidential ? '1' : '0';
  return {
    oid: person.id,
    sub: pairwise(world, person.id, resource.appId),
    name: person.displayName,
    scp: subject.scopes.join(' '),
    ...(version === 2
      ? { azp: clientId, azpacr: strength, preferred_username: person.userPrincipalName }
      : { appid: clientId, appidacr: strength, upn: person.userPrincipalName, unique_name: person.userPrincipalName }),
    ...rolesClaim(directoryOf(world).rolesOf(person.id, resource)),
    ...optionalClaims(person, api, 'accessToken'),
    ...groupsClaim(world, person, resource, api),
  };
}

function rolesClaim(roles: readonly string[]): JWTPayload {
  return roles.length === 0 ? {} : { roles };
}

/** Of the optional claims, the twin knows `email`, `upn` and `ctry`-less profiles; others are left out, as for a profile without them. */
function optionalClaims(
  person: Person,
  application: Application | undefined,
  token: 'idToken' | 'accessToken',
): JWTPayload {
  const names = (application?.optionalClaims ?? []).filter((claim) => claim.token === token).map((claim) => claim.name);
  return {
    ...(names.includes('email') && person.mail !== null ? { email: person.mail } : {}),
    ...(names.includes('upn') ? { upn: person.userPrincipalName } : {}),
  };
}

function groupsClaim(
  world: World,
  person: Person,
  resource: ServicePrincipal,
  application: Application | undefined,
): JWTPayload {
  const kinds = application?.groupMembershipClaims?.split(',').map((kind) => kind.trim()) ?? [];
  if (kinds.includes('SecurityGroup') || kinds.includes('All')) return groupsOrOverage(person);
  if (!kinds.includes('ApplicationGroup')) return {};
  const assigned = directoryOf(world).assignmentsTo(person.id, resource);
  return { groups: person.memberOf.filter((group) => assigned.some((item) => item.principalId === group)) };
}

/** Beyond 200 groups a token names none, and says where to ask instead (Microsoft's "groups overage claim"). */
function groupsOrOverage({ id, memberOf }: Person): JWTPayload {
  if (memberOf.length <= MOST_GROUPS) return { groups: memberOf };
  const endpoint = `https://graph.microsoft.com/v1.0/users/${id}/getMemberObjects`;
  return { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint } } };
}

function pairwise(world: World, personId: string, appId: string): string {
  return Buffer.from(world.guid(`sub:${personId}:${appId}`).replaceAll('-', ''), 'hex').toString('base64url');
}

function nextTokenId(world: World): string {
  const counter = counterOf(world);
  counter.next += 1;
  return Buffer.from(world.guid(`token:${counter.next}`).replaceAll('-', ''), 'hex').toString('base64url');
}
