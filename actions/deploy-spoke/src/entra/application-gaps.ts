import type { Finding } from '@lz/azure';
import { API_SCOPE, redirectUri, type AppRole } from './desired-application.ts';
import type { ApplicationObject, ServicePrincipal } from './entra-application.ts';

/** Whom each role is given to: the smoke test's identity is a `user`, beside people and groups. */
const MEMBERS: Readonly<Record<AppRole, readonly string[]>> = { admin: ['User'], user: ['User', 'Application'] };

/** What of the environment file decides what an application must have. */
export interface Wanted {
  /** Undefined as long as the platform has not given one. */
  readonly hostname: string | undefined;
  /** Whether tokens must name the groups that a person is in. */
  readonly namesGroups: boolean;
}

/** What has to be set in an application of somebody else's before people can sign in with it, each as an error. */
export function gapsOf(
  application: ApplicationObject,
  servicePrincipal: ServicePrincipal | undefined,
  { hostname, namesGroups }: Wanted,
): readonly Finding[] {
  return [
    ...audienceGap(application),
    ...redirectGap(application, hostname),
    ...roleGap(application, 'admin'),
    ...roleGap(application, 'user'),
    ...scopeGap(application),
    ...tokenVersionGap(application),
    ...(namesGroups ? groupsGap(application) : []),
    ...principalGaps(application, servicePrincipal),
  ];
}

function audienceGap({ appId, signInAudience }: ApplicationObject): readonly Finding[] {
  if (signInAudience === 'AzureADMyOrg') return [];
  const message = `The application ${appId} is offered to ${signInAudience}, and not to your organisation alone.`;
  return [
    gap(
      'SignInAudienceTooWide',
      message,
      'Authentication, supported account types: single tenant (`signInAudience: AzureADMyOrg`).',
    ),
  ];
}

/** On `web`, even beside `publicClient`, Entra ID asks for a client secret (AADSTS7000218), and there is none. */
function redirectGap(application: ApplicationObject, hostname: string | undefined): readonly Finding[] {
  if (hostname === undefined) return [redirectLater(application)];
  const uri = redirectUri(hostname);
  const stands = (platform: 'publicClient' | 'web' | 'spa') =>
    application[platform]?.redirectUris.includes(uri) === true;
  const wrong = (['web', 'spa'] as const).filter(stands);
  if (stands('publicClient') && wrong.length === 0) return [];
  const message =
    wrong.length === 0
      ? `The application ${application.appId} lacks the redirect URI ${uri}.`
      : `The application ${application.appId} has the redirect URI ${uri} on the platform ${wrong.join(' and ')}, where a secret is asked for.`;
  const remedy = `Authentication, platform "Mobile and desktop applications" and no other: add ${uri} (\`publicClient.redirectUris\`).`;
  return [gap('RedirectUriMissing', message, remedy)];
}

function redirectLater({ appId }: ApplicationObject): Finding {
  return {
    ...gap(
      'RedirectUriUnknown',
      `The platform has yet to give the host name, so the redirect URI of the application ${appId} is not known.`,
      'The first run stops once it is known and names it; have it added, then run again. A host name of your own (`spoke.exposure.hostname`) is known from the start.',
    ),
    severity: 'warning',
  };
}

function roleGap({ appId, appRoles }: ApplicationObject, value: AppRole): readonly Finding[] {
  const members = MEMBERS[value];
  const role = appRoles.find((one) => one.value === value);
  const fits = role?.isEnabled === true && members.every((member) => role.allowedMemberTypes.includes(member));
  if (fits) return [];
  const wanted = members.join(' and ');
  const message =
    role === undefined
      ? `The application ${appId} lacks the app role "${value}".`
      : `The app role "${value}" of the application ${appId} is ${role.isEnabled ? `not for ${wanted}` : 'disabled'}.`;
  const remedy = `App roles: "${value}" as value, enabled, allowed member types ${wanted} (\`appRoles\`).`;
  return [gap('AppRoleMissing', message, remedy)];
}

function scopeGap({ appId, api }: ApplicationObject): readonly Finding[] {
  const scope = api?.oauth2PermissionScopes?.find(({ value }) => value === API_SCOPE);
  if (scope?.isEnabled === true) return [];
  const state = scope === undefined ? 'does not expose' : 'has disabled';
  const remedy = `Expose an API: the scope "${API_SCOPE}", enabled (\`api.oauth2PermissionScopes\`).`;
  return [gap('ScopeMissing', `The application ${appId} ${state} the scope "${API_SCOPE}".`, remedy)];
}

/**
 * The gateway takes tokens of both versions, for the application's id and `api://` with it. Version 1 names as audience
 * whatever URI the application was asked by, which may be another.
 */
function tokenVersionGap({ appId, api }: ApplicationObject): readonly Finding[] {
  if (api?.requestedAccessTokenVersion === 2) return [];
  const version = String(api?.requestedAccessTokenVersion ?? 1);
  const message = `The application ${appId} asks for access tokens of version ${version}, whose audience may be a URI that the gateway does not know.`;
  return [gap('TokenVersionWrong', message, 'Manifest: `requestedAccessTokenVersion: 2` in `api`.')];
}

/** What of `groupMembershipClaims` puts security groups into tokens. */
const GROUP_CLAIMS = ['ApplicationGroup', 'SecurityGroup', 'All'];

function groupsGap({ appId, groupMembershipClaims }: ApplicationObject): readonly Finding[] {
  const claims = (groupMembershipClaims ?? '').split(',').map((claim) => claim.trim());
  if (claims.some((claim) => GROUP_CLAIMS.includes(claim))) return [];
  const message = `The tokens of the application ${appId} name no groups, but \`access.groups\` does, so the gateway would refuse everybody.`;
  const remedy =
    'Token configuration, "Add groups claim": Groups assigned to the application (`groupMembershipClaims: ApplicationGroup`).';
  return [gap('GroupsClaimMissing', message, remedy)];
}

function principalGaps({ appId }: ApplicationObject, principal: ServicePrincipal | undefined): readonly Finding[] {
  if (principal === undefined) {
    const remedy = `az ad sp create --id ${appId}; then Enterprise applications, Properties: "Assignment required?" Yes.`;
    return [gap('ServicePrincipalNotFound', `There is no service principal of the application ${appId}.`, remedy)];
  }
  const where = 'Enterprise applications, Properties';
  return [
    ...(principal.appRoleAssignmentRequired
      ? []
      : [
          gap(
            'AssignmentNotRequired',
            `The application ${appId} lets in people without a role.`,
            `${where}: "Assignment required?" Yes (\`appRoleAssignmentRequired: true\` of the service principal).`,
          ),
        ]),
    ...(principal.accountEnabled === false
      ? [
          gap(
            'SignInDisabled',
            `Sign-in with the application ${appId} is switched off.`,
            `${where}: "Enabled for users to sign-in?" Yes (\`accountEnabled: true\` of the service principal).`,
          ),
        ]
      : []),
  ];
}

function gap(code: string, message: string, remedy: string): Finding {
  const asked = `Ask its owner to set it. ${remedy}`;
  return { severity: 'error', code, message, remedy: asked, pointer: '/spoke/entra/clientId' };
}
