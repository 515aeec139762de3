/** What an app registration offers to people or applications. Graph's `appRole`. */
export interface AppRole {
  readonly id: string;
  readonly value: string;
  readonly displayName: string;
  readonly description: string;
  readonly isEnabled: boolean;
  /** `User` includes groups. */
  readonly allowedMemberTypes: readonly ('User' | 'Application')[];
}

/** A delegated permission that an API offers. Graph's `permissionScope`. */
export interface PermissionScope {
  readonly id: string;
  readonly value: string;
  readonly type: 'User' | 'Admin';
  readonly isEnabled: boolean;
  readonly adminConsentDisplayName?: string;
  readonly adminConsentDescription?: string;
  readonly userConsentDisplayName?: string | null;
  readonly userConsentDescription?: string | null;
}

/** Trust in tokens of another issuer; matched exactly and case-sensitively (facts/workflows.md section 2). */
export interface FederatedCredential {
  readonly id: string;
  /** Immutable, 3 to 120 characters. */
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly description?: string | null;
  /** Virtual time. */
  readonly createdAt: number;
}

/** A client secret. `secretText` is shown once, by the request that made it. */
export interface PasswordCredential {
  readonly keyId: string;
  readonly displayName: string | null;
  readonly secretText: string;
  /** Virtual time. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** An app registration. Members that only Graph shows and nothing in the twin obeys live in `other`. */
export interface Application {
  readonly id: string;
  readonly appId: string;
  readonly uniqueName: string | null;
  readonly displayName: string;
  readonly signInAudience: string;
  readonly identifierUris: readonly string[];
  readonly appRoles: readonly AppRole[];
  readonly scopes: readonly PermissionScope[];
  /** Version of access tokens for this API; null means 1. */
  readonly requestedAccessTokenVersion: 1 | 2 | null;
  readonly preAuthorized: readonly { readonly appId: string; readonly delegatedPermissionIds: readonly string[] }[];
  readonly redirectUris: Readonly<Record<'web' | 'spa' | 'publicClient', readonly string[]>>;
  readonly isFallbackPublicClient: boolean | null;
  readonly optionalClaims: readonly { readonly token: 'idToken' | 'accessToken'; readonly name: string }[];
  readonly groupMembershipClaims: string | null;
  readonly federatedCredentials: readonly FederatedCredential[];
  readonly passwords: readonly PasswordCredential[];
  readonly owners: readonly string[];
  readonly other: Readonly<Record<string, unknown>>;
  /** Virtual time. */
  readonly createdAt: number;
  readonly deletedAt?: number;
}

export type ServicePrincipalType = 'Application' | 'ManagedIdentity';

/** An application's presence in the tenant: who tokens are for, who roles are given to. */
export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly servicePrincipalType: ServicePrincipalType;
  readonly accountEnabled: boolean;
  readonly appRoleAssignmentRequired: boolean;
  /** Names under which a token for it can be asked, beside its app id. */
  readonly servicePrincipalNames: readonly string[];
  readonly owners: readonly string[];
  readonly other: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
}

/** A person who can sign in. */
export interface Person {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly mail: string | null;
  /** Object ids of groups. */
  readonly memberOf: readonly string[];
}

export interface Group {
  readonly id: string;
  readonly displayName: string;
}

/** An app role given to a person, a group or a service principal. */
export interface AppRoleAssignment {
  readonly id: string;
  readonly principalId: string;
  readonly principalType: 'User' | 'Group' | 'ServicePrincipal';
  /** Object id of the service principal that offers the role. */
  readonly resourceId: string;
  /** `00000000-0000-0000-0000-000000000000` is default access, without a role. */
  readonly appRoleId: string;
  readonly createdAt: number;
}

/** Consent to delegated permissions. */
export interface PermissionGrant {
  readonly id: string;
  /** Object id of the client's service principal. */
  readonly clientId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  readonly principalId: string | null;
  /** Object id of the API's service principal. */
  readonly resourceId: string;
  /** Space-separated. */
  readonly scope: string;
}

/** Default access: assigned to the application without any of its roles. */
export const DEFAULT_ACCESS = '00000000-0000-0000-0000-000000000000';
