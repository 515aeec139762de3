import type { Environment, Names } from '@lz/config';
import { apiPolicy } from '../policy/api-policy.ts';
import { backendIds } from './backends.ts';
import { API_MANAGEMENT_VERSION, type DesiredResource, type Fragment, type GatewayFacts } from './resource.ts';

// baseline: Azure.APIM.DefenderCloud suppressed: the plan is bought for a whole subscription, which is the platform
//   team's; the policy checks every caller's token and role itself.
/** Empty at first: operations come with the import, and find the policy already there. */
export function desiredApi(environment: Environment, names: Names): DesiredResource {
  return {
    title: `API ${names.gateway.apiId}`,
    id: `${names.hub.apimId}/apis/${names.gateway.apiId}`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: apiProperties(environment, names),
  };
}

/** Members of the API itself, for every revision of it: a PUT replaces all of them. */
export function apiProperties(environment: Environment, names: Names): Readonly<Record<string, unknown>> {
  return {
    displayName: environment.hub.kind === 'own' ? 'OpenAI v1' : `OpenAI v1 of ${environment.name}`,
    path: environment.api.path,
    protocols: ['https'],
    serviceUrl: `${names.spoke.foundryEndpoint}/openai/v1`,
    // Callers prove who they are with their Entra token; a key would be a second way in.
    subscriptionRequired: false,
  };
}

/** The policy of the API, whose references all stand before it. */
export function desiredPolicy(
  environment: Environment,
  names: Names,
  facts: GatewayFacts,
  fragments: readonly Fragment[],
): DesiredResource {
  const { api, access, limits, models, name } = environment;
  const ids = backendIds(names);
  return {
    title: `policy of API ${names.gateway.apiId}`,
    id: `${names.hub.apimId}/apis/${names.gateway.apiId}/policies/policy`,
    apiVersion: API_MANAGEMENT_VERSION,
    policy: true,
    properties: {
      format: 'rawxml',
      value: apiPolicy({
        tenantId: facts.tenantId,
        applicationClientId: facts.applicationClientId,
        callerClientIds: facts.callerClientIds,
        gatewayClientId: facts.gatewayClientId,
        backendId: api.backends.length === 0 ? ids.own : ids.pool,
        ...(api.backends.length === 0 ? {} : { poolMembers: api.backends.length + 1 }),
        ...(api.contentSafety === undefined
          ? {}
          : { contentSafety: { ...api.contentSafety, backendId: ids.contentSafety } }),
        ...(api.semanticCache === undefined
          ? {}
          : { semanticCache: { ...api.semanticCache, backendId: ids.embeddings } }),
        fragments,
        environmentName: name,
        models,
        access,
        limits,
      }),
    },
  };
}
