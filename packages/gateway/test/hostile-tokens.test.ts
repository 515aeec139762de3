import { describe, expect, test } from 'vitest';
import { APP_ID } from '../../twin/test/data-planes/landing-zone.ts';
import { BASE, CHAT, FINANCE, GovernedGateway, refusedAs, SMOKE_CLIENT } from './support/governed-gateway.ts';
import { HOSTILE, type HeaderList } from './support/hostile-tokens.ts';
import { TokenWorkshop } from './support/token-workshop.ts';

/** One where groups decide, so that overage does, too. */
const gateway = new GovernedGateway({
  access: { admins: [], users: [{ kind: 'group', objectId: FINANCE }], groups: { finance: FINANCE } },
  models: [{ name: 'gpt-5-mini', allow: { roles: ['user'], groups: ['finance'] } }],
});
const workshop = new TokenWorkshop(gateway.zone);

/** Sends headers as they are, twice the same name included. */
async function send(list: HeaderList, path = '/chat/completions') {
  const all: HeaderList = [...list, ['Content-Type', 'application/json']];
  return await gateway.zone.send('POST', BASE + path, { body: CHAT, rawHeaders: all.flat() });
}

const bearer = (token: string): HeaderList => [['Authorization', `Bearer ${token}`]];

describe('a token that is not one of Entra for this API and this person', () => {
  test('there are more than a hundred', () => {
    expect(HOSTILE.length).toBeGreaterThan(100);
    expect(new Set(HOSTILE.map(({ what }) => what)).size).toBe(HOSTILE.length);
  });

  test.each(HOSTILE.map((hostile) => [hostile.what, hostile] as const))('%s', async (_what, hostile) => {
    const made = await hostile.make(workshop);
    const answer = await send(typeof made === 'string' ? bearer(made) : made);
    expect(refusedAs(answer)).toEqual([hostile.status ?? 401, hostile.code ?? 'invalid_token']);
    const challenge = answer.headers['www-authenticate'];
    expect(challenge).toEqual(answer.status === 401 ? expect.stringMatching(/^Bearer authorization_uri=/) : undefined);
    expect(gateway.reached).toEqual([]);
  });

  test('a token in the query, and none in a header', async () => {
    const token = await workshop.signed(workshop.claims());
    const path = `/chat/completions?access_token=${token}&token=${token}&subscription-key=k`;
    expect(refusedAs(await send([], path))).toEqual([401, 'invalid_token']);
    expect(gateway.reached).toEqual([]);
  });
});

describe('a token as Entra makes it', () => {
  const known = { groups: [FINANCE] };

  test.each<[string, () => Promise<string>]>([
    ['version 2', () => workshop.signed(workshop.claims(known))],
    ['version 1', () => workshop.signed(workshop.oldClaims(known))],
    ['version 1 for the client id', () => workshop.signed(workshop.oldClaims({ ...known, aud: APP_ID }))],
    ['several audiences', () => workshop.signed(workshop.claims({ ...known, aud: ['x', APP_ID] }))],
    ['the smoke test', () => workshop.signed(workshop.claims({ azp: SMOKE_CLIENT, scp: undefined, idtyp: 'app' }))],
    ['a key id and more in the header', () => workshop.signed(workshop.claims(known), { x5t: 'x', nonce: 'n' })],
    ['no time to lose', () => workshop.signed(workshop.claims({ ...known, exp: workshop.now + 1 }))],
    ['begins now', () => workshop.signed(workshop.claims({ ...known, nbf: workshop.now }))],
  ])('%s passes', async (_what, make) => {
    const before = gateway.reached.length;
    const token = await make();
    expect((await send(bearer(token))).status).toBe(200);
    expect((await send([['authorization', `bearer ${token}`]])).status).toBe(200);
    expect(gateway.reached.length).toBe(before + 2);
    expect(JSON.stringify(gateway.reached.map(({ rawHeaders }) => rawHeaders))).not.toContain(token);
  });
});
