import { AzureError } from '../../kernel/http.ts';
import type { Json } from '../../kernel/store.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { isNameTaken } from '../common/global-names.ts';
import { nameOf, normalLocation, ownerOf } from '../common/ids.ts';
import { numberAt, textAt, without } from '../common/json.ts';
import { choiceRule, linkedNotFound, linkedResourceRule, nameRule, refusal, rule } from '../common/rules.ts';
import { serviceEndpointRule } from '../common/service-endpoints.ts';
import {
  allSoftDeleted,
  forgetSoftDeleted,
  isoTime,
  softDelete,
  softDeleteChild,
  softDeleted,
} from '../common/soft-delete.ts';
import type { SoftDeleted } from '../common/soft-delete.ts';
import type { ProviderOperation, WriteRequest } from '../type-definition.ts';

export const VAULT = 'Microsoft.KeyVault/vaults';
const SOURCE = 'facts/azure.md section 4, KV soft-deleted; section 0.9';

const VALID_NAME = /^(?=.{3,24}$)[A-Za-z](?:-?[A-Za-z0-9])+$/;

/** Since 2026-02-01 a vault without the switch uses roles; before, access policies. */
function rbacDefault({ apiVersion }: WriteRequest): boolean {
  return apiVersion >= '2026-02-01';
}

function retentionOf(properties: WriteRequest['properties']): number {
  return numberAt(properties, 'softDeleteRetentionInDays') ?? 90;
}

export const vaults = defineType({
  type: VAULT,
  apiVersions: API_VERSIONS.keyVault,
  location: 'required',
  asyncStyle: 'provisioning-state',
  duration: 'keyVault',
  running: { create: 'RegisteringDns', update: 'Updating' },
  deletesAtOnce: () => true,
  rules: [
    nameRule(VAULT, VALID_NAME, {
      code: 'VaultNameNotValid',
      message: (name) =>
        `The vault name '${name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens.`,
    }),
    rule('vault-name-free', SOURCE, ({ id, name }, world) => {
      if (!isNameTaken(world, VAULT, name, id)) return undefined;
      return refusal(
        409,
        'VaultAlreadyExists',
        `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken. If you are sure that the vault name was not taken then it is possible that a vault with the same name was recently deleted but not purged after being placed in a recoverable state.`,
      );
    }),
    rule('vault-access-policies', 'Azure REST reference: accessPolicies is required without roles', (request) => {
      const { existing, properties } = request;
      const recovers = textAt(properties, 'createMode')?.toLowerCase() === 'recover';
      const roles = properties['enableRbacAuthorization'] ?? rbacDefault(request);
      return existing !== undefined || recovers || roles === true || Array.isArray(properties['accessPolicies'])
        ? undefined
        : refusal(400, 'BadRequest', 'The parameter accessPolicies is not specified.');
    }),
    rule('vault-soft-deleted', SOURCE, ({ name, properties }, world) =>
      softDeleted(world, VAULT, name) !== undefined && textAt(properties, 'createMode')?.toLowerCase() !== 'recover'
        ? refusal(
            409,
            'ConflictError',
            `A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.`,
          )
        : undefined,
    ),
    rule('vault-recover-exists', SOURCE, ({ name, properties, existing }, world) =>
      existing === undefined &&
      textAt(properties, 'createMode')?.toLowerCase() === 'recover' &&
      softDeleted(world, VAULT, name) === undefined
        ? refusal(404, 'DeletedVaultNotFound', `The specified deleted vault '${name}' does not exist.`)
        : undefined,
    ),
    rule('vault-tenant', SOURCE, ({ properties }, world) =>
      textAt(properties, 'tenantId')?.toLowerCase() === world.tenant.tenantId.toLowerCase()
        ? undefined
        : refusal(
            400,
            'BadRequest',
            `The tenant ID '${textAt(properties, 'tenantId') ?? ''}' in the request is not the tenant of the subscription.`,
          ),
    ),
    rule('vault-sku', SOURCE, ({ properties }) =>
      /^(standard|premium)$/i.test(textAt(properties, 'sku.name') ?? '')
        ? undefined
        : refusal(400, 'BadRequest', "An invalid value was provided for 'sku': the name must be standard or premium."),
    ),
    rule('vault-soft-delete-off', SOURCE, ({ properties }) =>
      properties['enableSoftDelete'] === false
        ? refusal(
            400,
            'BadRequest',
            'The property "enableSoftDelete" cannot be set to false. Enabling the soft delete functionality is mandatory.',
          )
        : undefined,
    ),
    rule('vault-purge-protection-off', SOURCE, ({ properties }) =>
      properties['enablePurgeProtection'] === false
        ? refusal(
            400,
            'BadRequest',
            'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
          )
        : undefined,
    ),
    rule('vault-retention', SOURCE, ({ properties }) => {
      const days = retentionOf(properties);
      return days >= 7 && days <= 90
        ? undefined
        : refusal(400, 'BadRequest', `The property "softDeleteRetentionInDays" must be between 7 and 90, not ${days}.`);
    }),
    rule('vault-retention-fixed', SOURCE, ({ properties, existing }) => {
      const before = numberAt(existing?.properties, 'softDeleteRetentionInDays');
      const now = numberAt(properties, 'softDeleteRetentionInDays');
      return before === undefined || now === undefined || before === now
        ? undefined
        : refusal(
            400,
            'BadRequest',
            'The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.',
          );
    }),
    choiceRule(
      'vault-network-default',
      'networkAcls.defaultAction',
      ['Allow', 'Deny'],
      (value) => refusal(400, 'BadRequest', `'${value}' is not a default action of network rules: Allow or Deny.`),
      SOURCE,
    ),
    linkedResourceRule(
      'vault-network-rule-subnet',
      'networkAcls.virtualNetworkRules[].id',
      'Microsoft.Network/virtualNetworks/subnets',
      linkedNotFound,
      'Azure REST reference: network rules of a vault name subnets; code and message are an assumption',
    ),
    serviceEndpointRule('vault-network-rule-endpoint', 'Microsoft.KeyVault'),
  ],
  defaults: (request) => ({
    accessPolicies: [],
    enabledForDeployment: false,
    enabledForDiskEncryption: false,
    enabledForTemplateDeployment: false,
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    enableRbacAuthorization: rbacDefault(request),
    publicNetworkAccess: 'Enabled',
  }),
  keep(request, world) {
    const recovers = textAt(request.properties, 'createMode')?.toLowerCase() === 'recover';
    const before = recovers ? softDeleted(world, VAULT, request.name)?.resource.properties : undefined;
    // What comes back is the vault as it was; its private endpoints are gone.
    if (before !== undefined) return without(before, ['privateEndpointConnections']);
    const kept = without(request.properties, ['createMode']);
    // Purge protection cannot be taken back, and is not shown while it is off.
    return request.existing?.properties['enablePurgeProtection'] === true
      ? { ...kept, enablePurgeProtection: true }
      : kept;
  },
  readOnly: ({ name }) => ({ vaultUri: `https://${name.toLowerCase()}.vault.azure.net/` }),
  afterComplete(vault, world) {
    const before = softDeleted(world, VAULT, vault.name);
    if (before === undefined) return;
    forgetSoftDeleted(world, VAULT, vault.name);
    for (const child of before.children) world.store.put({ ...child, id: `${vault.id}/secrets/${child.name}` });
  },
  afterDelete(vault, world) {
    softDelete(world, vault, [], retentionOf(vault.properties));
  },
});

