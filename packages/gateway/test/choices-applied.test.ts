import { describe, expect, test } from 'vitest';
import { IDENTITY } from '../../twin/test/data-planes/landing-zone.ts';
import type { Fragment } from '../src/index.ts';
import { reconcile } from '../src/reconcile.ts';
import { spokeChildren } from '../src/removal.ts';
import { desiredOf, environmentWith } from './support/chosen-gateway.ts';
import { ownedBy } from './support/desired.ts';
import { GatewayTwin } from './support/gateway-twin.ts';
import { namesOf } from '@lz/config';

const EVERYTHING =
  "{ backends: [{ name: france, url: 'https://aif-fr.openai.azure.com/openai/v1', priority: 2 }], contentSafety: {}, semanticCache: { embeddings: text-embedding-3-small, cache: default }, namedValues: { team: chat }, logPrompts: {} }";
const FRAGMENT: Fragment = {
  ...{ section: 'inbound', place: 'after', id: 'openai--team', file: 'policies/team.xml' },
  text: '<fragment><set-header name="team"><value>{{openai--team}}</value></set-header></fragment>',
};

/** A service with the identity that calls the models. */
function twinWithIdentity(): GatewayTwin {
  const twin = new GatewayTwin();
  const service = twin.world.store.get(twin.apimId);
  const identity = { clientId: twin.world.guid('gateway-client'), principalId: twin.world.guid('gateway-principal') };
  if (service === undefined) throw new Error('no service');
  twin.world.store.put({
    ...service,
    id: IDENTITY,
    name: 'id-gateway',
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    properties: identity,
  });
  twin.world.store.put({ ...service, identity: { type: 'UserAssigned', userAssignedIdentities: { [IDENTITY]: {} } } });
  return twin;
}

/** Applies what is the spoke's own; the hub's share needs a hub. */
async function apply(twin: GatewayTwin, api: string, fragments: readonly Fragment[] = []): Promise<readonly string[]> {
  const before = twin.written.length;
  const desired = desiredOf(environmentWith(api), twin, fragments, twin.apimId).filter(
    ({ id }) => id.startsWith(`${twin.apimId}/`) && !/appinsights|applicationinsights/.test(id),
  );
  await reconcile(await twin.client(), desired, { mode: 'apply', owned: ownedBy(twin), onChange: () => undefined });
  return twin.written.slice(before);
}

describe('the choices of a gateway', () => {
  test('come in the order of their references, stay without a write, and go the other way round', async () => {
    const twin = twinWithIdentity();
    expect(await apply(twin, EVERYTHING, [FRAGMENT])).toEqual([
      'PUT namedValues/openai--team',
      'PUT loggers/azuremonitor',
      'PUT backends/foundry',
      'PUT backends/foundry--own',
      'PUT backends/foundry--france',
      'PUT backends/foundry--content-safety',
      'PUT backends/foundry--embeddings',
      'PUT backends/foundry--pool',
      'PUT policyFragments/openai--team',
      'PUT apis/openai',
      'PUT apis/openai/policies/policy',
      'PUT apis/openai/diagnostics/azuremonitor',
    ]);
    expect(twin.find('apis/openai/diagnostics/azuremonitor')?.properties['largeLanguageModel']).toMatchObject({
      logs: 'enabled',
      requests: { messages: 'all', maxSizeInBytes: 262_144 },
    });
    expect(await apply(twin, EVERYTHING, [FRAGMENT])).toEqual([]);
    expect(await apply(twin, EVERYTHING.replace('priority: 2', 'priority: 1'), [FRAGMENT])).toEqual([
      'PUT backends/foundry--pool',
    ]);
    expect(await apply(twin, '{}')).toEqual([
      'PUT apis/openai/policies/policy',
      'DELETE apis/openai/diagnostics/azuremonitor',
      'DELETE policyFragments/openai--team',
      'DELETE backends/foundry--pool',
      ...['own', 'france', 'content-safety', 'embeddings'].map((name) => `DELETE backends/foundry--${name}`),
      'DELETE namedValues/openai--team',
    ]);
    expect(twin.find('backends/foundry')?.properties).not.toHaveProperty('circuitBreaker');
  });

  test('go with the spoke, and leave what is the hub’s', async () => {
    const twin = twinWithIdentity();
    await apply(twin, EVERYTHING, [FRAGMENT]);
    const named = namesOf(environmentWith('{}'), twin.world.tenant.subscriptionId);
    const names = { ...named, hub: { ...named.hub, apimId: twin.apimId } };
    const goes = await spokeChildren(await twin.client(), names);
    expect(goes.map(({ id }) => id.slice(twin.apimId.length + 1))).toEqual([
      'apis/openai',
      'policyFragments/openai--team',
      'backends/foundry--pool',
      ...['own', 'france', 'content-safety', 'embeddings'].map((name) => `backends/foundry--${name}`),
      'namedValues/openai--team',
      'backends/foundry',
    ]);
  });
});
