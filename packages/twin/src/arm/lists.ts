import type { TwinResponse } from '../kernel/http.ts';
import type { Resource } from '../kernel/store.ts';
import { requireRight, type ArmContext } from './context.ts';
import { definitionOf } from './definitions.ts';
import { armErrors } from './errors.ts';
import { parseFilter, satisfies, type FilterClause } from './filter.ts';
import { isWithin, parseResourceId, sameText, type Collection } from './ids.ts';
import { asString, omit } from './json.ts';
import { isUnfinished, viewResource } from './view.ts';
import { requireSubscription } from './write-prepare.ts';

/** Extension types: a list at a scope also shows what is above and below it. */
const SEEN_FROM_ALL_SCOPES: ReadonlySet<string> = new Set([
  'microsoft.authorization/roleassignments',
  'microsoft.authorization/locks',
]);

/** `GET …/subnets`, `GET …/providers/Microsoft.Network/virtualNetworks`: one type below one parent or scope. */
export function listType(context: ArmContext, collection: Collection): TwinResponse {
  const { arm } = context;
  requireRight(context, `${collection.type}/read`, collection.parentId ?? collection.scope);
  requireSubscription(arm, collection);
  const definition = definitionOf(arm, collection.type, context.apiVersion);
  requireExisting(context, collection);
  const clauses = parseFilter(context.query.get('$filter'));
  const listed = arm.world.store
    .ofType(collection.type)
    .filter((resource) => isListed(resource, collection, clauses))
    .filter((resource) => satisfies(propertyClauses(clauses), (field) => readField(resource, field)));
  const page = takePage(listed, context.query);
  return {
    status: 200,
    body: {
      value: page.map((resource) => viewResource(resource, definition, context.query, arm.world)),
      ...countOf(collection, listed),
    },
    pending: page.some((resource) => isUnfinished(resource, definition, arm.world)),
  };
}

/** `GET …/resources`: every top level resource of a subscription or a group that has a location. */
export function listTracked(context: ArmContext, scope: string): TwinResponse {
  const { arm } = context;
  requireRight(context, 'Microsoft.Resources/subscriptions/resources/read', scope);
  const clauses = parseFilter(context.query.get('$filter'));
  const listed = [...arm.world.store.all()]
    .filter((resource) => resource.location !== undefined && resource.id.toLowerCase().includes('/providers/'))
    .filter((resource) => isWithin(resource.id, scope))
    .filter((resource) => satisfies(withoutTagClauses(clauses), (field) => readField(resource, field)))
    .filter((resource) => matchesTag(resource, clauses));
  const value = takePage(listed, context.query).map((resource) => {
    const shown = viewResource(resource, undefined, context.query, arm.world);
    const rest = omit(shown, 'properties', 'etag');
    const provisioningState = resource.properties['provisioningState'] ?? 'Succeeded';
    const names = parseResourceId(resource.id).names.join('/');
    return context.query.get('$expand')?.includes('provisioningState') === true
      ? { ...rest, name: names, provisioningState }
      : { ...rest, name: names };
  });
  return { status: 200, body: { value } };
}

function requireExisting({ arm }: ArmContext, { parentId, scope, type }: Collection): void {
  const container = parentId ?? scope;
  const lower = container.toLowerCase();
  if (lower === '' || /^\/subscriptions\/[^/]+$/.test(lower) || arm.world.store.has(container)) return;
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(lower)) {
    throw armErrors.groupNotFound(container.split('/').at(-1) ?? '');
  }
  if (!lower.includes('/providers/')) throw armErrors.notFound(`${container}/providers/${type}`);
  const parent = parseResourceId(container);
  throw armErrors.resourceNotFound(parent.type, parent.names, parent.resourceGroup);
}

function isListed(resource: Resource, collection: Collection, clauses: readonly FilterClause[]): boolean {
  const { parentId, scope } = collection;
  if (parentId !== undefined) return sameText(parseResourceId(resource.id).parentId, parentId);
  if (!SEEN_FROM_ALL_SCOPES.has(resource.type.toLowerCase()))
    return isWithin(resource.id, scope) && isPlainlyBelow(resource, collection);
  const at = parseResourceId(resource.id).scope;
  const above = isWithin(scope, at);
  const onlyAtScope = clauses.some((clause) => clause.kind === 'function' && clause.name === 'atscope');
  return (above || (!onlyAtScope && isWithin(at, scope))) && isAssignedTo(resource, clauses);
}

/** Diagnostic settings of a resource are listed on that resource only, not on its group. */
function isPlainlyBelow(resource: Resource, { scope }: Collection): boolean {
  const own = parseResourceId(resource.id).scope;
  return own.toLowerCase().includes('/providers/') ? sameText(own, scope) : true;
}

function isAssignedTo(resource: Resource, clauses: readonly FilterClause[]): boolean {
  return clauses.every((clause) => {
    if (clause.kind !== 'function' || clause.name !== 'assignedto') return true;
    return sameText(asString(resource.properties['principalId']), clause.args[0]);
  });
}

const SCOPE_FUNCTIONS: ReadonlySet<string> = new Set(['atscope', 'assignedto']);

function propertyClauses(clauses: readonly FilterClause[]): readonly FilterClause[] {
  return clauses.filter((clause) => clause.kind === 'compare' || !SCOPE_FUNCTIONS.has(clause.name));
}

function withoutTagClauses(clauses: readonly FilterClause[]): readonly FilterClause[] {
  return clauses.filter((clause) => clause.kind !== 'compare' || !clause.field.startsWith('tag'));
}

function matchesTag(resource: Resource, clauses: readonly FilterClause[]): boolean {
  const wanted = (field: string): string | undefined =>
    clauses.find((clause) => clause.kind === 'compare' && clause.field === field)?.['value' as never];
  const name = wanted('tagname');
  if (name === undefined) return true;
  const tag = Object.entries(resource.tags ?? {}).find(([key]) => sameText(key, name));
  const value = wanted('tagvalue');
  return tag !== undefined && (value === undefined || tag[1] === value);
}

/** A field as a filter names it: a member of the resource, or one of its properties. null: no such field. */
function readField(resource: Resource, field: string): string | undefined | null {
  const { id, name, type, location } = resource;
  const members: Readonly<Record<string, string | undefined>> = {
    id,
    name,
    location,
    resourcetype: type,
    type,
    resourcegroup: parseResourceId(id).resourceGroup,
  };
  if (field in members) return members[field];
  const property = field.replace(/^properties\//, '');
  const entry = Object.entries(resource.properties).find(([key]) => sameText(key, property));
  const value = entry?.[1];
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}

function takePage(listed: readonly Resource[], query: URLSearchParams): readonly Resource[] {
  const skip = Number(query.get('$skip') ?? 0);
  const top = query.get('$top');
  return listed.slice(skip, top === null ? undefined : skip + Number(top));
}

/** API Management counts its lists. */
function countOf({ type }: Collection, listed: readonly Resource[]): { count?: number } {
  return type.toLowerCase().startsWith('microsoft.apimanagement/') ? { count: listed.length } : {};
}
