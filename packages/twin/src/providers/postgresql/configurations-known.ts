/** One configuration of a server: what it may be set to, and whether the server takes it without a restart. */
export interface Configuration {
  readonly dataType: 'Boolean' | 'Enumeration' | 'Integer' | 'Numeric' | 'Set' | 'String';
  readonly defaultValue: string;
  /** As Azure writes it: `on,off`, `1-8640`; empty for any text. */
  readonly allowedValues: string;
  readonly isDynamicConfig: boolean;
}

/**
 * Name, allowed values, default; a star marks those that need a restart. The common ones of PostgreSQL's and the
 * service's own (server parameters of Azure Database for PostgreSQL); ranges are PostgreSQL's.
 */
const TABLE = `
allow_in_place_tablespaces|on,off|off
application_name||
array_nulls|on,off|on
autovacuum|on,off|on
autovacuum_analyze_scale_factor|0-100|0.1
autovacuum_analyze_threshold|0-2147483647|50
*autovacuum_freeze_max_age|100000-2000000000|200000000
*autovacuum_max_workers|1-262143|3
autovacuum_naptime|1-2147483|60
autovacuum_vacuum_cost_delay|-1-100|2
autovacuum_vacuum_cost_limit|-1-10000|-1
autovacuum_vacuum_insert_scale_factor|0-100|0.2
autovacuum_vacuum_insert_threshold|-1-2147483647|1000
autovacuum_vacuum_scale_factor|0-100|0.2
autovacuum_vacuum_threshold|0-2147483647|50
azure.accepted_password_auth_method|md5,scram-sha-256|scram-sha-256
azure.extensions||
azure_storage.allow_network_access|on,off|on
backslash_quote|on,off,safe_encoding|safe_encoding
bytea_output|escape,hex|hex
check_function_bodies|on,off|on
checkpoint_completion_target|0-1|0.9
checkpoint_timeout|30-86400|600
checkpoint_warning|0-2147483647|30
client_encoding||UTF8
client_min_messages|debug5,debug4,debug3,debug2,debug1,log,notice,warning,error|notice
commit_delay|0-100000|0
commit_siblings|0-1000|5
connection_throttle.enable|on,off|off
constraint_exclusion|on,off,partition|partition
cpu_index_tuple_cost|0-1e10|0.005
cpu_operator_cost|0-1e10|0.0025
cpu_tuple_cost|0-1e10|0.01
*cron.database_name||postgres
*cron.log_run|on,off|on
*cron.max_running_jobs|0-5000|32
cursor_tuple_fraction|0-1|0.1
datestyle||ISO, MDY
deadlock_timeout|1-2147483647|1000
default_statistics_target|1-10000|100
default_transaction_deferrable|on,off|off
default_transaction_isolation|serializable,repeatable read,read committed,read uncommitted|read committed
default_transaction_read_only|on,off|off
effective_cache_size|1-2147483647|524288
effective_io_concurrency|0-1000|1
enable_hashagg|on,off|on
enable_hashjoin|on,off|on
enable_indexscan|on,off|on
enable_mergejoin|on,off|on
enable_nestloop|on,off|on
enable_seqscan|on,off|on
escape_string_warning|on,off|on
from_collapse_limit|1-2147483647|8
geqo|on,off|on
gin_fuzzy_search_limit|0-2147483647|0
gin_pending_list_limit|64-2097151|4096
hot_standby_feedback|on,off|off
*huge_pages|off,on,try|try
idle_in_transaction_session_timeout|0-2147483647|0
idle_session_timeout|0-2147483647|0
index_tuning.mode|off,report|off
intelligent_tuning|on,off|off
jit|on,off|off
join_collapse_limit|1-2147483647|8
lc_monetary||en_US.utf8
lc_numeric||en_US.utf8
lock_timeout|0-2147483647|0
log_autovacuum_min_duration|-1-2147483647|600000
log_checkpoints|on,off|on
log_connections|on,off|on
log_disconnections|on,off|on
log_duration|on,off|off
log_error_verbosity|terse,default,verbose|default
log_line_prefix||%t-%c-
log_lock_waits|on,off|off
log_min_duration_statement|-1-2147483647|-1
log_min_error_statement|debug5,debug4,debug3,debug2,debug1,info,notice,warning,error,log,fatal,panic|error
log_min_messages|debug5,debug4,debug3,debug2,debug1,info,notice,warning,error,log,fatal,panic|warning
log_statement|none,ddl,mod,all|none
log_statement_stats|on,off|off
log_temp_files|-1-2147483647|-1
logfiles.download_enable|on,off|off
logfiles.retention_days|1-7|3
logical_decoding_work_mem|64-2147483647|65536
maintenance_work_mem|1024-2097151|99328
*max_connections|25-5000|859
*max_locks_per_transaction|10-8388608|64
max_parallel_maintenance_workers|0-64|2
max_parallel_workers|0-1024|8
max_parallel_workers_per_gather|0-1024|2
*max_prepared_transactions|0-262143|0
*max_replication_slots|2-262143|10
max_standby_streaming_delay|-1-2147483647|30000
max_sync_workers_per_subscription|0-262143|2
*max_wal_senders|5-100|10
max_wal_size|32-65536|2048
*max_worker_processes|0-262143|8
metrics.autovacuum_diagnostics|on,off|off
metrics.collector_database_activity|on,off|off
metrics.pgbouncer_diagnostics|on,off|off
min_wal_size|32-2097151|80
password_encryption|md5,scram-sha-256|scram-sha-256
pg_qs.query_capture_mode|top,all,none|none
pg_qs.retention_period_in_days|1-30|7
pg_stat_statements.max|100-2147483647|5000
pg_stat_statements.track|none,top,all|none
*pgaudit.log||none
pgbouncer.default_pool_size|1-4950|50
pgbouncer.enabled|true,false|false
pgbouncer.ignore_startup_parameters||
pgbouncer.max_client_conn|1-50000|5000
pgbouncer.min_pool_size|0-4950|0
pgbouncer.pool_mode|session,transaction,statement|transaction
pgbouncer.query_wait_timeout|0-86400|120
pgbouncer.server_idle_timeout|0-86400|600
pgms_wait_sampling.query_capture_mode|all,none|none
quote_all_identifiers|on,off|off
random_page_cost|0-1e10|2
require_secure_transport|on,off|on
row_security|on,off|on
search_path||"$user", public
seq_page_cost|0-1e10|1
session_replication_role|origin,replica,local|origin
*shared_buffers|16-1073741823|196608
*shared_preload_libraries||pg_cron,pg_stat_statements
ssl_max_protocol_version|TLSv1.2,TLSv1.3|
ssl_min_protocol_version|TLSv1.2,TLSv1.3|TLSv1.2
standard_conforming_strings|on,off|on
statement_timeout|0-2147483647|0
synchronous_commit|local,remote_write,remote_apply,on,off|on
synchronize_seqscans|on,off|on
tcp_keepalives_count|0-2147483647|9
tcp_keepalives_idle|0-2147483647|120
tcp_keepalives_interval|0-2147483647|30
temp_buffers|100-1073741823|1024
timezone||UTC
*track_activity_query_size|100-1048576|1024
track_activities|on,off|on
*track_commit_timestamp|on,off|off
track_counts|on,off|on
track_functions|none,pl,all|none
track_io_timing|on,off|on
vacuum_cost_delay|0-100|0
vacuum_cost_limit|1-10000|200
vacuum_freeze_min_age|0-1000000000|50000000
vacuum_freeze_table_age|0-2000000000|150000000
wal_buffers|-1-262143|2048
wal_compression|on,off,pglz,lz4,zstd|on
*wal_level|replica,logical|replica
wal_writer_delay|1-10000|200
work_mem|4096-2097151|4096
xmlbinary|base64,hex|base64
xmloption|content,document|content
`;

