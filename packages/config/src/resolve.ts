import { dirname, join } from 'node:path';
import { listPrice } from './data/model-prices.ts';
import { knownModels } from './data/models.ts';
import type {
  AnyEnvironment,
  Api,
  Environment,
  Hub,
  HubReference,
  Limits,
  LimitsOfMany,
  Model,
  OwnHub,
  Postgres,
  Principal,
  Redis,
  Spoke,
  Storage,
  TokenLimit,
  VersionUpgrade,
} from './environment.ts';
import type {
  FileApi,
  FileHub,
  FileModel,
  FileModelObject,
  FileOwnHub,
  FilePostgres,
  FilePrincipal,
  FileShape,
  FileSpoke,
  FileStorage,
  FileWithSpoke,
} from './file-shape.ts';
import { resolveGateway } from './resolve-gateway.ts';
import { resolveExposure } from './resolve-exposure.ts';
import { schemaAt } from './schema-lookup.ts';

/** Turns a file that passed the schema (which filled in its defaults) and every rule into an environment. */
export function resolveEnvironment(content: FileShape, file: string): AnyEnvironment {
  const { name, location, operations } = content;
  const common = { name, location, tags: resolveTags(content), operations: { ...operations } };
  if (content.spoke === undefined) return { ...common, hub: resolveOwnHub(content.hub) };
  return { ...common, ...resolveWithSpoke(content, file) };
}

function resolveWithSpoke(
  content: FileWithSpoke,
  file: string,
): Omit<Environment, 'name' | 'location' | 'tags' | 'operations'> {
  const models = content.models.map((model) => resolveModel(model, content.operations.currency));
  const hub = resolveHub(content.hub);
  return {
    hub,
    spoke: resolveSpoke(content.spoke),
    models,
    contentFilters: content.contentFilters.map((filter) => ({ ...filter })),
    access: {
      admins: content.access.admins.map(resolvePrincipal),
      users: content.access.users.map(resolvePrincipal),
      groups: mapValues(content.access.groups, (id) => id.toLowerCase()),
    },
    limits: resolveLimits(content.limits),
    api: resolveApi(content.api, file, hub.kind === 'own' ? 'openai/v1' : `${content.name}/openai/v1`),
    smoke: { ...content.smoke, model: content.smoke.model ?? firstChatModel(models) },
  };
}

/** Azure compares the names of tags without case, so a tag of the file replaces the default of the same name. */
function resolveTags(content: FileShape): Readonly<Record<string, string>> {
  const own = Object.keys(content.tags).some((name) => name.toLowerCase() === 'environment');
  return {
    'managed-by': 'open-webui-landing-zone',
    ...(own ? {} : { environment: content.name }),
    ...content.tags,
  };
}

function resolveHub(hub: FileHub): Hub {
  return hub.reference === undefined ? resolveOwnHub(hub) : resolveReference(hub.reference);
}

function resolveOwnHub({ addressSpace, gateway }: FileOwnHub): OwnHub {
  return { kind: 'own', addressSpace, gateway: { ...gateway } };
}

function resolveReference({ name, subscriptionId }: Omit<HubReference, 'kind'>): HubReference {
  const elsewhere = subscriptionId === undefined ? {} : { subscriptionId: subscriptionId.toLowerCase() };
  return { kind: 'reference', name, ...elsewhere };
}

function resolveSpoke(spoke: FileSpoke): Spoke {
  const { openWebUi, postgres, entra } = spoke;
  return {
    addressSpace: spoke.addressSpace,
    exposure: resolveExposure(spoke.exposure),
    openWebUi: {
      ...openWebUi,
      memoryGiB: openWebUi.memoryGiB ?? openWebUi.cpu * 2,
      replicas: { ...openWebUi.replicas },
      environment: { ...openWebUi.environment },
    },
    postgres: resolvePostgres(postgres),
    storage: resolveStorage(spoke.storage),
    ...(openWebUi.replicas.max > 1 ? { redis: spoke.redis ?? defaultRedis() } : {}),
    entra: entra.kind === 'existing' ? { kind: 'existing', clientId: entra.clientId.toLowerCase() } : { kind: 'new' },
  };
}

/** A premium share of less cannot be made. */
const leastQuotaGiB = 100;

function resolveStorage({ kind, redundancy, protocol, quotaGiB }: FileStorage): Storage {
  if (kind === 'blob') return { kind, redundancy };
  return { kind, redundancy, protocol: protocol ?? 'nfs', quotaGiB: quotaGiB ?? leastQuotaGiB };
}

/** The schema fills in defaults of sections that are there only. */
function defaultRedis(): Redis {
  const defaultOf = (name: string): unknown => schemaAt(['spoke', 'redis', name])?.default;
  return { sku: defaultOf('sku') as string, highAvailability: defaultOf('highAvailability') as boolean };
}

