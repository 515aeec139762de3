import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { perWorld } from '../../entra/per-world.ts';
import { isTrueAt, numberAt, objectAt, textAt } from '../../providers/common/json.ts';

const TYPE = 'Microsoft.KeyVault/vaults/secrets';
const DAY = 86_400_000;

/** One version of a secret. */
export interface SecretVersion {
  readonly version: string;
  readonly value: string;
  readonly contentType: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** `enabled`, `nbf`, `exp`, `created`, `updated`; times in seconds since the epoch. */
  readonly attributes: JsonObject;
}

export interface DeletedSecret {
  readonly resource: Resource;
  readonly deletedAt: number;
  readonly purgedAt: number;
}

/** What a caller of the data plane may set. */
export interface SecretWrite {
  readonly value: string;
  readonly contentType: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly attributes: JsonObject;
}

/** Versions before the current one, and deleted secrets. The current version is the ARM resource, so both planes agree. */
const historyOf = perWorld(() => ({
  older: new Map<string, SecretVersion[]>(),
  deleted: new Map<string, DeletedSecret>(),
}));

/** Secrets of `vault`, by name. */
export function secretsOf(world: World, vault: Resource): readonly Resource[] {
  return world.store
    .below(vault.id)
    .filter((item) => item.type.toLowerCase() === TYPE.toLowerCase())
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The secret's resource, if it is there. */
export function secretOf(world: World, vault: Resource, name: string): Resource | undefined {
  return world.store.get(idOf(vault, name));
}

/** The current version. */
export function currentVersion(secret: Resource): SecretVersion {
  const uri = textAt(secret.properties, 'secretUriWithVersion') ?? '';
  return {
    version: uri.slice(uri.lastIndexOf('/') + 1),
    value: secret.secrets['value'] ?? '',
    contentType: textAt(secret.properties, 'contentType'),
    tags: secret.tags ?? {},
    attributes: objectAt(secret.properties, 'attributes'),
  };
}

/** All versions that are known, the current one first. */
export function versionsOf(world: World, secret: Resource): readonly SecretVersion[] {
  return [currentVersion(secret), ...(historyOf(world).older.get(key(secret.id)) ?? [])];
}

/** Whether a version may be read. */
export function isEnabled(version: SecretVersion): boolean {
  return version.attributes['enabled'] !== false;
}

/** Writes a new version, which becomes the current one. */
export function writeVersion(world: World, vault: Resource, name: string, write: SecretWrite): Resource {
  const id = idOf(vault, name);
  const existing = world.store.get(id);
  const history = historyOf(world);
  if (existing !== undefined) history.older.set(key(id), [...versionsOf(world, existing)]);
  const now = Math.floor(world.clock.now / 1000);
  const base = `https://${vault.name.toLowerCase()}.vault.azure.net/secrets/${name}`;
  const version = world.guid(`secret:${key(id)}:${world.clock.now}:${world.store.version}`).replaceAll('-', '');
  const resource: Resource = {
    id,
    type: TYPE,
    name,
    apiVersion: existing?.apiVersion ?? vault.apiVersion,
    ...(vault.location === undefined ? {} : { location: vault.location }),
    tags: write.tags,
    properties: {
      ...(write.contentType === undefined ? {} : { contentType: write.contentType }),
      attributes: { enabled: true, ...write.attributes, created: now, updated: now },
      secretUri: base,
      secretUriWithVersion: `${base}/${version}`,
    },
    secrets: { value: write.value },
    etag: world.guid(`secret-etag:${version}`),
    createdAt: existing?.createdAt ?? world.clock.now,
    changedAt: world.clock.now,
  };
  world.store.put(resource);
  return resource;
}

/** Replaces attributes, tags or content type of the current version. */
export function updateCurrent(world: World, secret: Resource, change: Partial<SecretWrite>): Resource {
  const attributes = {
    ...objectAt(secret.properties, 'attributes'),
    ...change.attributes,
    updated: Math.floor(world.clock.now / 1000),
  };
  const contentType = change.contentType ?? textAt(secret.properties, 'contentType');
  const updated: Resource = {
    ...secret,
    ...(change.tags === undefined ? {} : { tags: change.tags }),
    properties: { ...secret.properties, attributes, ...(contentType === undefined ? {} : { contentType }) },
    changedAt: world.clock.now,
  };
  world.store.put(updated);
  return updated;
}

/** Soft-deletes a secret. */
export function deleteSecret(world: World, vault: Resource, secret: Resource): DeletedSecret {
  const days = numberAt(vault.properties, 'softDeleteRetentionInDays') ?? 90;
  const deleted = { resource: secret, deletedAt: world.clock.now, purgedAt: world.clock.now + days * DAY };
  world.store.delete(secret.id);
  historyOf(world).deleted.set(key(secret.id), deleted);
  return deleted;
}

/** Deleted secrets of `vault`. */
export function deletedSecretsOf(world: World, vault: Resource): readonly DeletedSecret[] {
  return [...historyOf(world).deleted.values()].filter((item) => key(item.resource.id).startsWith(`${key(vault.id)}/`));
}

/** The deleted secret of that name. */
export function deletedSecretOf(world: World, vault: Resource, name: string): DeletedSecret | undefined {
  return historyOf(world).deleted.get(key(idOf(vault, name)));
}

/** Brings a deleted secret back. */
export function recoverSecret(world: World, deleted: DeletedSecret): Resource {
  historyOf(world).deleted.delete(key(deleted.resource.id));
  world.store.put(deleted.resource);
  return deleted.resource;
}

/** Removes a deleted secret for good. Refused by purge protection. */
export function purgeSecret(world: World, vault: Resource, deleted: DeletedSecret): 'purged' | 'protected' {
  if (isTrueAt(vault.properties, 'enablePurgeProtection')) return 'protected';
  historyOf(world).deleted.delete(key(deleted.resource.id));
  historyOf(world).older.delete(key(deleted.resource.id));
  return 'purged';
}

function idOf(vault: Resource, name: string): string {
  return `${vault.id}/secrets/${name}`;
}

function key(id: string): string {
  return id.toLowerCase();
}
