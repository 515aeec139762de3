import type { TwinResponse } from '../kernel/http.ts';
import type { PermissionGrant } from '../entra/index.ts';
import type { GraphContext } from './context.ts';
import { requireRole } from './context.ts';
import { badRequest, GraphError, notFound, notImplemented } from './errors.ts';
import { entityResponse, listResponse } from './odata.ts';
import { requiredGuid, requiredText, textOr } from './read-body.ts';

const FILTERABLE = ['id', 'clientId', 'consentType', 'principalId', 'resourceId', 'scope'];

/** `/oauth2PermissionGrants`: consent to delegated permissions; `AllPrincipals` is an administrator's. */
export function permissionGrants(context: GraphContext): TwinResponse {
  const { directory, method } = context;
  const [, id] = context.path;
  if (method === 'GET')
    requireRole(context, 'DelegatedPermissionGrant.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All');
  else requireRole(context, 'DelegatedPermissionGrant.ReadWrite.All');
  if (id === undefined) {
    if (method === 'GET')
      return listResponse(context, 'oauth2PermissionGrants', directory.grants.all().map(show), FILTERABLE);
    if (method === 'POST') return entityResponse(context, 'oauth2PermissionGrants', show(create(context)), 201);
    throw notImplemented(`${method} on oauth2PermissionGrants`);
  }
  const found = directory.grants.get(id);
  if (found === undefined) throw notFound(id);
  switch (method) {
    case 'GET':
      return entityResponse(context, 'oauth2PermissionGrants', show(found));
    case 'PATCH':
      checkOnlyScope(context);
      directory.grants.put({ ...found, scope: textOr(context.body, 'scope', found.scope) ?? '' });
      return { status: 204 };
    case 'DELETE':
      directory.grants.delete(id);
      return { status: 204 };
    default:
      throw notImplemented(`${method} on a permission grant`);
  }
}

function create(context: GraphContext): PermissionGrant {
  const { body, directory, world } = context;
  const consentType = requiredText(body, 'consentType');
  if (consentType !== 'AllPrincipals' && consentType !== 'Principal')
    throw badRequest("Invalid value specified for property 'consentType' of resource 'OAuth2PermissionGrant'.");
  const principalId = consentType === 'Principal' ? requiredGuid(body, 'principalId') : null;
  const clientId = visiblePrincipal(context, requiredGuid(body, 'clientId'));
  const resourceId = visiblePrincipal(context, requiredGuid(body, 'resourceId'));
  const same = directory.grants.find(
    (item) => item.clientId === clientId && item.resourceId === resourceId && item.principalId === principalId,
  );
  if (same !== undefined)
    throw new GraphError(409, 'Request_MultipleObjectsWithSameKeyValue', 'Permission entry already exists.');
  return directory.grants.put({
    id: Buffer.from(world.guid(`grant:${clientId}:${resourceId}:${principalId ?? ''}`)).toString('base64url'),
    clientId,
    consentType,
    principalId,
    resourceId,
    scope: textOr(body, 'scope', '') ?? '',
  });
}

function visiblePrincipal(context: GraphContext, id: string): string {
  const found = context.directory.servicePrincipal(id);
  if (found === undefined) throw notFound(id);
  if (!context.directory.isVisible(found)) throw notFound(id, true);
  return found.id;
}

function checkOnlyScope(context: GraphContext): void {
  const other = Object.keys(context.body).find((name) => name !== 'scope' && !name.startsWith('@odata.'));
  if (other !== undefined) throw badRequest(`Property '${other}' cannot be changed.`);
}

function show(item: PermissionGrant): Readonly<Record<string, unknown>> {
  return { ...item };
}
