import type { AttributeSpecification, ElementSpecification, PolicySpecification } from '../specification.ts';
import { FLAG, LITERAL, REQUIRED, optional } from './parts.ts';

const ACTION: AttributeSpecification = { required: true, values: ['ignore', 'prevent', 'detect'] };

const NAMED_ACTION: ElementSpecification = { attributes: { name: { required: true, literal: true }, action: ACTION } };

/** Default actions of one kind of parameter, and those of single ones. */
const PARAMETERS: ElementSpecification = {
  attributes: { 'specified-parameter-action': ACTION, 'unspecified-parameter-action': ACTION },
  children: { parameter: { element: NAMED_ACTION } },
};

const PATH_PARAMETERS: ElementSpecification = {
  attributes: { 'specified-parameter-action': ACTION },
  children: { parameter: { element: NAMED_ACTION } },
};

const JSON_ONLY = 'Against JSON schemas only: `validate-as` xml and soap are refused by name.';

/** Policies that compare messages with the operation's description. */
export const VALIDATION: Readonly<Record<string, PolicySpecification>> = {
  'validate-content': {
    sections: ['inbound', 'outbound', 'on-error'],
    attributes: {
      'unspecified-content-type-action': ACTION,
      'max-size': { required: true, type: 'whole', minimum: 0, maximum: 102_400 },
      'size-exceeded-action': ACTION,
      'errors-variable-name': LITERAL,
    },
    order: 'sequence',
    children: {
      'content-type-map': optional({
        attributes: { 'any-content-type-value': {}, 'missing-content-type-value': {} },
        children: {
          type: {
            element: { attributes: { from: {}, when: { type: 'flag' }, to: REQUIRED }, oneOf: [['from', 'when']] },
          },
        },
      }),
      content: {
        element: {
          attributes: {
            'validate-as': { required: true, literal: true, values: ['json', 'xml', 'soap'] },
            type: {},
            action: ACTION,
            'schema-id': {},
            'schema-ref': {},
            'allow-additional-properties': FLAG,
            'case-insensitive-property-names': { unsupported: true },
          },
        },
      },
    },
    differs: JSON_ONLY,
  },
  'validate-parameters': {
    sections: ['inbound'],
    once: true,
    attributes: {
      'specified-parameter-action': ACTION,
      'unspecified-parameter-action': ACTION,
      'errors-variable-name': LITERAL,
    },
    order: 'sequence',
    children: { headers: optional(PARAMETERS), query: optional(PARAMETERS), path: optional(PATH_PARAMETERS) },
  },
  'validate-headers': {
    sections: ['outbound', 'on-error'],
    once: true,
    attributes: {
      'specified-header-action': ACTION,
      'unspecified-header-action': ACTION,
      'errors-variable-name': LITERAL,
    },
    children: { header: { element: NAMED_ACTION } },
  },
  'validate-status-code': {
    sections: ['outbound', 'on-error'],
    once: true,
    attributes: { 'unspecified-status-code-action': ACTION, 'errors-variable-name': LITERAL },
    children: {
      'status-code': {
        element: {
          attributes: { code: { required: true, type: 'whole', minimum: 100, maximum: 599 }, action: ACTION },
        },
      },
    },
  },
};
