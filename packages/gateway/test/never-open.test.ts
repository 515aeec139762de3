import { loadEnvironment, type Environment } from '@lz/config';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DesiredResource } from '../src/desired-state.ts';
import { importApi } from '../src/import-api.ts';
import { previewGateway } from '../src/preview.ts';
import { reconcile } from '../src/reconcile.ts';
import { CHAT, documentOf, MODELS } from './support/documents.ts';
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
limits: { perPerson: { tokensPerMinute: LIMIT } }
`;
const CALLERS = 50;
const BODY = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Hello' }] };

/** What an environment file makes of the gateway, without what needs the rest of a hub. */
function desiredOf({ apimId }: GatewayTwin, tokensPerMinute: number): readonly DesiredResource[] {
  const { environment } = loadEnvironment(FILE.replace('LIMIT', String(tokensPerMinute)), 'dev.yml');
  return previewGateway(environment as Environment)
    .filter(({ id }) => /\/(namedValues|backends|apis)\//.test(id) && !id.includes('/diagnostics/'))
    .map((one) => ({ ...one, id: one.id.replace(/^.*\/service\/[^/]+/, apimId) }));
}

async function rewrite(twin: GatewayTwin, tokensPerMinute: number): Promise<void> {
  const desired = desiredOf(twin, tokensPerMinute);
  await reconcile(await twin.client(), desired, { mode: 'apply', onChange: () => undefined });
}

const importing = async (twin: GatewayTwin, document: ReturnType<typeof documentOf>) =>
  importApi(await twin.client(), {
    serviceId: twin.apimId,
    apiId: 'openai',
    properties: desiredOf(twin, 1).find(({ id }) => id.endsWith('/apis/openai'))?.properties ?? {},
    document,
    mode: 'apply',
    allowBreakingChanges: false,
    onStep: () => undefined,
  });

/**
 * Lets callers without a token ask at the moment of each request of `work` that `when` names, all at once and while it is
 * being answered; says what each was told.
 */
async function besieged(
  twin: GatewayTwin,
  paths: readonly string[],
  when: (method: string) => boolean,
  work: () => Promise<unknown>,
): Promise<{ readonly calls: number; readonly told: readonly number[] }> {
  const calls: Promise<number>[] = [];
  twin.onRequest = ({ method }) => {
    if (when(method)) calls.push(...paths.map((path) => twin.call('POST', path, BODY)));
  };
  await work();
  return { calls: calls.length, told: [...new Set(await Promise.all(calls))].sort() };
}

describe('callers without a token', { timeout: 60_000 }, () => {
  let base: GatewayTwin;

  beforeAll(async () => {
    base = new GatewayTwin();
    await rewrite(base, 1000);
    await importing(base, documentOf(CHAT));
  });

  it('reach no backend while the policy is written a hundred times', async () => {
    const twin = new GatewayTwin(base);
    const callers = Array.from({ length: CALLERS }, () => 'openai/v1/chat/completions');
    const siege = await besieged(
      twin,
      callers,
      (method) => method === 'PUT',
      async () => {
        for (let count = 1; count <= 100; count += 1) await rewrite(twin, 1000 + count);
      },
    );
    expect(twin.written).toHaveLength(100);
    expect(siege).toEqual({ calls: 100 * CALLERS, told: [401] });
    expect(twin.reached).toEqual([]);
  });

  it('reach none while a gateway comes to be, is imported into, and released', async () => {
    const twin = new GatewayTwin();
    const paths = ['', ';rev=1', ';rev=2', ';rev=3', ';rev=4'].map((rev) => `openai/v1${rev}/chat/completions`);
    const { told } = await besieged(
      twin,
      paths,
      () => true,
      async () => {
        await rewrite(twin, 1000);
        await importing(twin, documentOf(CHAT));
        await importing(twin, documentOf({ ...CHAT, ...MODELS }));
      },
    );
    // 404 while there is no such operation, and nothing but the policy's answer from then on.
    expect(told).toEqual([401, 404]);
    expect(twin.reached).toEqual([]);
    expect(twin.find('apis/openai')?.properties['apiRevision']).toBe('3');
  });
});
