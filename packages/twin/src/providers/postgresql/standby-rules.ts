import { numberAt, textAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Rule } from '../type-definition.ts';
import { offerOf } from './catalogue.ts';
import { SOURCE, invalidValue } from './server.ts';

const MODES = ['Disabled', 'SameZone', 'ZoneRedundant'];

/** Standby, zones and backups. */
export const standbyRules: readonly Rule[] = [
  rule('postgresql-server-backup', SOURCE, ({ properties }) => {
    const days = numberAt(properties, 'backup.backupRetentionDays');
    return days === undefined || (days >= 7 && days <= 35)
      ? undefined
      : refusal(
          400,
          'InvalidParameterValue',
          `Invalid value given for parameter backupRetentionDays: ${days}. Valid: 7 to 35.`,
        );
  }),
  rule('postgresql-server-backup-copies', SOURCE, ({ location, properties }) =>
    textAt(properties, 'backup.geoRedundantBackup') === 'Enabled' && !offerOf(location).geoBackup
      ? invalidValue('geoRedundantBackup', `'${location ?? ''}' has no paired region.`)
      : undefined,
  ),
  rule('postgresql-server-backup-copies-fixed', `${SOURCE}; code and text: assumption`, (request) => {
    const before = textAt(request.existing?.properties, 'backup.geoRedundantBackup');
    const now = textAt(request.properties, 'backup.geoRedundantBackup') ?? before;
    return before === now || before === undefined
      ? undefined
      : invalidValue('geoRedundantBackup', 'It can be chosen only when the server is made.');
  }),
  rule('postgresql-server-ha-mode', SOURCE, ({ properties }) => {
    const mode = textAt(properties, 'highAvailability.mode');
    return mode === undefined || MODES.includes(mode)
      ? undefined
      : invalidValue('highAvailability.mode', `'${mode}' is none of ${MODES.join(', ')}.`);
  }),
  rule('postgresql-server-ha-tier', 'azd templates: HANotSupportedForBurstableSkuWithMoreInfo', (request) => {
    const mode = textAt(request.properties, 'highAvailability.mode') ?? 'Disabled';
    return mode !== 'Disabled' && textAt(request.sku, 'tier') === 'Burstable'
      ? refusal(
          400,
          'HANotSupportedForBurstableSkuWithMoreInfo',
          'High availability not supported for burstable server.',
        )
      : undefined;
  }),
  rule('postgresql-server-ha-zones', `${SOURCE}; code: assumption`, ({ location, properties }) =>
    textAt(properties, 'highAvailability.mode') === 'ZoneRedundant' && offerOf(location).zones.length === 0
      ? invalidValue('highAvailability.mode', `'${location ?? ''}' has no availability zones.`)
      : undefined,
  ),
  rule('postgresql-server-ha-same-zone', 'how-to-configure-high-availability', ({ properties }) => {
    const zone = textAt(properties, 'availabilityZone');
    const standby = textAt(properties, 'highAvailability.standbyAvailabilityZone');
    return textAt(properties, 'highAvailability.mode') === 'ZoneRedundant' && zone !== undefined && zone === standby
      ? invalidValue('StandbyAvailabilityZone,availabilityZone')
      : undefined;
  }),
  rule('postgresql-server-zone-offered', 'reports of AvailabilityZoneNotAvailable', ({ id, location, properties }) => {
    const zone = textAt(properties, 'availabilityZone') ?? '';
    return zone === '' || offerOf(location).zones.includes(zone)
      ? undefined
      : refusal(
          400,
          'AvailabilityZoneNotAvailable',
          `Availability zone '${zone}' isn't available in location '${location ?? ''}' for subscription '${id.split('/')[2] ?? ''}'. Choose a different availability zone.`,
        );
  }),
  rule('postgresql-server-zone-fixed', `${SOURCE}; code and text: assumption`, ({ properties, existing }) => {
    const before = textAt(existing?.properties, 'availabilityZone') ?? '';
    const now = textAt(properties, 'availabilityZone') ?? '';
    return before === '' || now === '' || before === now
      ? undefined
      : invalidValue('availabilityZone', `The server stands in zone ${before} and cannot be moved to ${now}.`);
  }),
];
