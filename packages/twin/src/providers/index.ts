import { apiManagement } from './api-management/index.ts';
import { apiManagementOperations } from './api-management/operations.ts';
import { containerApps } from './app/container-apps.ts';
import { replicas, revisions } from './app/revisions.ts';
import { certificates, managedCertificates } from './app/certificates.ts';
import { managedEnvironments, storages } from './app/environments.ts';
import { appOperations } from './app/operations.ts';
import { executionReplicas, executions, jobs } from './app/jobs.ts';
import { accounts } from './cognitive-services/accounts.ts';
import { raiPolicies } from './cognitive-services/content-filters.ts';
import { connections, deployments, projectConnections, projects } from './cognitive-services/deployments.ts';
import { budgets } from './consumption/budgets.ts';
import { cognitiveOperations } from './cognitive-services/operations.ts';
import * as alerts from './insights/alerts.ts';
import * as insights from './insights/insights.ts';
import { workbooks } from './insights/workbooks.ts';
import { keyVaultOperations, secrets, vaults } from './key-vault/vaults.ts';
import * as identities from './managed-identity/identities.ts';
import { network } from './network/index.ts';
import { networkOperations } from './network/operations.ts';
import * as operationalInsights from './operational-insights/workspaces.ts';
import { clusters, redisDatabases } from './cache/redis.ts';
import { flexibleServers } from './postgresql/flexible-servers.ts';
import { postgresqlOperations } from './postgresql/operations.ts';
import { administrators, configurations, databases, firewallRules } from './postgresql/server-children.ts';
import { storageAccounts } from './storage/accounts.ts';
import { storageOperations } from './storage/operations.ts';
import { blobServices, containers, fileServices, shares } from './storage/services.ts';
import type { ProviderOperation, TypeDefinition } from './type-definition.ts';

const ALL: readonly TypeDefinition[] = [
  ...network,
  ...apiManagement,
  ...[managedEnvironments, storages, certificates, managedCertificates],
  ...[containerApps, revisions, replicas, jobs, executions, executionReplicas],
  ...Object.values(identities),
  ...Object.values(operationalInsights),
  ...Object.values(insights),
  ...Object.values(alerts),
  workbooks,
  ...[vaults, secrets, budgets],
  ...[storageAccounts, blobServices, containers, fileServices, shares],
  ...[clusters, redisDatabases],
  ...[flexibleServers, databases, configurations, administrators, firewallRules],
  ...[accounts, deployments, projects, connections, projectConnections, raiPolicies],
];

/** Every resource type of the twin that these providers own, by lower-case type. */
export const definitions: ReadonlyMap<string, TypeDefinition> = new Map(
  ALL.map((definition) => [definition.type.toLowerCase(), definition]),
);

/** Operations below the subscription that belong to no stored resource. */
export const operations: readonly ProviderOperation[] = [
  ...networkOperations,
  ...apiManagementOperations,
  ...appOperations,
  ...keyVaultOperations,
  ...storageOperations,
  ...postgresqlOperations,
  ...cognitiveOperations,
];
