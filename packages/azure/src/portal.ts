/** Link to a resource in the Azure portal. */
export function portalUrl(resourceId: string, tenantId?: string): string {
  const deployment = /\/providers\/Microsoft\.Resources\/deployments\/[^/]+$/i.test(resourceId);
  if (deployment) {
    return `https://portal.azure.com/#view/HubsExtension/DeploymentDetailsBlade/~/overview/id/${encodeURIComponent(resourceId)}`;
  }
  return `https://portal.azure.com/#${tenantId === undefined ? '' : `@${tenantId}/`}resource${resourceId}`;
}

/** `Microsoft.Network/virtualNetworks/subnets` of a resource id; undefined where the id names no resource of a provider. */
export function resourceTypeOf(resourceId: string): string | undefined {
  const [, provider] = /.*\/providers\/(.+)$/i.exec(resourceId) ?? [];
  if (provider === undefined) return undefined;
  const [namespace, ...rest] = provider.split('/');
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join('/');
}

/** `vnet/subnet`: the names in a resource id, without its type; the resource group's name for a resource group. */
export function resourceNameOf(resourceId: string): string {
  const [, provider] = /.*\/providers\/(.+)$/i.exec(resourceId) ?? [];
  if (provider === undefined) return resourceId.split('/').at(-1) ?? resourceId;
  return provider
    .split('/')
    .slice(1)
    .filter((_, index) => index % 2 === 1)
    .join('/');
}
