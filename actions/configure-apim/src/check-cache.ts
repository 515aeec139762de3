import { ActionError } from '@lz/action';
import { API_MANAGEMENT_VERSION } from '@lz/gateway';
import type { SpokeRun } from './configure-apim.ts';

/** API Management takes a semantic cache policy without a cache, and then never answers from one: found before it is written. */
export async function checkCache({ azure, environment, names }: SpokeRun): Promise<void> {
  const { semanticCache } = environment.api;
  if (semanticCache === undefined) return;
  const id = `${names.hub.apimId}/caches/${semanticCache.cache}`;
  if ((await azure.find(id, API_MANAGEMENT_VERSION)) !== undefined) return;
  throw new ActionError(
    'CacheNotFound',
    `API Management ${names.hub.apim} has no external cache "${semanticCache.cache}", which api.semanticCache names.`,
    'Onboard an Azure Managed Redis with RediSearch under that id (az rest --method put, or External cache in the portal), name another, or remove api.semanticCache.',
    names.hub.apimId,
  );
}
