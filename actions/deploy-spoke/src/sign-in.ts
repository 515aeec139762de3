import { spokeHostname, type Change } from '@lz/action';
import type { Finding } from '@lz/azure';
import type { Principal } from '@lz/config';
import { ensureConsent } from './entra/consent.ts';
import type { AppRole } from './entra/desired-application.ts';
import { ensureApplication } from './entra/ensure-application.ts';
import type { EntraApplication } from './entra/entra-application.ts';
import { checkExistingApplication, requireRedirectUri, useExistingApplication } from './entra/existing-application.ts';
import { Graph } from './entra/graph.ts';
import { ensureRoleAssignments, type RoleHolder } from './entra/role-assignments.ts';
import type { SpokeRun } from './deploy-spoke.ts';

/** What an application that somebody else owns lacks; nothing where the run makes its own. */
export async function checkSignIn(run: SpokeRun): Promise<readonly Finding[]> {
  const { entra } = run.environment.spoke;
  if (entra.kind === 'new') return [];
  return await checkExistingApplication(new Graph(run.azure), entra.clientId, {
    hostname: await spokeHostname(run),
    namesGroups: namesGroups(run),
  });
}

/** What sign-in would change; the application is undefined where it would be created. Writes nothing. */
export async function planSignIn(
  run: SpokeRun,
): Promise<{ application: EntraApplication | undefined; changes: readonly Change[] }> {
  const changes: Change[] = [];
  const onChange = (change: Change) => changes.push(change);
  const application = await findOrMake(run, await spokeHostname(run), { write: false, onChange });
  if (application?.servicePrincipalId !== undefined) {
    const graph = new Graph(run.azure);
    if (isOurs(run)) await ensureConsent(graph, application.servicePrincipalId, { write: false, onChange });
    await ensureRoleAssignments(graph, application, peopleOf(run), { write: false, onChange });
  }
  return { application, changes };
}

/**
 * The application, its service principal and the consent: what people need to sign in. Without a host name, which the
 * platform has yet to give, the application has no redirect URI so far: `completeSignIn` adds it.
 */
export async function prepareSignIn(run: SpokeRun, hostname: string | undefined): Promise<EntraApplication> {
  const onChange = recorder(run);
  const application = await findOrMake(run, hostname, { write: true, onChange });
  if (application?.servicePrincipalId === undefined) throw new Error('Microsoft Graph answered no service principal');
  if (isOurs(run)) await ensureConsent(new Graph(run.azure), application.servicePrincipalId, { write: true, onChange });
  return application;
}

/**
 * Adds the redirect URI of a host name that was not known before the deployment. Into an application of somebody else's
 * nothing is written but roles: there it has to be added by its owner.
 */
export async function completeSignIn(run: SpokeRun, hostname: string): Promise<void> {
  const { entra } = run.environment.spoke;
  if (entra.kind === 'existing') {
    await requireRedirectUri(new Graph(run.azure), entra.clientId, hostname);
    return;
  }
  await findOrMake(run, hostname, { write: true, onChange: recorder(run) });
}

/** Gives people and the smoke test's identity their app roles: all that is written of an application not ours. */
export async function giveRoles(run: SpokeRun, application: EntraApplication, smokePrincipalId: string): Promise<void> {
  const holders: readonly RoleHolder[] = [
    ...peopleOf(run),
    { principalId: smokePrincipalId, role: 'user', title: 'the smoke test' },
  ];
  await ensureRoleAssignments(new Graph(run.azure), application, holders, { write: true, onChange: recorder(run) });
}

async function findOrMake(
  run: SpokeRun,
  hostname: string | undefined,
  { write, onChange }: { readonly write: boolean; readonly onChange: (change: Change) => void },
): Promise<EntraApplication | undefined> {
  const { entra } = run.environment.spoke;
  const graph = new Graph(run.azure);
  if (entra.kind === 'existing') return await useExistingApplication(graph, entra.clientId);
  return await ensureApplication({
    graph,
    names: run.names,
    hostname,
    namesGroups: namesGroups(run),
    deployerClientId: run.inputs.clientId,
    write,
    onChange,
  });
}

function isOurs({ environment }: SpokeRun): boolean {
  return environment.spoke.entra.kind === 'new';
}

function namesGroups({ environment }: SpokeRun): boolean {
  return Object.keys(environment.access.groups).length > 0;
}

function peopleOf({ environment }: SpokeRun): readonly RoleHolder[] {
  const { admins, users } = environment.access;
  return [...holders(admins, 'admin'), ...holders(users, 'user')];
}

function holders(principals: readonly Principal[], role: AppRole): readonly RoleHolder[] {
  return principals.map(({ objectId, kind }) => ({ principalId: objectId, role, title: `${kind} ${objectId}` }));
}

function recorder({ log, report }: SpokeRun): (change: Change) => void {
  return (change) => {
    log.info(`  ${change.type} ${change.name}: ${change.kind}`);
    report.change(change);
  };
}
