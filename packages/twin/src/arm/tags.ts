import type { TwinResponse } from '../kernel/http.ts';
import type { JsonObject, Resource } from '../kernel/store.ts';
import { objectBody, requireRight, type Arm, type ArmContext } from './context.ts';
import { armErrors } from './errors.ts';
import { asObject, asString } from './json.ts';
import { refuseLocked } from './locks.ts';
import { refuseTags } from './tag-rules.ts';

type Tags = Readonly<Record<string, string>>;

export const TAGS_TYPE = 'Microsoft.Resources/tags';

/** `…/providers/Microsoft.Resources/tags/default` of a resource or a resource group: GET, PUT, PATCH, DELETE. */
export function handleTags(context: ArmContext, scope: string): TwinResponse {
  const { arm, method } = context;
  const target = arm.world.store.get(scope);
  requireRight(context, `Microsoft.Resources/tags/${method === 'GET' ? 'read' : 'write'}`, scope);
  if (target === undefined) throw armErrors.notFound(scope);
  if (method === 'GET') return tagsAnswer(target);
  return { ...tagsAnswer(putTags(arm, scope, nextTags(context, target))), wrote: true };
}

/** Id of the resource or group that the id of its tags ends. */
export function tagsScope(id: string): string {
  return id.replace(/\/providers\/Microsoft\.Resources\/tags\/default$/i, '');
}

/** Replaces the tags of `scope`. Throws where there is no such thing, a lock forbids it, or they cannot be tags. */
export function putTags(arm: Arm, scope: string, tags: JsonObject): Resource {
  const target = arm.world.store.get(scope);
  if (target === undefined) throw armErrors.notFound(scope);
  refuseLocked(arm, scope, 'write');
  refuseTags(arm, tags);
  const changed = { ...target, tags: tags as Tags, changedAt: arm.world.clock.now };
  arm.world.store.put(changed);
  return changed;
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
