import type { AppRole, PermissionScope } from './model.ts';

/** An application of Microsoft that every tenant knows. */
export interface FirstPartyApplication {
  readonly appId: string;
  readonly displayName: string;
  /** Resource names a token can be asked for, without a trailing slash. The first is the audience of its tokens. */
  readonly names: readonly string[];
  readonly appRoles: readonly AppRole[];
  readonly scopes: readonly PermissionScope[];
}

/** Graph's own app id: the resource of directory reads and writes. */
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/** Ids of Graph's application permissions, by value (published in Graph's permissions reference). */
export const GRAPH_ROLES = {
  'Application.ReadWrite.OwnedBy': '18a4783c-866b-4cc7-a460-3d5e5662c884',
  'Application.ReadWrite.All': '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
  'Application.Read.All': '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
  'AppRoleAssignment.ReadWrite.All': '06b708a9-e830-4db3-a914-8e69da51d44f',
  'DelegatedPermissionGrant.ReadWrite.All': '8e8e4742-1d95-4f68-9d56-6ee75648c72a',
  'Directory.Read.All': '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  'Directory.ReadWrite.All': '19dbc75e-c2e2-444c-a770-ec69d8559fc7',
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'Group.Read.All': '5b567255-7703-4780-807c-7be8301ae99b',
} as const;

export type GraphRole = keyof typeof GRAPH_ROLES;

/** Graph's delegated permissions that a sign-in may ask for. */
const GRAPH_SCOPES = {
  openid: '37f7f235-527c-4136-accd-4a02d197296e',
  profile: '14dad69e-099b-42c9-810b-d002981feec1',
  email: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
  offline_access: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
} as const;

/** What the deployer may do in Graph: the least that creates, assigns and consents (facts/azure.md section 3). */
export const DEPLOYER_GRAPH_ROLES: readonly GraphRole[] = [
  'Application.ReadWrite.OwnedBy',
  'Application.Read.All',
  'AppRoleAssignment.ReadWrite.All',
  'DelegatedPermissionGrant.ReadWrite.All',
];

/** The resource names of the services that the twin knows: audiences of their access tokens. */
export const AUDIENCES = {
  arm: ['https://management.azure.com', 'https://management.core.windows.net'],
  graph: ['https://graph.microsoft.com', GRAPH_APP_ID],
  keyVault: ['https://vault.azure.net', 'cfa8b339-82a2-471a-a3c9-0fc0be7a4093'],
  cognitiveServices: ['https://cognitiveservices.azure.com', '7d312290-28c8-473c-a0ed-8e53749b6d6d'],
  foundry: ['https://ai.azure.com', '18a66f5f-dbdf-4c17-9dd7-1634712a9cbe'],
  storage: ['https://storage.azure.com', 'e406a681-f3d4-42a8-90b6-c2b029497af1'],
  logs: ['https://api.loganalytics.io', 'ca7f3f0b-7d91-482c-8e09-c5d840d0eac5'],
  applicationInsights: ['https://api.applicationinsights.io', 'f5c26e74-f226-4ae8-85f0-b4af0080ac9e'],
  postgres: ['https://ossrdbms-aad.database.windows.net', '123cd850-d9df-40bd-94d5-c9f07b7fa203'],
} as const satisfies Record<string, readonly string[]>;

/** Every first-party application of the twin's tenant. A resource outside of this list is AADSTS500011. */
export const FIRST_PARTY: readonly FirstPartyApplication[] = [
  {
    appId: GRAPH_APP_ID,
    displayName: 'Microsoft Graph',
    names: ['https://graph.microsoft.com'],
    appRoles: Object.entries(GRAPH_ROLES).map(([value, id]) => applicationRole(id, value)),
    scopes: Object.entries(GRAPH_SCOPES).map(([value, id]) => userScope(id, value)),
  },
  {
    appId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    displayName: 'Windows Azure Service Management API',
    names: AUDIENCES.arm,
    appRoles: [],
    scopes: [userScope('41094075-9dad-400e-a0bd-54e686782033', 'user_impersonation')],
  },
  service('cfa8b339-82a2-471a-a3c9-0fc0be7a4093', 'Azure Key Vault', 'https://vault.azure.net'),
  service(
    '7d312290-28c8-473c-a0ed-8e53749b6d6d',
    'Microsoft Cognitive Services',
    'https://cognitiveservices.azure.com',
  ),
  service('18a66f5f-dbdf-4c17-9dd7-1634712a9cbe', 'Azure Machine Learning', 'https://ai.azure.com'),
  service('e406a681-f3d4-42a8-90b6-c2b029497af1', 'Azure Storage', 'https://storage.azure.com'),
  service('ca7f3f0b-7d91-482c-8e09-c5d840d0eac5', 'Log Analytics API', 'https://api.loganalytics.io'),
  service('f5c26e74-f226-4ae8-85f0-b4af0080ac9e', 'Application Insights API', 'https://api.applicationinsights.io'),
  service(
    '123cd850-d9df-40bd-94d5-c9f07b7fa203',
    'Azure OSSRDBMS Database',
    'https://ossrdbms-aad.database.windows.net',
  ),
];

function service(appId: string, displayName: string, name: string): FirstPartyApplication {
  return { appId, displayName, names: [name], appRoles: [], scopes: [] };
}

function applicationRole(id: string, value: string): AppRole {
  return {
    id,
    value,
    displayName: value,
    description: value,
    isEnabled: true,
    allowedMemberTypes: ['Application'],
  };
}

function userScope(id: string, value: string): PermissionScope {
  return { id, value, type: 'User', isEnabled: true, adminConsentDisplayName: value };
}
