import { beforeAll, describe, expect, it } from 'vitest';
import { importApi } from '../src/import-api.ts';
import {
  BreakingChangesError,
  ImportError,
  type ImportedDocument,
  type ImportRequest,
} from '../src/import/import-request.ts';
import { KEPT_REVISIONS } from '../src/import/revisions.ts';
import { reconcile } from '../src/reconcile.ts';
import { desiredState, policyText } from './support/desired.ts';
import { CHAT, documentOf, MODELS } from './support/documents.ts';
import { failAtEach, FAULTS } from './support/fail-at-each.ts';
import { GatewayTwin } from './support/gateway-twin.ts';

const FIRST = documentOf({ ...CHAT, ...MODELS });
const FILES = { 'GET /files': { operationId: 'listFiles', responses: { 200: { description: 'ok' } } } };
const SECOND = documentOf({ ...CHAT, ...MODELS, ...FILES });

type More = Partial<ImportRequest> & { readonly client?: Awaited<ReturnType<GatewayTwin['client']>> };

async function imported(twin: GatewayTwin, document: ImportedDocument, { client, ...more }: More = {}) {
  const api = desiredState(twin).find(({ title }) => title === 'apis/openai');
  return importApi(client ?? (await twin.client()), {
    serviceId: twin.apimId,
    apiId: 'openai',
    properties: api?.properties ?? {},
    document,
    mode: 'apply',
    allowBreakingChanges: false,
    onStep: () => undefined,
    ...more,
  });
}

/** What callers meet: the current revision with everything below it. */
function serving(twin: GatewayTwin): unknown {
  const entries = Object.entries(twin.picture()).filter(([id]) => !id.includes(';rev=') && !id.includes('/releases/'));
  return JSON.parse(
    JSON.stringify(Object.fromEntries(entries), (key, value: unknown) => (key === 'schemaId' ? undefined : value)),
  );
}

const revisionsOf = (twin: GatewayTwin) =>
  Object.keys(twin.picture())
    .filter((id) => /^apis\/[^/]+$/.test(id))
    .sort();

const errorOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (reason: unknown) => reason,
  );

let base: GatewayTwin;
const fork = () => new GatewayTwin(base);

beforeAll(async () => {
  base = new GatewayTwin();
  const client = await base.client();
  await reconcile(client, desiredState(base, { products: ['team'] }), { mode: 'apply', onChange: () => undefined });
  await imported(base, FIRST);
  base.put('tags/ai', { displayName: 'AI' });
  base.put('apis/openai/tags/ai', {});
  base.put('apis/openai/operations/listmodels/policies/policy', { format: 'rawxml', value: policyText({ calls: 5 }) });
});

