import { json } from '../kernel/http.ts';
import type { TwinResponse } from '../kernel/http.ts';
import { appRoleAssignments } from './app-role-assignments.ts';
import type { GraphContext } from './context.ts';
import { requireRole } from './context.ts';
import { badRequest, denied, notFound, notImplemented } from './errors.ts';
import { entityResponse, listResponse } from './odata.ts';
import { textsOr } from './read-body.ts';
import { showDirectoryObject, showGroup, showPerson } from './views.ts';

/** `/users`: minimal reads, by id or user principal name. */
export function users(context: GraphContext): TwinResponse {
  const { directory } = context;
  const [, key, part, ...rest] = context.path;
  if (part === 'appRoleAssignments') return appRoleAssignments(context, personId(context, key ?? ''), rest);
  requireReadOnly(context, 'users');
  requireRole(context, 'User.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All');
  if (key === undefined)
    return listResponse(context, 'users', directory.people.all().map(showPerson), [
      'id',
      'displayName',
      'mail',
      'userPrincipalName',
    ]);
  const person = directory.people.get(personId(context, key));
  if (person === undefined) throw notFound(key);
  if (part === undefined) return entityResponse(context, 'users', showPerson(person));
  if (part !== 'memberOf') throw notImplemented(`users/${part}`);
  const groups = person.memberOf.map((id) => showDirectoryObject(directory, id) ?? { id });
  return listResponse(context, 'directoryObjects', groups, ['id', 'displayName']);
}

/** `/groups`: minimal reads, members included. */
export function groups(context: GraphContext): TwinResponse {
  const { directory } = context;
  const [, id, part, ...rest] = context.path;
  if (part === 'appRoleAssignments') return appRoleAssignments(context, id ?? '', rest);
  requireReadOnly(context, 'groups');
  requireRole(context, 'Group.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All');
  if (id === undefined)
    return listResponse(context, 'groups', directory.groups.all().map(showGroup), ['id', 'displayName']);
  const group = directory.groups.get(id);
  if (group === undefined) throw notFound(id);
  if (part === undefined) return entityResponse(context, 'groups', showGroup(group));
  if (part !== 'members') throw notImplemented(`groups/${part}`);
  const members = directory.people.all().filter((person) => person.memberOf.includes(group.id));
  return listResponse(context, 'directoryObjects', members.map(showPerson), ['id', 'displayName']);
}

/** `/me`: the person whose token this is; applications have no `me`. */
export function me(context: GraphContext): TwinResponse {
  requireReadOnly(context, 'me');
  const { caller, directory } = context;
  if (caller.kind === 'application') throw badRequest('/me request is only valid with delegated authentication flow.');
  if (!caller.scopes.includes('User.Read')) throw denied();
  const person = directory.people.get(caller.principalId);
  if (person === undefined) throw notFound(caller.principalId);
  return entityResponse(context, 'users', showPerson(person));
}

/** `/organization`: the tenant. */
export function organization(context: GraphContext): TwinResponse {
  requireReadOnly(context, 'organization');
  requireRole(context, 'Directory.Read.All', 'Directory.ReadWrite.All');
  const verifiedDomains = [{ name: 'contoso.com', isDefault: true, isInitial: false, type: 'Managed' }];
  return listResponse(
    context,
    'organization',
    [{ id: context.world.tenant.tenantId, displayName: 'Contoso', verifiedDomains }],
    ['id'],
  );
}

/** `/directoryObjects/{id}` and `POST /directoryObjects/getByIds`. */
export function directoryObjects(context: GraphContext): TwinResponse {
  const { directory, method } = context;
  const [, id] = context.path;
  requireRole(context, 'Directory.Read.All', 'Directory.ReadWrite.All');
  if (method === 'POST' && id === 'getByIds') {
    const found = textsOr(context.body, 'ids', []).flatMap((wanted) => showDirectoryObject(directory, wanted) ?? []);
    return { ...json(200, { value: found }), wrote: false };
  }
  requireReadOnly(context, 'directoryObjects');
  const found = id === undefined ? undefined : showDirectoryObject(directory, id);
  if (found === undefined) throw notFound(id ?? 'directoryObjects');
  return entityResponse(context, 'directoryObjects', found);
}

function personId(context: GraphContext, key: string): string {
  const wanted = key.toLowerCase();
  return context.directory.people.find((item) => item.userPrincipalName.toLowerCase() === wanted)?.id ?? key;
}

function requireReadOnly(context: GraphContext, what: string): void {
  if (context.method !== 'GET') throw notImplemented(`${context.method} on ${what}`);
}
