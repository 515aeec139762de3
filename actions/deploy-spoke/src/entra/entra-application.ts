import type { AppRole } from './desired-application.ts';

/** The application and its service principal, as a run uses them. */
export interface EntraApplication {
  readonly clientId: string;
  /** Object id of the service principal: what roles are assigned on. Absent in a plan that would create it. */
  readonly servicePrincipalId: string | undefined;
  /** Ids of the app roles by value. */
  readonly roles: Readonly<Partial<Record<AppRole, string>>>;
}

interface Platform {
  readonly redirectUris: readonly string[];
}

/** What is read of Graph's `application`. */
export interface ApplicationObject {
  readonly id: string;
  readonly appId: string;
  readonly signInAudience: string;
  readonly appRoles: readonly {
    readonly id: string;
    readonly value: string | null;
    readonly isEnabled: boolean;
    readonly allowedMemberTypes: readonly string[];
  }[];
  readonly groupMembershipClaims?: string | null;
  readonly publicClient?: Platform;
  readonly web?: Platform;
  readonly spa?: Platform;
  readonly api?: {
    readonly requestedAccessTokenVersion?: number | null;
    readonly oauth2PermissionScopes?: readonly { readonly value: string; readonly isEnabled: boolean }[];
  };
}

/** What is read of Graph's `servicePrincipal`. */
export interface ServicePrincipal {
  readonly id: string;
  readonly appRoleAssignmentRequired: boolean;
  readonly accountEnabled?: boolean;
}

/** Ids of the enabled app roles that Open WebUI and the gateway know. */
export function rolesOf({ appRoles }: ApplicationObject): EntraApplication['roles'] {
  const enabled = appRoles.filter(({ isEnabled }) => isEnabled);
  const idOf = (value: AppRole): string | undefined => enabled.find((role) => role.value === value)?.id;
  const [admin, user] = [idOf('admin'), idOf('user')];
  return { ...(admin === undefined ? {} : { admin }), ...(user === undefined ? {} : { user }) };
}
