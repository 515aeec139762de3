import type { TypeDefinition } from '../type-definition.ts';
import { apiOperations, apis, apiSchemas } from './apis.ts';
import { apiReleases } from './releases.ts';
import { backends } from './backends.ts';
import { caches } from './caches.ts';
import { apiDiagnostics, diagnostics, loggers } from './loggers.ts';
import { namedValues } from './named-values.ts';
import { policies, policyFragments } from './policies.ts';
import * as products from './products.ts';
import { services } from './service.ts';
import { subscriptions } from './subscriptions.ts';

/** Microsoft.ApiManagement. */
export const apiManagement: readonly TypeDefinition[] = [
  services,
  apis,
  apiOperations,
  apiSchemas,
  apiReleases,
  ...policies,
  policyFragments,
  namedValues,
  backends,
  caches,
  loggers,
  diagnostics,
  apiDiagnostics,
  products.products,
  products.productApis,
  products.productGroups,
  products.productApiLinks,
  products.groups,
  products.tags,
  products.apiTags,
  products.apiVersionSets,
  subscriptions,
];
