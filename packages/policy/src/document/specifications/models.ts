import type { AttributeSpecification, ElementSpecification, PolicySpecification } from '../specification.ts';

const REQUIRED: AttributeSpecification = { required: true };
const FLAG: AttributeSpecification = { type: 'flag' };
const TEXT: ElementSpecification = { content: 'text', textRequired: true };

/** azure-docs: articles/api-management/llm-content-safety-policy.md. */
const CONTENT_SAFETY: PolicySpecification = {
  sections: ['inbound', 'outbound'],
  scopes: ['global', 'product', 'api'],
  notOn: ['Consumption'],
  differs: 'What Content Safety answers is told by words in the text, in `lz policy` and in the twin.',
  attributes: {
    'backend-id': REQUIRED,
    'shield-prompt': FLAG,
    'enforce-on-completions': FLAG,
    'window-size': { type: 'whole', minimum: 1, maximum: 10_000 },
    'window-overlap-size': { type: 'whole', minimum: 0 },
  },
  order: 'sequence',
  children: {
    categories: {
      maximum: 1,
      element: {
        attributes: { 'output-type': { values: ['FourSeverityLevels', 'EightSeverityLevels'] } },
        children: {
          category: {
            minimum: 1,
            element: {
              attributes: {
                name: { required: true, values: ['Hate', 'SelfHarm', 'Sexual', 'Violence'] },
                threshold: { required: true, type: 'whole', minimum: 0, maximum: 7 },
              },
            },
          },
        },
      },
    },
    blocklists: { maximum: 1, element: { children: { id: { element: TEXT, minimum: 1 } } } },
  },
};

/** azure-docs: articles/api-management/llm-semantic-cache-lookup-policy.md. */
const SEMANTIC_CACHE_LOOKUP: PolicySpecification = {
  sections: ['inbound'],
  differs: 'Streams are not looked up: an assumption. Answers of two APIs or operations are apart.',
  once: true,
  attributes: {
    'score-threshold': { required: true, type: 'number', minimum: 0, maximum: 1 },
    'embeddings-backend-id': REQUIRED,
    'embeddings-backend-auth': { required: true, values: ['system-assigned'] },
    'ignore-system-messages': FLAG,
    'max-message-count': { type: 'whole', minimum: 1 },
  },
  children: { 'vary-by': { element: TEXT } },
};

/** azure-docs: articles/api-management/llm-semantic-cache-store-policy.md. */
const SEMANTIC_CACHE_STORE: PolicySpecification = {
  sections: ['outbound'],
  once: true,
  attributes: { duration: { required: true, type: 'whole', minimum: 1 }, 'cache-response': FLAG },
};

/** Policies that look at what is said to a model and what it answers. */
export const MODEL_POLICIES: Readonly<Record<string, PolicySpecification>> = {
  'llm-content-safety': CONTENT_SAFETY,
  'llm-semantic-cache-lookup': SEMANTIC_CACHE_LOOKUP,
  'azure-openai-semantic-cache-lookup': SEMANTIC_CACHE_LOOKUP,
  'llm-semantic-cache-store': SEMANTIC_CACHE_STORE,
  'azure-openai-semantic-cache-store': SEMANTIC_CACHE_STORE,
};
