import type { AttributeSpecification, ElementSpecification, PolicySpecification } from '../specification.ts';
import { LITERAL, REQUIRED } from './parts.ts';

const CALLS: AttributeSpecification = { type: 'whole', minimum: 1 };
const FIXED_CALLS: AttributeSpecification = { ...CALLS, literal: true };
/** A rate's window is at most 300 seconds. */
const RATE_PERIOD: AttributeSpecification = { required: true, type: 'whole', minimum: 1, maximum: 300 };
const QUOTA_PERIOD: AttributeSpecification = { required: true, literal: true, type: 'whole', minimum: 0 };
const NAMED: ElementSpecification = { anyOf: [['name', 'id']] };

const COUNTED_HEADERS = {
  'retry-after-header-name': LITERAL,
  'retry-after-variable-name': LITERAL,
  'remaining-calls-header-name': LITERAL,
  'remaining-calls-variable-name': LITERAL,
  'total-calls-header-name': LITERAL,
} as const;

const RATE = {
  calls: { ...FIXED_CALLS, required: true },
  'renewal-period': { ...RATE_PERIOD, literal: true },
} as const;
const QUOTA = { calls: FIXED_CALLS, bandwidth: FIXED_CALLS, 'renewal-period': QUOTA_PERIOD } as const;
/** Below `quota` the period may be left out: the documented statement shows none, the outer one counts then. */
const INNER_QUOTA = { ...QUOTA, 'renewal-period': { ...QUOTA_PERIOD, required: false } } as const;

/** `api` with `operation` in it, each with limits of its own. */
function perApi(
  limits: Readonly<Record<string, AttributeSpecification>>,
  rules: Pick<ElementSpecification, 'anyOf'> = {},
): Readonly<Record<'api', { readonly element: ElementSpecification }>> {
  const anyOf = [...(NAMED.anyOf ?? []), ...(rules.anyOf ?? [])];
  const attributes = { name: LITERAL, ...limits };
  return { api: { element: { attributes, anyOf, children: { operation: { element: { attributes, anyOf } } } } } };
}

const TOKEN_LIMIT: PolicySpecification = {
  sections: ['inbound'],
  notOn: ['Consumption'],
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
  anyOf: [['tokens-per-minute', 'token-quota']],
};

/** Policies that count calls, kilobytes or tokens. */
export const LIMITS: Readonly<Record<string, PolicySpecification>> = {
  'rate-limit': {
    sections: ['inbound'],
    scopes: ['product', 'api', 'operation'],
    once: true,
    attributes: { ...RATE, ...COUNTED_HEADERS },
    children: perApi(RATE),
    differs: 'A sliding window, as the classic tiers count; the v2 tiers fill a bucket.',
  },
  'rate-limit-by-key': {
    sections: ['inbound'],
    notOn: ['Consumption'],
    attributes: {
      calls: { ...CALLS, required: true },
      'renewal-period': RATE_PERIOD,
      'counter-key': REQUIRED,
      'increment-condition': { type: 'flag' },
      'increment-count': {},
      ...COUNTED_HEADERS,
    },
    differs: 'A sliding window, as the classic tiers count; the v2 tiers fill a bucket.',
  },
  quota: {
    sections: ['inbound'],
    scopes: ['product'],
    once: true,
    attributes: QUOTA,
    anyOf: [['calls', 'bandwidth']],
    children: perApi(INNER_QUOTA, { anyOf: [['calls', 'bandwidth']] }),
  },
  'quota-by-key': {
    sections: ['inbound'],
    notOn: ['Consumption'],
    attributes: {
      ...QUOTA,
      'counter-key': REQUIRED,
      'increment-condition': { type: 'flag' },
      'increment-count': {},
      'first-period-start': LITERAL,
    },
    anyOf: [['calls', 'bandwidth']],
  },
  'llm-token-limit': TOKEN_LIMIT,
  'azure-openai-token-limit': TOKEN_LIMIT,
};
