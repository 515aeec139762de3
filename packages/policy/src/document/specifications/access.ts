import type { AttributeSpecification, ElementSpecification, PolicySpecification } from '../specification.ts';
import { BASIC, CERTIFICATE, FLAG, LITERAL, MANAGED_IDENTITY, REQUIRED, TEXT, WHOLE, list, optional } from './parts.ts';

const CLAIM: ElementSpecification = {
  attributes: { name: REQUIRED, match: { values: ['all', 'any'] }, separator: {} },
  children: { value: { element: TEXT } },
};
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

const ADDRESS: AttributeSpecification = { required: true, type: 'address' };

/** Policies that check who calls, and those that say who the gateway is to the backend. */
export const ACCESS: Readonly<Record<string, PolicySpecification>> = {
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
  'authentication-managed-identity': { sections: ['inbound'], ...MANAGED_IDENTITY },
  'authentication-basic': { sections: ['inbound'], ...BASIC },
  'authentication-certificate': {
    sections: ['inbound'],
    ...CERTIFICATE,
    differs: 'The backend is told which certificate; there is no TLS handshake with it.',
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
  cors: {
    sections: ['inbound'],
    once: true,
    attributes: { 'allow-credentials': FLAG, 'terminate-unmatched-request': FLAG },
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
  jsonp: { sections: ['outbound'], once: true, attributes: { 'callback-parameter-name': REQUIRED } },
  'ip-filter': {
    sections: ['inbound'],
    attributes: { action: { required: true, values: ['allow', 'forbid'] } },
    children: {
      address: { element: { content: 'text', textRequired: true, text: { type: 'address' } } },
      'address-range': { element: { attributes: { from: ADDRESS, to: ADDRESS } } },
    },
  },
};
