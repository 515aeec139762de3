import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { normalLocation, sameId, subscriptionOf } from '../common/ids.ts';
import { isTrueAt, numberAt, textAt, objectAt } from '../common/json.ts';
import { choiceRule, nameRule, refusal, rule } from '../common/rules.ts';
import type { Rule, WriteRequest } from '../type-definition.ts';
import { ACCOUNT, accountOf, requestConflict, startSettling } from './accounts.ts';
import { CATALOGUE, findModel, isOffered, usageName } from './catalogue.ts';
import type { CatalogueModel } from './catalogue.ts';

export const DEPLOYMENT = `${ACCOUNT}/deployments`;
const SOURCE = 'facts/apim.md section 4, Deployments';
const CHILD_STATES = { create: 'Creating', update: 'Updating' };

function modelOf({ properties }: Pick<WriteRequest, 'properties'>): CatalogueModel | undefined {
  return findModel(
    textAt(properties, 'model.format') ?? '',
    textAt(properties, 'model.name') ?? '',
    textAt(properties, 'model.version'),
  );
}

function describe({ properties }: WriteRequest): string {
  return `Format: ${textAt(properties, 'model.format') ?? ''}, Name: ${textAt(properties, 'model.name') ?? ''}, Version: ${textAt(properties, 'model.version') ?? ''}`;
}

function regionOf(request: WriteRequest, world: World): string {
  return normalLocation(world.store.get(request.parentId)?.location);
}

/** Capacity in use of one model and SKU in one region of a subscription (`/subscriptions/…`), without the deployment `exceptId`. */
export function usedCapacity(
  world: World,
  subscription: string,
  location: string,
  usage: string,
  exceptId = '',
): number {
  return world.store
    .ofType(DEPLOYMENT)
    .filter(
      (item) =>
        !sameId(item.id, exceptId) &&
        sameId(subscriptionOf(item.id), subscription) &&
        normalLocation(world.store.get(accountOf(item.id))?.location) === location,
    )
    .filter((item) => {
      const model = modelOf(item);
      return model !== undefined && usageName(model, textAt(item.sku, 'name') ?? '') === usage;
    })
    .reduce((total, item) => total + (numberAt(item.sku, 'capacity') ?? 0), 0);
}

