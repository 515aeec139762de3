import type { Scope } from '@lz/policy';
import type { TypeDefinition } from '../type-definition.ts';
import { rule } from '../common/rules.ts';
import { textAt } from '../common/json.ts';
import { defineChild, validationError } from './child.ts';
import { documentRefusal, inFormat } from './policy-documents.ts';

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
    rule('apim-policy-fragment-valid', SOURCE, ({ id, properties }, world) =>
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
  refuseDelete(fragment, world) {
    const serviceId = fragment.id.split('/').slice(0, 9).join('/');
    const user = world.store
      .below(serviceId)
      .find(
        (other) =>
          /\/policies$/i.test(other.type) &&
          (textAt(other.properties, 'value') ?? '').includes(`fragment-id="${fragment.name}"`),
      );
    return user === undefined
      ? undefined
      : validationError('id', `Policy fragment '${fragment.name}' is used by ${user.id} and cannot be deleted.`);
  },
});
