import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { ownerOf, sameId } from '../common/ids.ts';
import { textAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';

const IDENTITY = 'Microsoft.ManagedIdentity/userAssignedIdentities';
const FEDERATED = `${IDENTITY}/federatedIdentityCredentials`;
const SOURCE = 'Microsoft.ManagedIdentity validation; facts/azure.md section 3, at most 20 per identity';

export const userAssignedIdentities = defineType({
  type: IDENTITY,
  apiVersions: API_VERSIONS.managedIdentity,
  location: 'required',
  asyncStyle: 'none',
  duration: 'identity',
  showsState: false,
  rules: [
    nameRule(IDENTITY, /^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$/, {
      code: 'InvalidParameter',
      message: (name) =>
        `The resource name '${name}' is invalid: 3 to 128 letters, digits, hyphens and underscores, beginning with a letter or digit.`,
    }),
  ],
  readOnly: ({ id }, world) => ({
    tenantId: world.tenant.tenantId,
    principalId: world.guid(`user-identity:${id.toLowerCase()}:principal`),
    clientId: world.guid(`user-identity:${id.toLowerCase()}:client`),
  }),
});

export const federatedIdentityCredentials = defineType({
  type: FEDERATED,
  apiVersions: API_VERSIONS.managedIdentity,
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(FEDERATED, /^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$/, {
      code: 'BadRequest',
      message: (name) =>
        `The federated identity credential name '${name}' is invalid: 3 to 120 letters, digits, hyphens and underscores.`,
    }),
    rule('federated-credential-complete', SOURCE, ({ properties }) => {
      const complete =
        textAt(properties, 'issuer') !== undefined &&
        textAt(properties, 'subject') !== undefined &&
        Array.isArray(properties['audiences']);
      return complete
        ? undefined
        : refusal(400, 'BadRequest', 'A federated identity credential needs issuer, subject and audiences.');
    }),
    rule('federated-credential-unique', SOURCE, ({ id, properties }, world) => {
      const twin = world.store
        .below(ownerOf(id))
        .find(
          (other) =>
            !sameId(other.id, id) &&
            other.properties['issuer'] === properties['issuer'] &&
            other.properties['subject'] === properties['subject'],
        );
      if (twin === undefined) return undefined;
      return refusal(
        409,
        'Conflict',
        `Issuer and subject combination already exists for this managed identity, in federated identity credential '${twin.name}'.`,
      );
    }),
    rule('federated-credential-count', SOURCE, ({ parentId, existing }, world) =>
      existing === undefined && world.store.below(parentId).length >= 20
        ? refusal(
            400,
            'TooManyFederatedIdentityCredentials',
            'Too many Federated Identity Credentials for User Assigned Identity, 20 is the limit.',
          )
        : undefined,
    ),
  ],
});
