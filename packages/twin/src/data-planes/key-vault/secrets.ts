import { json } from '../../kernel/http.ts';
import type { TwinRequest, TwinResponse } from '../../kernel/http.ts';
import type { Json, JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { isObject, objectAt, textAt } from '../../providers/common/json.ts';
import { VaultError } from './errors.ts';
import type { Operation } from './permission.ts';
import * as store from './secret-store.ts';
import type { DeletedSecret, SecretVersion, SecretWrite } from './secret-store.ts';

/** One authenticated request to a vault. */
export interface SecretsContext {
  readonly world: World;
  readonly vault: Resource;
  readonly request: TwinRequest;
  /** Throws 403 where the caller lacks the permission. */
  readonly authorize: (operation: Operation, secret?: string) => void;
}

/** `/secrets` and `/deletedsecrets`. */
export function routeSecrets(context: SecretsContext): TwinResponse {
  const { method, url } = context.request;
  const [collection = '', name, part] = url.pathname.split('/').filter(Boolean);
  const kind = collection.toLowerCase();
  if (kind === 'deletedsecrets') return deleted(context, name, part);
  if (kind !== 'secrets') throw notImplemented(`${method} ${url.pathname}`);
  if (name === undefined) return listSecrets(context);
  switch (method) {
    case 'GET':
      return part === 'versions' ? listVersions(context, name) : get(context, name, part);
    case 'PUT':
      return set(context, name);
    case 'PATCH':
      return update(context, name, part);
    case 'DELETE':
      return remove(context, name);
    default:
      throw notImplemented(`${method} ${url.pathname}`);
  }
}

function listSecrets(context: SecretsContext): TwinResponse {
  if (context.request.method !== 'GET') throw notImplemented(`${context.request.method} /secrets`);
  context.authorize('list');
  const value = store.secretsOf(context.world, context.vault).map((secret) => ({
    ...metadata(context, secret.name, store.currentVersion(secret)),
    id: secretUri(context, secret.name),
  }));
  return json(200, { value, nextLink: null });
}

function listVersions(context: SecretsContext, name: string): TwinResponse {
  context.authorize('list', name);
  const versions = store.versionsOf(context.world, existing(context, name));
  const value = versions.map((version) => metadata(context, name, version));
  return json(200, { value, nextLink: null });
}

function get(context: SecretsContext, name: string, version: string | undefined): TwinResponse {
  context.authorize('get', name);
  const found = versionOf(context, name, version);
  if (!store.isEnabled(found))
    throw new VaultError(403, 'Forbidden', 'Operation get is not allowed on a disabled secret.', {
      inner: 'SecretDisabled',
    });
  return json(200, bundle(context, name, found));
}

function set(context: SecretsContext, name: string): TwinResponse {
  if (!/^[A-Za-z0-9-]{1,127}$/.test(name))
    throw new VaultError(400, 'BadParameter', `The request URI contains an invalid name: ${name}`);
  context.authorize('set', name);
  const { world, vault } = context;
  if (store.deletedSecretOf(world, vault, name) !== undefined)
    throw new VaultError(
      409,
      'Conflict',
      `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the secret can only be recovered or purged.`,
      { inner: 'ObjectIsDeletedButRecoverable' },
    );
  const body = bodyOf(context.request);
  const value = textAt(body, 'value');
  if (value === undefined) throw new VaultError(400, 'BadParameter', "The parameter 'value' is required.");
  const secret = store.writeVersion(world, vault, name, { value, ...detailsOf(body) });
  return json(200, bundle(context, name, store.currentVersion(secret)));
}

function update(context: SecretsContext, name: string, version: string | undefined): TwinResponse {
  context.authorize('set', name);
  const secret = existing(context, name);
  if (version !== undefined && version !== store.currentVersion(secret).version)
    throw notImplemented('PATCH of a version that is not the current one');
  const body = bodyOf(context.request);
  const { contentType, tags, attributes } = detailsOf(body);
  const updated = store.updateCurrent(context.world, secret, {
    contentType,
    attributes,
    ...(body['tags'] === undefined ? {} : { tags }),
  });
  return json(200, bundle(context, name, store.currentVersion(updated)));
}

function remove(context: SecretsContext, name: string): TwinResponse {
  context.authorize('delete', name);
  const gone = store.deleteSecret(context.world, context.vault, existing(context, name));
  return json(200, deletedBundle(context, gone));
}

function deleted(context: SecretsContext, name: string | undefined, part: string | undefined): TwinResponse {
  const { world, vault, request } = context;
  if (name === undefined) {
    context.authorize('list');
    return json(200, {
      value: store.deletedSecretsOf(world, vault).map((item) => deletedBundle(context, item)),
      nextLink: null,
    });
  }
  const operation = request.method === 'GET' ? 'get' : part === 'recover' ? 'recover' : 'purge';
  context.authorize(operation, name);
  const found = store.deletedSecretOf(world, vault, name);
  if (found === undefined) throw secretNotFound(name);
  if (request.method === 'GET') return json(200, deletedBundle(context, found));
  if (request.method === 'POST' && part === 'recover')
    return json(200, bundle(context, name, store.currentVersion(store.recoverSecret(world, found))));
  if (request.method !== 'DELETE') throw notImplemented(`${request.method} ${request.url.pathname}`);
  if (store.purgeSecret(world, vault, found) === 'purged') return { status: 204 };
  throw new VaultError(
    403,
    'Forbidden',
    'Operation "purge" is not allowed because purge protection is enabled for this vault.',
  );
}

function existing(context: SecretsContext, name: string): Resource {
  const secret = store.secretOf(context.world, context.vault, name);
  if (secret === undefined) throw secretNotFound(name);
  return secret;
}

function versionOf(context: SecretsContext, name: string, version: string | undefined): SecretVersion {
  const versions = store.versionsOf(context.world, existing(context, name));
  const found = version === undefined ? versions[0] : versions.find((item) => item.version === version);
  if (found === undefined) throw secretNotFound(`${name}/${version ?? ''}`);
  return found;
}

function bundle(context: SecretsContext, name: string, version: SecretVersion) {
  return { value: version.value, ...metadata(context, name, version) };
}

/** What lists show: everything but the value. */
function metadata(context: SecretsContext, name: string, version: SecretVersion) {
  return {
    ...(version.contentType === undefined ? {} : { contentType: version.contentType }),
    id: `${secretUri(context, name)}/${version.version}`,
    attributes: { ...version.attributes, recoveryLevel: 'Recoverable+Purgeable', recoverableDays: 90 },
    tags: version.tags,
  };
}

function deletedBundle(context: SecretsContext, { resource, deletedAt, purgedAt }: DeletedSecret) {
  return {
    ...metadata(context, resource.name, store.currentVersion(resource)),
    recoveryId: `${origin(context)}/deletedsecrets/${resource.name}`,
    deletedDate: Math.floor(deletedAt / 1000),
    scheduledPurgeDate: Math.floor(purgedAt / 1000),
  };
}

function secretUri(context: SecretsContext, name: string): string {
  return `${origin(context)}/secrets/${name}`;
}

function origin(context: SecretsContext): string {
  return `https://${context.vault.name.toLowerCase()}.vault.azure.net`;
}

function detailsOf(body: JsonObject): Omit<SecretWrite, 'value'> {
  const tags = Object.entries(objectAt(body, 'tags')).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return {
    contentType: textAt(body, 'contentType'),
    tags: Object.fromEntries(tags),
    attributes: objectAt(body, 'attributes'),
  };
}

function bodyOf(request: TwinRequest): JsonObject {
  try {
    const parsed = JSON.parse(request.body.toString('utf8')) as Json;
    if (isObject(parsed)) return parsed;
  } catch {
    // Answered below: a body that is no JSON and one that is no object are the same mistake.
  }
  throw new VaultError(400, 'BadParameter', 'The request body is not a JSON object.');
}

function secretNotFound(name: string): VaultError {
  return new VaultError(
    404,
    'SecretNotFound',
    `A secret with (name/id) ${name} was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`,
  );
}

function notImplemented(what: string): VaultError {
  return new VaultError(501, 'NotImplemented', `The twin's Key Vault does not support ${what}.`);
}
