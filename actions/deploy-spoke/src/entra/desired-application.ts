import type { Names } from '@lz/config';
import { stableGuid } from './stable-guid.ts';

/** App roles: Open WebUI maps them from the ID token, the gateway checks them in the access token. */
export type AppRole = 'admin' | 'user';

/** The members of a Graph application that this action owns; the rest stays as it is. */
export interface DesiredApplication {
  readonly displayName: string;
  readonly signInAudience: 'AzureADMyOrg';
  readonly isFallbackPublicClient: true;
  /** Absent as long as the host name is not known. */
  readonly publicClient?: { readonly redirectUris: readonly string[] };
  readonly api: {
    readonly requestedAccessTokenVersion: 2;
    readonly oauth2PermissionScopes: readonly Readonly<Record<string, unknown>>[];
  };
  readonly appRoles: readonly Readonly<Record<string, unknown>>[];
  /** Present where the environment file names groups. */
  readonly groupMembershipClaims?: 'ApplicationGroup';
  readonly optionalClaims: Readonly<Record<string, readonly { readonly name: string; readonly essential: boolean }[]>>;
}

/** The scope that Open WebUI asks for, so that the access token is meant for the gateway. */
export const API_SCOPE = 'access_as_user';

/** Id of an app role of this environment. */
function appRoleId(names: Names, role: AppRole): string {
  return stableGuid(names.entra.applicationUniqueName, 'role', role);
}

/** Where Entra sends people back to: Open WebUI's generic OpenID provider. */
export function redirectUri(hostname: string): string {
  return `https://${hostname}/oauth/oidc/callback`;
}

/**
 * One registration that is both the client (Open WebUI) and the API (the gateway). Its redirect URI stands on the
 * public client platform: with PKCE no secret exists that could leak or expire.
 *
 * Groups come into tokens as `ApplicationGroup`: those to which a role of the application is given. `SecurityGroup`
 * would list every group of the person, those of groups inside groups too, and beyond 200 of them none at all, which
 * would lock out whoever has been in the company for long.
 */
export function desiredApplication(
  names: Names,
  hostname: string | undefined,
  namesGroups: boolean,
): DesiredApplication {
  return {
    displayName: names.entra.displayName,
    signInAudience: 'AzureADMyOrg',
    isFallbackPublicClient: true,
    ...(hostname === undefined ? {} : { publicClient: { redirectUris: [redirectUri(hostname)] } }),
    api: {
      // Version 2 tokens name the application by its GUID and carry `preferred_username`.
      requestedAccessTokenVersion: 2,
      oauth2PermissionScopes: [
        {
          id: stableGuid(names.entra.applicationUniqueName, 'scope', API_SCOPE),
          value: API_SCOPE,
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Use the models',
          adminConsentDescription: 'Lets Open WebUI call the models in the name of the person who is signed in.',
          userConsentDisplayName: 'Use the models',
          userConsentDescription: 'Lets Open WebUI call the models in your name.',
        },
      ],
    },
    appRoles: [
      role(names, 'admin', 'Administrator', 'Administers Open WebUI and may use every operation of the gateway.'),
      role(names, 'user', 'User', 'May chat.'),
    ],
    ...(namesGroups ? { groupMembershipClaims: 'ApplicationGroup' as const } : {}),
    // Without the e-mail in the ID token Open WebUI asks Graph with a token that is not meant for Graph, and fails.
    optionalClaims: {
      idToken: [{ name: 'email', essential: false }],
      accessToken: [],
      saml2Token: [],
    },
  };
}

function role(
  names: Names,
  value: AppRole,
  displayName: string,
  description: string,
): Readonly<Record<string, unknown>> {
  return {
    id: appRoleId(names, value),
    value,
    displayName,
    description,
    isEnabled: true,
    // `Application`: the smoke test's identity holds the role, too.
    allowedMemberTypes: ['User', 'Application'],
  };
}