export const deployments = defineType({
  type: DEPLOYMENT,
  apiVersions: API_VERSIONS.cognitiveServices,
  asyncStyle: 'azure-async-operation',
  duration: { create: 'modelDeployment', update: 'modelDeployment', delete: 'foundryChild' },
  running: CHILD_STATES,
  rules: [
    nameRule(DEPLOYMENT, /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
      code: 'InvalidResourceName',
      message: (name) =>
        `The deployment name '${name}' is invalid: 1 to 64 letters, digits, dots, hyphens and underscores.`,
    }),
    conflictRule('foundry-deployment-alone'),
    rule('foundry-deployment-model-known', SOURCE, (request, world) => {
      const model = modelOf(request);
      if (model !== undefined && isOffered(model, regionOf(request, world))) return undefined;
      return refusal(
        400,
        'DeploymentModelNotSupported',
        `The model '${describe(request)}' of account deployment is not supported.`,
      );
    }),
    rule('foundry-deployment-model-alive', 'facts/apim.md section 4; model life cycle', (request, world) => {
      const model = modelOf(request);
      if (model === undefined || request.existing !== undefined || Date.parse(model.retires) > world.clock.now)
        return undefined;
      return refusal(
        400,
        'ServiceModelDeprecated',
        `The model '${describe(request)}' has been deprecated since ${model.retires} and can no longer be deployed.`,
      );
    }),
    rule('foundry-deployment-sku', SOURCE, (request, world) => {
      const model = modelOf(request);
      const sku = textAt(request.sku, 'name') ?? '';
      if (model === undefined || model.skus.includes(sku)) return undefined;
      return refusal(
        400,
        'InvalidResourceProperties',
        `The specified SKU '${sku}' for model '${model.name} ${model.version}' is not supported in this region '${regionOf(request, world)}'.`,
      );
    }),
    rule('foundry-deployment-capacity', SOURCE, ({ sku }) =>
      (numberAt(sku, 'capacity') ?? 0) >= 1
        ? undefined
        : refusal(
            400,
            'InvalidResourceProperties',
            'The specified capacity of account deployment should be at least 1.',
          ),
    ),
    rule('foundry-deployment-quota', 'facts/azure.md section 4, quota', (request, world) => {
      const model = modelOf(request);
      if (model === undefined) return undefined;
      const usage = usageName(model, textAt(request.sku, 'name') ?? '');
      const used = usedCapacity(world, subscriptionOf(request.id), regionOf(request, world), usage, request.id);
      const wanted = numberAt(request.sku, 'capacity') ?? 0;
      if (used + wanted <= model.quota) return undefined;
      const quota = `Tokens Per Minute (thousands) - ${model.name} - ${textAt(request.sku, 'name') ?? ''}`;
      return refusal(
        400,
        'InsufficientQuota',
        `This operation require ${wanted} new capacity in quota ${quota}, which is bigger than the current available capacity ${model.quota - used}. The current quota usage is ${used} and the quota limit is ${model.quota} for quota ${quota}.`,
      );
    }),
    choiceRule(
      'foundry-deployment-upgrade',
      'versionUpgradeOption',
      ['OnceNewDefaultVersionAvailable', 'OnceCurrentVersionExpired', 'NoAutoUpgrade'],
      (value) => refusal(400, 'InvalidResourceProperties', `The value '${value}' of versionUpgradeOption is invalid.`),
      SOURCE,
    ),
    rule('foundry-deployment-rai-policy', SOURCE, ({ parentId, properties }, world) => {
      const policy = textAt(properties, 'raiPolicyName');
      if (
        policy === undefined ||
        policy.startsWith('Microsoft.') ||
        world.store.has(`${parentId}/raiPolicies/${policy}`)
      )
        return undefined;
      return refusal(400, 'InvalidResourceProperties', `The RAI policy '${policy}' does not exist.`);
    }),
  ],
  defaults: (request) => {
    const model = modelOf(request);
    return {
      ...(model === undefined ? {} : { model: { version: model.version } }),
      versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
      raiPolicyName: 'Microsoft.DefaultV2',
      deploymentState: 'Running',
    };
  },
  readOnly: (request) => ({
    currentCapacity: numberAt(request.sku, 'capacity') ?? 0,
    capabilities: Object.fromEntries((modelOf(request)?.capabilities ?? []).map((name) => [name, 'true'])),
    rateLimits: rateLimits(numberAt(request.sku, 'capacity') ?? 0),
  }),
});

function rateLimits(capacity: number) {
  return [
    { key: 'request', renewalPeriod: 60, count: capacity },
    { key: 'token', renewalPeriod: 60, count: capacity * 1000 },
  ];
}

/** Foundry's refusal of two writes at a time, for one child type. */
export function conflictRule(id: string): Rule {
  return rule(id, 'facts/azure.md section 4, Foundry children', (request, world) =>
    requestConflict(world, accountOf(request.id), request.id),
  );
}

const PROJECT = `${ACCOUNT}/projects`;

