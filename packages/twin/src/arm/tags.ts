import type { TwinResponse } from '../kernel/http.ts';
import type { Resource } from '../kernel/store.ts';
import { objectBody, requireRight, type ArmContext } from './context.ts';
import { armErrors } from './errors.ts';
import { asObject, asString } from './json.ts';

type Tags = Readonly<Record<string, string>>;

/** `…/providers/Microsoft.Resources/tags/default` of a resource or a resource group: GET, PUT, PATCH, DELETE. */
export function handleTags(context: ArmContext, scope: string): TwinResponse {
  const { arm, method } = context;
  const target = arm.world.store.get(scope);
  requireRight(context, `Microsoft.Resources/tags/${method === 'GET' ? 'read' : 'write'}`, scope);
  if (target === undefined) throw armErrors.notFound(scope);
  if (method === 'GET') return tagsAnswer(target);
  const changed = { ...target, tags: nextTags(context, target), changedAt: arm.world.clock.now };
  arm.world.store.put(changed);
  return { ...tagsAnswer(changed), wrote: true };
}

function nextTags(context: ArmContext, { tags: current = {} }: Resource): Tags {
  if (context.method === 'DELETE') return {};
  const body = objectBody(context);
  const sent = asObject(asObject(body['properties'])['tags']) as Tags;
  const operation = asString(body['operation'])?.toLowerCase() ?? 'replace';
  if (context.method === 'PUT' || operation === 'replace') return sent;
  if (operation === 'merge') return { ...current, ...sent };
  if (operation === 'delete') return Object.fromEntries(Object.entries(current).filter(([key]) => !(key in sent)));
  throw armErrors.invalidContent(`The tags operation '${operation}' is not one of Merge, Replace, Delete`);
}

function tagsAnswer({ id, tags = {} }: Resource): TwinResponse {
  const body = {
    id: `${id}/providers/Microsoft.Resources/tags/default`,
    name: 'default',
    type: 'Microsoft.Resources/tags',
    properties: { tags },
  };
  return { status: 200, body };
}
