import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENVIRONMENT, runActionProcess, runChain } from '../../../test/support/action-process.ts';
import { Azure } from '../../smoke-test/test/support/azure.ts';

const API = 'Microsoft.ApiManagement/service/apis';
const DOCUMENT = {
  openapi: '3.0.3',
  info: { title: 'Chat', version: '1' },
  servers: [{ url: 'https://models.contoso.com/openai/v1' }],
  paths: {
    '/chat/completions': { post: { operationId: 'createChatCompletion', responses: { 200: { description: 'ok' } } } },
    '/models': { get: { operationId: 'listModels', responses: { 200: { description: 'ok' } } } },
  },
};

describe('import-openapi', { timeout: 60_000 }, () => {
  let twin: Twin;
  let azure: Azure;
  let folder: string;

  const run = (environment = ENVIRONMENT, inputs: Readonly<Record<string, string>> = {}) =>
    runActionProcess('import-openapi', twin, { environment, inputs });
  const ALLOWED = { 'allow-breaking-changes': 'true' };
  const withSpec = (spec: string): string => `${ENVIRONMENT}api:\n  spec: ${spec}\n`;
  /** What callers get: the current revision and its operations; and every revision that is there. */
  const state = () => {
    const store = twin.world.store;
    const apis = store.ofType(API);
    const current = apis.find(({ id }) => !id.includes(';rev='));
    const operations = store
      .ofType(`${API}/operations`)
      .filter(({ id }) => id.startsWith(`${current?.id ?? ''}/`))
      .map(({ name }) => name)
      .sort();
    return { revision: current?.properties['apiRevision'], operations, apis: apis.map(({ name }) => name).sort() };
  };

  beforeAll(async () => {
    twin = await createTwin();
    azure = new Azure(twin);
    folder = await mkdtemp(join(tmpdir(), 'lz-spec-'));
    await runChain(twin, {}, ['deploy-hub', 'deploy-spoke', 'configure-apim']);
    const first = await run();
    expect(first.exitCode, first.log).toBe(0);
  }, 60_000);

  afterAll(async () => {
    await twin.close();
  });

  beforeEach(async () => {
    await writeFile(join(folder, 'chat.json'), JSON.stringify(DOCUMENT));
  });

  test.each(['plan', 'apply'])('%s lists what breaks callers, and writes nothing', async (mode) => {
    const before = state();
    const stopped = await run(withSpec(`../${basename(folder)}/chat.json`), { mode });
    expect([stopped.exitCode, stopped.writes, state()], stopped.log).toEqual([mode === 'plan' ? 0 : 1, [], before]);
    expect(stopped.log).toContain('breaking: createembedding (POST /embeddings) is gone: callers must do without it');
    expect(stopped.summary).toContain('| createembedding (POST /embeddings) | failed | is gone');
    expect(Number(stopped.outputs['breaking-changes'])).toBeGreaterThan(5);
    if (mode === 'apply') expect(stopped.report?.errors).toMatchObject([{ code: 'BreakingChanges' }]);
  });

  const STEPS: readonly (readonly [string, { method: string; path: string; nth: number }])[] = [
    ['the import of the document', { method: 'PUT', path: '**/apis/openai;rev=*', nth: 2 }],
    ['the release', { method: 'PUT', path: '**/apis/openai/releases/*', nth: 1 }],
  ];
  test.each(STEPS)('a failure in %s leaves the old revision current, and removes the new one', async (_what, fault) => {
    const before = state();
    const answer = await fetch(`${twin.controlUrl}/faults`, {
      method: 'POST',
      body: JSON.stringify({ ...fault, times: 1, do: 400 }),
    });
    expect(answer.ok).toBe(true);
    const failed = await run(withSpec(`../${basename(folder)}/chat.json`), ALLOWED);
    expect([failed.exitCode, failed.report?.errors]).toMatchObject([1, [{ code: 'ImportFailed' }]]);
    expect(failed.log).toMatch(/is still current/);
    expect(state()).toEqual(before);
  });

  test('operations changed by hand are imported again', async () => {
    const before = state();
    const id =
      azure.idsOf(`${API}/operations`).find((one) => /\/apis\/openai\/operations\/listmodels$/i.test(one)) ?? '';
    await azure.delete(id);
    const again = await run();
    expect(again.exitCode, again.log).toBe(0);
    expect(again.log).toContain('operations were changed by hand: missing: listmodels (GET /models)');
    expect(state().operations).toEqual(before.operations);
    expect(Number(state().revision)).toBe(Number(before.revision) + 1);
    expect((await run()).writes).toEqual([]);
  });

  test('another document replaces the operations, with the policy of before', async () => {
    const policy = () => {
      const [current] = twin.world.store
        .ofType(`${API}/policies`)
        .filter(({ id }) => id.includes('/apis/openai/policies/'));
      return current?.properties['value'];
    };
    const before = policy();
    const done = await run(`${withSpec(`../${basename(folder)}/chat.json`)}  allowBreakingChanges: true\n`);
    expect(done.exitCode, done.log).toBe(0);
    expect(state().operations).toEqual(['createchatcompletion', 'listmodels']);
    expect(policy()).toBe(before);
  });

  test.each([
    ['a file that is not there', './missing.json', undefined, /missing\.json/],
    ['a file that is no document', 'chat.json', '{"openapi": ', /DocumentRefused/],
    ['a document without operations', 'chat.json', JSON.stringify({ ...DOCUMENT, paths: {} }), /DocumentRefused/],
    [
      'an address that does not answer',
      'https://spec.example.invalid/openapi.json',
      undefined,
      /spec\.example\.invalid/,
    ],
  ])('%s is refused before anything is written', async (_what, spec, text, message) => {
    if (text !== undefined) await writeFile(join(folder, 'chat.json'), text);
    const before = state();
    const refused = await run(withSpec(spec === 'chat.json' ? `../${basename(folder)}/${spec}` : spec));
    expect(refused.exitCode, refused.log).toBe(1);
    expect(refused.log).toMatch(message);
    expect([refused.writes, state()]).toEqual([[], before]);
  });
});
