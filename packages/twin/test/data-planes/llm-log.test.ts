import { describe, expect, test } from 'vitest';
import { logsOf } from '../../src/data-planes/insights/index.ts';
import type { JsonObject } from '../../src/kernel/store.ts';
import { GATEWAY_HOST, LandingZone, SERVICE } from './landing-zone.ts';

const URL = `https://${GATEWAY_HOST}/openai/v1/chat/completions`;
const WORKSPACE = '/subscriptions/s/resourceGroups/r/providers/Microsoft.OperationalInsights/workspaces/log';
const ALL: JsonObject = { messages: 'all', maxSizeInBytes: 262_144 };

/** A landing zone whose logs go to a workspace, and whose API keeps these parts of what is said. */
function zoneKeeping(largeLanguageModel?: JsonObject, categories = ['GatewayLogs', 'GatewayLlmLogs']): LandingZone {
  const zone = new LandingZone();
  zone.put(`${SERVICE}/providers/Microsoft.Insights/diagnosticSettings/logs`, 'Microsoft.Insights/diagnosticSettings', {
    workspaceId: WORKSPACE,
    logs: categories.map((category) => ({ category, enabled: true })),
  });
  if (largeLanguageModel !== undefined)
    zone.put(`${SERVICE}/apis/openai/diagnostics/azuremonitor`, 'Microsoft.ApiManagement/service/apis/diagnostics', {
      largeLanguageModel,
    });
  return zone;
}

async function ask(zone: LandingZone, content: string, more: object = {}) {
  await zone.send('POST', URL, { body: { model: 'gpt-5-mini', messages: [{ role: 'user', content }], ...more } });
  return logsOf(zone.world)
    .filter(({ table }) => table === 'ApiManagementGatewayLlmLog')
    .map(({ row }) => row);
}

/** The text of all rows of one side. */
const textOf = (rows: readonly (readonly [string, unknown])[][], side: string): string =>
  rows
    .flat()
    .filter(([name]) => name === side)
    .flatMap(([, messages]) => messages as readonly { readonly content: string }[])
    .map(({ content }) => content)
    .join('');

describe('what is said to models', () => {
  const everything: JsonObject = { logs: 'enabled', requests: ALL, responses: ALL };

  test.each([{}, { stream: true, stream_options: { include_usage: true } }])('is kept whole: %j', async (more) => {
    const rows = await ask(zoneKeeping(everything), 'Reply with the word pong', more);
    expect(rows.map(({ SequenceNumber }) => SequenceNumber)).toEqual([0, 1]);
    expect(rows[0]).toMatchObject({
      DeploymentName: 'gpt-5-mini',
      ModelName: 'gpt-5-mini-1',
      IsStreamCompletion: 'stream' in more,
      PromptTokens: 6,
      CompletionTokens: 1,
      TotalTokens: 7,
      RequestMessages: [{ role: 'user', content: 'Reply with the word pong' }],
    });
    expect(rows[1]?.['ResponseMessages']).toEqual([{ role: 'assistant', content: 'pong' }]);
  });

  test('is split into rows of 32 KB, in order, without a broken character', async () => {
    const long = 'ä'.repeat(35_000);
    const rows = await ask(zoneKeeping(everything), long);
    expect(rows.map(({ SequenceNumber }) => SequenceNumber)).toEqual([0, 1, 2, 3]);
    expect(
      textOf(
        rows.map((row) => Object.entries(row)),
        'RequestMessages',
      ),
    ).toBe(long);
  });

  test('is cut where the diagnostic says, and not logged above 2 MB', async () => {
    const cut = await ask(
      zoneKeeping({ ...everything, requests: { messages: 'all', maxSizeInBytes: 5 } }),
      'hello world',
    );
    expect(cut[0]?.['RequestMessages']).toEqual([{ role: 'user', content: 'hello' }]);
    const large = await ask(zoneKeeping(everything), 'x'.repeat(2 * 1024 * 1024 + 1));
    expect(large.some((row) => 'RequestMessages' in row)).toBe(false);
    expect(large.length).toBe(1);
  });

  test('is kept nowhere unless both the API and the service ask for it', async () => {
    const secret = 'the secret of the board';
    for (const zone of [
      zoneKeeping(),
      zoneKeeping({ ...everything, logs: 'disabled' }),
      zoneKeeping(everything, ['GatewayLogs']),
    ]) {
      expect(await ask(zone, secret)).toEqual([]);
      expect(JSON.stringify(logsOf(zone.world))).not.toContain(secret);
    }
  });

  test('never reaches Application Insights', async () => {
    const zone = zoneKeeping(everything);
    await ask(zone, 'the secret of the board');
    const others = logsOf(zone.world).filter(({ table }) => table !== 'ApiManagementGatewayLlmLog');
    expect(others.map(({ table }) => table)).toContain('AppRequests');
    expect(JSON.stringify(others)).not.toContain('secret');
  });
});
