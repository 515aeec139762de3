/** The parts of a resource id. */
export interface IdParts {
  readonly subscriptionId: string | undefined;
  readonly resourceGroup: string | undefined;
  /** `Microsoft.Network/virtualNetworks/subnets`; empty for a subscription or a resource group. */
  readonly type: string;
  /** One name for each segment of the type after the namespace. */
  readonly names: readonly string[];
}

/** Takes an id apart: of an extension resource its last `/providers/` part, of everything else the whole. */
export function partsOf(id: string): IdParts {
  const subscriptionId = /^\/subscriptions\/([^/]+)/i.exec(id)?.[1];
  const resourceGroup = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1];
  const start = id.toLowerCase().lastIndexOf('/providers/');
  if (start === -1) return { subscriptionId, resourceGroup, type: '', names: [] };
  const [namespace = '', ...rest] = id.slice(start + '/providers/'.length).split('/');
  const types = rest.filter((_, index) => index % 2 === 0);
  const names = rest.filter((_, index) => index % 2 === 1);
  return { subscriptionId, resourceGroup, type: [namespace, ...types].join('/'), names };
}

/** The last segment. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** The id of the resource that holds `id`: `…/virtualNetworks/hub` of `…/virtualNetworks/hub/subnets/app`. */
export function ownerOf(id: string): string {
  return id.split('/').slice(0, -2).join('/');
}

/** The id of the resource group that holds `id`. */
export function groupOf(id: string): string {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id)?.[0] ?? '';
}

/** The subscription's id as a path: `/subscriptions/…`. */
export function subscriptionOf(id: string): string {
  return /^\/subscriptions\/[^/]+/i.exec(id)?.[0] ?? '';
}

/** Whether two ids name the same resource. Azure ignores case. */
export function sameId(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}

/** Whether two locations are the same: `Sweden Central` and `swedencentral` are. */
export function sameLocation(a: string | undefined, b: string | undefined): boolean {
  return normalLocation(a) === normalLocation(b);
}

/** `Sweden Central` as Azure stores it: `swedencentral`. */
export function normalLocation(location: string | undefined): string {
  return (location ?? '').replaceAll(' ', '').toLowerCase();
}

/** Whether `id` names a resource of `type` and is complete: a name for every segment. */
export function isIdOf(id: string, type: string): boolean {
  const parts = partsOf(id);
  return parts.type.toLowerCase() === type.toLowerCase() && parts.names.length === type.split('/').length - 1;
}