describe('an import', () => {
  it('is not needed for the same document, and writes nothing', async () => {
    const twin = fork();
    expect(await imported(twin, FIRST)).toMatchObject({ changed: false, revision: '2' });
    expect(twin.writes).toEqual([]);
  });

  it('makes a revision, governs it before the document goes in, verifies and releases it', async () => {
    const twin = fork();
    expect(await imported(twin, SECOND)).toMatchObject({ changed: true, revision: '3', breaking: [] });
    expect(twin.written).toEqual([
      'PUT apis/openai;rev=3',
      'PUT apis/openai;rev=3',
      'PATCH apis/openai;rev=3',
      'PUT apis/openai/releases/lz-revision-3',
    ]);
    expect(twin.find('apis/openai')?.properties).toMatchObject({ apiRevision: '3', isCurrent: true });
    expect(twin.find('apis/openai/operations/listfiles')).toBeDefined();
    expect(twin.find('apis/openai/operations/listmodels/policies/policy')).toBeDefined();
    expect(twin.find('apis/openai/tags/ai')).toBeDefined();
    expect(await imported(twin, SECOND)).toMatchObject({ changed: false });
  });

  it('finds what was changed by hand', async () => {
    const twin = fork();
    twin.world.store.delete(`${twin.apimId}/apis/openai/operations/listmodels`);
    const result = await imported(twin, FIRST, { mode: 'plan' });
    expect(result.reason).toBe('operations were changed by hand: missing: listmodels (GET /models)');
    expect(twin.writes).toEqual([]);
  });

  it('keeps the header of the key that the API has', async () => {
    const twin = fork();
    const names = { header: 'api-key', query: 'key' };
    twin.put('apis/openai', { ...twin.find('apis/openai')?.properties, subscriptionKeyParameterNames: names });
    await imported(twin, SECOND);
    expect(twin.find('apis/openai')?.properties['subscriptionKeyParameterNames']).toEqual(names);
  });

  it('never releases a revision that has another policy than the current one', async () => {
    const twin = fork();
    twin.onRequest = ({ method, url }) => {
      if (method === 'PATCH' || !url.pathname.endsWith(';rev=3/operations')) return;
      twin.put('apis/openai/policies/policy', { format: 'rawxml', value: policyText({ calls: 2 }) });
    };
    await imported(twin, SECOND);
    expect(twin.find('apis/openai/policies/policy')?.properties['value']).toContain('calls="2"');
  });

  it.each([
    ['goes on in the background', 'after:422', 2],
    ['was never begun', 422, 3],
  ])('looks for itself whether it %s after a 422', async (_what, fault, puts) => {
    const twin = fork();
    let sent = 0;
    twin.onRequest = ({ method, body }) => {
      if (method !== 'PUT' || !body.includes('"format"')) return;
      sent += 1;
      // The first one is refused in any case, since the copy keeps the API locked for a moment.
      if (sent === 2) twin.fault({ method: 'PUT', nth: 1, do: fault });
    };
    expect(await imported(twin, SECOND)).toMatchObject({ revision: '3' });
    expect(sent).toBe(puts);
  });

  it('says yes where the release was carried out and its answer lost for good', async () => {
    const twin = fork();
    twin.fault({ method: 'PUT', path: '**/releases/*', do: 'after:500' });
    expect(await imported(twin, SECOND)).toMatchObject({ revision: '3' });
  });

  it('stops where another import has released meanwhile', async () => {
    const twin = fork();
    const other = documentOf({ ...CHAT, ...MODELS, 'GET /other': { operationId: 'other', responses: {} } });
    let rival: Promise<unknown> | undefined;
    const error = await errorOf(
      imported(twin, SECOND, {
        onStep: (text) => {
          if (text.includes('copied')) rival ??= imported(twin, other);
        },
      }),
    );
    const outcomes = [error, await errorOf(rival ?? Promise.resolve())];
    expect(
      outcomes.filter((one) => one instanceof ImportError),
      outcomes.map(String).join('\n'),
    ).toHaveLength(1);
    expect(String(outcomes.find((one) => one instanceof ImportError))).toMatch(
      /revision \d was not released and is removed; revision \d of another import is current: another import has released/,
    );
    expect(revisionsOf(twin)).toHaveLength(3);
  });

  it('removes what a crashed import has left, and no revision of anybody else', async () => {
    const twin = fork();
    const crashed = { ...twin.find('apis/openai')?.properties, apiRevision: '3', isCurrent: false };
    twin.put('apis/openai;rev=3', { ...crashed, apiRevisionDescription: 'Being imported by import-openapi, run 0' });
    twin.put('apis/openai;rev=4', { ...crashed, apiRevision: '4', apiRevisionDescription: 'Ada tries something' });
    twin.world.clock.spend(3_600_000);
    await imported(twin, SECOND);
    expect(revisionsOf(twin)).toEqual(['apis/openai', 'apis/openai;rev=1', 'apis/openai;rev=2', 'apis/openai;rev=4']);
  });

  it('keeps a stated number of old revisions', async () => {
    const twin = fork();
    for (let count = 0; count < KEPT_REVISIONS + 2; count += 1) {
      await imported(
        twin,
        documentOf({ ...CHAT, ...MODELS, [`GET /n${count}`]: { operationId: `n${count}`, responses: {} } }),
        {
          allowBreakingChanges: true,
        },
      );
    }
    // The first one was made with the API and not by an import.
    expect(revisionsOf(twin).filter((id) => id !== 'apis/openai;rev=1')).toHaveLength(KEPT_REVISIONS);
  });

  it('refuses an API that is not there, and one without a policy', async () => {
    const nothing = await errorOf(imported(new GatewayTwin(), FIRST));
    expect(nothing).toMatchObject({
      message: "API 'openai' does not exist.",
      remedy: expect.stringContaining('configure-apim') as unknown,
    });
    const twin = fork();
    twin.world.store.delete(`${twin.apimId}/apis/openai/policies/policy`);
    const before = twin.picture();
    expect(String(await errorOf(imported(twin, SECOND)))).toMatch(/the API has no policy/);
    expect(twin.picture()).toEqual(before);
  });
});

describe('breaking changes', () => {
  it('stop the import before anything is written, and are listed', async () => {
    const twin = fork();
    const error = await errorOf(imported(twin, documentOf(CHAT)));
    expect(error).toBeInstanceOf(BreakingChangesError);
    expect((error as BreakingChangesError).breaking).toEqual([
      { operation: 'listmodels (GET /models)', what: 'is gone: callers must do without it' },
    ]);
    expect(twin.writes).toEqual([]);
    expect(await imported(twin, documentOf(CHAT), { allowBreakingChanges: true })).toMatchObject({ revision: '3' });
  });
});

describe('a failure at any request of an import', { timeout: 60_000 }, () => {
  it.each(FAULTS)('%s leaves the API as before or as wanted, and says which', async (fault) => {
    const clean = fork();
    await imported(clean, SECOND);
    const [before, wanted] = [serving(fork()), serving(clean)];
    const failures = await failAtEach(base, fault, (twin, client) => imported(twin, SECOND, { client }));
    for (const { nth, error, twin } of failures) {
      const isCurrent =
        error === undefined
          ? '3'
          : (/revision (\d+) is still current/.exec(error instanceof Error ? error.message : '')?.[1] ?? '2');
      expect([nth, isCurrent, twin.find('apis/openai')?.properties['apiRevision']]).toEqual([
        nth,
        isCurrent,
        isCurrent,
      ]);
      expect([nth, serving(twin)]).toEqual([nth, isCurrent === '3' ? wanted : before]);
      expect([nth, revisionsOf(twin)]).toEqual([nth, revisionsOf(isCurrent === '3' ? clean : base)]);
    }
    expect(failures.length).toBeGreaterThan(15);
  });
});
