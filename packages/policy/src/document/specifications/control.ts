import { SECTIONS } from '../sections.ts';
import type { PolicySpecification } from '../specification.ts';
import {
  CONDITION,
  FLAG,
  REQUIRED,
  SET_BODY,
  SET_HEADER,
  SET_STATUS,
  LITERAL,
  TEXT,
  WHOLE,
  optional,
} from './parts.ts';

/** Policies that decide which others run, and those that end the request. */
export const CONTROL: Readonly<Record<string, PolicySpecification>> = {
  base: { sections: SECTIONS, once: true },
  choose: {
    sections: SECTIONS,
    order: 'sequence',
    children: {
      when: { element: { attributes: { condition: CONDITION }, content: 'policies' }, minimum: 1 },
      otherwise: { element: { content: 'policies' }, maximum: 1 },
    },
  },
  'set-variable': {
    sections: SECTIONS,
    attributes: { name: { required: true, literal: true }, value: { mayBeEmpty: true, required: true } },
  },
  'include-fragment': { sections: SECTIONS, attributes: { 'fragment-id': { required: true, literal: true } } },
  retry: {
    sections: SECTIONS,
    attributes: {
      condition: CONDITION,
      count: { required: true, type: 'whole', minimum: 1, maximum: 50 },
      interval: { required: true, type: 'whole', minimum: 0 },
      'max-interval': WHOLE,
      delta: WHOLE,
      'first-fast-retry': FLAG,
    },
    content: 'policies',
  },
  wait: {
    sections: ['inbound', 'backend', 'outbound'],
    attributes: { for: { values: ['all', 'any'] } },
    content: 'policies',
    onlyPolicies: ['send-request', 'cache-lookup-value', 'choose'],
    differs: 'With `for="any"` the others are left to end by themselves; what they still change is kept.',
  },
  'limit-concurrency': {
    sections: SECTIONS,
    attributes: { key: REQUIRED, 'max-count': { required: true, literal: true, type: 'whole', minimum: 1 } },
    content: 'policies',
    differs: 'The text of the 429 is an assumption.',
  },
  'return-response': {
    sections: SECTIONS,
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
    differs: 'Samples made of a schema hold the plainest value of each type.',
  },
  trace: {
    sections: SECTIONS,
    attributes: { source: { required: true }, severity: { values: ['verbose', 'information', 'error'] } },
    children: {
      message: { element: TEXT, minimum: 1, maximum: 1 },
      metadata: { element: { attributes: { name: REQUIRED, value: REQUIRED } } },
    },
  },
};
