import { SECTIONS } from './sections.ts';
import type {
  AttributeSpecification,
  ChildSpecification,
  ElementSpecification,
  PolicySpecification,
} from './specification.ts';

const REQUIRED: AttributeSpecification = { required: true };
const LITERAL: AttributeSpecification = { literal: true };
const FLAG: AttributeSpecification = { type: 'flag' };
const WHOLE: AttributeSpecification = { type: 'whole', minimum: 0 };
const TEXT: ElementSpecification = { content: 'text' };
const ALL = SECTIONS;

const list = (child: string, element: ElementSpecification = TEXT): ElementSpecification => ({
  children: { [child]: { element, minimum: 1 } },
});
const optional = (element: ElementSpecification): ChildSpecification => ({ element, maximum: 1 });

const SET_HEADER: ElementSpecification = {
  attributes: { name: REQUIRED, 'exists-action': { values: ['override', 'skip', 'append', 'delete'] } },
  children: { value: { element: TEXT } },
};
const SET_STATUS: ElementSpecification = {
  attributes: { code: { required: true, type: 'whole', minimum: 100, maximum: 999 }, reason: {} },
};
const SET_BODY: ElementSpecification = {
  attributes: {
    template: { literal: true, values: ['liquid', 'none'] },
    'xsi-nil': { literal: true, values: ['blank', 'null'] },
    'parse-date': { type: 'flag', literal: true },
  },
  content: 'any',
};
const CLAIM: ElementSpecification = {
  attributes: { name: REQUIRED, match: { values: ['all', 'any'] }, separator: {} },
  children: { value: { element: TEXT } },
};
const DIMENSION: ElementSpecification = { attributes: { name: REQUIRED, value: {} } };
const KEY: ElementSpecification = { attributes: { id: {}, 'certificate-id': {}, n: {}, e: {} }, content: 'text' };
const TOKEN_SOURCE = {
  'header-name': {},
  'query-parameter-name': {},
  'token-value': {},
  'failed-validation-httpcode': { type: 'whole', minimum: 100, maximum: 599 },
  'failed-validation-error-message': {},
  'output-token-variable-name': LITERAL,
  'require-scheme': {},
} as const satisfies Record<string, AttributeSpecification>;

const TOKEN_LIMIT: PolicySpecification = {
  sections: ['inbound'],
  attributes: {
    'counter-key': REQUIRED,
    'tokens-per-minute': { type: 'whole', minimum: 1 },
    'token-quota': { type: 'whole', minimum: 1 },
    'token-quota-period': { values: ['Hourly', 'Daily', 'Weekly', 'Monthly', 'Yearly'] },
    'estimate-prompt-tokens': { required: true, type: 'flag' },
    'retry-after-header-name': LITERAL,
    'retry-after-variable-name': LITERAL,
    'remaining-tokens-header-name': LITERAL,
    'remaining-tokens-variable-name': LITERAL,
    'remaining-quota-tokens-header-name': LITERAL,
    'remaining-quota-tokens-variable-name': LITERAL,
    'tokens-consumed-header-name': LITERAL,
    'tokens-consumed-variable-name': LITERAL,
  },
};

/** At most five custom dimensions: Azure Monitor keeps ten and API Management uses five itself. */
const METRIC: PolicySpecification = {
  sections: ['inbound'],
  attributes: { namespace: LITERAL },
  children: { dimension: { element: DIMENSION, maximum: 5 } },
};