const SECRET = `${VAULT}/secrets`;

export const secrets = defineType({
  type: SECRET,
  apiVersions: API_VERSIONS.keyVault,
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(SECRET, /^[A-Za-z0-9-]{1,127}$/, {
      code: 'BadRequest',
      message: (name) =>
        `The request URI contains an invalid name: ${name}. A secret name has 1 to 127 letters, digits and hyphens.`,
    }),
    rule('vault-secret-value', SOURCE, ({ properties, existing }) =>
      existing === undefined && textAt(properties, 'value') === undefined
        ? refusal(400, 'BadRequest', 'The property "value" of a secret is required.')
        : undefined,
    ),
    rule('vault-secret-size', 'Key Vault limits: a secret has at most 25 KB', ({ properties }) =>
      (textAt(properties, 'value') ?? '').length > 25_600
        ? refusal(400, 'BadRequest', 'The specified secret value is longer than the allowed 25600 characters.')
        : undefined,
    ),
    rule('vault-secret-attributes', SOURCE, ({ properties }) => {
      const [from, until] = [numberAt(properties, 'attributes.nbf'), numberAt(properties, 'attributes.exp')];
      return from !== undefined && until !== undefined && from >= until
        ? refusal(400, 'BadRequest', 'The attribute "exp" of a secret must be later than "nbf".')
        : undefined;
    }),
  ],
  secrets: ['value'],
  defaults: ({ existing }, world) => {
    const now = Math.floor(world.clock.now / 1000);
    return {
      attributes: { enabled: true, created: numberAt(existing?.properties, 'attributes.created') ?? now, updated: now },
    };
  },
  readOnly({ id, parentId, name }, world) {
    const vault = world.store.get(parentId)?.name.toLowerCase() ?? '';
    const uri = `https://${vault}.vault.azure.net/secrets/${name}`;
    // Every write makes a version, even of the same value.
    const version = world
      .guid(`secret:${id.toLowerCase()}:${world.clock.now}:${world.store.version}`)
      .replaceAll('-', '');
    return { secretUri: uri, secretUriWithVersion: `${uri}/${version}` };
  },
  afterDelete(secret, world) {
    softDeleteChild(world, VAULT, nameOf(ownerOf(secret.id)), secret);
  },
  refuseDelete: () =>
    refusal(
      405,
      'HttpMethodNotAllowed',
      'Azure Resource Manager cannot delete secrets of a key vault; the data plane can.',
    ),
});

