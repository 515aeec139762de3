/** A resource id taken apart. `Microsoft.Network/virtualNetworks/subnets` has two names. */
export interface ResourceId {
  readonly id: string;
  /** What the last `/providers/` stands on: a resource group, a subscription, the resource it extends, or '' for the tenant. */
  readonly scope: string;
  readonly namespace: string;
  readonly type: string;
  readonly names: readonly string[];
  /** Last segment. */
  readonly name: string;
  /** The resource above, or the scope. */
  readonly parentId: string;
  /** Type of the resource above; undefined for a top level resource. */
  readonly parentType: string | undefined;
  readonly subscriptionId: string | undefined;
  readonly resourceGroup: string | undefined;
}

/** A list of one type: `{parent}/subnets`, `{scope}/providers/Microsoft.Network/virtualNetworks`. */
export interface Collection {
  readonly scope: string;
  readonly type: string;
  /** The resource above for nested types, else undefined. */
  readonly parentId: string | undefined;
  readonly subscriptionId: string | undefined;
  readonly resourceGroup: string | undefined;
}

export type ParsedPath =
  | ({ readonly kind: 'resource' } & ResourceId)
  | ({ readonly kind: 'collection' } & Collection)
  | { readonly kind: 'other' };

/** Reads a path as the id of a resource or of a collection. Percent-encoding must be gone already. */
export function parsePath(path: string): ParsedPath {
  const clean = path.replace(/\/+$/, '');
  const at = clean.toLowerCase().lastIndexOf('/providers/');
  if (at === -1) return { kind: 'other' };
  const scope = clean.slice(0, at);
  const [namespace, ...segments] = clean.slice(at + '/providers/'.length).split('/');
  if (namespace === undefined || segments.length === 0 || segments.includes('')) return { kind: 'other' };
  const types = segments.filter((_, index) => index % 2 === 0);
  const names = segments.filter((_, index) => index % 2 === 1);
  const common = { scope, type: [namespace, ...types].join('/'), ...ancestorsOf(clean) };
  const parentId = clean
    .split('/')
    .slice(0, names.length < types.length ? -1 : -2)
    .join('/');
  if (names.length < types.length) {
    return { kind: 'collection', ...common, parentId: types.length > 1 ? parentId : undefined };
  }
  return {
    kind: 'resource',
    ...common,
    id: clean,
    namespace,
    names,
    name: names.at(-1) ?? '',
    parentId: types.length > 1 ? parentId : scope,
    parentType: types.length > 1 ? [namespace, ...types.slice(0, -1)].join('/') : undefined,
  };
}

/** Reads the id of a resource. Throws TypeError where it is none: ids inside the twin are well formed. */
export function parseResourceId(id: string): ResourceId {
  const parsed = parsePath(id);
  if (parsed.kind !== 'resource') throw new TypeError(`${id} is not the id of a resource.`);
  return parsed;
}

/** Subscription and resource group that an id or path lies in. */
export function ancestorsOf(path: string): Pick<ResourceId, 'subscriptionId' | 'resourceGroup'> {
  const [, top, subscriptionId, second, resourceGroup] = path.split('/');
  if (top?.toLowerCase() !== 'subscriptions') return { subscriptionId: undefined, resourceGroup: undefined };
  return { subscriptionId, resourceGroup: second?.toLowerCase() === 'resourcegroups' ? resourceGroup : undefined };
}

/** Id of the resource group that `id` lies in, or undefined. */
export function resourceGroupIdOf(id: string): string | undefined {
  const { subscriptionId, resourceGroup } = ancestorsOf(id);
  return subscriptionId === undefined || resourceGroup === undefined
    ? undefined
    : `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
}

/** Whether two ids or names mean the same: ARM ignores case. */
export function sameText(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}

/** Whether `id` is `ancestor` or lies below it. */
export function isWithin(id: string, ancestor: string): boolean {
  const lower = id.toLowerCase();
  const top = ancestor.toLowerCase();
  return lower === top || lower.startsWith(`${top}/`);
}

/**
 * The type that `id` says, for templates that write an extension in the old way, as a child of what it extends:
 * `Microsoft.Storage/storageAccounts/providers/roleAssignments`. `type` where there is no id of a resource.
 */
export function typeOfId(id: string | undefined, type: string): string {
  if (id === undefined || !/\/providers\//i.test(type)) return type;
  const parsed = parsePath(id);
  return parsed.kind === 'resource' ? parsed.type : type;
}
