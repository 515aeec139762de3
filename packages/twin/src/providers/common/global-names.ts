import { perWorld } from '../../entra/per-world.ts';
import type { World } from '../../kernel/world.ts';
import { sameId } from './ids.ts';

/** A name that is unique in all of Azure, and the type it is unique for. */
export interface TakenName {
  readonly type: string;
  readonly name: string;
}

/** Names that somebody in another tenant has: nothing of theirs can be seen, but the name is gone. */
const takenOf = perWorld(() => new Set<string>());

function keyOf({ type, name }: TakenName): string {
  return `${type}/${name}`.toLowerCase();
}

/** Types whose names somebody else may have, and what the name is where it is not the resource's own. */
export const GLOBAL_NAMES: Readonly<Record<string, string>> = {
  'Microsoft.ApiManagement/service': 'name',
  'Microsoft.CognitiveServices/accounts': 'customSubDomainName',
  'Microsoft.DBforPostgreSQL/flexibleServers': 'name',
  'Microsoft.KeyVault/vaults': 'name',
  'Microsoft.Network/publicIPAddresses': 'domainNameLabel',
  'Microsoft.Storage/storageAccounts': 'name',
};

/** Gives names to somebody else. Throws where an entry is none: a slip would leave a name free that should be taken. */
export function takeNames(world: World, names: readonly TakenName[]): void {
  const types = new Map(Object.keys(GLOBAL_NAMES).map((type) => [type.toLowerCase(), type]));
  for (const entry of names) {
    const { type, name } = entry as { readonly type?: unknown; readonly name?: unknown };
    if (typeof type !== 'string' || typeof name !== 'string' || name === '' || !types.has(type.toLowerCase()))
      throw new RangeError(
        `A taken name is {"type": "Microsoft.Storage/storageAccounts", "name": "contoso"}, with one of the types ${[...types.values()].join(', ')}.`,
      );
  }
  for (const entry of names) takenOf(world).add(keyOf(entry));
}

/** Sets all names free that others had. */
export function freeNames(world: World): void {
  takenOf(world).clear();
}

/** Whether somebody in another tenant has the name. */
export function hasForeigner(world: World, type: string, name: string): boolean {
  return takenOf(world).has(keyOf({ type, name }));
}

/** Whether anybody but `exceptId` has the name of a resource that is called by it: here, or in another tenant. */
export function isNameTaken(world: World, type: string, name: string, exceptId?: string): boolean {
  if (hasForeigner(world, type, name)) return true;
  return world.store
    .ofType(type)
    .some((other) => other.name.toLowerCase() === name.toLowerCase() && !sameId(other.id, exceptId));
}
