import { ActionError, type Change } from '@lz/action';
import type { Names } from '@lz/config';
import { API_SCOPE, desiredApplication, redirectUri, type AppRole } from './desired-application.ts';
import { quoted, type Graph } from './graph.ts';
import { differingMembers } from './members.ts';

/** The application and its service principal, as Graph knows them. */
export interface EntraApplication {
  readonly clientId: string;
  /** Object id of the service principal: what roles are assigned on. Absent in a plan that would create it. */
  readonly servicePrincipalId: string | undefined;
  /** Ids of the app roles by value. */
  readonly roles: Readonly<Partial<Record<AppRole, string>>>;
}

/** What application is wanted, and whether anything may be written. */
export interface EnsureRequest {
  readonly graph: Graph;
  readonly names: Names;
  /** Undefined as long as the platform has not given one: redirect URIs then stay as they are. */
  readonly hostname: string | undefined;
  /** Client id of the identity that deploys; empty for a person at a laptop. */
  readonly deployerClientId: string;
  readonly write: boolean;
  readonly onChange: (change: Change) => void;
}

interface ApplicationObject {
  readonly id: string;
  readonly appId: string;
  readonly appRoles: readonly { readonly id: string; readonly value: string | null; readonly isEnabled: boolean }[];
  readonly publicClient?: { readonly redirectUris: readonly string[] };
  readonly api?: { readonly oauth2PermissionScopes?: readonly { readonly value: string }[] };
}

interface ServicePrincipal {
  readonly id: string;
  readonly appRoleAssignmentRequired: boolean;
}

/** Members that a service principal must have: only people with a role may sign in. */
const SERVICE_PRINCIPAL = { appRoleAssignmentRequired: true };

/**
 * Creates or updates the application and its service principal, by Graph's upsert on the unique name. Writes only
 * differences. In a plan (`write: false`) an application that does not exist yet answers undefined.
 */
export async function ensureApplication(request: EnsureRequest): Promise<EntraApplication | undefined> {
  const application = await ensureApplicationObject(request);
  if (application === undefined) return undefined;
  const servicePrincipal = await ensureServicePrincipal(request, application.appId);
  return {
    clientId: application.appId,
    servicePrincipalId: servicePrincipal?.id,
    roles: rolesOf(application),
  };
}

/** Takes an application that somebody else owns, and says everything that is missing in it. Writes nothing. */
export async function useExistingApplication(
  graph: Graph,
  clientId: string,
  hostname: string | undefined,
): Promise<EntraApplication> {
  const application = await graph.find<ApplicationObject>(`/applications(appId=${quoted(clientId)})`);
  const servicePrincipal = await graph.find<ServicePrincipal>(`/servicePrincipals(appId=${quoted(clientId)})`);
  if (application === undefined || servicePrincipal === undefined) {
    throw new ActionError(
      'ApplicationNotFound',
      `There is no ${application === undefined ? 'application' : 'service principal'} with the client id ${clientId} in this tenant.`,
      'Correct `spoke.entra.clientId`, or leave `spoke.entra` out and let the action make the application.',
    );
  }
  const roles = rolesOf(application);
  const missing = [
    ...(['admin', 'user'] as const).filter((role) => roles[role] === undefined).map((role) => `the app role "${role}"`),
    ...(hostname === undefined || application.publicClient?.redirectUris.includes(redirectUri(hostname)) === true
      ? []
      : [`the redirect URI ${redirectUri(hostname)} on the platform "Mobile and desktop applications"`]),
    ...(application.api?.oauth2PermissionScopes?.some(({ value }) => value === API_SCOPE) === true
      ? []
      : [`the exposed scope "${API_SCOPE}"`]),
  ];
  if (missing.length > 0) {
    throw new ActionError(
      'ApplicationIncomplete',
      `The application ${clientId} lacks ${missing.join(', ')}.`,
      'Ask its owner to add this, then run again.',
    );
  }
  return { clientId, servicePrincipalId: servicePrincipal.id, roles };
}

async function ensureApplicationObject(request: EnsureRequest): Promise<ApplicationObject | undefined> {
  const { graph, names, hostname, write, onChange } = request;
  const path = `/applications(uniqueName=${quoted(names.entra.applicationUniqueName)})`;
  const desired = desiredApplication(names, hostname);
  const existing = await graph.find<ApplicationObject>(path);
  const members = existing === undefined ? [] : differingMembers(desired, existing);
  if (existing !== undefined && members.length === 0) return existing;
  onChange({
    kind: existing === undefined ? 'create' : 'modify',
    type: 'Entra application',
    name: names.entra.displayName,
    ...(members.length === 0 ? {} : { details: members }),
  });
  if (!write) return existing;
  const owners = existing === undefined ? await ownersOfNew(request) : {};
  await graph.write({
    method: 'PATCH',
    path,
    body: { ...desired, ...owners },
    headers: { Prefer: 'create-if-missing' },
  });
  return await graph.getReplicated<ApplicationObject>(path);
}

/**
 * An upsert does not make its caller the owner, and `Application.ReadWrite.OwnedBy` allows nothing more on what one does
 * not own: so the deployer is named in the body that creates.
 */
async function ownersOfNew({ graph, deployerClientId }: EnsureRequest): Promise<object> {
  if (deployerClientId === '') return {};
  const deployer = await graph.find<ServicePrincipal>(`/servicePrincipals(appId=${quoted(deployerClientId)})`);
  if (deployer === undefined) return {};
  return { 'owners@odata.bind': [`https://graph.microsoft.com/v1.0/directoryObjects/${deployer.id}`] };
}

async function ensureServicePrincipal(
  { graph, names, write, onChange }: EnsureRequest,
  appId: string,
): Promise<ServicePrincipal | undefined> {
  const path = `/servicePrincipals(appId=${quoted(appId)})`;
  const existing = await graph.find<ServicePrincipal>(path);
  if (existing !== undefined && differingMembers(SERVICE_PRINCIPAL, existing).length === 0) return existing;
  const kind = existing === undefined ? 'create' : 'modify';
  onChange({ kind, type: 'Entra service principal', name: names.entra.displayName });
  if (!write) return existing;
  if (existing === undefined) {
    await graph.create('/servicePrincipals', { appId, ...SERVICE_PRINCIPAL });
  } else {
    await graph.write({ method: 'PATCH', path: `/servicePrincipals/${existing.id}`, body: SERVICE_PRINCIPAL });
  }
  return await graph.getReplicated<ServicePrincipal>(path);
}

function rolesOf({ appRoles }: ApplicationObject): EntraApplication['roles'] {
  const enabled = appRoles.filter(({ isEnabled }) => isEnabled);
  const idOf = (value: AppRole): string | undefined => enabled.find((role) => role.value === value)?.id;
  const [admin, user] = [idOf('admin'), idOf('user')];
  return { ...(admin === undefined ? {} : { admin }), ...(user === undefined ? {} : { user }) };
}
