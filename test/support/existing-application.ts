import type { Azure } from '../../actions/smoke-test/test/support/azure.ts';

/** An application that an administrator made by hand, in Graph's words: all that sign-in needs, but no consent. */
export const FITTING_APPLICATION = {
  signInAudience: 'AzureADMyOrg',
  api: {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [
      {
        id: '5c0fe000-0000-4000-8000-000000000001',
        value: 'access_as_user',
        type: 'User',
        isEnabled: true,
        adminConsentDisplayName: 'Use the models',
        adminConsentDescription: 'Lets Open WebUI call the models.',
      },
    ],
  },
  appRoles: [
    role('admin', '5c0fe000-0000-4000-8000-000000000002'),
    role('user', '5c0fe000-0000-4000-8000-000000000003'),
  ],
  // Asks for what must not matter: beyond 200 groups the token names none.
  groupMembershipClaims: 'SecurityGroup',
} as const;

/** What an administrator's hands know of the application. */
export interface ExistingApplication {
  readonly id: string;
  readonly clientId: string;
}

/** Registers an application with nothing but a name. */
export async function registerApplication(azure: Azure): Promise<ExistingApplication> {
  const { id, appId } = await azure.graph('POST', '/applications', { displayName: 'Chat of Contoso' });
  // Until it is seen everywhere.
  azure.spend(10);
  return { id: String(id), clientId: String(appId) };
}

/** Makes the service principal, on which assignment is required, and answers its object id. */
export async function makeServicePrincipal(azure: Azure, { clientId }: ExistingApplication): Promise<string> {
  const { id } = await azure.graph('POST', '/servicePrincipals', { appId: clientId, appRoleAssignmentRequired: true });
  azure.spend(10);
  return String(id);
}

/** Consents for everybody to sign-in and to the scope of the application. */
export async function consent(azure: Azure, servicePrincipalId: string): Promise<void> {
  const graph = await azure.graph('GET', "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')");
  const grants = [
    { resourceId: graph['id'], scope: 'openid profile email offline_access' },
    { resourceId: servicePrincipalId, scope: 'access_as_user' },
  ];
  for (const grant of grants)
    await azure.graph('POST', '/oauth2PermissionGrants', {
      clientId: servicePrincipalId,
      consentType: 'AllPrincipals',
      ...grant,
    });
}

function role(value: string, id: string) {
  const allowedMemberTypes = value === 'user' ? ['User', 'Application'] : ['User'];
  return { id, value, displayName: value, description: value, isEnabled: true, allowedMemberTypes };
}
