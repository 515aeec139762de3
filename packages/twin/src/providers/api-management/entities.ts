import type { Json, JsonObject } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { parseSecretUri, readSecret } from '../../data-planes/key-vault/read-secret.ts';
import { nameOf, sameId } from '../common/ids.ts';
import { isObject, isTrueAt, numberAt, objectAt, objectsAt, textAt, valueAt, without } from '../common/json.ts';
import { lateRule, rule } from '../common/rules.ts';
import type { WriteRequest } from '../type-definition.ts';
import { defineChild, serviceOf, validationError } from './child.ts';

const NAMED_VALUES = 'facts/apim.md section 1.4';
const BACKENDS = 'facts/apim.md section 1.5';
const LOGGERS = 'facts/apim.md section 1.6';
const PRODUCTS = 'facts/apim.md section 1.8';

/** Object id of the identity with that client id among those of the service; of its own identity without one. */
function servicePrincipal(world: World, id: string, clientId: string | undefined): string | undefined {
  const service = world.store.get(serviceOf(id));
  if (clientId === undefined) return textAt(service?.identity, 'principalId');
  const assigned = valueAt(service?.identity, 'userAssignedIdentities');
  if (!isObject(assigned)) return undefined;
  const found = Object.keys(assigned)
    .map((identityId) => world.store.get(identityId))
    .find((identity) => sameId(textAt(identity?.properties, 'clientId'), clientId));
  return textAt(found?.properties, 'principalId');
}

const NO_IDENTITY = 'Can not find Managed Identity with provided IdentityClientId.';

