import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENVIRONMENT, runActionProcess, runChain } from '../../../test/support/action-process.ts';
import { Azure } from '../../smoke-test/test/support/azure.ts';

const SERVICE = 'Microsoft.ApiManagement/service';
const OPEN =
  '<policies><inbound><base /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>';

describe('configure-apim', { timeout: 60_000 }, () => {
  let twin: Twin;
  let azure: Azure;

  beforeAll(async () => {
    twin = await createTwin();
    azure = new Azure(twin);
    await runChain(twin, {}, ['deploy-hub', 'deploy-spoke', 'configure-apim']);
  }, 60_000);

  afterAll(async () => {
    await twin.close();
  });

  const run = (mode: 'plan' | 'apply', environment = ENVIRONMENT) =>
    runActionProcess('configure-apim', twin, { environment, inputs: { mode } });

  test.each(['plan', 'apply'] as const)('with nothing changed, mode %s writes nothing', async (mode) => {
    const { exitCode, log, writes, outputs } = await run(mode);
    expect([exitCode, writes, outputs['has-changes']], log).toEqual([0, [], 'false']);
  });

  const DRIFTS: readonly (readonly [
    string,
    string,
    string,
    (properties: Readonly<Record<string, unknown>>) => object,
  ])[] = [
    [
      'the record',
      'Microsoft.Network/privateDnsZones/A',
      '.azure-api.net/A/@',
      (it) => ({ ...it, aRecords: [{ ipv4Address: '10.10.0.9' }] }),
    ],
    [
      'the policy',
      `${SERVICE}/apis/policies`,
      '/apis/openai/policies/policy',
      () => ({ format: 'rawxml', value: OPEN }),
    ],
    ['the backend', `${SERVICE}/backends`, '', (it) => ({ ...it, url: 'https://evil.example/openai/v1' })],
    ['metrics', `${SERVICE}/apis/diagnostics`, '', (it) => ({ ...it, metrics: false })],
    ['the path of the API', `${SERVICE}/apis`, '/apis/openai', (it) => ({ ...it, path: 'other' })],
    ['the way in', `${SERVICE}/apis`, '/apis/openai', (it) => ({ ...it, subscriptionRequired: true })],
  ];
  test.each(DRIFTS)('%s changed by hand: a plan says so, a run mends that alone', async (_what, type, end, alter) => {
    const id = azure.idOf(type, end);
    const wanted = await azure.get(id);
    await azure.put(id, { ...wanted, properties: alter(wanted.properties) });
    const planned = await run('plan');
    expect([planned.report?.changes.length, planned.writes]).toEqual([1, []]);
    const mended = await run('apply');
    expect(mended.exitCode, mended.log).toBe(0);
    expect(mended.writes.map(({ path }) => path.split('?')[0]?.toLowerCase())).toEqual([id.toLowerCase()]);
    expect((await azure.get(id)).properties).toEqual(wanted.properties);
  });

  test('a limit of the environment file reaches the policy, and nothing else', async () => {
    const { writes, log } = await run('apply', `${ENVIRONMENT}limits:\n  perPerson: { tokensPerMinute: 1234 }\n`);
    expect(writes, log).toHaveLength(1);
    const policy = await azure.get(azure.idOf(`${SERVICE}/apis/policies`, '/apis/openai/policies/policy'));
    expect(policy.properties['value']).toContain('tokens-per-minute="1234"');
  });

  test('a change that fails half-way is put back, and the summary says of each resource how it stands', async () => {
    const id = azure.idOf(`${SERVICE}/backends`);
    const wanted = await azure.get(id);
    await azure.put(id, {
      ...wanted,
      properties: { ...wanted.properties, url: 'https://elsewhere.example/openai/v1' },
    });
    const before = await azure.get(id);
    await fetch(`${twin.controlUrl}/faults`, {
      method: 'POST',
      body: JSON.stringify({ method: 'PUT', path: '**/policies/policy', nth: 1, do: 400 }),
    });
    const failed = await run('apply', `${ENVIRONMENT}limits:\n  perPerson: { tokensPerMinute: 99 }\n`);
    expect([failed.exitCode, failed.report?.errors.map(({ code }) => code)], failed.log).toEqual([1, ['Status400']]);
    expect(failed.log).toContain('The gateway is as it was before this run.');
    expect(failed.summary).toMatch(/\| backend foundry \| passed \| as before: put back \|/);
    expect((await azure.get(id)).properties).toEqual(before.properties);
    expect((await run('apply')).exitCode).toBe(0);
  });

  test('every mistake in a fragment of the team is told with its place, and nothing is asked of Azure', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lz-fragments-'));
    const files = {
      'broken.xml': '<fragment>\n  <set-header\n</fragment>',
      'expression.xml': '<fragment>\n  <set-variable name="a" value="@(contxt.Api)" />\n</fragment>',
      'value.xml': '<fragment>\n  <set-header name="a"><value>{{nowhere}}</value></set-header>\n</fragment>',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const before = Object.keys(files).map((name) => `../${basename(folder)}/${name}`);
    const refused = await run(
      'apply',
      `${ENVIRONMENT}api:\n  fragments: { inbound: { before: [${before.join(', ')}] } }\n`,
    );
    expect([refused.exitCode, refused.requests], refused.log).toEqual([1, []]);
    for (const place of ['broken.xml,line=3', 'expression.xml,line=2,col', 'value.xml,line=2,col']) {
      expect(refused.log).toContain(place);
    }
  });
});