const SETS = new Set(['azure.extensions', 'shared_preload_libraries', 'pgaudit.log']);
const RANGE = /^(?<least>-?\d+)-(?<most>[\de]+)$/;

/** Every configuration that the twin knows, by name. */
export const CONFIGURATIONS: ReadonlyMap<string, Configuration> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [name = '', allowedValues = '', defaultValue = ''] = line.replace(/^\*/, '').split('|');
      const isDynamicConfig = !line.startsWith('*');
      return [name, { dataType: typeOf(name, allowedValues), defaultValue, allowedValues, isDynamicConfig }];
    }),
);

function typeOf(name: string, allowed: string): Configuration['dataType'] {
  if (SETS.has(name)) return 'Set';
  if (allowed === '') return 'String';
  if (allowed === 'on,off') return 'Boolean';
  if (!RANGE.test(allowed)) return 'Enumeration';
  return /scale_factor|cost$|fraction|target$|delay$/.test(name) ? 'Numeric' : 'Integer';
}

/** Whether a configuration can have `value`. Azure takes bare numbers, without PostgreSQL's units. */
export function accepts({ allowedValues }: Configuration, value: string): boolean {
  if (allowedValues === '') return true;
  const range = RANGE.exec(allowedValues)?.groups;
  if (range === undefined) return allowedValues.toLowerCase().split(',').includes(value.toLowerCase());
  const number = Number(value);
  return value !== '' && number >= Number(range['least']) && number <= Number(range['most']);
}
