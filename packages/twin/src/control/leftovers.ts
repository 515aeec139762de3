import { directoryOf } from '../entra/index.ts';
import type { World } from '../kernel/world.ts';
import { allSoftDeletedOfAnyType, isoTime } from '../providers/common/soft-delete.ts';

/** A name that a deleted resource still holds. */
export interface DeletedName {
  readonly type: string;
  readonly name: string;
  readonly until: string;
}

/** Every name that a deleted resource holds now. */
export function deletedNames(world: World): readonly DeletedName[] {
  return allSoftDeletedOfAnyType(world).map(({ resource: { type, name }, purgedAt }) => ({
    type,
    name,
    until: isoTime(purgedAt),
  }));
}

/** Registrations of Microsoft Graph that are shown, and those that are kept for 30 days after their deletion. */
export function applicationsOf(
  world: World,
): readonly { readonly appId: string; readonly displayName: string; readonly deleted: boolean }[] {
  return directoryOf(world)
    .applications.all()
    .map(({ appId, displayName, deletedAt }) => ({ appId, displayName, deleted: deletedAt !== undefined }));
}