/** The policies this engine executes, with what API Management demands of each when a document is saved. */
export const POLICIES: Readonly<Record<string, PolicySpecification>> = {
  base: { sections: ALL, once: true },
  choose: {
    sections: ALL,
    order: 'sequence',
    children: {
      when: { element: { attributes: { condition: REQUIRED }, content: 'policies' }, minimum: 1 },
      otherwise: { element: { content: 'policies' }, maximum: 1 },
    },
  },
  'set-variable': { sections: ALL, attributes: { name: { required: true, literal: true }, value: REQUIRED } },
  'set-header': { sections: ALL, ...SET_HEADER },
  'set-query-parameter': { sections: ['inbound', 'backend'], ...SET_HEADER },
  'set-body': { sections: ['inbound', 'backend', 'outbound', 'on-error'], ...SET_BODY },
  'set-status': { sections: ALL, ...SET_STATUS },
  'set-method': { sections: ['inbound', 'on-error'], content: 'text', textRequired: true },
  'set-backend-service': {
    sections: ['inbound', 'backend'],
    attributes: { 'base-url': {}, 'backend-id': {} },
    oneOf: [['base-url', 'backend-id']],
  },
  'rewrite-uri': { sections: ['inbound'], attributes: { template: REQUIRED, 'copy-unmatched-params': FLAG } },
  'return-response': {
    sections: ALL,
    attributes: { 'response-variable-name': LITERAL },
    order: 'sequence',
    children: {
      'set-status': optional(SET_STATUS),
      'set-header': { element: SET_HEADER },
      'set-body': optional(SET_BODY),
    },
  },
  'mock-response': {
    sections: ['inbound', 'outbound', 'on-error'],
    attributes: { 'status-code': { type: 'whole', minimum: 100 }, 'content-type': {}, index: WHOLE },
  },
  'forward-request': {
    sections: ['backend'],
    attributes: {
      timeout: WHOLE,
      'timeout-ms': WHOLE,
      'continue-timeout': WHOLE,
      'http-version': { values: ['1', '2or1', '2'] },
      'follow-redirects': FLAG,
      'buffer-request-body': FLAG,
      'buffer-response': FLAG,
      'fail-on-error-status-code': FLAG,
    },
  },
  retry: {
    sections: ALL,
    attributes: {
      condition: REQUIRED,
      count: { required: true, type: 'whole', minimum: 1, maximum: 50 },
      interval: { required: true, type: 'whole', minimum: 0 },
      'max-interval': WHOLE,
      delta: WHOLE,
      'first-fast-retry': FLAG,
    },
    content: 'policies',
  },
  'validate-jwt': {
    sections: ['inbound'],
    attributes: {
      ...TOKEN_SOURCE,
      'require-expiration-time': FLAG,
      'require-signed-tokens': FLAG,
      'clock-skew': WHOLE,
    },
    oneOf: [['header-name', 'query-parameter-name', 'token-value']],
    order: 'sequence',
    children: {
      'openid-config': { element: { attributes: { url: REQUIRED } } },
      'issuer-signing-keys': optional(list('key', KEY)),
      'decryption-keys': optional(list('key', KEY)),
      audiences: optional(list('audience')),
      issuers: optional(list('issuer')),
      'required-claims': optional(list('claim', CLAIM)),
    },
  },
  'validate-azure-ad-token': {
    sections: ['inbound'],
    attributes: {
      'tenant-id': REQUIRED,
      ...TOKEN_SOURCE,
      'authentication-endpoint': {},
      'allow-protected-forwarded-tokens': {},
      'allow-proof-of-possession-tokens': {},
    },
    children: {
      'backend-application-ids': optional(list('application-id')),
      'client-application-ids': optional(list('application-id')),
      audiences: optional(list('audience')),
      'required-claims': optional(list('claim', CLAIM)),
      'decryption-keys': optional(list('key', KEY)),
    },
  },
  'authentication-managed-identity': {
    sections: ['inbound'],
    attributes: {
      resource: REQUIRED,
      'client-id': LITERAL,
      'output-token-variable-name': LITERAL,
      'ignore-error': FLAG,
    },
  },
  'llm-token-limit': TOKEN_LIMIT,
  'azure-openai-token-limit': TOKEN_LIMIT,
  'llm-emit-token-metric': METRIC,
  'azure-openai-emit-token-metric': METRIC,
  'emit-metric': {
    sections: ALL,
    attributes: { name: { required: true, literal: true }, namespace: LITERAL, value: { type: 'number' } },
    children: { dimension: { element: DIMENSION, minimum: 1, maximum: 5 } },
  },
  'rate-limit-by-key': {
    sections: ['inbound'],
    attributes: {
      calls: { required: true, type: 'whole', minimum: 1 },
      'renewal-period': { required: true, type: 'whole', minimum: 1, maximum: 300 },
      'counter-key': REQUIRED,
      'increment-condition': {},
      'increment-count': {},
      'retry-after-header-name': LITERAL,
      'retry-after-variable-name': LITERAL,
      'remaining-calls-header-name': LITERAL,
      'remaining-calls-variable-name': LITERAL,
      'total-calls-header-name': LITERAL,
    },
  },
  'quota-by-key': {
    sections: ['inbound'],
    attributes: {
      calls: { type: 'whole', minimum: 1 },
      bandwidth: { type: 'whole', minimum: 1 },
      'renewal-period': { required: true, type: 'whole', minimum: 0 },
      'counter-key': REQUIRED,
      'increment-condition': {},
      'increment-count': {},
      'first-period-start': LITERAL,
    },
  },
  'check-header': {
    sections: ['inbound'],
    attributes: {
      name: REQUIRED,
      'failed-check-httpcode': { required: true, type: 'whole' },
      'failed-check-error-message': REQUIRED,
      'ignore-case': { required: true, type: 'flag' },
    },
    children: { value: { element: TEXT } },
  },
  'include-fragment': { sections: ALL, attributes: { 'fragment-id': { required: true, literal: true } } },
  cors: {
    sections: ['inbound'],
    once: true,
    attributes: { 'allow-credentials': FLAG, 'terminate-unmatched-request': FLAG },
    order: 'sequence',
    children: {
      'allowed-origins': { element: list('origin'), minimum: 1, maximum: 1 },
      'allowed-methods': optional({
        attributes: { 'preflight-result-max-age': WHOLE },
        children: { method: { element: TEXT, minimum: 1 } },
      }),
      'allowed-headers': optional(list('header')),
      'expose-headers': optional(list('header')),
    },
  },
  trace: {
    sections: ALL,
    attributes: { source: { required: true }, severity: { values: ['verbose', 'information', 'error'] } },
    order: 'sequence',
    children: {
      message: { element: TEXT, minimum: 1, maximum: 1 },
      metadata: { element: { attributes: { name: REQUIRED, value: REQUIRED } } },
    },
  },
  'ip-filter': {
    sections: ['inbound'],
    attributes: { action: { required: true, values: ['allow', 'forbid'] } },
    children: {
      address: { element: TEXT },
      'address-range': { element: { attributes: { from: REQUIRED, to: REQUIRED } } },
    },
  },
};

/** Policies of API Management that this engine knows by name only. */
export const UNSUPPORTED_POLICIES: ReadonlySet<string> = new Set(
  (
    'authentication-basic authentication-certificate cache-lookup cache-lookup-value cache-remove-value cache-store cache-store-value ' +
    'cosmosdb-data-source cross-domain find-and-replace get-authorization-context http-data-source invoke-dapr-binding invoke-request json-to-xml jsonp ' +
    'limit-concurrency llm-content-safety llm-semantic-cache-lookup llm-semantic-cache-store azure-openai-semantic-cache-lookup ' +
    'azure-openai-semantic-cache-store log-to-eventhub proxy publish-event publish-to-dapr quota rate-limit redirect-content-urls ' +
    'send-one-way-request send-request send-service-bus-message set-graphql-resolver sql-data-source validate-client-certificate ' +
    'validate-content validate-graphql-request validate-headers validate-odata-request validate-parameters validate-status-code wait xml-to-json xsl-transform'
  ).split(' '),
);
