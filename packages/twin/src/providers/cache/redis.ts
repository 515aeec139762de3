import { AzureError, type TwinResponse } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { isNameTaken } from '../common/global-names.ts';
import { normalLocation, ownerOf } from '../common/ids.ts';
import { numberAt, textAt } from '../common/json.ts';
import { choiceRule, nameRule, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import type { ActionContext, Refusal } from '../type-definition.ts';

export const REDIS = 'Microsoft.Cache/redisEnterprise';
export const REDIS_DATABASE = `${REDIS}/databases`;
const SOURCE = 'Azure Managed Redis documentation; code: assumption';
const SKU =
  /^(?:Balanced_B(?:0|1|3|5|10|20|50|100|150|250|350|500|700|1000)|MemoryOptimized_M\d+|ComputeOptimized_X\d+|FlashOptimized_A\d+)$/;

function invalid(detail: string): Refusal {
  return refusal(400, 'InvalidRequestBody', detail);
}

/** `redis-contoso.swedencentral.redis.azure.net`. */
export function redisHost({ name, location }: Pick<Resource, 'name' | 'location'>): string {
  return `${name}.${normalLocation(location)}.redis.azure.net`.toLowerCase();
}

export const clusters = defineType({
  type: REDIS,
  apiVersions: API_VERSIONS.redis,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: { create: 'redis', update: 'redis', delete: 'storage' },
  rules: [
    nameRule(REDIS, /^(?=.{1,60}$)[A-Za-z0-9](?:-?[A-Za-z0-9])*$/, {
      code: 'InvalidResourceName',
      message: (name) => `The cluster name '${name}' is invalid: 1 to 60 letters, digits and single hyphens.`,
    }),
    rule('redis-name-free', SOURCE, ({ id, name }, world) =>
      isNameTaken(world, REDIS, name, id)
        ? refusal(409, 'NameNotAvailable', `The name '${name}' is already in use.`)
        : undefined,
    ),
    rule('redis-settled', SOURCE, ({ name, existing }) =>
      existing !== undefined && isBusy(existing)
        ? refusal(409, 'Conflict', `The cluster '${name}' is busy with another operation.`, { curedByTime: true })
        : undefined,
    ),
    rule('redis-sku', SOURCE, ({ sku }) =>
      SKU.test(textAt(sku, 'name') ?? '')
        ? undefined
        : invalid(`The sku '${textAt(sku, 'name') ?? ''}' is not offered.`),
    ),
    rule('redis-zones', 'langchain-ai/terraform#107', ({ sku, zones = [] }) =>
      zones.length === 0
        ? undefined
        : invalid(
            `Specifying zones for SKU '${textAt(sku, 'name') ?? ''}' is not supported. Zone redundancy is enabled by default for this SKU in regions with zones.`,
          ),
    ),
    choiceRule(
      'redis-tls',
      'minimumTlsVersion',
      ['1.2'],
      (value) => invalid(`minimumTlsVersion '${value}' is retired.`),
      SOURCE,
    ),
  ],
  defaults: () => ({ highAvailability: 'Enabled', minimumTlsVersion: '1.2', publicNetworkAccess: 'Enabled' }),
  readOnly: ({ name, location }) => ({
    hostName: redisHost({ name, ...(location === undefined ? {} : { location }) }),
    redundancyMode: 'ZR',
  }),
  outputs: () => ({ resourceState: 'Running' }),
});

/** Both keys as they are now. */
export function redisKeys(world: World, database: Resource): JsonObject {
  const key = (name: string): string => {
    const turn = database.secrets[`${name}.turn`] ?? '0';
    return Buffer.from(world.guid(`redis-${name}:${database.id.toLowerCase()}:${turn}`).repeat(2)).toString('base64');
  };
  return { primaryKey: key('primaryKey'), secondaryKey: key('secondaryKey') };
}

function listKeys({ resource, world }: ActionContext): TwinResponse {
  if (resource.properties['accessKeysAuthentication'] !== 'Enabled') {
    throw new AzureError(400, { code: 'AccessKeysDisabled', message: 'Access keys authentication is disabled.' });
  }
  return { status: 200, body: redisKeys(world, resource) };
}

/** Whatever was given the old key has to be given the new one. */
function regenerateKey({ resource, world, body }: ActionContext): TwinResponse {
  const name = textAt(body, 'keyType') === 'Secondary' ? 'secondaryKey.turn' : 'primaryKey.turn';
  const turn = String(Number(resource.secrets[name] ?? '0') + 1);
  const renewed = { ...resource, secrets: { ...resource.secrets, [name]: turn } };
  world.store.put(renewed);
  return { status: 200, wrote: true, body: redisKeys(world, renewed) };
}

export const redisDatabases = defineType({
  type: REDIS_DATABASE,
  apiVersions: API_VERSIONS.redis,
  asyncStyle: 'azure-async-operation',
  duration: 'keyVault',
  rules: [
    nameRule(REDIS_DATABASE, /^default$/, {
      code: 'InvalidResourceName',
      message: (name) => `The only database of a cluster is called 'default', not '${name}'.`,
    }),
    rule('redis-database-cluster-ready', SOURCE, ({ parentId }, world) => {
      const cluster = world.store.get(parentId);
      return cluster !== undefined && isBusy(cluster)
        ? refusal(409, 'Conflict', `The cluster '${cluster.name}' is not running yet.`, { curedByTime: true })
        : undefined;
    }),
    rule('redis-database-port', SOURCE, ({ properties }) => {
      const port = numberAt(properties, 'port');
      return port === undefined || port === 10_000 ? undefined : invalid(`The port must be 10000, not ${port}.`);
    }),
    choiceRule(
      'redis-database-policy',
      'clusteringPolicy',
      ['EnterpriseCluster', 'OSSCluster', 'NoCluster'],
      (value) => invalid(`The clusteringPolicy '${value}' is unknown.`),
      SOURCE,
    ),
    rule('redis-database-policy-fixed', SOURCE, ({ properties, existing }) => {
      const before = textAt(existing?.properties, 'clusteringPolicy');
      const now = textAt(properties, 'clusteringPolicy') ?? before;
      return before === undefined || before === now
        ? undefined
        : invalid(`The clusteringPolicy of a database cannot be changed from ${before} to ${now ?? ''}.`);
    }),
  ],
  defaults: ({ existing }) => ({
    clientProtocol: 'Encrypted',
    port: 10_000,
    clusteringPolicy: textAt(existing?.properties, 'clusteringPolicy') ?? 'OSSCluster',
    evictionPolicy: 'VolatileLRU',
    accessKeysAuthentication: 'Disabled',
  }),
  outputs: () => ({ resourceState: 'Running', redisVersion: '7.4' }),
  actions: { listkeys: listKeys, regeneratekey: regenerateKey },
});

/** The cluster with a host name and its database, as far as they are there. */
export function redisAt(
  world: World,
  host: string,
): { readonly cluster: Resource; readonly database: Resource } | undefined {
  const database = world.store.ofType(REDIS_DATABASE).find(({ id }) => {
    const cluster = world.store.get(ownerOf(id));
    return cluster !== undefined && redisHost(cluster) === host;
  });
  const cluster = database === undefined ? undefined : world.store.get(ownerOf(database.id));
  return database === undefined || cluster === undefined ? undefined : { cluster, database };
}
