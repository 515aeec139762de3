import { SECTIONS } from '../sections.ts';
import type { AttributeSpecification, ElementSpecification, PolicySpecification } from '../specification.ts';
import {
  BASIC,
  CERTIFICATE,
  LITERAL,
  MANAGED_IDENTITY,
  PROXY,
  REQUIRED,
  SET_BODY,
  SET_HEADER,
  TEXT,
  WHOLE,
  optional,
} from './parts.ts';

const REQUEST_ATTRIBUTES: Readonly<Record<string, AttributeSpecification>> = {
  mode: { values: ['new', 'copy'] },
  timeout: WHOLE,
  'timeout-ms': WHOLE,
};

const REQUEST_PARTS: Pick<ElementSpecification, 'order' | 'children' | 'atMostOneOf'> = {
  order: 'sequence',
  atMostOneOf: [['timeout', 'timeout-ms']],
  children: {
    'set-url': optional({ content: 'text', textRequired: true }),
    'set-method': optional({ content: 'text', textRequired: true }),
    'set-header': { element: SET_HEADER },
    'set-body': optional(SET_BODY),
    'authentication-certificate': optional(CERTIFICATE),
    'authentication-basic': optional(BASIC),
    'authentication-managed-identity': optional(MANAGED_IDENTITY),
    proxy: optional(PROXY),
  },
};

const DIMENSION: ElementSpecification = { attributes: { name: REQUIRED, value: {} } };

/** At most five custom dimensions: Azure Monitor keeps ten and API Management uses five itself. */
const TOKEN_METRIC: PolicySpecification = {
  sections: ['inbound'],
  attributes: { namespace: LITERAL },
  children: { dimension: { element: DIMENSION, maximum: 5 } },
};

/** Policies that talk to others: requests, messages, metrics. */
export const INTEGRATION: Readonly<Record<string, PolicySpecification>> = {
  'send-request': {
    sections: SECTIONS,
    attributes: {
      ...REQUEST_ATTRIBUTES,
      'response-variable-name': REQUIRED,
      'ignore-error': { type: 'flag', literal: true },
      'buffer-response': { type: 'flag', literal: true },
      'fail-on-error-status-code': { type: 'flag', literal: true },
    },
    ...REQUEST_PARTS,
    differs: 'A proxy and a client certificate are named to the call; there is no TLS handshake with them.',
  },
  'send-one-way-request': {
    sections: SECTIONS,
    attributes: REQUEST_ATTRIBUTES,
    ...REQUEST_PARTS,
    differs: 'Sent at once; what it answers, or that it fails, is not seen.',
  },
  'log-to-eventhub': {
    sections: SECTIONS,
    attributes: { 'logger-id': { required: true, literal: true }, 'partition-id': LITERAL, 'partition-key': {} },
    atMostOneOf: [['partition-id', 'partition-key']],
    content: 'text',
    differs: 'Messages are cut at 200 KB, as documented. The twin has no event hub: they are kept with the outcome.',
  },
  'send-service-bus-message': {
    sections: ['inbound', 'outbound', 'on-error'],
    attributes: { 'queue-name': {}, 'topic-name': {}, namespace: {}, 'client-id': {} },
    oneOf: [['queue-name', 'topic-name']],
    children: {
      'message-properties': optional({
        children: { 'message-property': { element: { attributes: { name: REQUIRED }, content: 'text' } } },
      }),
      payload: { element: TEXT, minimum: 1, maximum: 1 },
    },
    differs: 'The twin has no service bus: messages are kept with the outcome.',
  },
  'emit-metric': {
    sections: SECTIONS,
    attributes: { name: { required: true, literal: true }, namespace: LITERAL, value: { type: 'number' } },
    children: { dimension: { element: DIMENSION, minimum: 1, maximum: 5 } },
  },
  'llm-emit-token-metric': TOKEN_METRIC,
  'azure-openai-emit-token-metric': TOKEN_METRIC,
};
