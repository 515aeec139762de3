import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwin, type Twin } from '../../src/index.ts';
import { control, TestClient } from '../support/client.ts';

describe('the proxy', () => {
  let twin: Twin;
  let client: TestClient;
  beforeAll(async () => {
    twin = await createTwin();
    client = new TestClient(twin);
  });
  afterAll(async () => {
    client[Symbol.dispose]();
    await twin.close();
  });

  it('speaks TLS for every host it serves, under its own authority', async () => {
    const response = await client.arm('GET', '', '2022-12-01');
    expect(response.status).toBe(200);
    expect(response.json()).toMatchObject({ subscriptionId: twin.world.tenant.subscriptionId, state: 'Enabled' });
  });

  it('refuses a host it does not serve by name', async () => {
    await expect(client.send('GET', 'https://no-such-thing.example.com/')).rejects.toThrow(/502/);
  });

  it('logs every request with virtual time and whether it wrote', async () => {
    await client.arm('PUT', 'resourceGroups/rg-log', '2025-04-01', { body: { location: 'Sweden Central' } });
    await client.arm('GET', 'resourceGroups/rg-log', '2025-04-01');
    const [put, get] = ((await control(twin, 'GET', '/requests')) as Record<string, unknown>[]).slice(-2);
    expect(put).toMatchObject({ host: 'management.azure.com', method: 'PUT', status: 201, wrote: true });
    expect(get).toMatchObject({ method: 'GET', status: 200, wrote: false });
    expect(put?.['time']).toMatch(/^2026-11-23T08:0/);
  });
});

describe('faults', () => {
  it.each([
    ['a status code', { do: 503 }, 503],
    ['an expired token', { do: 'expired-token' }, 401],
  ])('answers %s at the n-th matching call only', async (_, fault, status) => {
    await using twin = await createTwin({ faults: [{ host: 'management.*', path: '*/locations', nth: 2, ...fault }] });
    using client = new TestClient(twin);
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await client.arm('GET', 'locations', '2022-12-01')).status);
    expect(statuses).toEqual([200, status, 200]);
  });

  it.each(['reset', 'truncate'])('breaks the connection: %s', async (fault) => {
    await using twin = await createTwin({ faults: [{ path: '*/locations', times: 1, do: fault }] });
    using client = new TestClient(twin);
    await expect(client.arm('GET', 'locations', '2022-12-01')).rejects.toThrow();
    expect((await client.arm('GET', 'locations', '2022-12-01')).status).toBe(200);
  });

  it('carries a request out and answers something else', async () => {
    await using twin = await createTwin({ faults: [{ method: 'PUT', nth: 1, do: 'after:500' }] });
    using client = new TestClient(twin);
    const body = { location: 'swedencentral' };
    expect((await client.arm('PUT', 'resourceGroups/rg', '2021-04-01', { body })).status).toBe(500);
    expect((await client.arm('GET', 'resourceGroups/rg', '2021-04-01')).status).toBe(200);
    const [put] = ((await control(twin, 'GET', '/requests')) as Record<string, unknown>[]).slice(-2);
    expect(put).toMatchObject({ method: 'PUT', status: 500, wrote: true });
  });

  it('delays in virtual time', async () => {
    await using twin = await createTwin();
    using client = new TestClient(twin);
    expect(await control(twin, 'POST', '/faults', [{ do: 'delay:PT5M' }])).toEqual({ installed: 1 });
    await client.arm('GET', 'locations', '2022-12-01');
    expect(await control(twin, 'GET', '/clock')).toEqual({ now: '2026-11-23T08:05:00.000Z' });
  });

  it('refuses a rule it does not understand, and installs none of the list', async () => {
    await using twin = await createTwin();
    using client = new TestClient(twin);
    const answer = (await control(twin, 'POST', '/faults', [{ do: 500 }, { do: 'explode' }])) as { error: string };
    expect(answer.error).toContain('explode');
    expect((await client.arm('GET', 'locations', '2022-12-01')).status).toBe(200);
  });
});