function deletedVault({ resource, deletedAt, purgedAt }: SoftDeleted): Record<string, Json> {
  const location = normalLocation(resource.location);
  const subscription = resource.id.split('/').slice(0, 3).join('/');
  return {
    id: `${subscription}/providers/Microsoft.KeyVault/locations/${location}/deletedVaults/${resource.name}`,
    name: resource.name,
    type: 'Microsoft.KeyVault/deletedVaults',
    properties: {
      vaultId: resource.id,
      location,
      tags: resource.tags ?? {},
      deletionDate: isoTime(deletedAt),
      scheduledPurgeDate: isoTime(purgedAt),
      purgeProtectionEnabled: resource.properties['enablePurgeProtection'] === true,
    },
  };
}

const DELETED = 'Microsoft.KeyVault/locations/deletedVaults';

export const keyVaultOperations: readonly ProviderOperation[] = [
  // There are no managed HSMs in the twin, so none of them can be deleted; az asks before it recovers a vault.
  {
    method: 'GET',
    path: 'providers/Microsoft.KeyVault/deletedManagedHSMs',
    apiVersions: API_VERSIONS.keyVault,
    action: 'Microsoft.KeyVault/deletedManagedHSMs/read',
    handle: () => ({ status: 200, body: { value: [] } }),
  },
  {
    method: 'GET',
    path: 'providers/Microsoft.KeyVault/deletedVaults',
    apiVersions: API_VERSIONS.keyVault,
    action: 'Microsoft.KeyVault/deletedVaults/read',
    handle: ({ world }) => ({ status: 200, body: { value: allSoftDeleted(world, VAULT).map(deletedVault) } }),
  },
  {
    method: 'GET',
    path: 'providers/Microsoft.KeyVault/locations/{location}/deletedVaults/{name}',
    apiVersions: API_VERSIONS.keyVault,
    action: `${DELETED}/read`,
    handle({ world, parameters }) {
      const found = softDeleted(world, VAULT, parameters['name'] ?? '');
      if (found === undefined) throw notDeleted(parameters['name'] ?? '');
      return { status: 200, body: deletedVault(found) };
    },
  },
  {
    method: 'POST',
    path: 'providers/Microsoft.KeyVault/locations/{location}/deletedVaults/{name}/purge',
    apiVersions: API_VERSIONS.keyVault,
    action: `${DELETED}/purge/action`,
    handle({ world, parameters }) {
      const name = parameters['name'] ?? '';
      const found = softDeleted(world, VAULT, name);
      if (found === undefined) throw notDeleted(name);
      if (found.resource.properties['enablePurgeProtection'] === true) {
        throw new AzureError(403, {
          code: 'DeletedVaultPurge',
          message: `Operation 'DeletedVaultPurge' is not allowed: vault '${name}' has purge protection.`,
        });
      }
      forgetSoftDeleted(world, VAULT, name);
      return { status: 200, wrote: true };
    },
  },
  {
    method: 'POST',
    path: 'providers/Microsoft.KeyVault/checkNameAvailability',
    apiVersions: API_VERSIONS.keyVault,
    action: 'Microsoft.KeyVault/checkNameAvailability/read',
    handle({ world, body }) {
      const name = textAt(body, 'name') ?? '';
      const valid = VALID_NAME.test(name);
      const taken = softDeleted(world, VAULT, name) !== undefined || isNameTaken(world, VAULT, name);
      if (valid && !taken) return { status: 200, body: { nameAvailable: true }, wrote: false };
      return {
        status: 200,
        body: {
          nameAvailable: false,
          reason: valid ? 'AlreadyExists' : 'AccountNameInvalid',
          message: `The vault name '${name}' is not available.`,
        },
        wrote: false,
      };
    },
  },
];

function notDeleted(name: string): AzureError {
  return new AzureError(404, {
    code: 'DeletedVaultNotFound',
    message: linkedNotFound(`/providers/Microsoft.KeyVault/deletedVaults/${name}`).message,
  });
}
