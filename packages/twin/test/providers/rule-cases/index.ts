import { apiManagementApis } from './api-management-apis.ts';
import { apiManagementEntities } from './api-management-entities.ts';
import { apiManagementService } from './api-management-service.ts';
import { apiManagementTiers } from './api-management-tiers.ts';
import { applicationGateways } from './application-gateways.ts';
import { cognitiveServices } from './cognitive-services.ts';
import { customDomains } from './custom-domains.ts';
import { publicDns } from './public-dns.ts';
import { consumption } from './consumption.ts';
import { containerApps } from './container-apps.ts';
import { containerEnvironments } from './container-environments.ts';
import { keyVaults } from './key-vaults.ts';
import { managedIdentities } from './managed-identities.ts';
import { monitoring } from './monitoring.ts';
import { networks } from './networks.ts';
import { postgresql } from './postgresql.ts';
import { privateDns } from './private-dns.ts';
import { privateEndpoints } from './private-endpoints.ts';
import { redis } from './redis.ts';
import { storage } from './storage.ts';
import { authorization } from './authorization.ts';
import type { RuleCase } from './case.ts';

/** Every case that is written by hand, one file a provider. */
export const CASES: readonly RuleCase[] = [
  ...authorization,
  ...consumption,
  ...networks,
  ...privateDns,
  ...publicDns,
  ...privateEndpoints,
  ...applicationGateways,
  ...apiManagementService,
  ...apiManagementTiers,
  ...apiManagementApis,
  ...apiManagementEntities,
  ...containerEnvironments,
  ...containerApps,
  ...customDomains,
  ...managedIdentities,
  ...monitoring,
  ...keyVaults,
  ...storage,
  ...redis,
  ...postgresql,
  ...cognitiveServices,
];
