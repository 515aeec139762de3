import { beforeAll, describe, expect, it } from 'vitest';
import { ApplyError } from '../src/apply/apply-error.ts';
import { reconcile, type ResourceChange } from '../src/reconcile.ts';
import { failAtEach, FAULTS } from './support/fail-at-each.ts';
import { desiredState, FRAGMENT, ownedBy, policyText, type Wishes } from './support/desired.ts';
import { GatewayTwin } from './support/gateway-twin.ts';

async function apply(twin: GatewayTwin, wishes: Wishes = {}, mode: 'plan' | 'apply' = 'apply', perRequest?: number) {
  const client = await twin.client(perRequest === undefined ? {} : { perRequest });
  const changes: ResourceChange[] = [];
  await reconcile(client, desiredState(twin, wishes), {
    mode,
    owned: ownedBy(twin),
    onChange: (change) => changes.push(change),
  });
  return changes.filter(({ kind }) => kind !== 'none').map(({ kind, title }) => `${kind} ${title}`);
}

const failureOf = async (work: Promise<unknown>): Promise<ApplyError> => {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof ApplyError) return error;
  throw error;
};

describe('applying the desired state', () => {
  let base: GatewayTwin;
  const fork = () => new GatewayTwin(base);

  beforeAll(async () => {
    base = new GatewayTwin();
    await apply(base, { products: ['team'] });
  });

  it('writes everything in the order of its references, and nothing the second time', async () => {
    const twin = new GatewayTwin();
    await apply(twin, { fragment: FRAGMENT, products: ['team'] });
    expect(twin.written).toEqual([
      'PUT namedValues/openai--tenant',
      'PUT backends/foundry',
      'PUT policyFragments/openai--inbound',
      'PUT products/openai--team',
      'PUT apis/openai',
      'PUT apis/openai/policies/policy',
      'PUT products/openai--team/apis/openai',
      'PUT subscriptions/openai--team--web',
    ]);
    const before = twin.writes.length;
    expect(await apply(twin, { fragment: FRAGMENT, products: ['team'] })).toEqual([]);
    expect(twin.writes.slice(before)).toEqual([]);
  });

  it('changes one limit with one write', async () => {
    const twin = fork();
    expect(await apply(twin, { calls: 3, products: ['team'] })).toEqual(['update apis/openai/policies/policy']);
    expect(twin.written).toEqual(['PUT apis/openai/policies/policy']);
  });

  it('plans what it would write and remove, and writes nothing', async () => {
    const twin = fork();
    const changes = await apply(twin, { backends: ['foundry', 'foundry--east'] }, 'plan');
    expect(changes).toEqual([
      'create backends/foundry--east',
      'update apis/openai/policies/policy',
      'delete subscription openai--team--web',
      'delete product openai--team',
    ]);
    expect(twin.writes).toEqual([]);
  });

  it('removes what is no longer wanted after the policy has stopped naming it, and nothing of others', async () => {
    const twin = fork();
    twin.put('backends/somebody-elses', { protocol: 'http', url: 'https://example.org' });
    twin.put('products/openai-other', { displayName: 'Other', state: 'published' });
    await apply(twin, { backends: ['foundry', 'foundry--east'], fragment: FRAGMENT, products: ['team'] });
    const before = twin.written.length;
    await apply(twin);
    expect(twin.written.slice(before)).toEqual([
      'PUT apis/openai/policies/policy',
      'DELETE subscriptions/openai--team--web',
      'DELETE products/openai--team',
      'DELETE policyFragments/openai--inbound',
      'DELETE backends/foundry--east',
    ]);
    expect(twin.find('backends/somebody-elses')).toBeDefined();
    expect(twin.find('products/openai-other')).toBeDefined();
  });

  it('removes a pool before its members', async () => {
    const twin = fork();
    const pool = { type: 'Pool', pool: { services: [{ id: `${twin.apimId}/backends/foundry--east` }] } };
    twin.put('backends/foundry--a-pool', pool);
    twin.put('backends/foundry--east', { protocol: 'http', url: 'https://east.example.org' });
    twin.put('backends/foundry--z-pool', pool);
    await apply(twin, { products: ['team'] });
    expect(twin.written).toEqual([
      'DELETE backends/foundry--a-pool',
      'DELETE backends/foundry--z-pool',
      'DELETE backends/foundry--east',
    ]);
  });

  it('keeps a product of which somebody else has a subscription', async () => {
    const twin = fork();
    const scope = `${twin.apimId}/products/openai--team`;
    twin.put('subscriptions/theirs', { displayName: 'Theirs', scope, state: 'active' });
    expect(await apply(twin)).toEqual(['delete subscription openai--team--web']);
    expect(twin.find('products/openai--team')).toBeDefined();
  });

  it('does not overwrite what somebody else changed between reading and writing', async () => {
    const twin = fork();
    const client = await twin.client();
    let told = false;
    const run = reconcile(client, desiredState(twin, { calls: 3, products: ['team'] }), {
      mode: 'apply',
      onChange: ({ kind }) => {
        if (kind !== 'update' || told) return;
        told = true;
        twin.put('apis/openai/policies/policy', { format: 'rawxml', value: policyText({ calls: 7 }) });
      },
    });
    const error = await failureOf(run);
    expect(String(error.cause)).toMatch(/policy was changed by somebody else while this run was reading it/);
    expect(twin.find('apis/openai/policies/policy')?.properties['value']).toContain('calls="7"');
  });

  it('an answer that is lost after the write was carried out is no conflict with oneself', async () => {
    const twin = fork();
    twin.fault({ method: 'PUT', path: '**/policies/policy', nth: 1, do: 'reset' });
    await apply(twin, { calls: 3, products: ['team'] });
    expect(twin.find('apis/openai/policies/policy')?.properties['value']).toContain('calls="3"');
  });

  it('puts back what it wrote, except what somebody else changed since', async () => {
    const twin = fork();
    const wishes = { backends: ['foundry', 'foundry--east'], fragment: FRAGMENT, products: ['team'] };
    twin.fault({ method: 'PUT', path: '**/policies/policy', nth: 1, do: 400 });
    twin.onRequest = ({ method, url }) => {
      if (method !== 'PUT' || !url.pathname.endsWith('/policies/policy')) return;
      twin.put('backends/foundry--east', { protocol: 'http', url: 'https://taken.example.org' });
    };
    const error = await failureOf(apply(twin, wishes));
    expect(error.isWhole).toBe(false);
    expect(error.message).toMatch(/as before, except for what somebody else changed: backends\/foundry--east/);
    expect(error.outcomes.map(({ title, state }) => [title, state])).toEqual([
      ['apis/openai/policies/policy', 'as before'],
      ['policyFragments/openai--inbound', 'as before'],
      ['backends/foundry--east', "somebody else's"],
    ]);
    expect(twin.find('backends/foundry--east')?.properties['url']).toBe('https://taken.example.org');
    expect(twin.find('policyFragments/openai--inbound')).toBeUndefined();
  });

  it('says so where putting back fails, too', async () => {
    const twin = fork();
    twin.fault(
      { method: 'PUT', path: '**/policies/policy', do: 400 },
      { method: 'DELETE', path: '**/backends/foundry--east', do: 400 },
    );
    const error = await failureOf(apply(twin, { backends: ['foundry', 'foundry--east'], products: ['team'] }));
    expect(error.isWhole).toBe(false);
    expect(error.message).toBe('The gateway is between two states: backends/foundry--east could not be put back.');
  });

  it('puts the text of a secret named value back, which no GET shows', async () => {
    const twin = fork();
    const secret = { displayName: 'openai--key', secret: true };
    const client = await twin.client();
    const desired = (value: string, calls: number) => [
      {
        title: 'key',
        id: `${twin.apimId}/namedValues/openai--key`,
        apiVersion: '2024-05-01',
        properties: secret,
        writeOnly: { value },
      },
      ...desiredState(twin, { calls, products: ['team'] }),
    ];
    const options = { mode: 'apply', onChange: () => undefined } as const;
    await reconcile(client, desired('first', 10), options);
    twin.fault({ method: 'PUT', path: '**/policies/policy', do: 400 });
    const other = desired('second', 3).map((one) =>
      one.title === 'key' ? { ...one, properties: { ...secret, tags: ['x'] } } : one,
    );
    const error = await failureOf(reconcile(client, other, options));
    expect(error.isWhole).toBe(true);
    expect(twin.find('namedValues/openai--key')?.secrets['value']).toBe('first');
  });
});

