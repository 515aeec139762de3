import type { TypeDefinition } from '../type-definition.ts';
import { apiOperations, apiReleases, apis, apiSchemas } from './apis.ts';
import * as entities from './entities.ts';
import { policies, policyFragments } from './policies.ts';
import { services } from './service.ts';

/** Microsoft.ApiManagement. */
export const apiManagement: readonly TypeDefinition[] = [
  services,
  apis,
  apiOperations,
  apiSchemas,
  apiReleases,
  ...policies,
  policyFragments,
  entities.namedValues,
  entities.backends,
  entities.loggers,
  entities.diagnostics,
  entities.apiDiagnostics,
  entities.products,
  entities.productApis,
  entities.productGroups,
  entities.productApiLinks,
  entities.groups,
  entities.tags,
  entities.apiVersionSets,
  entities.subscriptions,
];
