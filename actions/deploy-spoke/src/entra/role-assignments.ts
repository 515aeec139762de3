import type { Change } from '@lz/action';
import type { AppRole } from './desired-application.ts';
import type { EntraApplication } from './entra-application.ts';
import type { Graph } from './graph.ts';

/** Somebody or something that is to hold an app role. */
export interface RoleHolder {
  readonly principalId: string;
  readonly role: AppRole;
  /** For people to read: `group 1234…`, `smoke test`. */
  readonly title: string;
}

interface Assignment {
  readonly principalId: string;
  readonly appRoleId: string;
}

/**
 * Gives each holder its app role. Roles are only ever added here: whoever was given one by hand keeps it.
 */
export async function ensureRoleAssignments(
  graph: Graph,
  application: EntraApplication,
  holders: readonly RoleHolder[],
  { write, onChange }: { readonly write: boolean; readonly onChange: (change: Change) => void },
): Promise<void> {
  const { servicePrincipalId: resourceId, roles } = application;
  const existing =
    resourceId === undefined ? [] : await graph.list<Assignment>(`/servicePrincipals/${resourceId}/appRoleAssignedTo`);
  for (const { principalId, role, title } of holders) {
    const appRoleId = roles[role];
    const held = existing.some((one) => one.principalId === principalId && one.appRoleId === appRoleId);
    if (held) continue;
    onChange({ kind: 'create', type: 'Entra role assignment', name: `${role} for ${title}` });
    if (!write || resourceId === undefined || appRoleId === undefined) continue;
    await graph.create(`/servicePrincipals/${resourceId}/appRoleAssignedTo`, { principalId, resourceId, appRoleId });
  }
}
