import { busy, OTHER_GROUP, p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const CLUSTER = 'Microsoft.Cache/redisEnterprise/redis-contoso';
const DATABASE = `${CLUSTER}/databases/default`;
const BAD = 'InvalidRequestBody';
const NEW = { as: 'Microsoft.Cache/redisEnterprise/redis-new' };

/** Azure Managed Redis. */
export const redis: readonly RuleCase[] = [
  refuse('redis-name-free', 'NameNotAvailable', CLUSTER, {}, { as: `${OTHER_GROUP}${CLUSTER}` }),
  refuse('redis-settled', 'Conflict', CLUSTER, {}, { given: busy(CLUSTER) }),
  refuse('redis-sku', BAD, CLUSTER, { 'sku.name': 'Standard_C1' }, NEW),
  refuse('redis-zones', BAD, CLUSTER, { zones: ['1'] }, NEW),
  refuse('redis-tls', BAD, CLUSTER, { [`${p}.minimumTlsVersion`]: '1.0' }, NEW),
  refuse('redis-database-cluster-ready', 'Conflict', DATABASE, {}, { given: busy(CLUSTER) }),
  refuse('redis-database-port', BAD, DATABASE, { [`${p}.port`]: 6380 }),
  refuse(
    'redis-database-policy',
    BAD,
    DATABASE,
    { [`${p}.clusteringPolicy`]: 'Sentinel' },
    { also: 'redis-database-policy-fixed' },
  ),
  refuse('redis-database-policy-fixed', BAD, DATABASE, { [`${p}.clusteringPolicy`]: 'OSSCluster' }),
];