describe('a failure at any request of a policy change', { timeout: 30_000 }, () => {
  let base: GatewayTwin;
  let wanted: Picture;
  const wishes = { calls: 3, backends: ['foundry', 'foundry--east'], fragment: FRAGMENT, products: ['team', 'other'] };

  beforeAll(async () => {
    base = new GatewayTwin();
    await apply(base, { products: ['team', 'old'] });
    const clean = new GatewayTwin(base);
    await apply(clean, wishes);
    wanted = clean.picture();
  });

  // An answer that is cut off is one that is lost, as far as a write is concerned.
  it.each(FAULTS.filter((fault) => fault !== 'truncate'))(
    '%s leaves the gateway as before or as wanted, and says which',
    async (fault) => {
      const before = new GatewayTwin(base).picture();
      const failures = await failAtEach(base, fault, (twin, client) =>
        reconcile(client, desiredState(twin, wishes), {
          mode: 'apply',
          owned: ownedBy(twin),
          onChange: () => undefined,
        }),
      );
      for (const { nth, error, twin } of failures) {
        const said = !(error instanceof ApplyError)
          ? error === undefined
            ? 'as wanted'
            : 'as before'
          : error.outcomes[0]?.state;
        if (error instanceof ApplyError) expect([nth, error.isWhole]).toEqual([nth, true]);
        const picture = twin.picture();
        expect([nth, said === 'as wanted' ? withoutLeftovers(picture, wanted) : picture]).toEqual([
          nth,
          said === 'as wanted' ? wanted : before,
        ]);
      }
      const failed = failures.filter(({ error }) => error !== undefined).length;
      expect(failed).toBe(fault === 'reset' ? 0 : failures.length);
    },
  );
});

type Picture = ReturnType<GatewayTwin['picture']>;

/** What is no longer needed and still there serves nobody. */
function withoutLeftovers(picture: Picture, wanted: Picture): Picture {
  return Object.fromEntries(Object.entries(picture).filter(([id]) => id in wanted || !id.includes('openai--old')));
}
