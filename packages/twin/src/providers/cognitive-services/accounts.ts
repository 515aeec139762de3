import { AzureError } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { perWorld } from '../../entra/per-world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { hasForeigner } from '../common/global-names.ts';
import { groupOf, sameId } from '../common/ids.ts';
import { isTrueAt, textAt, without } from '../common/json.ts';
import { linkedResourceRule, nameRule, refusal, rule } from '../common/rules.ts';
import { serviceEndpointRule } from '../common/service-endpoints.ts';
import { forgetSoftDeleted, softDelete, softDeleted } from '../common/soft-delete.ts';
import { busyChild, isBusy } from '../common/states.ts';
import { durationOf } from '../durations.ts';
import type { Refusal } from '../type-definition.ts';

export const ACCOUNT = 'Microsoft.CognitiveServices/accounts';
const SOURCE = 'facts/azure.md section 1 (Foundry), section 4; facts/apim.md section 4';
const KINDS = [
  'AIServices',
  'OpenAI',
  'CognitiveServices',
  'ContentSafety',
  'FormRecognizer',
  'SpeechServices',
  'TextAnalytics',
  'ComputerVision',
];

/** Until when an account that says Succeeded still refuses private endpoints, by lower-case id (facts/azure.md section 0.4). */
const settlesAt = perWorld(() => new Map<string, number>());

/** Starts the while in which the account is not yet what its state says. */
export function startSettling(world: World, accountId: string): void {
  const end = world.clock.now + durationOf(world, 'foundrySettles', accountId);
  settlesAt(world).set(accountId.toLowerCase(), end);
  world.clock.at(end, `settles:${accountId.toLowerCase()}`, () => undefined);
}

/** Whether the account is not yet what its state says. */
export function isSettling(world: World, accountId: string): boolean {
  return (settlesAt(world).get(accountId.toLowerCase()) ?? 0) > world.clock.now;
}

/** Foundry takes one write at a time: the account or one thing below it. */
export function requestConflict(world: World, accountId: string, exceptId: string): Refusal | undefined {
  const account = world.store.get(accountId);
  if (account === undefined) return undefined;
  const busy = isBusy(account) || busyChild(world.store, accountId, exceptId) !== undefined;
  if (!busy) return undefined;
  return refusal(
    409,
    'RequestConflict',
    `Another operation is being performed on the parent resource '${accountId}'. Please try again later.`,
  );
}

/** The account that a child of any depth belongs to. */
export function accountOf(id: string): string {
  return id.split('/').slice(0, 9).join('/');
}

/** The host label of an account: its custom subdomain. */
function labelOf(properties: Parameters<typeof textAt>[0], name: string): string {
  return (textAt(properties, 'customSubDomainName') ?? name).toLowerCase();
}

