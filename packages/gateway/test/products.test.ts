import { loadEnvironment, namesOf, type Environment } from '@lz/config';
import { describe, expect, it } from 'vitest';
import { desiredProducts } from '../src/products.ts';
import { reconcile } from '../src/reconcile.ts';
import { subscriptionKey } from '../../twin/src/providers/api-management/subscriptions.ts';
import { desiredState } from './support/desired.ts';
import { GatewayTwin } from './support/gateway-twin.ts';

const FILE = `name: contoso-dev
location: swedencentral
hub:
  addressSpace: 10.10.0.0/22
  gateway: { publisherEmail: platform@contoso.com }
spoke:
  addressSpace: 10.10.4.0/22
  exposure: { kind: private }
models: [gpt-5-mini]
api:
  products: [{ name: research, subscriptions: [notebooks, batch-jobs] }]
`;

function productsOf({ apimId }: GatewayTwin) {
  const { environment } = loadEnvironment(FILE, 'dev.yml');
  const names = namesOf(environment as Environment, '11111111-1111-4111-8111-111111111111');
  return desiredProducts(environment as Environment, { ...names, hub: { ...names.hub, apimId } });
}

/** Hands the name of the calling application back, and never calls a backend. */
const WHO =
  '<policies><inbound><base /><return-response><set-status code="@(context.Subscription == null ? 299 : context.Subscription.Name.Length)" /></return-response></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>';

describe('products of the environment file', () => {
  it('hold the API, and have active subscriptions whose keys say which application calls', async () => {
    const twin = new GatewayTwin();
    const desired = [...desiredState(twin), ...productsOf(twin)];
    await reconcile(await twin.client(), desired, { mode: 'apply', onChange: () => undefined });
    const [subscription] = twin.world.store.ofType('Microsoft.ApiManagement/service/subscriptions');
    expect(subscription).toMatchObject({
      name: 'openai--research--notebooks',
      properties: { displayName: 'research: notebooks', state: 'active' },
    });
    expect(twin.find('products/openai--research')?.properties).toMatchObject({
      subscriptionRequired: true,
      state: 'published',
    });
    twin.put('apis/openai/operations/any', { method: 'GET', urlTemplate: '/any', displayName: 'Any' });
    const status = (headers: Readonly<Record<string, string>>) => twin.call('GET', 'openai/v1/any', undefined, headers);
    const key = subscriptionKey(twin.world, subscription?.id ?? '', 'primaryKey');
    // A key is no token.
    expect([await status({}), await status({ 'ocp-apim-subscription-key': key })]).toEqual([401, 401]);
    twin.put('apis/openai/policies/policy', { format: 'rawxml', value: WHO });
    const told = [await status({}), await status({ 'ocp-apim-subscription-key': 'wrong' })];
    expect([...told, await status({ 'ocp-apim-subscription-key': key })]).toEqual([
      299,
      299,
      'research: notebooks'.length,
    ]);
  });

  it('are written once, and nobody reads their keys', async () => {
    const twin = new GatewayTwin();
    const desired = [...desiredState(twin), ...productsOf(twin)];
    const run = async () => reconcile(await twin.client(), desired, { mode: 'apply', onChange: () => undefined });
    await run();
    const before = twin.writes.length;
    await run();
    expect(twin.writes.slice(before)).toEqual([]);
    expect(twin.requests.filter(({ path }) => /listSecrets/i.test(path))).toEqual([]);
  });
});
