import type { World } from '../kernel/world.ts';
import { DEFAULT_ACCESS } from './model.ts';
import type { Application, AppRoleAssignment, FederatedCredential, Group, Person, ServicePrincipal } from './model.ts';
import { DEPLOYER_GRAPH_ROLES, FIRST_PARTY, GRAPH_APP_ID, GRAPH_ROLES } from './first-party.ts';

/** GitHub's OIDC issuer. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/** The one audience that Entra accepts in a federated credential (facts/workflows.md section 2). */
export const EXCHANGE_AUDIENCE = 'api://AzureADTokenExchange';

/** The repository that the deployer trusts before anybody adds another. */
export const DEFAULT_REPOSITORY = { owner: 'contoso', ownerId: 9_000_001, name: 'ai-platform', id: 7_000_001 } as const;

/** GitHub environments of the default repository that the deployer trusts, in both subject formats. */
export const DEFAULT_ENVIRONMENTS = ['dev', 'test', 'prod'] as const;

const DOMAIN = 'contoso.com';

/** The tenant's domain names. */
export const DOMAINS: readonly string[] = [DOMAIN, 'contoso.onmicrosoft.com'];

const GROUPS = ['AI Admins', 'AI Users', 'Chat pilots', 'Finance'] as const;

/** Object ids that are the same whatever the seed, because environments/full.yml names them. */
const KNOWN_IDS: Readonly<Record<string, string>> = {
  katherine: '0d9b7a1e-52c4-4f6b-8a37-1b2c3d4e5f60',
  'Chat pilots': '7c6d5e4f-3a2b-4c1d-9e8f-a0b1c2d3e4f5',
  Finance: '1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9',
};

/** Who can sign in. Grace is in no group: what happens to people without a role can be tried with her. */
const PEOPLE = [
  { name: 'Ada Lovelace', user: 'ada', groups: ['AI Admins', 'AI Users'] },
  { name: 'Alan Turing', user: 'alan', groups: ['AI Users'] },
  { name: 'Grace Hopper', user: 'grace', groups: [] },
  { name: 'Katherine Johnson', user: 'katherine', groups: ['Chat pilots', 'Finance'] },
] as const;

/** The tenant's groups; same ids for the same seed. */
export function seedGroups(world: World): readonly Group[] {
  return GROUPS.map((displayName) => ({ id: groupId(world, displayName), displayName }));
}

/** The tenant's people; same ids for the same seed. */
export function seedPeople(world: World): readonly Person[] {
  return PEOPLE.map(({ name, user, groups }) => ({
    id: KNOWN_IDS[user] ?? world.guid(`person:${user}`),
    userPrincipalName: `${user}@${DOMAIN}`,
    displayName: name,
    mail: `${user}@${DOMAIN}`,
    memberOf: groups.map((group) => groupId(world, group)),
  }));
}

/** The registration of the service principal with a secret. */
export function seedApplications(world: World): readonly Application[] {
  const { client } = world.tenant;
  const secret = {
    keyId: world.guid('client-secret'),
    displayName: 'twin',
    secretText: client.secret,
    startsAt: 0,
    endsAt: Number.MAX_SAFE_INTEGER,
  };
  return [
    {
      id: world.guid('application:client'),
      appId: client.clientId,
      ...EMPTY_APPLICATION,
      displayName: 'twin-client',
      passwords: [secret],
      createdAt: 0,
    },
  ];
}

/** What a registration has when nothing was said about it. */
export const EMPTY_APPLICATION = {
  uniqueName: null,
  signInAudience: 'AzureADMyOrg',
  identifierUris: [],
  appRoles: [],
  scopes: [],
  requestedAccessTokenVersion: null,
  preAuthorized: [],
  redirectUris: { web: [], spa: [], publicClient: [] },
  isFallbackPublicClient: null,
  optionalClaims: [],
  groupMembershipClaims: null,
  federatedCredentials: [],
  passwords: [],
  owners: [],
  other: {},
} as const satisfies Partial<Application>;

/** First-party service principals, the deployer and the client. */
export function seedServicePrincipals(world: World): readonly ServicePrincipal[] {
  const { deploy, client } = world.tenant;
  const base = { accountEnabled: true, appRoleAssignmentRequired: false, owners: [], other: {}, createdAt: 0 };
  return [
    ...FIRST_PARTY.map((app) => ({
      ...base,
      id: world.guid(`first-party:${app.appId}`),
      appId: app.appId,
      displayName: app.displayName,
      servicePrincipalType: 'Application' as const,
      servicePrincipalNames: app.names,
    })),
    {
      ...base,
      id: deploy.objectId,
      appId: deploy.clientId,
      displayName: 'id-deploy',
      servicePrincipalType: 'ManagedIdentity',
      servicePrincipalNames: [],
    },
    {
      ...base,
      id: client.objectId,
      appId: client.clientId,
      displayName: 'twin-client',
      servicePrincipalType: 'Application',
      servicePrincipalNames: [],
    },
  ];
}

/** Graph permissions of the deployer and the client. */
export function seedAssignments(world: World): readonly AppRoleAssignment[] {
  const { deploy, client } = world.tenant;
  return [deploy.objectId, client.objectId].flatMap((principalId) =>
    DEPLOYER_GRAPH_ROLES.map((role) => ({
      id: world.guid(`graph-role:${principalId}:${role}`),
      principalId,
      principalType: 'ServicePrincipal' as const,
      resourceId: world.guid(`first-party:${GRAPH_APP_ID}`),
      appRoleId: GRAPH_ROLES[role],
      createdAt: 0,
    })),
  );
}

/** What the deployer trusts from the start: the default repository's environments and pull requests, in both formats. */
export function seedDeployerCredentials(world: World): readonly FederatedCredential[] {
  const contexts = [...DEFAULT_ENVIRONMENTS.map((environment) => `environment:${environment}`), 'pull_request'];
  return contexts.flatMap(defaultRepositorySubjects).map((subject) => gitHubCredential(world, subject));
}

/** Subjects of the default repository's tokens in a context (`environment:dev`), in both formats. */
export function defaultRepositorySubjects(context: string): readonly string[] {
  const { owner, ownerId, name, id } = DEFAULT_REPOSITORY;
  return [`repo:${owner}/${name}:${context}`, `repo:${owner}@${ownerId}/${name}@${id}:${context}`];
}

/** A federated credential for one GitHub subject. */
export function gitHubCredential(world: World, subject: string): FederatedCredential {
  return {
    id: world.guid(`federated:${subject}`),
    name: `github-${world.guid(`federated:${subject}`).slice(0, 8)}`,
    issuer: GITHUB_ISSUER,
    subject,
    audiences: [EXCHANGE_AUDIENCE],
    createdAt: 0,
  };
}

/** Whether `roleId` stands for default access. */
export function isDefaultAccess(roleId: string): boolean {
  return roleId === DEFAULT_ACCESS;
}

function groupId(world: World, displayName: string): string {
  return KNOWN_IDS[displayName] ?? world.guid(`group:${displayName}`);
}
