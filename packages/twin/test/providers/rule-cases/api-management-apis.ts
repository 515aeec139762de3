import { DOCUMENT, IDS } from '../landscape.ts';
import { API, p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const APIM = IDS.apim;
const withoutPathParameter = DOCUMENT.replace('"in":"path"', '"in":"header"');
/** APIs, operations, releases and policies of API Management. */
export const apiManagementApis: readonly RuleCase[] = [
  refuse('apim-api-path', 'ValidationError', API, { [`${p}.path`]: '/leading' }),
  refuse('apim-api-path-free', 'ValidationError', API, {}, { as: `${APIM}/apis/other` }),
  refuse('apim-api-display-name', 'ValidationError', API, { [`${p}.displayName`]: 'x'.repeat(301) }),
  refuse('apim-api-protocols', 'ValidationError', API, { [`${p}.protocols`]: ['gopher'] }),
  refuse('apim-api-service-url', 'ValidationError', API, { [`${p}.serviceUrl`]: 'somewhere' }),
  refuse('apim-api-version-set-exists', 'ValidationError', API, { [`${p}.apiVersionSetId`]: '/apiVersionSets/none' }),
  refuse(
    'apim-api-source-exists',
    'ValidationError',
    API,
    { [`${p}.sourceApiId`]: '/apis/none' },
    { as: `${API};rev=2` },
  ),
  refuse(
    'apim-api-revision-of-nothing',
    'ValidationError',
    API,
    { [`${p}.path`]: 'elsewhere' },
    { as: `${APIM}/apis/none;rev=2` },
  ),
  refuse('apim-import-format', 'NotImplemented', API, {
    [`${p}.format`]: 'openapi-link',
    [`${p}.value`]: DOCUMENT,
  }),
  refuse(
    'apim-import-size',
    'ValidationError',
    API,
    {
      [`${p}.format`]: 'swagger-json',
      [`${p}.value`]: `{"swagger":"2.0","info":{"title":"x","version":"1"},"paths":{},"x-filler":"${'x'.repeat(4 * 1024 * 1024)}"}`,
    },
    { notATemplate: 'a template that holds so much is over the limit of a request itself' },
  ),
  refuse('apim-import-valid', 'ValidationError', API, {
    [`${p}.format`]: 'openapi+json',
    [`${p}.value`]: withoutPathParameter,
  }),
  refuse('apim-operation-complete', 'ValidationError', `${API}/operations/list`, { [`${p}.displayName`]: undefined }),
  refuse('apim-operation-template-parameters', 'ValidationError', `${API}/operations/list`, {
    [`${p}.urlTemplate`]: '/models/{id}',
  }),
  refuse('apim-operation-unique', 'ValidationError', `${API}/operations/list`, {}, { as: `${API}/operations/again` }),
  refuse('apim-schema-content-type', 'ValidationError', `${API}/schemas/models`, { [`${p}.contentType`]: undefined }),
  refuse('apim-release-revision-exists', 'ValidationError', `${API}/releases/first`, {
    [`${p}.apiId`]: '/apis/openai;rev=9',
  }),
  refuse('apim-global-policy-valid', 'ValidationError', `${APIM}/policies/policy`, { [`${p}.value`]: '<policies>' }),
  refuse('apim-api-policy-valid', 'ValidationError', `${API}/policies/policy`, {
    [`${p}.value`]:
      '<policies><inbound><set-backend-service backend-id="none" /></inbound><backend /><outbound /><on-error /></policies>',
  }),
  refuse('apim-operation-policy-valid', 'ValidationError', `${API}/operations/list/policies/policy`, {
    [`${p}.value`]:
      '<policies><inbound><set-header name="x" exists-action="override"><value>{{none}}</value></set-header></inbound><backend /><outbound /><on-error /></policies>',
  }),
  refuse('apim-product-policy-valid', 'ValidationError', `${APIM}/products/chat/policies/policy`, {
    [`${p}.value`]:
      '<policies><inbound><include-fragment fragment-id="none" /></inbound><backend /><outbound /><on-error /></policies>',
  }),
  refuse('apim-policy-fragment-valid', 'ValidationError', `${APIM}/policyFragments/limits`, {
    [`${p}.value`]: '<fragment>',
  }),
  refuse('apim-policy-fragment-description', 'ValidationError', `${APIM}/policyFragments/limits`, {
    [`${p}.description`]: 'x'.repeat(1001),
  }),
];
