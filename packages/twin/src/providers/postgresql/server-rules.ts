import { isNameTaken } from '../common/global-names.ts';
import { numberAt, textAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import type { Rule } from '../type-definition.ts';
import { STORAGE_SIZES, TIERS, VERSIONS, offerOf } from './catalogue.ts';
import { isRestore } from './restore.ts';
import { SERVER, SOURCE, invalidValue, serverBusy } from './server.ts';

/** Name, place, size, version and storage of a server. */
export const serverRules: readonly Rule[] = [
  nameRule(SERVER, /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/, {
    code: 'InvalidServerName',
    message: (name) =>
      `Server name '${name}' is invalid: 3 to 63 lower-case letters, digits and hyphens, not beginning or ending with a hyphen.`,
  }),
  rule('postgresql-server-name-free', SOURCE, ({ id, name }, world) =>
    isNameTaken(world, SERVER, name, id)
      ? refusal(409, 'ServerNameAlreadyExists', `Specified server name '${name}' is already used.`)
      : undefined,
  ),
  rule('postgresql-server-settled', 'facts/azure.md sections 0.5 and 4, PG', ({ id, existing }, world) => {
    if (existing === undefined) return undefined;
    if (isBusy(existing))
      return refusal(409, 'ServerIsBusy', `Server '${existing.name}' is busy with other operations. Please try later.`);
    return serverBusy(world, id, id);
  }),
  rule('postgresql-server-offer', 'peers: LocationIsOfferRestricted', ({ location, existing }) =>
    existing === undefined && offerOf(location).restricted
      ? refusal(
          400,
          'LocationIsOfferRestricted',
          `Subscriptions are restricted from provisioning in location '${location ?? ''}'. Try again in a different location.`,
        )
      : undefined,
  ),
  rule('postgresql-server-version', SOURCE, ({ properties }) => {
    const version = textAt(properties, 'version');
    return version === undefined || VERSIONS.includes(version)
      ? undefined
      : invalidValue('Version', `'${version}' is none of ${VERSIONS.join(', ')}.`);
  }),
  rule('postgresql-server-version-lower', `${SOURCE}; code and text: assumption`, ({ properties, existing }) => {
    const before = Number(textAt(existing?.properties, 'version') ?? 0);
    const now = Number(textAt(properties, 'version') ?? before);
    return now >= before ? undefined : invalidValue('Version', `A server cannot go back from ${before} to ${now}.`);
  }),
  rule('postgresql-server-sku', SOURCE, (request) => {
    const { sku } = request;
    if (sku === undefined && isRestore(request)) return undefined;
    const tier = textAt(sku, 'tier') ?? '';
    const name = textAt(sku, 'name') ?? '';
    return TIERS[tier]?.test(name) === true
      ? undefined
      : refusal(
          400,
          'InvalidParameterValue',
          `Invalid value given for parameter sku: '${name}' is not of tier '${tier}'.`,
        );
  }),
  rule('postgresql-server-storage', SOURCE, ({ properties }) => {
    const size = numberAt(properties, 'storage.storageSizeGB');
    return size === undefined || STORAGE_SIZES.includes(size) || textAt(properties, 'storage.type') === 'PremiumV2_LRS'
      ? undefined
      : refusal(
          400,
          'InvalidParameterValue',
          `Invalid value given for parameter storageSizeGB: ${size}. Valid: ${STORAGE_SIZES.join(', ')}.`,
        );
  }),
  rule('postgresql-server-storage-shrink', SOURCE, ({ properties, existing }) => {
    const before = numberAt(existing?.properties, 'storage.storageSizeGB') ?? 0;
    const now = numberAt(properties, 'storage.storageSizeGB') ?? before;
    return now >= before
      ? undefined
      : refusal(
          400,
          'StorageSizeDecreaseNotSupported',
          `Storage of a server cannot shrink: ${before} GiB to ${now} GiB.`,
        );
  }),
];
