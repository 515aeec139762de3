import { createTwin, type Twin } from '@lz/twin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryOf } from '../../../packages/twin/src/entra/index.ts';
import { metricsOf } from '../../../packages/twin/src/data-planes/insights/index.ts';
import { ENVIRONMENT, runChain } from '../../../test/support/action-process.ts';
import { Azure } from './support/azure.ts';
import { Browser } from './support/client.ts';
import { signIn } from './support/sign-in.ts';

const HOST = 'chat.contoso.com';
const APP = `https://${HOST}`;
const PROMPT = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Reply with the word pong' }] };

/** What people do after the five actions have run: everything through the public face. */
describe('a person in a browser', { timeout: 60_000 }, () => {
  let twin: Twin;
  let address: string;
  let adaId: string;

  beforeAll(async () => {
    twin = await createTwin();
    const azure = new Azure(twin);
    const { people, groups } = directoryOf(twin.world);
    adaId = people.find(({ userPrincipalName }) => userPrincipalName === 'ada@contoso.com')?.id ?? '';
    const group = groups.find(({ displayName }) => displayName === 'AI Users');
    const access = `access:\n  admins:\n    - user: ${adaId}\n  users:\n    - group: ${group?.id ?? ''}\n`;
    await runChain(twin, { environment: ENVIRONMENT + access });
    const ingress = await azure.get(azure.idOf('Microsoft.Network/publicIPAddresses', '-ingress'));
    address = String(ingress.properties['ipAddress']);
  }, 120_000);

  afterAll(async () => {
    await twin.close();
  });

  test('meets an app that lets nobody in without signing in', async () => {
    const browser = new Browser(twin, { [HOST]: address });
    expect((await browser.open(`${APP}/`)).status).toBe(200);
    expect((await browser.open(`${APP}/api/models`)).status).toBe(401);
    expect((await browser.open(`${APP}/api/chat/completions`, { body: PROMPT })).status).toBe(401);
  });

  test('signs in at Entra ID, chooses a model and is answered in pieces, counted for that person', async () => {
    const browser = new Browser(twin, { [HOST]: address });
    const landing = await signIn(browser, APP, 'ada@contoso.com');
    expect([landing.status, landing.headers.location]).toEqual([307, `${APP}/auth`]);
    for (const cookie of landing.headers['set-cookie'] ?? []) expect(cookie).toMatch(/; Secure/);
    expect([...(browser.cookies.get(HOST)?.keys() ?? [])]).toEqual(
      expect.arrayContaining(['token', 'oauth_session_id', 'owui-session']),
    );
    expect(JSON.parse((await browser.open(`${APP}/api/v1/auths/`)).text)).toMatchObject({
      email: 'ada@contoso.com',
      name: 'Ada Lovelace',
      role: 'admin',
    });
    const models = JSON.parse((await browser.open(`${APP}/api/models`)).text) as { data: { id: string }[] };
    expect(models.data.map(({ id }) => id)).toEqual(['gpt-5-mini']);

    const before = metricsOf(twin.world).length;
    const answer = await browser.open(`${APP}/api/chat/completions`, { body: { ...PROMPT, stream: true } });
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('text/event-stream'),
    ]);
    expect(answer.text).toMatch(/"content":"pong/);
    expect(answer.text).toContain('data: [DONE]');
    const counted = metricsOf(twin.world).slice(before);
    expect(counted.map(({ name }) => name)).toContain('Total Tokens');
    for (const { name, dimensions, value } of counted) {
      expect(dimensions).toMatchObject({ Person: adaId, Model: 'gpt-5-mini', Environment: 'contoso-dev' });
      // The model of the twin answers at once.
      expect(value).toBeGreaterThanOrEqual(name === 'Latency' ? 0 : 1);
    }
  });

  test('goes on after the access token has ended, until the session does', async () => {
    const browser = new Browser(twin, { [HOST]: address });
    await signIn(browser, APP, 'alan@contoso.com');
    const status = async (): Promise<number> =>
      (await browser.open(`${APP}/api/chat/completions`, { body: PROMPT })).status;
    expect(await status()).toBe(200);
    twin.world.clock.spend(3 * 3_600_000);
    expect(await status()).toBe(200);
    twin.world.clock.spend(12 * 3_600_000);
    expect(await status()).toBe(401);
  });

  test('with a role of the group is a user, not an administrator', async () => {
    const browser = new Browser(twin, { [HOST]: address });
    await signIn(browser, APP, 'alan@contoso.com');
    expect(JSON.parse((await browser.open(`${APP}/api/v1/auths/`)).text)).toMatchObject({ role: 'user' });
  });

  test('without a role is stopped by Entra ID', async () => {
    const browser = new Browser(twin, { [HOST]: address });
    const landing = await signIn(browser, APP, 'grace@contoso.com');
    expect(landing.headers.location).toMatch(/\/auth\?error=/);
    expect(browser.cookies.get(HOST)?.has('token')).toBe(false);
  });

  test("whose session cookie is lost gets no answer in anybody's name", async () => {
    const browser = new Browser(twin, { [HOST]: address });
    await signIn(browser, APP, 'ada@contoso.com');
    browser.cookies.get(HOST)?.delete('oauth_session_id');
    const answer = await browser.open(`${APP}/api/chat/completions`, { body: PROMPT });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'invalid_token' } });
  });
});
