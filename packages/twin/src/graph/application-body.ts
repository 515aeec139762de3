import type { Application, AppRole, PermissionScope } from '../entra/index.ts';
import { DOMAINS } from '../entra/seed.ts';
import type { Body } from './context.ts';
import { badRequest, GraphError } from './errors.ts';
import { flagOr, objectAt, objectsAt, requiredGuid, requiredText, textOr, textsOr } from './read-body.ts';

/** Members that the twin keeps and shows, and that nothing in it obeys. */
const PASSIVE = [
  'certification',
  'defaultRedirectUri',
  'description',
  'info',
  'isDeviceOnlyAuthSupported',
  'keyCredentials',
  'notes',
  'oauth2RequirePostResponse',
  'parentalControlSettings',
  'requestSignatureVerification',
  'requiredResourceAccess',
  'samlMetadataUrl',
  'serviceManagementReference',
  'servicePrincipalLockConfiguration',
  'tags',
  'tokenEncryptionKeyId',
];

/** Members with a meaning of their own. */
const ACTIVE = [
  'api',
  'appRoles',
  'displayName',
  'groupMembershipClaims',
  'identifierUris',
  'isFallbackPublicClient',
  'optionalClaims',
  'owners@odata.bind',
  'publicClient',
  'signInAudience',
  'spa',
  'uniqueName',
  'web',
];

const AUDIENCES = [
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  'PersonalMicrosoftAccount',
];

/** `current` with what `body` says: members left out stay as they are. Throws GraphError for what Graph would refuse. */
export function applyApplicationBody(current: Application, body: Body, tenantId: string): Application {
  checkMembers(body);
  const api = objectAt(body, 'api');
  const appRoles = objectsAt(body, 'appRoles')?.map(readRole) ?? current.appRoles;
  const scopes = objectsAt(api, 'oauth2PermissionScopes')?.map(readScope) ?? current.scopes;
  checkEntitlements(current.appRoles, appRoles);
  checkEntitlements(current.scopes, scopes);
  checkDistinct([...appRoles, ...scopes]);
  const identifierUris = textsOr(body, 'identifierUris', current.identifierUris);
  for (const uri of identifierUris) checkIdentifierUri(uri, current.appId, tenantId);
  return {
    ...current,
    uniqueName: readUniqueName(current, body),
    displayName: body['displayName'] === undefined ? current.displayName : requiredText(body, 'displayName'),
    signInAudience: readAudience(current, body),
    identifierUris,
    appRoles,
    scopes,
    requestedAccessTokenVersion: readTokenVersion(current, api),
    preAuthorized: readPreAuthorized(current, api),
    redirectUris: readRedirects(current, body),
    isFallbackPublicClient: flagOr(body, 'isFallbackPublicClient', current.isFallbackPublicClient),
    optionalClaims: readOptionalClaims(current, body),
    groupMembershipClaims: textOr(body, 'groupMembershipClaims', current.groupMembershipClaims),
    other: { ...current.other, ...readPassive(current, body) },
  };
}

function checkMembers(body: Body): void {
  for (const name of Object.keys(body)) {
    if (name === 'passwordCredentials')
      throw badRequest("Property 'passwordCredentials' is read-only here: use addPassword to add a secret.");
    if (!ACTIVE.includes(name) && !PASSIVE.includes(name) && !name.startsWith('@odata.'))
      throw badRequest(`Invalid property '${name}'.`);
  }
}

function readPassive(current: Application, body: Body): Readonly<Record<string, unknown>> {
  const kept = Object.fromEntries(Object.entries(body).filter(([name]) => PASSIVE.includes(name)));
  // Parts of `web`, `api` and `optionalClaims` that are shown and not obeyed.
  for (const name of ['web', 'api', 'optionalClaims'])
    if (body[name] !== undefined)
      kept[`${name}:sent`] = { ...objectAt(current.other, `${name}:sent`), ...objectAt(body, name) };
  return kept;
}

function readUniqueName(current: Application, body: Body): string | null {
  const wanted = textOr(body, 'uniqueName', current.uniqueName);
  if (current.uniqueName !== null && wanted !== current.uniqueName)
    throw badRequest("Property 'uniqueName' is immutable and cannot be changed once set.");
  return wanted;
}

function readAudience(current: Application, body: Body): string {
  const audience = body['signInAudience'] === undefined ? current.signInAudience : requiredText(body, 'signInAudience');
  if (AUDIENCES.includes(audience)) return audience;
  throw badRequest(`Invalid value specified for property 'signInAudience' of resource 'Application'.`);
}