function resolvePostgres({ version, highAvailability, availabilityZone, ...rest }: FilePostgres): Postgres {
  return {
    ...rest,
    version: String(version) as Postgres['version'],
    highAvailability: highAvailability === true ? 'zone-redundant' : highAvailability,
    ...(availabilityZone === undefined
      ? {}
      : { availabilityZone: String(availabilityZone) as NonNullable<Postgres['availabilityZone']> }),
  };
}

function resolveModel(written: FileModel, currency: string): Model {
  const given: FileModelObject = typeof written === 'string' ? { name: written } : written;
  const model = given.model ?? given.name;
  const format = given.format ?? knownModels.get(model)?.format ?? unknownFormat(model);
  const sku = given.sku ?? (modelDefault('sku') as string);
  const contentFilter = given.contentFilter ?? defaultContentFilter(format);
  const price = given.price ?? listPrice(model, sku, currency);
  return {
    ...{ name: given.name, model, format, sku },
    ...(given.version === undefined ? {} : { version: given.version }),
    capacity: given.capacity ?? defaultCapacity(format, sku),
    versionUpgrade: given.versionUpgrade ?? defaultUpgrade(given.version),
    ...(contentFilter === undefined ? {} : { contentFilter }),
    ...(price === undefined ? {} : { price: { ...price } }),
    ...(given.allow === undefined
      ? {}
      : { allow: { roles: [...(given.allow.roles ?? [])], groups: [...(given.allow.groups ?? [])] } }),
  };
}

/** Formats whose standard types count thousands of tokens per minute; the others have one size. */
const countedInTokens: readonly string[] = ['OpenAI', 'OpenAI-OSS', 'xAI', 'DeepSeek'];

function defaultCapacity(format: string, sku: string): number {
  return countedInTokens.includes(format) || sku.includes('Provisioned') ? 50 : 1;
}

/** A version that was named stays until it retires; without one, the default is followed. */
function defaultUpgrade(version: string | undefined): VersionUpgrade {
  return version === undefined ? 'OnceNewDefaultVersionAvailable' : 'OnceCurrentVersionExpired';
}

/** Foundry gives every other format a filter of its own choice. */
function defaultContentFilter(format: string): string | undefined {
  return format === 'OpenAI' ? 'Microsoft.DefaultV2' : undefined;
}

/** The schema fills in defaults of objects only; a model that is a name alone takes the same ones here. */
function modelDefault(name: string): unknown {
  return schemaAt(['models', 0, name])?.default;
}

function unknownFormat(model: string): never {
  throw new Error(`The rules let the model ${model} pass, whose format is not known.`);
}

function firstChatModel(models: readonly Model[]): string {
  const chat = models.find(
    ({ model, allow }) => (knownModels.get(model)?.use ?? 'chat') === 'chat' && (allow?.roles.includes('user') ?? true),
  );
  if (chat === undefined) throw new Error('The rules let a file without a chat model pass.');
  return chat.name;
}

function resolvePrincipal(principal: FilePrincipal): Principal {
  if ('user' in principal) return { kind: 'user', objectId: principal.user.toLowerCase() };
  return { kind: 'group', objectId: principal.group.toLowerCase() };
}

function resolveLimits({ perPerson, perRole, perGroup, perModel }: FileWithSpoke['limits']): Limits {
  return {
    perPerson: { ...copyOfLimit(perPerson), tokensPerMinute: perPerson.tokensPerMinute },
    perRole: mapValues(perRole, copyOfLimits),
    perGroup: mapValues(perGroup, copyOfLimits),
    perModel: mapValues(perModel, copyOfLimits),
  };
}

function copyOfLimits({ perPerson, shared }: LimitsOfMany): LimitsOfMany {
  return {
    ...(perPerson === undefined ? {} : { perPerson: copyOfLimit(perPerson) }),
    ...(shared === undefined ? {} : { shared: copyOfLimit(shared) }),
  };
}

function copyOfLimit({ tokensPerMinute, tokenQuota }: TokenLimit): TokenLimit {
  return {
    ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
    ...(tokenQuota === undefined ? {} : { tokenQuota: { ...tokenQuota } }),
  };
}

/** A map with the same names, in the same order. */
function mapValues<From, To>(map: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}

/**
 * A file is named from the environment file's folder; afterwards nobody needs to know where that was. No two APIs of a
 * gateway may have one path, so a spoke on somebody else's hub has its own by default.
 */
function resolveApi(api: FileApi, file: string, defaultPath: string): Api {
  const { path = defaultPath, spec, operations, tags, products, allowBreakingChanges } = api;
  return {
    path,
    spec: resolveSpec(spec, file),
    operations: [...operations, ...tags.map((tag) => `tag:${tag}`)],
    allowBreakingChanges,
    products: products.map((product) => ({ ...product, subscriptions: [...product.subscriptions] })),
    ...resolveGateway(api, file),
  };
}

function resolveSpec(spec: string, file: string): Api['spec'] {
  if (spec === 'built-in') return { kind: 'built-in' };
  if (spec.startsWith('https://')) return { kind: 'url', url: spec };
  return { kind: 'file', file: join(dirname(file), spec) };
}
