import { AzureError, type TwinHost, type TwinRequest, type TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { createContext, jsonBody, requireRight, type Arm, type ArmContext } from './context.ts';
import { deploymentRoutes } from './deployments/routes.ts';
import { armErrors } from './errors.ts';
import { parsePath } from './ids.ts';
import { listTracked, listType } from './lists.ts';
import { deleteGroup, groupId, listGroups, readGroup, showGroupDeletion, writeGroup } from './groups.ts';
import { showOperationResult, showOperationStatus } from './operations.ts';
import type { ArmPorts } from './ports.ts';
import { listProviders, readProvider, registerProvider, unregisterProvider } from './resource-providers.ts';
import { deleteResource, readResource, runAction, writeResource } from './resources.ts';
import { findRoute, route, type Route } from './routes.ts';
import { ArmState } from './state.ts';
import { listSubscriptions, listTenants, readLocations, readSubscription } from './subscriptions.ts';
import { handleTags } from './tags.ts';
import { requireSubscription } from './write-prepare.ts';

const HOSTS: ReadonlySet<string> = new Set(['management.azure.com', 'localhost', '127.0.0.1']);

/** What Azure Resource Manager has and the twin has not: refused by name, never as if Azure did not know it. */
const LEFT_OUT: readonly (readonly [path: string, what: string])[] = [
  ['{+scope}/providers/Microsoft.Resources/deploymentStacks{+rest}', 'deployment stacks'],
  ['{+scope}/providers/Microsoft.Resources/deploymentScripts{+rest}', 'deployment scripts'],
  ['{+scope}/providers/Microsoft.Resources/templateSpecs{+rest}', 'template specs'],
  ['/providers/Microsoft.ResourceGraph{+rest}', 'Azure Resource Graph'],
  ['/providers/Microsoft.Management{+rest}', 'management groups'],
  ['/providers/{ns}/operations', 'the list of operations of a provider'],
  ['/subscriptions/{s}/resourceGroups/{g}/moveResources', 'moving resources'],
  ['/subscriptions/{s}/resourceGroups/{g}/validateMoveResources', 'moving resources'],
  ['/subscriptions/{s}/resourceGroups/{g}/exportTemplate', 'the export of a resource group'],
  ['/subscriptions/{s}/tagNames{+rest}', 'the tag names of a subscription'],
  ['{+scope}/providers/Microsoft.Authorization/policy{+rest}', 'Azure Policy'],
  ['{+scope}/providers/Microsoft.PolicyInsights{+rest}', 'Azure Policy'],
  ['{+scope}/providers/Microsoft.Insights/eventtypes{+rest}', 'the activity log'],
];

/** Azure Resource Manager of a world, and what it remembers beside the store. */
export function createArm(
  world: World,
  ports: ArmPorts,
  retryAfterSeconds: number | undefined,
): { readonly arm: Arm; readonly host: TwinHost } {
  const retryAfter: Arm['retryAfter'] =
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  const arm: Arm = { world, ports, state: new ArmState(), retryAfter };
  const routes = [...ownRoutes(), ...deploymentRoutes(), ...providerRoutes(arm)];
  const host: TwinHost = {
    name: 'Azure Resource Manager',
    serves: (name) => HOSTS.has(name),
    handle: (request) => handle(arm, routes, request),
  };
  return { arm, host };
}

/** The pipeline: number the request, authenticate, read the context, dispatch. The server answers errors. */
async function handle(arm: Arm, routes: readonly Route[], request: TwinRequest): Promise<TwinResponse> {
  const headers = requestHeaders(arm, request);
  try {
    const caller = await arm.ports.authenticate(request);
    const context = createContext(arm, request, caller);
    const found = findRoute(routes, request.method === 'HEAD' ? 'GET' : request.method, context.path);
    const response = await (found === undefined ? handleGeneric(context) : found.handle(context, found.parameter));
    return { ...response, headers: { ...headers, ...response.headers } };
  } catch (error) {
    if (!(error instanceof AzureError)) throw error;
    throw new AzureError(error.status, error.body, { ...headers, ...error.headers }, error.curedByTime);
  }
}

/** What belongs to no route of ARM itself is a resource, a list of resources, or an action below a resource. */
function handleGeneric(context: ArmContext): TwinResponse | Promise<TwinResponse> {
  const parsed = parsePath(context.path);
  if (parsed.kind === 'resource') {
    switch (context.method) {
      case 'GET':
      case 'HEAD':
        return readResource(context, parsed);
      case 'PUT':
      case 'PATCH':
        return writeResource(context, parsed);
      case 'DELETE':
        return deleteResource(context, parsed);
      default:
        throw armErrors.methodNotAllowed(context.method, context.path);
    }
  }
  if (parsed.kind === 'collection' && context.method === 'GET') return listType(context, parsed);
  if (parsed.kind === 'collection' && context.method === 'POST' && parsed.parentId !== undefined) {
    const owner = parsePath(parsed.parentId);
    if (owner.kind === 'resource') return runAction(context, owner, context.path.split('/').at(-1) ?? '');
  }
  throw armErrors.notFound(context.path);
}

function ownRoutes(): readonly Route[] {
  const s = '/subscriptions/{s}';
  const g = `${s}/resourceGroups/{g}`;
  return [
    route('GET', '/tenants', listTenants),
    route('GET', '/subscriptions', listSubscriptions),
    route('GET', s, (context, p) => readSubscription(context, p('s'))),
    route('GET', `${s}/locations`, (context, p) => readLocations(context, p('s'))),
    route('GET', '/providers', (context) => listProviders(context)),
    route('GET', `${s}/providers`, (context, p) => listProviders(context, p('s'))),
    route('GET', `${s}/providers/{ns}`, (context, p) => readProvider(context, p('ns'), p('s'))),
    route('GET', '/providers/{ns}', (context, p) => readProvider(context, p('ns'))),
    route('POST', `${s}/providers/{ns}/register`, (context, p) => registerProvider(context, p('ns'), p('s'))),
    route('POST', `${s}/providers/{ns}/unregister`, (context, p) => unregisterProvider(context, p('ns'), p('s'))),
    route('GET', `${s}/resourceGroups`, (context, p) => listGroups(context, p('s'))),
    route('GET', g, (context, p) => readGroup(context, p('s'), p('g'))),
    route('PUT PATCH', g, (context, p) => writeGroup(context, p('s'), p('g'))),
    route('DELETE', g, (context, p) => deleteGroup(context, p('s'), p('g'))),
    route('GET', `${s}/resources`, (context, p) => listTracked(context, `/subscriptions/${p('s')}`)),
    route('GET', `${g}/resources`, (context, p) => listTracked(context, groupId(p('s'), p('g')))),
    route('GET', `${s}/operationresults/{id}`, (context, p) => showGroupDeletion(context, p('id'))),
    route('GET', '{+scope}/providers/{ns}/locations/{l}/operationStatuses/{id}', (c, p) =>
      showOperationStatus(c, p('id')),
    ),
    route('GET', '{+scope}/providers/{ns}/locations/{l}/operationResults/{id}', (c, p) =>
      showOperationResult(c, p('id')),
    ),
    route('GET PUT PATCH DELETE', '{+scope}/providers/Microsoft.Resources/tags/default', (c, p) =>
      handleTags(c, p('scope')),
    ),
    ...LEFT_OUT.map(([path, what]) =>
      route('GET HEAD PUT PATCH POST DELETE', path, () => {
        throw armErrors.notImplemented(what);
      }),
    ),
  ];
}

/** Operations of the providers that belong to no stored resource. */
function providerRoutes(arm: Arm): readonly Route[] {
  return arm.ports.operations.map((operation) =>
    route(operation.method, `/subscriptions/{subscriptionId}/${operation.path}`, (context, parameter) => {
      requireSubscription(arm, { subscriptionId: parameter('subscriptionId') });
      requireRight(context, operation.action, `/subscriptions/${parameter('subscriptionId')}`);
      if (!operation.apiVersions.includes(context.apiVersion)) {
        throw armErrors.noRegisteredProvider(
          operation.path.replace(/^providers\//, ''),
          context.apiVersion,
          'global',
          operation.apiVersions,
        );
      }
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
      const parameters = Object.fromEntries(names.map((name) => [name, parameter(name)]));
      const { query, caller } = context;
      return operation.handle({
        world: arm.world,
        subscriptionId: parameter('subscriptionId'),
        parameters,
        query,
        body: jsonBody(context),
        principalId: caller.principalId,
      });
    }),
  );
}

/** The headers that every answer of ARM carries; clients print the correlation id. */
function requestHeaders(arm: Arm, request: TwinRequest): Record<string, string> {
  const requestId = arm.world.guid(`request:${arm.world.log.entries.length}`);
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  const sent = request.headers['x-ms-correlation-request-id'];
  return {
    'x-ms-request-id': requestId,
    'x-ms-correlation-request-id': typeof sent === 'string' ? sent : requestId,
    [`x-ms-ratelimit-remaining-subscription-${writes ? 'writes' : 'reads'}`]: '11999',
    'cache-control': 'no-cache',
  };
}
