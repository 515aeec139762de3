import { authorize } from '../../authorization/authorize.ts';
import { AUDIENCES, verifyBearer, type Caller } from '../../entra/index.ts';
import { json, type TwinHost, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { answered, KqlError, runQuery, type Table, type Tables } from '../../kql/index.ts';
import { textAt } from '../../providers/common/json.ts';
import { readQuery } from './query-request.ts';
import { tablesOfComponent, tablesOfWorkspace, type Timespan } from './tables.ts';

const COMPONENT = 'Microsoft.Insights/components';
const WORKSPACE = 'Microsoft.OperationalInsights/workspaces';

/** One of the two query services: under which names, for which audience, and how it names what it queries. */
interface QueryService {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly audiences: readonly string[];
  readonly path: RegExp;
  readonly type: string;
  /** The property of the resource that paths name it by. */
  readonly key: string;
}

const APPLICATION_INSIGHTS: QueryService = {
  name: 'Application Insights query',
  hosts: ['api.applicationinsights.io', 'api.applicationinsights.azure.com'],
  audiences: AUDIENCES.applicationInsights,
  path: /^\/v1\/apps\/([^/]+)\/query$/i,
  type: COMPONENT,
  key: 'AppId',
};

const LOG_ANALYTICS: QueryService = {
  name: 'Log Analytics query',
  hosts: ['api.loganalytics.io', 'api.loganalytics.azure.com'],
  audiences: AUDIENCES.logs,
  path: /^\/v1\/workspaces\/([^/]+)\/query$/i,
  type: WORKSPACE,
  key: 'customerId',
};

/** Queries of Application Insights: `api.applicationinsights.io/v1/apps/{app id}/query`. */
export function insightsHost(world: World): TwinHost {
  return queryHost(world, APPLICATION_INSIGHTS);
}

/** Queries of Log Analytics: `api.loganalytics.io/v1/workspaces/{workspace id}/query`, or by a resource's own id. */
export function logAnalyticsHost(world: World): TwinHost {
  return queryHost(world, LOG_ANALYTICS);
}

function queryHost(world: World, service: QueryService): TwinHost {
  return {
    name: service.name,
    serves: (host) => service.hosts.includes(host),
    handle: async (request) => ({ ...(await handle(world, service, request)), wrote: false }),
  };
}

async function handle(world: World, service: QueryService, request: TwinRequest): Promise<TwinResponse> {
  const verdict = await verifyBearer(world, request.headers.authorization, {
    audiences: service.audiences,
    lifetime: 'virtual',
  });
  if (!verdict.ok) return failure(401, 'AuthorizationRequiredError', 'Valid authentication was not provided');
  const { pathname } = request.url;
  if (!/\/query$/i.test(pathname))
    return failure(501, 'NotImplemented', `The path '${pathname}' is not implemented by this local Azure.`);
  const resource = resourceOf(world, service, pathname);
  if (resource === undefined) return failure(404, 'PathNotFoundError', 'The requested path does not exist');
  return mayQuery(world, verdict.caller, resource)
    ? answer(world, resource, request)
    : failure(
        403,
        'InsufficientAccessError',
        'The provided credentials have insufficient access to perform the requested operation',
      );
}

/** By the id that the service gives it, or by its resource id. */
function resourceOf(world: World, { path, type, key }: QueryService, pathname: string): Resource | undefined {
  const id = path.exec(pathname)?.[1]?.toLowerCase();
  if (id !== undefined)
    return world.store.ofType(type).find(({ properties }) => textAt(properties, key)?.toLowerCase() === id);
  const resourceId = /^\/v1(\/subscriptions\/.+)\/query$/i.exec(pathname)?.[1];
  const resource = resourceId === undefined ? undefined : world.store.get(resourceId);
  return resource !== undefined && [COMPONENT, WORKSPACE].some((known) => isOfType(resource, known))
    ? resource
    : undefined;
}

function isOfType({ type }: Resource, wanted: string): boolean {
  return type.toLowerCase() === wanted.toLowerCase();
}

/** Reader, Monitoring Reader and Log Analytics Reader all have it (manage-access: permissions to query). */
function mayQuery(world: World, { principalId }: Caller, resource: Resource): boolean {
  const action = isOfType(resource, COMPONENT) ? 'Microsoft.Insights/logs/read' : `${WORKSPACE}/query/read`;
  return authorize(world, principalId, action, resource.id) === undefined;
}

function answer(world: World, resource: Resource, request: TwinRequest): TwinResponse {
  const asked = readQuery(request, world.clock.now);
  if (typeof asked === 'string')
    return failure(400, 'BadArgumentError', `The request had some invalid properties: ${asked}`);
  try {
    const table = runQuery(asked.query, tablesFor(world, resource, asked.span), world.clock.now);
    return json(200, { tables: [shown(table)] });
  } catch (error) {
    if (error instanceof KqlError) return refused(error);
    throw error;
  }
}

function tablesFor(world: World, resource: Resource, span: Timespan): Tables {
  const tables = isOfType(resource, COMPONENT) ? tablesOfComponent : tablesOfWorkspace;
  return tables(world, resource.id, span);
}

function shown({ columns, rows }: Table) {
  return {
    name: 'PrimaryResult',
    columns,
    rows: rows.map((row) => row.map((cell, index) => answered(cell, columns[index]?.type ?? 'string'))),
  };
}

const INNER = {
  syntax: { code: 'SyntaxError', message: 'A recognition error occurred in the query.', inner: 'SYN0002' },
  semantic: { code: 'SemanticError', message: 'A semantic error occurred.', inner: 'SEM0100' },
} as const;

/** The service's own shape: what is wrong stands innermost, with its place. */
function refused({ kind, message, position, token }: KqlError): TwinResponse {
  if (kind === 'not-supported') return failure(501, 'NotImplemented', `${message}.`);
  const { code, message: outer, inner } = INNER[kind];
  const innermost = { code: inner, message, ...position, ...(token === '' ? {} : { token }) };
  return json(400, {
    error: {
      code: 'BadArgumentError',
      message: 'The request had some invalid properties',
      innererror: { code, message: outer, innererror: innermost },
    },
  });
}

function failure(status: number, code: string, message: string): TwinResponse {
  return json(status, { error: { code, message } });
}
