import { SECTIONS } from '../sections.ts';
import type { AttributeSpecification, PolicySpecification } from '../specification.ts';
import { FLAG, PROXY, REQUIRED, SET_BODY, SET_HEADER, SET_STATUS, WHOLE } from './parts.ts';

const SERVICE_FABRIC: Readonly<Record<string, AttributeSpecification>> = Object.fromEntries(
  [
    'sf-partition-key',
    'sf-replica-type',
    'sf-resolve-condition',
    'sf-service-instance-name',
    'sf-listener-name',
    'dapr-app-id',
    'dapr-method',
    'dapr-namespace',
  ].map((name) => [name, { unsupported: true }]),
);

const EMPTY_VALUES: AttributeSpecification = { values: ['preserve', 'as-null'], unsupported: true };

/** Policies that change the request or the response, and where the request goes. */
export const TRANSFORMATION: Readonly<Record<string, PolicySpecification>> = {
  'set-header': {
    sections: SECTIONS,
    ...SET_HEADER,
    differs:
      'Connection, Content-Length, Keep-Alive, Transfer-Encoding and the deletion of Server are passed over, as documented.',
  },
  'set-query-parameter': { sections: ['inbound', 'backend'], ...SET_HEADER },
  'set-body': {
    sections: SECTIONS,
    ...SET_BODY,
    differs:
      'Liquid: the tags `assign`, `capture`, `case`, `comment`, `cycle`, `decrement`, `for`, `if`, `increment`, `raw`, `unless` and the documented filters; any other is refused.',
  },
  'set-status': { sections: SECTIONS, ...SET_STATUS },
  'set-method': { sections: ['inbound', 'on-error'], content: 'text', textRequired: true },
  'set-backend-service': {
    sections: ['inbound', 'backend'],
    attributes: { 'base-url': {}, 'backend-id': {}, ...SERVICE_FABRIC },
    oneOf: [['base-url', 'backend-id']],
  },
  'rewrite-uri': { sections: ['inbound'], attributes: { template: REQUIRED, 'copy-unmatched-params': FLAG } },
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
    atMostOneOf: [['timeout', 'timeout-ms']],
    differs: '`continue-timeout` and `http-version` have no effect: there is no wire.',
  },
  proxy: {
    sections: ['inbound'],
    ...PROXY,
    differs: 'Names the proxy to the backend call; the twin, which is a proxy itself, goes straight to the host.',
  },
  'find-and-replace': { sections: SECTIONS, attributes: { from: REQUIRED, to: { required: true, mayBeEmpty: true } } },
  'json-to-xml': {
    sections: ['inbound', 'outbound', 'on-error'],
    attributes: {
      apply: { required: true, values: ['always', 'content-type-json'] },
      'consider-accept-header': FLAG,
      'parse-date': { type: 'flag', literal: true },
      'namespace-separator': {},
      'namespace-prefix': {},
      'attribute-block-name': {},
      'attribute-prefix': { unsupported: true },
      'namespace-block-name': { unsupported: true },
      'invalid-character-replacement': { unsupported: true },
      'null-values': { unsupported: true },
      'trim-values': { unsupported: true },
      'empty-values': EMPTY_VALUES,
    },
    differs:
      'An object with several members, or an array, gets the root element `Document`. XML is written without indentation.',
  },
  'xml-to-json': {
    sections: ['inbound', 'outbound', 'on-error'],
    attributes: {
      kind: { required: true, values: ['javascript-friendly', 'direct'] },
      apply: { required: true, values: ['always', 'content-type-xml'] },
      'consider-accept-header': FLAG,
      'always-array-child-elements': FLAG,
      'preserve-whitespace-nodes': { unsupported: true },
      'empty-values': EMPTY_VALUES,
      'trim-values': { unsupported: true },
    },
    differs:
      'The exact shape is not documented. `direct` is that of Newtonsoft (`@attribute`, `#text`); `javascript-friendly` leaves out declarations and namespaces and writes attributes as members.',
  },
  'redirect-content-urls': { sections: ['inbound', 'outbound'], once: true },
};