function readTokenVersion(current: Application, api: Body): 1 | 2 | null {
  const version = api['requestedAccessTokenVersion'];
  if (version === undefined) return current.requestedAccessTokenVersion;
  if (version === 1 || version === 2 || version === null) return version;
  throw badRequest("Invalid value specified for property 'requestedAccessTokenVersion' of resource 'ApiApplication'.");
}

function readPreAuthorized(current: Application, api: Body): Application['preAuthorized'] {
  const sent = objectsAt(api, 'preAuthorizedApplications');
  return (
    sent?.map((item) => ({
      appId: requiredGuid(item, 'appId'),
      delegatedPermissionIds: textsOr(item, 'delegatedPermissionIds', []),
    })) ?? current.preAuthorized
  );
}

function readRedirects(current: Application, body: Body): Application['redirectUris'] {
  const read = (platform: 'web' | 'spa' | 'publicClient'): readonly string[] => {
    const uris = textsOr(objectAt(body, platform), 'redirectUris', current.redirectUris[platform]);
    for (const uri of uris) checkRedirect(uri, platform);
    return uris;
  };
  return { web: read('web'), spa: read('spa'), publicClient: read('publicClient') };
}

/** Web and single-page redirects must be https, localhost aside; a public client may have schemes of its own. */
function checkRedirect(uri: string, platform: string): void {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  const isLocal = url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  if (
    url !== undefined &&
    (url.protocol === 'https:' || isLocal || (platform === 'publicClient' && url.protocol !== 'http:'))
  )
    return;
  throw badRequest(`Property ${platform}.redirectUris is invalid: '${uri}' must be an https URI or http://localhost.`);
}

function readOptionalClaims(current: Application, body: Body): Application['optionalClaims'] {
  if (body['optionalClaims'] === undefined) return current.optionalClaims;
  const claims = objectAt(body, 'optionalClaims');
  return (['idToken', 'accessToken'] as const).flatMap((token) =>
    (objectsAt(claims, token) ?? []).map((claim) => ({ token, name: requiredText(claim, 'name') })),
  );
}

function readRole(body: Body): AppRole {
  const members = textsOr(body, 'allowedMemberTypes', []).filter((item) => item === 'User' || item === 'Application');
  if (members.length === 0)
    throw badRequest("A value is required for property 'allowedMemberTypes' of resource 'AppRole'.");
  return {
    id: requiredGuid(body, 'id'),
    value: textOr(body, 'value', '') ?? '',
    displayName: requiredText(body, 'displayName'),
    description: requiredText(body, 'description'),
    isEnabled: flagOr(body, 'isEnabled', true),
    allowedMemberTypes: members,
  };
}

function readScope(body: Body): PermissionScope {
  const type = textOr(body, 'type', 'User');
  if (type !== 'User' && type !== 'Admin')
    throw badRequest("Invalid value specified for property 'type' of resource 'PermissionScope'.");
  return {
    id: requiredGuid(body, 'id'),
    value: requiredText(body, 'value'),
    type,
    isEnabled: flagOr(body, 'isEnabled', true),
    adminConsentDisplayName: requiredText(body, 'adminConsentDisplayName'),
    adminConsentDescription: requiredText(body, 'adminConsentDescription'),
    userConsentDisplayName: textOr(body, 'userConsentDisplayName', null),
    userConsentDescription: textOr(body, 'userConsentDescription', null),
  };
}

/** An enabled role or scope can neither go nor change its value or kind (facts/azure.md section 3). */
function checkEntitlements(
  before: readonly (AppRole | PermissionScope)[],
  after: readonly (AppRole | PermissionScope)[],
): void {
  for (const old of before.filter((item) => item.isEnabled)) {
    const now = after.find((item) => item.id.toLowerCase() === old.id.toLowerCase());
    if (now?.value === old.value && kindOf(now) === kindOf(old)) continue;
    throw new GraphError(
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      'Permission (scope or role) cannot be deleted or updated unless disabled first.',
    );
  }
}

function kindOf(item: AppRole | PermissionScope): string {
  return 'type' in item ? item.type : [...item.allowedMemberTypes].sort().join();
}

function checkDistinct(items: readonly (AppRole | PermissionScope)[]): void {
  const ids = new Set(items.map((item) => item.id));
  if (ids.size < items.length)
    throw new GraphError(400, 'DuplicateValue', 'Request contains a property with duplicate values.');
}

/** The tenant's policy: a URI holds the app id, the tenant id or a verified domain. */
function checkIdentifierUri(uri: string, appId: string, tenantId: string): void {
  const lower = uri.toLowerCase();
  if ([appId, tenantId, ...DOMAINS].some((part) => lower.includes(part.toLowerCase()))) return;
  throw new GraphError(
    400,
    'HostNameNotOnVerifiedDomain',
    `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`,
  );
}
