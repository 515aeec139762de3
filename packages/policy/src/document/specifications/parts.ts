import type { AttributeSpecification, ChildSpecification, ElementSpecification } from '../specification.ts';

/** Attributes and children that several policies have. */
export const REQUIRED: AttributeSpecification = { required: true };
export const LITERAL: AttributeSpecification = { literal: true };
export const FLAG: AttributeSpecification = { type: 'flag' };
export const WHOLE: AttributeSpecification = { type: 'whole', minimum: 0 };
export const TEXT: ElementSpecification = { content: 'text' };
export const CONDITION: AttributeSpecification = { required: true, type: 'flag' };

/** An element that lists at least one child of a kind. */
export const list = (child: string, element: ElementSpecification = TEXT): ElementSpecification => ({
  children: { [child]: { element, minimum: 1 } },
});

/** A child that may stand once. */
export const optional = (element: ElementSpecification): ChildSpecification => ({ element, maximum: 1 });

export const SET_HEADER: ElementSpecification = {
  attributes: { name: REQUIRED, 'exists-action': { values: ['override', 'skip', 'append', 'delete'] } },
  children: { value: { element: TEXT } },
};

export const SET_STATUS: ElementSpecification = {
  attributes: { code: { required: true, type: 'whole', minimum: 100, maximum: 999 }, reason: {} },
};

export const SET_BODY: ElementSpecification = {
  attributes: {
    template: { literal: true, values: ['liquid', 'none'] },
    'xsi-nil': { literal: true, values: ['blank', 'null'] },
    'parse-date': { type: 'flag', literal: true },
    'html-decode-expression': { type: 'flag', literal: true, unsupported: true },
  },
  content: 'any',
};

export const CERTIFICATE: ElementSpecification = {
  attributes: { thumbprint: {}, 'certificate-id': {}, body: {}, password: {} },
  oneOf: [['thumbprint', 'certificate-id', 'body']],
};

export const MANAGED_IDENTITY: ElementSpecification = {
  attributes: {
    resource: REQUIRED,
    'client-id': LITERAL,
    'output-token-variable-name': LITERAL,
    'ignore-error': FLAG,
  },
};

export const BASIC: ElementSpecification = { attributes: { username: REQUIRED, password: REQUIRED } };

export const PROXY: ElementSpecification = { attributes: { url: REQUIRED, username: {}, password: {} } };
