import type { Bench } from '../bench.ts';
import { DOCUMENT, IDS } from '../landscape.ts';
import { apiManagementBackends } from './api-management-backends.ts';
import { NOWHERE, p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const APIM = IDS.apim;
const KV_VALUE = { secretIdentifier: 'https://kv-contoso.vault.azure.net/secrets/webui-secret-key' };
/** Fills the service with as many of a type as the tier of the landscape takes. */
const full =
  (below: string, count: number) =>
  (bench: Bench): void => {
    const sample = bench.get(`${APIM}/tags/ai`);
    for (let index = 0; index < count; index += 1) {
      const id = `${bench.id(APIM)}/${below.replace('/', '/full/')}/n${index}`;
      bench.world.store.put({ ...sample, id, type: `Microsoft.ApiManagement/service/${below}`, properties: {} });
    }
  };
const LIMIT = 'ServiceLimitExceeded';
const MANY = { notATemplate: 'thousands of resources would have to be there' };

/** Named values, backends, loggers, products and subscriptions of API Management. */
export const apiManagementEntities: readonly RuleCase[] = [
  refuse(
    'apim-loggers-limit',
    LIMIT,
    `${APIM}/loggers/appinsights`,
    {},
    { as: `${APIM}/loggers/new`, given: full('loggers', 100) },
  ),
  refuse(
    'apim-products-limit',
    LIMIT,
    `${APIM}/products/chat`,
    {},
    { as: `${APIM}/products/new`, given: full('products', 100) },
  ),
  refuse(
    'apim-tags-limit',
    LIMIT,
    `${APIM}/tags/ai`,
    {},
    { as: `${APIM}/tags/new`, given: full('tags', 1500), ...MANY },
  ),
  refuse(
    'apim-named-values-limit',
    LIMIT,
    `${APIM}/namedValues/tenant`,
    { [`${p}.displayName`]: 'new' },
    { as: `${APIM}/namedValues/new`, given: full('namedValues', 5000), ...MANY },
  ),
  refuse(
    'apim-subscriptions-limit',
    LIMIT,
    `${APIM}/subscriptions/smoke`,
    {},
    { as: `${APIM}/subscriptions/new`, given: full('subscriptions', 10_000), ...MANY },
  ),
  refuse(
    'apim-apis-operations-limit',
    LIMIT,
    `${APIM}/apis/openai/operations/list`,
    { [`${p}.urlTemplate`]: '/new' },
    { as: `${APIM}/apis/openai/operations/new`, given: full('apis/operations', 3000), ...MANY },
  ),
  refuse(
    'apim-import-operations',
    LIMIT,
    `${APIM}/apis/openai`,
    { [`${p}.format`]: 'openapi+json', [`${p}.value`]: DOCUMENT },
    { given: full('apis/operations', 2999), ...MANY },
  ),
  refuse('apim-named-value-display-name', 'ValidationError', `${APIM}/namedValues/tenant`, {
    [`${p}.displayName`]: 'no spaces',
  }),
  refuse(
    'apim-named-value-unique',
    'ValidationError',
    `${APIM}/namedValues/tenant`,
    {},
    { as: `${APIM}/namedValues/again` },
  ),
  refuse('apim-named-value-value', 'ValidationError', `${APIM}/namedValues/tenant`, { [`${p}.value`]: '  ' }),
  refuse('apim-named-value-secret-uri', 'ValidationError', `${APIM}/namedValues/tenant`, { [`${p}.keyVault`]: {} }),
  // The service has no identity of its own, and the value names none of its others.
  refuse('apim-named-value-readable', 'ValidationError', `${APIM}/namedValues/tenant`, { [`${p}.keyVault`]: KV_VALUE }),
  refuse('apim-backend-url', 'ValidationError', `${APIM}/backends/foundry`, { [`${p}.url`]: 'foundry' }),
  refuse('apim-backend-protocol', 'ValidationError', `${APIM}/backends/foundry`, { [`${p}.protocol`]: 'ftp' }),
  ...apiManagementBackends,
  refuse('apim-backend-identity', 'ValidationError', `${APIM}/backends/foundry`, {
    [`${p}.credentials`]: { managedIdentity: { resource: 'https://x', clientId: 'none' } },
  }),
  refuse('apim-cache-connection-string', 'ValidationError', `${APIM}/caches/default`, {
    [`${p}.connectionString`]: 'x'.repeat(301),
  }),
  refuse('apim-cache-location', 'ValidationError', `${APIM}/caches/default`, { [`${p}.useFromLocation`]: '' }),
  refuse('apim-logger-type', 'ValidationError', `${APIM}/loggers/appinsights`, { [`${p}.loggerType`]: 'paper' }),
  refuse(
    'apim-logger-credentials',
    'ValidationError',
    `${APIM}/loggers/appinsights`,
    { [`${p}.credentials`]: undefined },
    { as: `${APIM}/loggers/new` },
  ),
  refuse('apim-logger-resource', 'ValidationError', `${APIM}/loggers/appinsights`, {
    [`${p}.resourceId`]: `${NOWHERE}Microsoft.Insights/components/none`,
  }),
  refuse('apim-logger-identity', 'ValidationError', `${APIM}/loggers/appinsights`, {
    [`${p}.credentials.identityClientId`]: 'none',
  }),
  ...[
    ['', 'apim-diagnostic'],
    ['/apis/openai', 'apim-api-diagnostic'],
  ].flatMap(([scope = '', prefix = '']) => [
    refuse(`${prefix}-logger-exists`, 'ValidationError', `${APIM}${scope}/diagnostics/applicationinsights`, {
      [`${p}.loggerId`]: '/loggers/none',
    }),
    refuse(`${prefix}-sampling`, 'ValidationError', `${APIM}${scope}/diagnostics/applicationinsights`, {
      [`${p}.sampling.percentage`]: 101,
    }),
  ]),
  refuse('apim-product-display-name', 'ValidationError', `${APIM}/products/chat`, { [`${p}.displayName`]: '' }),
  refuse('apim-product-approval', 'ValidationError', `${APIM}/products/chat`, { [`${p}.subscriptionRequired`]: false }),
  refuse(
    'apim-product-apis-exists',
    'ValidationError',
    `${APIM}/products/chat/apis/openai`,
    {},
    { as: `${APIM}/products/chat/apis/none` },
  ),
  refuse(
    'apim-product-groups-exists',
    'ValidationError',
    `${APIM}/products/chat/groups/people`,
    {},
    { as: `${APIM}/products/chat/groups/none` },
  ),
  refuse('apim-product-api-link-exists', 'ValidationError', `${APIM}/products/chat/apiLinks/openai`, {
    [`${p}.apiId`]: `${NOWHERE}x/y/z`,
  }),
  refuse(
    'apim-product-api-link-once',
    'ResourceAlreadyExists',
    `${APIM}/products/chat/apiLinks/openai`,
    {},
    { as: `${APIM}/products/chat/apiLinks/again` },
  ),
  refuse('apim-group-display-name', 'ValidationError', `${APIM}/groups/people`, { [`${p}.displayName`]: '' }),
  refuse('apim-tag-display-name', 'ValidationError', `${APIM}/tags/ai`, { [`${p}.displayName`]: '' }),
  refuse(
    'apim-api-tag-exists',
    'ValidationError',
    `${APIM}/apis/openai/tags/ai`,
    {},
    { as: `${APIM}/apis/openai/tags/none` },
  ),
  refuse('apim-version-set-display-name', 'ValidationError', `${APIM}/apiVersionSets/v`, { [`${p}.displayName`]: '' }),
  refuse('apim-version-set-scheme', 'ValidationError', `${APIM}/apiVersionSets/v`, {
    [`${p}.versioningScheme`]: 'Query',
  }),
  refuse('apim-subscription-display-name', 'ValidationError', `${APIM}/subscriptions/smoke`, {
    [`${p}.displayName`]: '',
  }),
  refuse('apim-subscription-scope', 'ValidationError', `${APIM}/subscriptions/smoke`, { [`${p}.scope`]: '/apis/none' }),
  refuse('apim-subscription-state', 'ValidationError', `${APIM}/subscriptions/smoke`, { [`${p}.state`]: 'asleep' }),
  refuse('apim-subscription-key-length', 'ValidationError', `${APIM}/subscriptions/smoke`, { [`${p}.primaryKey`]: '' }),
];