export const namedValues = defineChild({
  below: 'namedValues',
  isAsync: true,
  name: /^[^*#&+:<>?]{1,256}$/,
  secrets: ['value'],
  rules: [
    rule('apim-named-value-display-name', NAMED_VALUES, ({ properties, existing }) => {
      const displayName = textAt(properties, 'displayName') ?? textAt(existing?.properties, 'displayName') ?? '';
      return /^[A-Za-z0-9-._]{1,256}$/.test(displayName)
        ? undefined
        : validationError(
            'displayName',
            `The display name '${displayName}' may hold letters, digits, period, dash and underscore only.`,
          );
    }),
    rule('apim-named-value-unique', NAMED_VALUES, ({ id, parentId, properties }, world) => {
      const wanted = (textAt(properties, 'displayName') ?? '').toLowerCase();
      const other = world.store
        .below(parentId)
        .find(
          (value) =>
            /\/namedValues$/i.test(value.type) &&
            !sameId(value.id, id) &&
            (textAt(value.properties, 'displayName') ?? '').toLowerCase() === wanted,
        );
      return other === undefined
        ? undefined
        : validationError(
            'displayName',
            `Named value with the display name '${wanted}' already exists: ${other.name}.`,
          );
    }),
    rule('apim-named-value-value', NAMED_VALUES, ({ properties, existing }) => {
      if (valueAt(properties, 'keyVault') !== undefined) return undefined;
      const value = textAt(properties, 'value') ?? existing?.secrets['value'] ?? '';
      return value.trim() !== '' && value.length <= 4096
        ? undefined
        : validationError('value', 'A named value must have 1 to 4096 characters that are not all white space.');
    }),
    rule('apim-named-value-secret-uri', NAMED_VALUES, ({ properties }) => {
      const uri = textAt(properties, 'keyVault.secretIdentifier');
      return valueAt(properties, 'keyVault') === undefined || (uri !== undefined && parseSecretUri(uri) !== undefined)
        ? undefined
        : validationError('keyVault.secretIdentifier', `'${uri ?? ''}' is not the identifier of a Key Vault secret.`);
    }),
    lateRule('apim-named-value-readable', NAMED_VALUES, ({ id, properties }, world) => {
      const uri = textAt(properties, 'keyVault.secretIdentifier');
      if (uri === undefined) return undefined;
      const principalId = servicePrincipal(world, id, textAt(properties, 'keyVault.identityClientId'));
      if (principalId === undefined) return validationError('keyVault.identityClientId', NO_IDENTITY);
      const access = readSecret(world, uri, principalId, 'trusted-service');
      return access.kind === 'readable'
        ? undefined
        : {
            ...validationError('keyVault.secretIdentifier', `Unable to read the secret '${uri}': ${access.reason}`),
            ...(access.kind === 'not-effective-yet' ? { curedByTime: true } : {}),
          };
    }),
  ],
  defaults: () => ({ secret: false, tags: [] }),
  outputs(value, world) {
    if (valueAt(value.properties, 'keyVault') === undefined) return {};
    return {
      keyVault: {
        ...objectAt(value.properties, 'keyVault'),
        lastStatus: { code: 'Success', timeStampUtc: new Date(world.clock.now).toISOString() },
      },
      secret: true,
    };
  },
  show(value) {
    const shown = value.secrets['value'];
    return shown === undefined || isTrueAt(value.properties, 'secret')
      ? value
      : { ...value, properties: { ...value.properties, value: shown } };
  },
  actions: {
    listvalue: ({ resource, world }) => ({ status: 200, body: { value: namedValueText(world, resource.id) ?? '' } }),
    refreshsecret: ({ resource }) => ({
      status: 200,
      body: { id: resource.id, name: resource.name, type: resource.type, properties: resource.properties },
    }),
  },
});

/** What `{{name}}` stands for: the text itself, or what the service reads from Key Vault. */
export function namedValueText(world: World, id: string): string | undefined {
  const value = world.store.get(id);
  const uri = textAt(value?.properties, 'keyVault.secretIdentifier');
  if (value === undefined || uri === undefined) return value?.secrets['value'];
  const principalId = servicePrincipal(world, id, textAt(value.properties, 'keyVault.identityClientId')) ?? '';
  const access = readSecret(world, uri, principalId, 'trusted-service');
  return access.kind === 'readable' ? access.value : undefined;
}

export const backends = defineChild({
  below: 'backends',
  name: /^[^*#&+:<>?]{1,80}$/,
  rules: [
    rule('apim-backend-url', BACKENDS, ({ properties }) => {
      if (textAt(properties, 'type')?.toLowerCase() === 'pool') return undefined;
      const url = textAt(properties, 'url') ?? '';
      return /^https?:\/\/[^\s/]+/.test(url) && url.length <= 2000
        ? undefined
        : validationError('url', `The URL '${url}' of the backend is invalid.`);
    }),
    rule('apim-backend-protocol', BACKENDS, ({ properties }) => {
      const protocol = textAt(properties, 'protocol');
      const isPool = textAt(properties, 'type')?.toLowerCase() === 'pool';
      return isPool || protocol === 'http' || protocol === 'soap'
        ? undefined
        : validationError('protocol', `The protocol '${protocol ?? ''}' of a backend must be http or soap.`);
    }),
    rule('apim-backend-circuit-breaker', BACKENDS, ({ properties }) =>
      objectsAt(properties, 'circuitBreaker.rules').length > 1
        ? validationError('circuitBreaker', 'A backend can have one circuit breaker rule only.')
        : undefined,
    ),
    rule('apim-backend-pool-members', BACKENDS, ({ parentId, properties }, world) => {
      const missing = objectsAt(properties, 'pool.services')
        .map((member) => textAt(member, 'id') ?? '')
        .map((id) => (id.startsWith('/subscriptions/') ? id : `${parentId}${id}`))
        .find(
          (id) => textAt(world.store.get(id)?.properties, 'type')?.toLowerCase() === 'pool' || !world.store.has(id),
        );
      return missing === undefined
        ? undefined
        : validationError('pool', `Backend with id '${nameOf(missing)}' could not be found, or is a pool itself.`);
    }),
    rule(
      'apim-backend-identity',
      'facts/apim.md section 0: credentials.managedIdentity',
      ({ id, properties }, world) => {
        const identity = valueAt(properties, 'credentials.managedIdentity');
        return identity === undefined ||
          identity === null ||
          servicePrincipal(world, id, textAt(identity, 'clientId')) !== undefined
          ? undefined
          : validationError('credentials.managedIdentity', NO_IDENTITY);
      },
    ),
  ],
  defaults: ({ properties }) =>
    textAt(properties, 'type')?.toLowerCase() === 'pool'
      ? {}
      : {
          type: 'Single',
          credentials: { query: {}, header: {} },
          tls: { validateCertificateChain: true, validateCertificateName: true },
        },
  actions: { reconnect: () => ({ status: 202 }) },
});

export const loggers = defineChild({
  below: 'loggers',
  name: /^[^*#&+:<>?]{1,256}$/,
  secrets: ['credentials.connectionString', 'credentials.instrumentationKey'],
  rules: [
    rule('apim-logger-type', LOGGERS, ({ properties }) => {
      const type = textAt(properties, 'loggerType') ?? '';
      return ['applicationinsights', 'azureeventhub', 'azuremonitor'].includes(type.toLowerCase())
        ? undefined
        : validationError('loggerType', `The logger type '${type}' is invalid.`);
    }),
    rule('apim-logger-credentials', LOGGERS, ({ properties, existing }) => {
      if (textAt(properties, 'loggerType')?.toLowerCase() !== 'applicationinsights') return undefined;
      const given =
        textAt(properties, 'credentials.connectionString') ??
        textAt(properties, 'credentials.instrumentationKey') ??
        existing?.secrets['credentials.connectionString'] ??
        existing?.secrets['credentials.instrumentationKey'];
      return given !== undefined && given !== ''
        ? undefined
        : validationError(
            'credentials',
            'Application Insights logger requires instrumentationKey or connectionString in credentials.',
          );
    }),
    rule('apim-logger-resource', LOGGERS, ({ properties }, world) => {
      const resource = textAt(properties, 'resourceId');
      return resource === undefined || world.store.has(resource)
        ? undefined
        : validationError('resourceId', `The resource '${resource}' could not be found.`);
    }),
    rule('apim-logger-identity', LOGGERS, ({ id, properties }, world) => {
      const written = textAt(properties, 'credentials.identityClientId');
      const clientId = written?.toLowerCase() === 'systemassigned' ? undefined : written;
      return written === undefined || servicePrincipal(world, id, clientId) !== undefined
        ? undefined
        : validationError('credentials.identityClientId', NO_IDENTITY);
    }),
  ],
  defaults: () => ({ isBuffered: true }),
  // Inline credentials become a named value; the logger shows only its name.
  show(logger) {
    const hidden = Object.keys(logger.secrets).filter((path) => path.startsWith('credentials.'));
    if (hidden.length === 0) return logger;
    const shown = Object.fromEntries(
      hidden.map((path) => [path.slice('credentials.'.length), `{{Logger-Credentials--${logger.name}}}`]),
    );
    return {
      ...logger,
      properties: { ...logger.properties, credentials: { ...objectAt(logger.properties, 'credentials'), ...shown } },
    };
  },
});

function diagnosticType(below: string, prefix: string) {
  return defineChild({
    below,
    name: /^(?:applicationinsights|azuremonitor|local)$/,
    rules: [
      rule(`${prefix}-logger-exists`, LOGGERS, ({ id, properties }, world) => {
        const written = textAt(properties, 'loggerId');
        const logger =
          written === undefined || written.startsWith('/subscriptions/') ? written : `${serviceOf(id)}${written}`;
        return logger !== undefined && world.store.has(logger)
          ? undefined
          : validationError('loggerId', `Logger '${nameOf(written ?? '')}' could not be found.`);
      }),
      rule(`${prefix}-sampling`, LOGGERS, ({ properties }) => {
        const percentage = numberAt(properties, 'sampling.percentage') ?? 100;
        return percentage >= 0 && percentage <= 100
          ? undefined
          : validationError('sampling.percentage', `Sampling percentage ${percentage} is not between 0 and 100.`);
      }),
    ],
    // largeLanguageModel is known from 2024-06-01-preview on; older versions drop it in silence (facts/apim.md section 0).
    keep: ({ properties, apiVersion }) =>
      apiVersion < '2024-06-01' ? without(properties, ['largeLanguageModel']) : properties,
  });
}

export const diagnostics = diagnosticType('diagnostics', 'apim-diagnostic');
export const apiDiagnostics = diagnosticType('apis/diagnostics', 'apim-api-diagnostic');

export const products = defineChild({
  below: 'products',
  name: /^[^*#&+:<>?]{1,256}$/,
  rules: [
    displayNameRule('apim-product-display-name', 300),
    rule('apim-product-approval', PRODUCTS, ({ properties }) =>
      properties['subscriptionRequired'] === false &&
      (isTrueAt(properties, 'approvalRequired') || numberAt(properties, 'subscriptionsLimit') !== undefined)
        ? validationError(
            'approvalRequired',
            'ApprovalRequired and SubscriptionsLimit can be set only when SubscriptionRequired is true.',
          )
        : undefined,
    ),
  ],
  defaults: ({ properties }) => ({
    subscriptionRequired: true,
    state: 'notPublished',
    ...(properties['subscriptionRequired'] === false ? {} : { approvalRequired: false }),
  }),
});

function displayNameRule(id: string, most: number) {
  return rule(id, PRODUCTS, ({ properties, existing }) => {
    const displayName = textAt(properties, 'displayName') ?? textAt(existing?.properties, 'displayName') ?? '';
    return displayName.length >= 1 && displayName.length <= most
      ? undefined
      : validationError('displayName', `DisplayName must have 1 to ${most} characters.`);
  });
}

function productLink(below: string, target: string, label: string) {
  return defineChild({
    below,
    ifMatchRequired: false,
    rules: [
      rule(`apim-product-${target}-exists`, PRODUCTS, ({ id, name }, world) =>
        world.store.has(`${serviceOf(id)}/${target}/${name}`) || BUILT_IN_GROUPS.includes(name)
          ? undefined
          : validationError('id', `${label} '${name}' could not be found.`),
      ),
    ],
    readOnly: ({ id, name }, world): JsonObject => linkedProperties(world, `${serviceOf(id)}/${target}/${name}`),
  });
}

const BUILT_IN_GROUPS = ['administrators', 'developers', 'guests'];

function linkedProperties(world: World, id: string): JsonObject {
  return without(world.store.get(id)?.properties ?? {}, ['provisioningState']);
}

export const productApis = productLink('products/apis', 'apis', 'API');
export const productGroups = productLink('products/groups', 'groups', 'Group');

export const productApiLinks = defineChild({
  below: 'products/apiLinks',
  ifMatchRequired: false,
  rules: [
    rule('apim-product-api-link-exists', PRODUCTS, ({ properties }, world) => {
      const apiId = textAt(properties, 'apiId') ?? '';
      return world.store.has(apiId)
        ? undefined
        : validationError('apiId', `API '${nameOf(apiId)}' could not be found.`);
    }),
    rule(
      'apim-product-api-link-once',
      'facts/apim.md section 1.1: 409 Link already exists',
      ({ id, parentId, properties }, world) => {
        const other = world.store
          .below(parentId)
          .find(
            (link) =>
              /\/apiLinks$/i.test(link.type) &&
              !sameId(link.id, id) &&
              sameId(textAt(link.properties, 'apiId'), textAt(properties, 'apiId')),
          );
        return other === undefined
          ? undefined
          : {
              ...validationError('apiId', 'Link already exists between specified Product and API.'),
              status: 409,
              code: 'ResourceAlreadyExists',
            };
      },
    ),
  ],
});

export const groups = defineChild({
  below: 'groups',
  name: /^[^*#&+:<>?]{1,256}$/,
  rules: [displayNameRule('apim-group-display-name', 300)],
  defaults: () => ({ type: 'custom', builtIn: false }),
});

export const tags = defineChild({
  below: 'tags',
  name: /^[^*#&+:<>?]{1,80}$/,
  rules: [displayNameRule('apim-tag-display-name', 160)],
});

export const apiVersionSets = defineChild({
  below: 'apiVersionSets',
  name: /^[^*#&+:<>?]{1,80}$/,
  rules: [
    displayNameRule('apim-version-set-display-name', 100),
    rule('apim-version-set-scheme', 'facts/apim.md section 1.3', ({ properties }) => {
      const scheme = textAt(properties, 'versioningScheme') ?? '';
      const needed: Json | undefined =
        scheme === 'Query'
          ? properties['versionQueryName']
          : scheme === 'Header'
            ? properties['versionHeaderName']
            : '';
      return ['Segment', 'Query', 'Header'].includes(scheme) && needed !== undefined && needed !== null
        ? undefined
        : validationError(
            'versioningScheme',
            `The versioning scheme '${scheme}' is invalid, or lacks the name it needs.`,
          );
    }),
  ],
});

const KEYS = { primaryKey: 1, secondaryKey: 2 } as const;

/** The key of a subscription: the one that was written, or the one the service made. */
export function subscriptionKey(world: World, id: string, member: keyof typeof KEYS): string {
  const subscription = world.store.get(id);
  return (
    subscription?.secrets[member] ??
    world.guid(`subscription-key-${KEYS[member]}:${id.toLowerCase()}`).replaceAll('-', '')
  );
}

/** Scopes are kept as full ids, however they were written. */
function fullScope({ id, properties }: Pick<WriteRequest, 'id' | 'properties'>): string {
  const scope = textAt(properties, 'scope') ?? '';
  return scope.startsWith('/subscriptions/') ? scope : `${serviceOf(id)}${scope}`;
}

export const subscriptions = defineChild({
  below: 'subscriptions',
  name: /^[^*#&+:<>?]{1,256}$/,
  secrets: ['primaryKey', 'secondaryKey'],
  rules: [
    displayNameRule('apim-subscription-display-name', 100),
    rule('apim-subscription-scope', PRODUCTS, (request, world) => {
      const scope = fullScope(request);
      const allApis = /\/service\/[^/]+\/apis\/?$/i.test(scope);
      return textAt(request.properties, 'scope') !== undefined && (allApis || world.store.has(scope))
        ? undefined
        : validationError(
            'scope',
            `Subscription scope should be one of '/apis', '/apis/{apiId}', '/products/{productId}': '${textAt(request.properties, 'scope') ?? ''}'.`,
          );
    }),
    rule('apim-subscription-state', PRODUCTS, ({ properties }) => {
      const state = textAt(properties, 'state');
      return state === undefined ||
        ['active', 'submitted', 'suspended', 'rejected', 'cancelled', 'expired'].includes(state)
        ? undefined
        : validationError('state', `The subscription state '${state}' is invalid.`);
    }),
    rule('apim-subscription-key-length', PRODUCTS, ({ properties }) => {
      const bad = Object.keys(KEYS).find((member) => {
        const key = textAt(properties, member);
        return key !== undefined && (key.length < 1 || key.length > 256);
      });
      return bad === undefined ? undefined : validationError(bad, `${bad} must have 1 to 256 characters.`);
    }),
  ],
  defaults: (_request, world) => ({
    state: 'submitted',
    allowTracing: false,
    createdDate: new Date(world.clock.now).toISOString(),
  }),
  keep: (request) => ({ ...request.properties, scope: fullScope(request) }),
  actions: {
    listsecrets: ({ resource, world }) => ({
      status: 200,
      body: {
        primaryKey: subscriptionKey(world, resource.id, 'primaryKey'),
        secondaryKey: subscriptionKey(world, resource.id, 'secondaryKey'),
      },
    }),
    regenerateprimarykey: ({ resource, world }) => regenerate(world, resource.id, 'primaryKey'),
    regeneratesecondarykey: ({ resource, world }) => regenerate(world, resource.id, 'secondaryKey'),
  },
});

function regenerate(world: World, id: string, member: keyof typeof KEYS) {
  const subscription = world.store.get(id);
  if (subscription !== undefined) {
    const key = world
      .guid(`subscription-key-${KEYS[member]}:${id.toLowerCase()}:${world.store.version}`)
      .replaceAll('-', '');
    world.store.put({ ...subscription, secrets: { ...subscription.secrets, [member]: key } });
  }
  return { status: 204, wrote: true };
}
