import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTwin, type Twin } from '../../src/index.ts';
import { TestClient } from '../support/client.ts';

const GROUPS = '2025-04-01';

describe('the subscriptions of the tenant', () => {
  let twin: Twin;
  let client: TestClient;
  let second: string;
  beforeAll(async () => {
    twin = await createTwin({ registeredProviders: [] });
    client = new TestClient(twin);
    second = `/subscriptions/${twin.ready.subscriptions[1] ?? ''}`;
  });
  afterAll(async () => {
    client[Symbol.dispose]();
    await twin.close();
  });

  test('are two, both listed; the deployer may write in each', async () => {
    const listed = (await client.arm('GET', '/subscriptions', '2022-12-01')).json()['value'];
    expect(listed).toMatchObject(twin.ready.subscriptions.map((subscriptionId) => ({ subscriptionId })));
    const put = await client.arm('PUT', `${second}/resourceGroups/rg`, GROUPS, { body: { location: 'swedencentral' } });
    expect(put.status).toBe(201);
    expect((await client.arm('GET', 'resourceGroups/rg', GROUPS)).status).toBe(404);
  });

  test('register providers each for itself', async () => {
    const state = async (scope: string) => {
      const answer = await client.arm('GET', `${scope}providers/Microsoft.Network`, '2021-04-01');
      return answer.json()['registrationState'];
    };
    await client.arm('POST', `${second}/providers/Microsoft.Network/register`, '2021-04-01');
    expect([await state(''), await state(`${second}/`)]).toEqual(['NotRegistered', 'Registering']);
  });

  test('are all there are', async () => {
    const unknown = '/subscriptions/99999999-9999-4999-8999-999999999999';
    const answer = await client.arm('GET', `${unknown}/resourceGroups/rg`, GROUPS);
    expect([answer.status, answer.json()]).toMatchObject([403, { error: { code: 'AuthorizationFailed' } }]);
    expect((await client.arm('GET', unknown, '2022-12-01')).json()).toMatchObject({
      error: { code: 'SubscriptionNotFound' },
    });
  });
});
