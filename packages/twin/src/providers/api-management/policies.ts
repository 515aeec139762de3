import type { Scope } from '@lz/policy';
import type { TypeDefinition } from '../type-definition.ts';
import { lateRule, refusal, rule } from '../common/rules.ts';
import { textAt } from '../common/json.ts';
import { defineChild, validationError } from './child.ts';
import { documentRefusal, inFormat } from './policy-documents.ts';
import { escaped, usedBy, usersOf } from './users.ts';

const SOURCE = 'facts/apim.md sections 1.1 and 1.7';

const SCOPES: Readonly<Record<string, Scope>> = {
  policies: 'global',
  'apis/policies': 'api',
  'apis/operations/policies': 'operation',
  'products/policies': 'product',
};

function policyType(below: string, scope: Scope): TypeDefinition {
  return defineChild({
    below,
    name: /^policy$/,
    rules: [
      rule(`apim-${scope}-policy-valid`, SOURCE, ({ id, properties }, world) =>
        documentRefusal(scope, id, properties, world),
      ),
    ],
    defaults: () => ({ format: 'xml' }),
    show: inFormat,
  });
}

export const policies: readonly TypeDefinition[] = Object.entries(SCOPES).map(([below, scope]) =>
  policyType(below, scope),
);

export const policyFragments = defineChild({
  below: 'policyFragments',
  isAsync: true,
  name: /^(?=.{1,80}$)(?:\w+|\w[\w-]+\w)$/,
  rules: [
    // Found while the write is going on: the poll answers 400 (Azure/apiops#204).
    lateRule('apim-policy-fragment-valid', SOURCE, ({ id, properties }, world) =>
      documentRefusal('fragment', id, properties, world),
    ),
    rule('apim-policy-fragment-description', SOURCE, ({ properties }) =>
      (textAt(properties, 'description') ?? '').length > 1000
        ? validationError('description', 'The description has more than 1000 characters.')
        : undefined,
    ),
  ],
  defaults: () => ({ format: 'xml' }),
  show: inFormat,
  // Azure/apiops-cli#261.
  refuseDelete(fragment, world) {
    const users = usersOf(world, fragment.id, new RegExp(`fragment-id=["']${escaped(fragment.name)}["']`, 'i'));
    return users.length === 0
      ? undefined
      : refusal(400, 'ValidationError', usedBy('Policy Fragment', fragment.name, users));
  },
});