export const accounts = defineType({
  type: ACCOUNT,
  apiVersions: API_VERSIONS.cognitiveServices,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: { create: 'foundryAccount', update: 'foundryChild', delete: 'foundryChild' },
  running: { create: 'Accepted', update: 'Accepted' },
  rules: [
    nameRule(ACCOUNT, /^[A-Za-z0-9][A-Za-z0-9_.-]{1,63}$/, {
      code: 'AccountNameInvalid',
      message: (name) =>
        `The account name '${name}' is invalid: 2 to 64 letters, digits, hyphens, dots and underscores, beginning with a letter or digit.`,
    }),
    rule('foundry-account-settled', SOURCE, ({ id, existing }, world) =>
      existing === undefined ? undefined : requestConflict(world, id, id),
    ),
    rule('foundry-account-kind', SOURCE, ({ kind }) =>
      kind !== undefined && KINDS.includes(kind)
        ? undefined
        : refusal(
            400,
            'InvalidApiSetId',
            `The account type '${kind ?? ''}' is either invalid or unavailable in given region.`,
          ),
    ),
    rule('foundry-account-sku', SOURCE, ({ sku, kind }) =>
      textAt(sku, 'name') === 'S0' || (textAt(sku, 'name') === 'F0' && kind !== 'AIServices')
        ? undefined
        : refusal(
            400,
            'InvalidSkuId',
            `The SKU '${textAt(sku, 'name') ?? ''}' is invalid for account type '${kind ?? ''}'.`,
          ),
    ),
    rule('foundry-account-soft-deleted', SOURCE, ({ id, name, properties, existing }, world) => {
      const found = softDeleted(world, ACCOUNT, name);
      const same = found !== undefined && sameId(groupOf(found.resource.id), groupOf(id));
      if (existing !== undefined || !same || isTrueAt(properties, 'restore')) return undefined;
      return refusal(
        409,
        'FlagMustBeSetForRestore',
        `An existing resource with ID '${found.resource.id}' has been soft-deleted. To restore the resource, you must specify 'restore' to be 'true' in the property. If you don't want to restore existing resource, please purge it first.`,
      );
    }),
    rule('foundry-account-restore-exists', SOURCE, ({ name, properties, existing }, world) =>
      existing === undefined && isTrueAt(properties, 'restore') && softDeleted(world, ACCOUNT, name) === undefined
        ? refusal(
            404,
            'CanNotRestoreANonExistingResource',
            `Cannot restore the account '${name}': no deleted account of that name exists.`,
          )
        : undefined,
    ),
    rule('foundry-subdomain-valid', SOURCE, ({ properties }) => {
      const label = textAt(properties, 'customSubDomainName');
      return label === undefined || /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label)
        ? undefined
        : refusal(400, 'SubDomainNameInvalid', `The custom subdomain name '${label}' is invalid.`);
    }),
    rule('foundry-subdomain-free', SOURCE, ({ id, name, properties }, world) => {
      const label = labelOf(properties, name);
      const live = world.store
        .ofType(ACCOUNT)
        .find((other) => !sameId(other.id, id) && labelOf(other.properties, other.name) === label);
      const gone = softDeleted(world, ACCOUNT, name);
      const held =
        gone !== undefined && !sameId(gone.resource.id, id) && labelOf(gone.resource.properties, name) === label;
      if (live === undefined && !held && !hasForeigner(world, ACCOUNT, label)) return undefined;
      return refusal(
        409,
        'CustomDomainInUse',
        `The custom domain name '${label}' is already in use: choose another, or purge the deleted account that holds it.`,
      );
    }),
    rule('foundry-subdomain-fixed', SOURCE, ({ properties, existing }) => {
      const before = textAt(existing?.properties, 'customSubDomainName');
      const now = textAt(properties, 'customSubDomainName');
      return before === undefined || sameId(before, now)
        ? undefined
        : refusal(
            400,
            'CustomSubDomainNameCannotBeChanged',
            `The custom subdomain '${before}' of an account cannot be changed or removed.`,
          );
    }),
    rule('foundry-project-management-identity', SOURCE, ({ properties, identity }) =>
      isTrueAt(properties, 'allowProjectManagement') && !/assigned/i.test(textAt(identity, 'type') ?? '')
        ? refusal(
            400,
            'InvalidResourceProperties',
            "To enable 'allowProjectManagement' the account must have a managed identity.",
          )
        : undefined,
    ),
    rule('foundry-project-management-subdomain', SOURCE, ({ properties }) =>
      isTrueAt(properties, 'allowProjectManagement') && textAt(properties, 'customSubDomainName') === undefined
        ? refusal(
            400,
            'InvalidResourceProperties',
            "To enable 'allowProjectManagement' the account must have a custom subdomain name.",
          )
        : undefined,
    ),
    linkedResourceRule(
      'foundry-network-rule-subnet',
      'networkAcls.virtualNetworkRules[].id',
      'Microsoft.Network/virtualNetworks/subnets',
      (missing) => refusal(400, 'SubnetNotFound', `The subnet '${missing}' of the network rules was not found.`),
    ),
    serviceEndpointRule('foundry-network-rule-endpoint', 'Microsoft.CognitiveServices'),
  ],
  defaults: () => ({
    publicNetworkAccess: 'Enabled',
    networkAcls: { defaultAction: 'Allow', virtualNetworkRules: [], ipRules: [] },
    allowProjectManagement: false,
    disableLocalAuth: false,
  }),
  keep({ name, properties }, world) {
    const before = isTrueAt(properties, 'restore') ? softDeleted(world, ACCOUNT, name)?.resource.properties : undefined;
    return without(before ?? properties, ['restore', 'privateEndpointConnections']);
  },
  readOnly({ name, properties, existing }, world) {
    const label = labelOf(properties, name);
    return {
      endpoint: `https://${label}.cognitiveservices.azure.com/`,
      endpoints: {
        'AI Foundry API': `https://${label}.services.ai.azure.com/`,
        'Azure AI Model Inference API': `https://${label}.services.ai.azure.com/`,
        'OpenAI Language Model Instance API': `https://${label}.openai.azure.com/`,
        'Azure OpenAI Legacy API - Latest moniker': `https://${label}.openai.azure.com/`,
        'Content Safety': `https://${label}.cognitiveservices.azure.com/`,
      },
      internalId: world.guid(`account:${label}`).replaceAll('-', ''),
      dateCreated: new Date(existing?.createdAt ?? world.clock.now).toISOString(),
      isMigrated: false,
      capabilities: [{ name: 'VirtualNetworks' }, { name: 'CustomerManagedKey' }],
      callRateLimit: { rules: [] },
    };
  },
  afterComplete(account, world) {
    forgetSoftDeleted(world, ACCOUNT, account.name);
    startSettling(world, account.id);
  },
  refuseDelete(account, world) {
    const projects = world.store.below(account.id).filter(({ type }) => /\/projects$/i.test(type));
    if (projects.length === 0) return requestConflict(world, account.id, account.id);
    const ids = projects.map(({ name }) => `${ACCOUNT}/${account.name}/projects/${name}`);
    return refusal(
      409,
      'CannotDeleteResource',
      `Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '${ids.join(', ')}'. Please delete all nested resources before deleting this resource.`,
    );
  },
  afterDelete(account, world) {
    softDelete(world, account, [], 2);
  },
  actions: {
    listkeys({ resource, world }) {
      if (isTrueAt(resource.properties, 'disableLocalAuth')) {
        throw new AzureError(400, {
          code: 'BadRequest',
          message: 'Failed to list key. disableLocalAuth is set to be true',
        });
      }
      const key = (index: number) =>
        world.guid(`account-key-${index}:${resource.id.toLowerCase()}`).replaceAll('-', '');
      return { status: 200, body: { key1: key(1), key2: key(2) } };
    },
  },
});
