import type { Application, Directory, Group, Person, ServicePrincipal } from '../entra/index.ts';
import type { AppRoleAssignment, FederatedCredential } from '../entra/index.ts';
import { objectAt } from './read-body.ts';

type Shown = Readonly<Record<string, unknown>>;

/** A registration as Graph shows it. */
export function showApplication(item: Application): Shown {
  const passive = Object.fromEntries(Object.entries(item.other).filter(([name]) => !name.endsWith(':sent')));
  return {
    id: item.id,
    deletedDateTime: item.deletedAt === undefined ? null : time(item.deletedAt),
    appId: item.appId,
    uniqueName: item.uniqueName,
    displayName: item.displayName,
    createdDateTime: time(item.createdAt),
    description: null,
    publisherDomain: 'contoso.com',
    signInAudience: item.signInAudience,
    identifierUris: item.identifierUris,
    isFallbackPublicClient: item.isFallbackPublicClient,
    groupMembershipClaims: item.groupMembershipClaims,
    tags: [],
    requiredResourceAccess: [],
    ...passive,
    keyCredentials: [],
    passwordCredentials: item.passwords.map((secret) => ({
      keyId: secret.keyId,
      displayName: secret.displayName,
      startDateTime: time(secret.startsAt),
      endDateTime: time(secret.endsAt),
      hint: secret.secretText.slice(0, 3),
      secretText: null,
      customKeyIdentifier: null,
    })),
    appRoles: item.appRoles.map((role) => ({ ...role, origin: 'Application' })),
    api: {
      acceptMappedClaims: null,
      knownClientApplications: [],
      ...objectAt(item.other, 'api:sent'),
      requestedAccessTokenVersion: item.requestedAccessTokenVersion,
      oauth2PermissionScopes: item.scopes,
      preAuthorizedApplications: item.preAuthorized,
    },
    web: {
      homePageUrl: null,
      logoutUrl: null,
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
      ...objectAt(item.other, 'web:sent'),
      redirectUris: item.redirectUris.web,
    },
    spa: { redirectUris: item.redirectUris.spa },
    publicClient: { redirectUris: item.redirectUris.publicClient },
    optionalClaims: item.other['optionalClaims:sent'] ?? null,
  };
}

/** A service principal as Graph shows it: roles and scopes of its registration included. */
export function showServicePrincipal(directory: Directory, item: ServicePrincipal): Shown {
  return {
    id: item.id,
    deletedDateTime: null,
    appId: item.appId,
    displayName: item.displayName,
    appDisplayName: item.servicePrincipalType === 'ManagedIdentity' ? null : item.displayName,
    createdDateTime: time(item.createdAt),
    accountEnabled: item.accountEnabled,
    appRoleAssignmentRequired: item.appRoleAssignmentRequired,
    servicePrincipalType: item.servicePrincipalType,
    servicePrincipalNames: directory.namesOf(item),
    signInAudience: 'AzureADMyOrg',
    alternativeNames: [],
    tags: [],
    ...item.other,
    appRoles: directory.appRolesOf(item),
    oauth2PermissionScopes: directory.scopesOf(item),
  };
}

/** An app role assignment as Graph shows it. */
export function showAssignment(directory: Directory, item: AppRoleAssignment): Shown {
  const { id, principalId, principalType, resourceId, appRoleId } = item;
  return {
    id,
    deletedDateTime: null,
    appRoleId,
    createdDateTime: time(item.createdAt),
    principalDisplayName: displayNameOf(directory, principalId),
    principalId,
    principalType,
    resourceDisplayName: displayNameOf(directory, resourceId),
    resourceId,
  };
}

/** A federated credential as Graph shows it. */
export function showFederatedCredential(item: FederatedCredential): Shown {
  const { id, name, issuer, subject, audiences, description } = item;
  return { id, name, issuer, subject, description: description ?? null, audiences };
}

export function showPerson(item: Person): Shown {
  const [givenName, surname] = item.displayName.split(' ');
  return {
    id: item.id,
    displayName: item.displayName,
    givenName: givenName ?? null,
    surname: surname ?? null,
    mail: item.mail,
    userPrincipalName: item.userPrincipalName,
  };
}

export function showGroup(item: Group): Shown {
  return {
    id: item.id,
    displayName: item.displayName,
    mailEnabled: false,
    securityEnabled: true,
    groupTypes: [],
  };
}

/** Any object that can own something, be a member or hold a role, with its type; undefined where there is none. */
export function showDirectoryObject(directory: Directory, id: string): Shown | undefined {
  const person = directory.people.get(id);
  if (person !== undefined) return { '@odata.type': '#microsoft.graph.user', ...showPerson(person) };
  const group = directory.groups.get(id);
  if (group !== undefined) return { '@odata.type': '#microsoft.graph.group', ...showGroup(group) };
  const principal = directory.servicePrincipal(id);
  if (principal !== undefined)
    return { '@odata.type': '#microsoft.graph.servicePrincipal', ...showServicePrincipal(directory, principal) };
  const application = directory.applications.get(id);
  if (application?.deletedAt !== undefined || application === undefined) return undefined;
  return { '@odata.type': '#microsoft.graph.application', ...showApplication(application) };
}

function displayNameOf(directory: Directory, id: string): unknown {
  return showDirectoryObject(directory, id)?.['displayName'] ?? null;
}

function time(at: number): string {
  return new Date(Math.min(at, Date.UTC(9999, 11, 31))).toISOString().replace(/\.\d+Z$/, 'Z');
}
