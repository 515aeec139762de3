import { SECTIONS } from '../sections.ts';
import type { AttributeSpecification, PolicySpecification } from '../specification.ts';
import { FLAG, REQUIRED, TEXT } from './parts.ts';

const CACHING_TYPE: AttributeSpecification = { literal: true, values: ['prefer-external', 'external', 'internal'] };
const DURATION: AttributeSpecification = { required: true, type: 'whole', minimum: 0 };
const MUST: AttributeSpecification = { required: true, type: 'flag' };

const NO_EXTERNAL = 'There is no external cache: `external` finds nothing and keeps nothing.';

/** Policies that keep responses and values. */
export const CACHING: Readonly<Record<string, PolicySpecification>> = {
  'cache-lookup': {
    sections: ['inbound'],
    once: true,
    attributes: {
      'vary-by-developer': MUST,
      'vary-by-developer-groups': MUST,
      'downstream-caching-type': { values: ['none', 'private', 'public'] },
      'must-revalidate': FLAG,
      'caching-type': CACHING_TYPE,
      'allow-private-response-caching': FLAG,
    },
    children: { 'vary-by-header': { element: TEXT }, 'vary-by-query-parameter': { element: TEXT } },
    differs: `After a hit nothing more of inbound and of backend runs, and of outbound what stands behind the policy that stores: an assumption. ${NO_EXTERNAL}`,
  },
  'cache-store': {
    sections: ['outbound'],
    once: true,
    attributes: { duration: DURATION, 'cache-response': FLAG, 'caching-mode': { unsupported: true } },
    differs: 'Responses over 2 MiB are not kept, as documented.',
  },
  'cache-lookup-value': {
    sections: SECTIONS,
    attributes: {
      key: REQUIRED,
      'variable-name': { required: true, literal: true },
      'default-value': {},
      'caching-type': CACHING_TYPE,
    },
    differs: NO_EXTERNAL,
  },
  'cache-store-value': {
    sections: SECTIONS,
    attributes: {
      key: REQUIRED,
      value: { required: true, mayBeEmpty: true },
      duration: DURATION,
      'caching-type': CACHING_TYPE,
    },
    differs: `The value can be read at once. ${NO_EXTERNAL}`,
  },
  'cache-remove-value': {
    sections: SECTIONS,
    attributes: { key: REQUIRED, 'caching-type': CACHING_TYPE },
    differs: NO_EXTERNAL,
  },
};
