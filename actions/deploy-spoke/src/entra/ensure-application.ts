import type { Change } from '@lz/action';
import type { Names } from '@lz/config';
import { desiredApplication } from './desired-application.ts';
import { rolesOf, type ApplicationObject, type EntraApplication, type ServicePrincipal } from './entra-application.ts';
import { quoted, type Graph } from './graph.ts';
import { differingMembers } from './members.ts';

/** What application is wanted, and whether anything may be written. */
export interface EnsureRequest {
  readonly graph: Graph;
  readonly names: Names;
  /** Undefined as long as the platform has not given one: redirect URIs then stay as they are. */
  readonly hostname: string | undefined;
  /** Whether tokens must name the groups that a person is in. */
  readonly namesGroups: boolean;
  /** Client id of the identity that deploys; empty for a person at a laptop. */
  readonly deployerClientId: string;
  readonly write: boolean;
  readonly onChange: (change: Change) => void;
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

async function ensureApplicationObject(request: EnsureRequest): Promise<ApplicationObject | undefined> {
  const { graph, names, hostname, namesGroups, write, onChange } = request;
  const path = `/applications(uniqueName=${quoted(names.entra.applicationUniqueName)})`;
  const desired = desiredApplication(names, hostname, namesGroups);
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
