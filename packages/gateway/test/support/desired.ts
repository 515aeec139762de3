import type { DesiredResource } from '../../src/desired-state.ts';
import { FOUNDRY_HOST, type GatewayTwin } from './gateway-twin.ts';

const apiVersion = '2024-05-01';

/** What a test may change in the desired state. */
export interface Wishes {
  /** Calls in a minute. */
  readonly calls?: number;
  readonly backends?: readonly string[];
  readonly fragment?: string;
  readonly products?: readonly string[];
}

export const FRAGMENT =
  '<fragment><set-header name="x-team" exists-action="override"><value>a</value></set-header></fragment>';

/** A policy that lets nobody through without a token of the tenant. */
export function policyText({ calls = 10, backends = ['foundry'], fragment }: Wishes): string {
  const include = fragment === undefined ? '' : '<include-fragment fragment-id="openai--inbound" />';
  return `<policies><inbound><base /><validate-azure-ad-token tenant-id="{{openai--tenant}}"><client-application-ids><application-id>22222222-2222-4222-8222-222222222222</application-id></client-application-ids></validate-azure-ad-token><rate-limit-by-key calls="${calls}" renewal-period="60" counter-key="@(context.Request.IpAddress)" />${include}<set-backend-service backend-id="${backends.at(-1) ?? ''}" /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;
}

/** A gateway with one resource of each kind, given in an order that no reference allows. */
export function desiredState({ apimId, world }: GatewayTwin, wishes: Wishes = {}): readonly DesiredResource[] {
  const one = (path: string, properties: DesiredResource['properties'], more: Partial<DesiredResource> = {}) => ({
    title: path,
    id: `${apimId}/${path}`,
    apiVersion,
    properties,
    ...more,
  });
  const { backends = ['foundry'], fragment, products = [] } = wishes;
  return [
    ...products.flatMap((name) => [
      one(`subscriptions/openai--${name}--web`, {
        displayName: 'web',
        scope: `${apimId}/products/openai--${name}`,
        state: 'active',
      }),
      one(`products/openai--${name}/apis/openai`, {}, { link: true }),
      one(`products/openai--${name}`, { displayName: name, subscriptionRequired: true, state: 'published' }),
    ]),
    one('apis/openai/policies/policy', { format: 'rawxml', value: policyText(wishes) }, { policy: true }),
    one('apis/openai', {
      displayName: 'OpenAI',
      path: 'openai/v1',
      protocols: ['https'],
      serviceUrl: `https://${FOUNDRY_HOST}/openai/v1`,
      subscriptionRequired: false,
    }),
    ...(fragment === undefined
      ? []
      : [one('policyFragments/openai--inbound', { format: 'rawxml', value: fragment }, { policy: true })]),
    ...backends.map((name) => one(`backends/${name}`, { protocol: 'http', url: `https://${FOUNDRY_HOST}/openai/v1` })),
    one('namedValues/openai--tenant', { displayName: 'openai--tenant', value: world.tenant.tenantId, secret: false }),
  ];
}

/** Where what is ours stands. */
export function ownedBy({ apimId }: GatewayTwin) {
  return { apimId, apiId: 'openai', backendId: 'foundry' };
}
