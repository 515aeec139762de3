import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { nameOf } from '../common/ids.ts';
import { objectAt, textAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import { CONFIGURATIONS, accepts } from './configurations-known.ts';
import { DATABASE, SERVER, SOURCE, invalidValue, serverBusy } from './server.ts';

const CONFIGURATION = `${SERVER}/configurations`;
const ADMINISTRATOR = `${SERVER}/administrators`;
const FIREWALL_RULE = `${SERVER}/firewallRules`;

/** What all children of a server have in common: the server itself is busy with them, one at a time. */
const CHILD = {
  apiVersions: API_VERSIONS.postgresql,
  asyncStyle: 'azure-async-operation',
  duration: 'postgresqlChild',
  running: { create: 'Updating', update: 'Updating' },
  showsState: false,
} as const;

function busyRule(type: string) {
  return rule(
    `postgresql-${nameOf(type).toLowerCase()}-server-free`,
    'facts/azure.md sections 0.5 and 4, PG',
    ({ id, parentId }, world) => serverBusy(world, parentId, id),
  );
}

export const databases = defineType({
  type: DATABASE,
  ...CHILD,
  rules: [
    nameRule(DATABASE, /^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, {
      code: 'InvalidParameterValue',
      message: (name) => `Invalid value given for parameter databaseName: '${name}'.`,
    }),
    busyRule(DATABASE),
    rule('postgresql-database-charset', SOURCE, ({ properties }) => {
      const charset = textAt(properties, 'charset');
      return charset === undefined || /^[A-Za-z0-9_]+$/.test(charset)
        ? undefined
        : refusal(400, 'InvalidParameterValue', `Invalid value given for parameter charset: '${charset}'.`);
    }),
  ],
  defaults: () => ({ charset: 'UTF8', collation: 'en_US.utf8' }),
});

const EXTENSIONS: ReadonlySet<string> = new Set(
  'address_standardizer,address_standardizer_data_us,age,amcheck,azure_ai,azure_local_ai,azure_storage,bloom,btree_gin,btree_gist,citext,cube,dblink,dict_int,dict_xsyn,earthdistance,fuzzystrmatch,hstore,hypopg,intagg,intarray,isn,lo,login_hook,ltree,oracle_fdw,orafce,pageinspect,pg_buffercache,pg_cron,pg_diskann,pg_freespacemap,pg_hint_plan,pg_partman,pg_prewarm,pg_repack,pg_squeeze,pg_stat_statements,pg_trgm,pg_visibility,pgaudit,pgcrypto,pglogical,pgrouting,pgrowlocks,pgstattuple,plpgsql,plv8,postgis,postgis_raster,postgis_sfcgal,postgis_tiger_geocoder,postgis_topology,postgres_fdw,semver,session_variable,sslinfo,tablefunc,tdigest,tds_fdw,timescaledb,topn,tsm_system_rows,tsm_system_time,unaccent,uuid-ossp,vector'.split(
    ',',
  ),
);

export const configurations = defineType({
  type: CONFIGURATION,
  ...CHILD,
  rules: [
    rule('postgresql-configuration-known', 'Azure/azure-cli#30691', ({ name, parentId }, world) => {
      if (CONFIGURATIONS.has(name.toLowerCase())) return undefined;
      const server = world.store.get(parentId);
      const version = textAt(server?.properties, 'version') ?? '';
      return refusal(
        400,
        'ConfigurationNotExists',
        `The configuration '${name}' does not exist for ${server?.name ?? ''} server version ${version}.`,
      );
    }),
    busyRule(CONFIGURATION),
    rule('postgresql-extension-known', 'facts/azure.md section 1, PG: azure.extensions', ({ name, properties }) => {
      if (name.toLowerCase() !== 'azure.extensions') return undefined;
      const unknown = (textAt(properties, 'value') ?? '')
        .split(',')
        .map((item) => item.trim())
        .find((item) => item !== '' && !EXTENSIONS.has(item.toLowerCase()));
      return unknown === undefined
        ? undefined
        : refusal(
            400,
            'InvalidParameterValue',
            `Invalid value given for parameter azure.extensions: '${unknown}' is not an extension of Azure Database for PostgreSQL.`,
          );
    }),
    rule('postgresql-configuration-value', SOURCE, ({ name, properties }) => {
      const value = textAt(properties, 'value');
      const known = CONFIGURATIONS.get(name.toLowerCase());
      if (value !== undefined && (known === undefined || accepts(known, value))) return undefined;
      return invalidValue(name, `'${value ?? ''}' is not allowed: ${known?.allowedValues ?? ''}.`);
    }),
  ],
  defaults: ({ name, properties }) => {
    const known = CONFIGURATIONS.get(name.toLowerCase());
    const waits = known?.isDynamicConfig === false && textAt(properties, 'value') !== known.defaultValue;
    return { source: 'user-override', ...known, isReadOnly: false, isConfigPendingRestart: waits };
  },
});

export const administrators = defineType({
  type: ADMINISTRATOR,
  ...CHILD,
  rules: [
    nameRule(ADMINISTRATOR, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, {
      code: 'InvalidParameterValue',
      message: (name) => `Invalid value given for parameter objectId: '${name}' is no object id.`,
    }),
    rule('postgresql-administrator-entra-on', SOURCE, ({ parentId }, world) => {
      const server = world.store.get(parentId);
      return textAt(server?.properties, 'authConfig.activeDirectoryAuth') === 'Enabled'
        ? undefined
        : refusal(
            400,
            'AadAuthNotEnabled',
            `Microsoft Entra authentication is not enabled on server '${server?.name ?? ''}'.`,
          );
    }),
    rule(
      'postgresql-administrator-server-accessible',
      'facts/azure.md section 0.5: an Entra administrator directly after the server',
      ({ parentId }, world) => {
        const server = world.store.get(parentId);
        return server !== undefined && isBusy(server)
          ? refusal(
              400,
              'AadAuthOperationCannotBePerformedWhenServerIsNotAccessible',
              `Azure AD Authentication operation cannot be performed when server '${server.name}' is not accessible.`,
            )
          : undefined;
      },
    ),
    busyRule(ADMINISTRATOR),
    rule('postgresql-administrator-name', SOURCE, ({ properties }) =>
      textAt(properties, 'principalName') === undefined || textAt(properties, 'principalType') === undefined
        ? refusal(400, 'InvalidParameterValue', 'An administrator needs principalName and principalType.')
        : undefined,
    ),
  ],
  readOnly: ({ name }) => ({ objectId: name }),
});

export const firewallRules = defineType({
  type: FIREWALL_RULE,
  ...CHILD,
  rules: [
    nameRule(FIREWALL_RULE, /^[A-Za-z0-9_-]{1,128}$/, {
      code: 'InvalidParameterValue',
      message: (name) => `Invalid value given for parameter firewallRuleName: '${name}'.`,
    }),
    busyRule(FIREWALL_RULE),
    rule('postgresql-firewall-private', 'facts/azure.md section 2, PG networking', ({ parentId }, world) => {
      const network = objectAt(world.store.get(parentId)?.properties, 'network');
      return textAt(network, 'publicNetworkAccess') === 'Disabled'
        ? refusal(
            400,
            'FirewallRulesNotAllowedWhenPublicAccessDisabled',
            'Firewall rule operations cannot be requested for a private access enabled server.',
          )
        : undefined;
    }),
  ],
});
