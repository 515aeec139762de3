import type { RecoverableName } from '@lz/action';
import type { HubRun } from './deploy-hub.ts';

/** The name that a hub's API Management holds after it is deleted, and how that comes back. */
export function heldNames({ names, environment: { hub, location } }: HubRun): readonly RecoverableName[] {
  if (hub.kind === 'reference') return [];
  const { sku, capacity, publisherEmail, publisherName } = hub.gateway;
  return [
    {
      kind: 'api-management',
      name: names.hub.apim,
      id: names.hub.apimId,
      location,
      resourceGroup: names.hub.resourceGroup,
      // Everything but `restore` is ignored, and yet demanded.
      recovery: { sku: { name: sku, capacity }, properties: { restore: true, publisherEmail, publisherName } },
    },
  ];
}
