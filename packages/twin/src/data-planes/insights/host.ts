import { AUDIENCES, verifyBearer } from '../../entra/index.ts';
import { json, type TwinHost, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../../providers/common/json.ts';
import { metricsOf } from './metrics.ts';
import { QueryNotSupported, runQuery } from './query.ts';

/** Queries of Application Insights: `api.applicationinsights.io/v1/apps/{app id}/query`, of custom metrics only. */
export function insightsHost(world: World): TwinHost {
  return {
    name: 'Application Insights query',
    serves: (host) => host === 'api.applicationinsights.io',
    handle: async (request) => ({ ...(await handle(world, request)), wrote: false }),
  };
}

async function handle(world: World, request: TwinRequest): Promise<TwinResponse> {
  const verdict = await verifyBearer(world, request.headers.authorization, {
    audiences: AUDIENCES.applicationInsights,
    lifetime: 'virtual',
  });
  if (!verdict.ok) return failure(401, 'AuthorizationRequiredError', 'Valid authentication was not provided');
  const appId = /^\/v1\/apps\/([^/]+)\/query$/.exec(request.url.pathname)?.[1]?.toLowerCase();
  if (appId === undefined)
    return failure(501, 'NotImplemented', `The path '${request.url.pathname}' is not implemented by this local Azure.`);
  const component = world.store
    .ofType('Microsoft.Insights/components')
    .find((item) => textAt(item.properties, 'AppId')?.toLowerCase() === appId);
  if (component === undefined) return failure(404, 'PathNotFoundError', 'The requested path does not exist');
  const query = queryOf(request);
  if (query === undefined)
    return failure(400, 'BadArgumentError', 'The request had some invalid properties: query is missing');
  try {
    const metrics = metricsOf(world).filter((metric) => metric.component.toLowerCase() === component.id.toLowerCase());
    return json(200, { tables: [{ name: 'PrimaryResult', ...runQuery(query, metrics) }] });
  } catch (error) {
    if (error instanceof QueryNotSupported) return failure(501, 'NotImplemented', error.message);
    throw error;
  }
}

function queryOf(request: TwinRequest): string | undefined {
  if (request.method === 'GET') return request.url.searchParams.get('query') ?? undefined;
  try {
    const { query } = JSON.parse(request.body.toString('utf8')) as { query?: unknown };
    return typeof query === 'string' ? query : undefined;
  } catch {
    return undefined;
  }
}

function failure(status: number, code: string, message: string): TwinResponse {
  return json(status, { error: { code, message } });
}
