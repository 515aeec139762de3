import { describe, expect, it } from 'vitest';
import type { DesiredResource, Fragment } from '../src/index.ts';
import { reconcile } from '../src/reconcile.ts';
import { desiredOf, environmentWith } from './support/chosen-gateway.ts';
import { ownedBy } from './support/desired.ts';
import { GatewayTwin } from './support/gateway-twin.ts';

const EVERYTHING = `{
  backends: [{ name: france, url: 'https://aif-contoso-fr.services.ai.azure.com/openai/v1', priority: 2 }],
  contentSafety: {},
  namedValues: { team: chat },
  logPrompts: {},
  products: [{ name: research, subscriptions: [notebooks] }],
}`;

const fragment: Fragment = {
  ...{ file: 'team.xml', section: 'inbound', place: 'after', id: 'openai--team' },
  text: '<fragment><set-header name="x-team" exists-action="override"><value>{{openai--team}}</value></set-header></fragment>',
};

/** A service with an identity and the logger of its hub, as its deployment leaves it. */
function deployed(): GatewayTwin {
  const twin = new GatewayTwin();
  const { store } = twin.world;
  const guid = (key: string) => twin.world.guid(key);
  const service = store.get(twin.apimId);
  const id = `${twin.apimId.split('/providers/')[0] ?? ''}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`;
  if (service === undefined) throw new Error('there is no service');
  const properties = { clientId: guid('gateway-client'), principalId: guid('gateway-principal') };
  store.put({ ...service, id, type: 'Microsoft.ManagedIdentity/userAssignedIdentities', name: 'id', properties });
  store.put({ ...service, identity: { type: 'UserAssigned', userAssignedIdentities: { [id]: {} } } });
  twin.put('loggers/appinsights', { loggerType: 'applicationInsights' });
  return twin;
}

/** What an environment file makes of the gateway, without what is the hub's. */
function desired(twin: GatewayTwin, api: string, fragments: readonly Fragment[] = []): readonly DesiredResource[] {
  return desiredOf(environmentWith(api), twin, fragments, twin.apimId).filter(
    ({ id }) => !/\/(A\/@|loggers\/appinsights|service\/[^/]+\/diagnostics\/[^/]+)$/i.test(id),
  );
}

const apply = async (twin: GatewayTwin, wanted: readonly DesiredResource[]) =>
  reconcile(await twin.client(), wanted, { mode: 'apply', owned: ownedBy(twin), onChange: () => undefined });

describe('a gateway on which everything was chosen', () => {
  it('is, once nothing is chosen any more, as one on which nothing ever was', async () => {
    const [twin, plain] = [deployed(), deployed()];
    await apply(plain, desired(plain, '{}'));
    await apply(twin, desired(twin, EVERYTHING, [fragment]));
    const before = twin.written.length;
    await apply(twin, desired(twin, EVERYTHING, [fragment]));
    expect(twin.written.slice(before)).toEqual([]);
    await apply(twin, desired(twin, '{}'));
    // The logger for prompts is the hub's: another spoke may write to it.
    twin.world.store.delete(`${twin.apimId}/loggers/azuremonitor`);
    expect(twin.picture()).toEqual(plain.picture());
    expect(twin.written.slice(before)).toEqual([
      'PUT apis/openai/policies/policy',
      'DELETE subscriptions/openai--research--notebooks',
      'DELETE apis/openai/diagnostics/azuremonitor',
      'DELETE products/openai--research',
      'DELETE policyFragments/openai--team',
      'DELETE backends/foundry--pool',
      ...['own', 'france', 'content-safety'].map((name) => `DELETE backends/foundry--${name}`),
      'DELETE namedValues/openai--team',
    ]);
  });
});
