import type { Resource } from '../kernel/store.ts';
import type { Arm } from './context.ts';
import { armErrors } from './errors.ts';
import { isWithin, parseResourceId } from './ids.ts';
import { holds } from './rules.ts';

const LOCK_TYPE = 'Microsoft.Authorization/locks';

/**
 * Refuses `action` on `id` where a lock on it or on a scope above forbids it: any lock forbids a delete, a read-only one
 * every write. A delete is also refused by a lock on anything below. Locks themselves and role assignments are free.
 */
export function refuseLocked(arm: Arm, id: string, action: 'write' | 'delete'): void {
  if (!holds(arm, 'resource-unlocked') || id.toLowerCase().includes('/providers/microsoft.authorization/locks/'))
    return;
  const locks = arm.world.store.ofType(LOCK_TYPE).filter((lock) => forbids(lock, id, action));
  if (locks.length > 0)
    throw armErrors.scopeLocked(
      id,
      action,
      locks.map((lock) => lock.id),
    );
}

function forbids(lock: Resource, id: string, action: 'write' | 'delete'): boolean {
  const { scope } = parseResourceId(lock.id);
  const readOnly = lock.properties['level'] === 'ReadOnly';
  if (action === 'write') return readOnly && isWithin(id, scope);
  return isWithin(id, scope) || isWithin(scope, id);
}