export const projects = defineType({
  type: PROJECT,
  apiVersions: API_VERSIONS.cognitiveServices.filter((version) => version >= '2025-04-01'),
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'foundryChild',
  running: CHILD_STATES,
  rules: [
    nameRule(PROJECT, /^[A-Za-z0-9][A-Za-z0-9_.-]{1,63}$/, {
      code: 'InvalidResourceName',
      message: (name) => `The project name '${name}' is invalid.`,
    }),
    conflictRule('foundry-project-alone'),
    rule('foundry-project-allowed', 'facts/azure.md section 1, Foundry', ({ parentId }, world) =>
      isTrueAt(world.store.get(parentId)?.properties, 'allowProjectManagement')
        ? undefined
        : refusal(
            400,
            'InvalidResourceProperties',
            `The account '${parentId}' must have allowProjectManagement set to create a project.`,
          ),
    ),
    rule('foundry-project-identity', 'facts/azure.md section 1, Foundry', ({ identity }) =>
      /assigned/i.test(textAt(identity, 'type') ?? '')
        ? undefined
        : refusal(400, 'InvalidResourceProperties', 'A project must have a managed identity.'),
    ),
    rule('foundry-project-region', 'facts/azure.md section 1, Foundry', ({ parentId, location }, world) =>
      normalLocation(world.store.get(parentId)?.location) === normalLocation(location)
        ? undefined
        : refusal(400, 'InvalidResourceProperties', 'A project must be in the region of its account.'),
    ),
  ],
  readOnly: ({ parentId, name, properties }, world) => {
    const label = textAt(world.store.get(parentId)?.properties, 'customSubDomainName') ?? '';
    return {
      displayName: textAt(properties, 'displayName') ?? name,
      description: textAt(properties, 'description') ?? '',
      isDefault: !world.store
        .below(parentId)
        .some(
          (other) =>
            other.type.toLowerCase() === PROJECT.toLowerCase() && other.name.toLowerCase() !== name.toLowerCase(),
        ),
      endpoints: { 'AI Foundry API': `https://${label}.services.ai.azure.com/api/projects/${name}` },
    };
  },
  afterComplete: (project, world) => {
    startSettling(world, accountOf(project.id));
  },
});

function connectionType(type: string, id: string) {
  return defineType({
    type,
    apiVersions: API_VERSIONS.cognitiveServices.filter((version) => version >= '2025-04-01'),
    asyncStyle: 'none',
    duration: 'instant',
    showsState: false,
    rules: [
      nameRule(type, /^[A-Za-z0-9][A-Za-z0-9_-]{2,32}$/, {
        code: 'InvalidResourceName',
        message: (name) => `The connection name '${name}' is invalid.`,
      }),
      conflictRule(`${id}-alone`),
      rule(`${id}-category`, SOURCE, ({ properties }) =>
        textAt(properties, 'category') === undefined || textAt(properties, 'authType') === undefined
          ? refusal(400, 'InvalidResourceProperties', 'A connection needs category and authType.')
          : undefined,
      ),
    ],
    secrets: ['credentials'],
    defaults: () => ({ isSharedToAll: false }),
    readOnly: ({ properties }) => ({
      group: textAt(properties, 'category') === 'ApiKey' ? 'ServicesAndApps' : 'AzureAI',
      metadata: objectAt(properties, 'metadata'),
    }),
  });
}

export const connections = connectionType(`${ACCOUNT}/connections`, 'foundry-connection');
export const projectConnections = connectionType(`${PROJECT}/connections`, 'foundry-project-connection');

/** The catalogue of one region, as `locations/{location}/models` gives it. */
export function modelsIn(location: string): readonly object[] {
  return CATALOGUE.filter((item) => isOffered(item, location))
    .map((item) => ({
      kind: item.format === 'OpenAI' ? 'OpenAI' : 'AIServices',
      skuName: 'S0',
      description: `Model ${item.name}`,
      model: modelBody(item),
    }))
    .flatMap((item) => (item.kind === 'OpenAI' ? [item, { ...item, kind: 'AIServices' }] : [item]));
}

/** One model as the account's own list gives it. */
export function modelBody(item: CatalogueModel): object {
  return {
    format: item.format,
    name: item.name,
    version: item.version,
    isDefaultVersion: item.isDefault,
    lifecycleStatus: item.lifecycle,
    deprecation: { inference: `${item.retires}T00:00:00Z` },
    maxCapacity: item.quota,
    capabilities: Object.fromEntries(item.capabilities.map((name) => [name, 'true'])),
    skus: item.skus.map((name) => ({
      name,
      usageName: usageName(item, name),
      deprecationDate: `${item.retires}T00:00:00Z`,
      capacity: { minimum: 1, maximum: item.quota, step: 1, default: Math.min(10, item.quota) },
      rateLimits: [],
    })),
    systemData: { createdBy: 'Microsoft', lastModifiedBy: 'Microsoft' },
  };
}
