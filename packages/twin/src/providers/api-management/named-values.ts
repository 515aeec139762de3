import type { World } from '../../kernel/world.ts';
import { parseSecretUri, readSecret } from '../../data-planes/key-vault/read-secret.ts';
import { sameId } from '../common/ids.ts';
import { isObject, isTrueAt, objectAt, textAt, valueAt } from '../common/json.ts';
import { lateRule, refusal, rule } from '../common/rules.ts';
import { defineChild, serviceOf, validationError } from './child.ts';
import { escaped, usedBy, usersOf } from './users.ts';

const NAMED_VALUES = 'facts/apim.md section 1.4';

/** Object id of the identity with that client id among those of the service; of its own identity without one. */
export function servicePrincipal(world: World, id: string, clientId: string | undefined): string | undefined {
  const service = world.store.get(serviceOf(id));
  if (clientId === undefined) return textAt(service?.identity, 'principalId');
  const assigned = valueAt(service?.identity, 'userAssignedIdentities');
  if (!isObject(assigned)) return undefined;
  const found = Object.keys(assigned)
    .map((identityId) => world.store.get(identityId))
    .find((identity) => sameId(textAt(identity?.properties, 'clientId'), clientId));
  return textAt(found?.properties, 'principalId');
}

/** API Management's words for an identity that the service does not have. */
export const NO_IDENTITY = 'Can not find Managed Identity with provided IdentityClientId.';

export const namedValues = defineChild({
  below: 'namedValues',
  isAsync: true,
  name: /^[^*#&+:<>?]{1,256}$/,
  secrets: ['value'],
  rules: [
    rule('apim-named-value-display-name', NAMED_VALUES, ({ properties, existing }) => {
      const displayName = textAt(properties, 'displayName') ?? textAt(existing?.properties, 'displayName') ?? '';
      return /^[A-Za-z0-9-._]{1,256}$/.test(displayName)
        ? undefined
        : validationError(
            'displayName',
            `The display name '${displayName}' may hold letters, digits, period, dash and underscore only.`,
          );
    }),
    // Azure/apiops#837: the poll answers it.
    lateRule('apim-named-value-unique', NAMED_VALUES, ({ id, parentId, properties }, world) => {
      const wanted = (textAt(properties, 'displayName') ?? '').toLowerCase();
      const other = world.store
        .below(parentId)
        .find(
          (value) =>
            /\/namedValues$/i.test(value.type) &&
            !sameId(value.id, id) &&
            (textAt(value.properties, 'displayName') ?? '').toLowerCase() === wanted,
        );
      return other === undefined ? undefined : validationError('name', 'Property with the same name already exist.');
    }),
    rule('apim-named-value-value', NAMED_VALUES, ({ properties, existing }) => {
      if (valueAt(properties, 'keyVault') !== undefined) return undefined;
      const value = textAt(properties, 'value') ?? existing?.secrets['value'] ?? '';
      return value.trim() !== '' && value.length <= 4096
        ? undefined
        : validationError('value', 'A named value must have 1 to 4096 characters that are not all white space.');
    }),
    rule('apim-named-value-secret-uri', NAMED_VALUES, ({ properties }) => {
      const uri = textAt(properties, 'keyVault.secretIdentifier');
      return valueAt(properties, 'keyVault') === undefined || (uri !== undefined && parseSecretUri(uri) !== undefined)
        ? undefined
        : validationError('keyVault.secretIdentifier', `'${uri ?? ''}' is not the identifier of a Key Vault secret.`);
    }),
    lateRule('apim-named-value-readable', NAMED_VALUES, ({ id, properties }, world) => {
      const uri = textAt(properties, 'keyVault.secretIdentifier');
      if (uri === undefined) return undefined;
      const principalId = servicePrincipal(world, id, textAt(properties, 'keyVault.identityClientId'));
      if (principalId === undefined) return validationError('keyVault.identityClientId', NO_IDENTITY);
      const access = readSecret(world, uri, principalId, 'trusted-service');
      return access.kind === 'readable'
        ? undefined
        : {
            ...validationError('keyVault.secretIdentifier', `Unable to read the secret '${uri}': ${access.reason}`),
            ...(access.kind === 'not-effective-yet' ? { curedByTime: true } : {}),
          };
    }),
  ],
  defaults: () => ({ secret: false, tags: [] }),
  outputs(value, world) {
    if (valueAt(value.properties, 'keyVault') === undefined) return {};
    return {
      keyVault: {
        ...objectAt(value.properties, 'keyVault'),
        lastStatus: { code: 'Success', timeStampUtc: new Date(world.clock.now).toISOString() },
      },
      secret: true,
    };
  },
  show(value) {
    const shown = value.secrets['value'];
    return shown === undefined || isTrueAt(value.properties, 'secret')
      ? value
      : { ...value, properties: { ...value.properties, value: shown } };
  },
  // Azure/apiops#326: what a policy names has to be taken out of it first.
  refuseDelete(value, world) {
    const name = textAt(value.properties, 'displayName') ?? value.name;
    const users = usersOf(world, value.id, new RegExp(`\\{\\{${escaped(name)}\\}\\}`, 'i'));
    return users.length === 0 ? undefined : refusal(400, 'ValidationError', usedBy('Property', name, users));
  },
  actions: {
    listvalue: ({ resource, world }) => ({ status: 200, body: { value: namedValueText(world, resource.id) ?? '' } }),
    refreshsecret: ({ resource }) => ({
      status: 200,
      body: { id: resource.id, name: resource.name, type: resource.type, properties: resource.properties },
    }),
  },
});

/** What `{{name}}` stands for: the text itself, or what the service reads from Key Vault. */
export function namedValueText(world: World, id: string): string | undefined {
  const value = world.store.get(id);
  const uri = textAt(value?.properties, 'keyVault.secretIdentifier');
  if (value === undefined || uri === undefined) return value?.secrets['value'];
  const principalId = servicePrincipal(world, id, textAt(value.properties, 'keyVault.identityClientId')) ?? '';
  const access = readSecret(world, uri, principalId, 'trusted-service');
  return access.kind === 'readable' ? access.value : undefined;
}
