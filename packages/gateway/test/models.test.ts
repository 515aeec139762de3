import { describe, expect, test } from 'vitest';
import type { ApiPolicyOptions } from '../src/index.ts';
import { CHAT, FINANCE, GovernedGateway, refusedAs, SMOKE_CLIENT } from './support/governed-gateway.ts';

const PERSON = '77777777-7777-4777-8777-777777777777';
const governed: Partial<ApiPolicyOptions> = {
  access: {
    admins: [],
    users: [
      { kind: 'group', objectId: FINANCE },
      { kind: 'user', objectId: PERSON },
    ],
    groups: { finance: FINANCE, legal: '88888888-7777-4888-8999-aaaaaaaaaaaa' },
  },
  models: [
    { name: 'gpt-5-mini' },
    { name: 'grok-4', allow: { roles: ['admin'], groups: ['finance'] } },
    { name: 'text-embedding-3-small', allow: { roles: ['admin'], groups: [] } },
  ],
};
const user = { groups: [] };
const finance = { groups: [FINANCE] };
const admin = { roles: ['admin'], groups: [] };

describe('who may use which model', () => {
  const gateway = new GovernedGateway(governed);

  test.each([
    ['a user the one for everybody', user, 'gpt-5-mini', 200, undefined],
    ['a user not that of a group', user, 'grok-4', 403, 'model_not_allowed'],
    ['nor in another case', user, 'GROK-4', 403, 'model_not_allowed'],
    ['nor of another group', { groups: ['88888888-7777-4888-8999-aaaaaaaaaaaa'] }, 'grok-4', 403, 'model_not_allowed'],
    [
      'nor of a group whose id only holds that of the group',
      { groups: [`${FINANCE},x`] },
      'grok-4',
      403,
      'model_not_allowed',
    ],
    ['a member of the group', finance, 'grok-4', 200, undefined],
    ['in any case', finance, 'Grok-4', 200, undefined],
    ['and with another group', { groups: ['other', FINANCE] }, 'grok-4', 200, undefined],
    ['whoever has the role', admin, 'grok-4', 200, undefined],
    ['a role beside another', { roles: ['user', 'admin'], groups: [] }, 'grok-4', 200, undefined],
    ['nobody one that there is not', admin, 'gpt-9', 404, 'model_not_found'],
    ['nor one with a space', finance, ' grok-4', 404, 'model_not_found'],
    ['nor one with a letter that only looks the same', finance, 'gro\u212a-4', 404, 'model_not_found'],
    ['nor two in one', finance, 'gpt-5-mini,grok-4', 404, 'model_not_found'],
  ])('%s', async (_what, claims, model, status, code) => {
    const before = gateway.reached.length;
    const answer = await gateway.ask({ claims, body: { ...CHAT, model } });
    expect(refusedAs(answer)).toEqual([status, code]);
    expect(gateway.reached.length - before).toBe(status === 200 ? 1 : 0);
  });

  test('a refusal says what may be used, and whom to ask', async () => {
    const answer = await gateway.ask({ claims: user, body: { ...CHAT, model: 'grok-4' } });
    expect(JSON.parse(answer.text)).toEqual({
      error: {
        message: 'You may not use the model grok-4; ask the administrators for it. You may use: gpt-5-mini.',
        type: 'permission_error',
        param: 'model',
        code: 'model_not_allowed',
      },
    });
  });

  test.each([
    [user, ['gpt-5-mini']],
    [finance, ['gpt-5-mini', 'grok-4']],
    [admin, ['gpt-5-mini', 'grok-4', 'text-embedding-3-small']],
  ])('%j sees its own models alone', async (claims, names) => {
    const list = await gateway.ask({ claims, method: 'GET', path: '/models' });
    expect((JSON.parse(list.text) as { data: { id: string }[] }).data.map(({ id }) => id)).toEqual(names);
    for (const name of ['gpt-5-mini', 'grok-4', 'text-embedding-3-small', 'gpt-9']) {
      const one = await gateway.ask({ claims, method: 'GET', path: `/models/${name}` });
      if (names.includes(name)) expect(JSON.parse(one.text)).toMatchObject({ id: name, object: 'model' });
      else expect(refusedAs(one)).toEqual([404, 'model_not_found']);
    }
  });
});

describe('a token that does not tell the groups', () => {
  const open = { ...governed, models: [{ name: 'gpt-5-mini' }] };
  const names = { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint: 'https://graph' } } };

  test.each<[string, object, readonly unknown[]]>([
    ['more groups than a token names', names, [403, 'groups_overage']],
    ['beside a list of them', { ...names, groups: [FINANCE] }, [403, 'groups_overage']],
    ['the same in an implicit flow', { hasgroups: true }, [403, 'groups_overage']],
    ['the same as text', { hasgroups: 'true' }, [403, 'groups_overage']],
    ['no groups at all', {}, [403, 'groups_missing']],
    [
      'no groups, by an application that people use',
      { scp: 'access_as_user', azp: SMOKE_CLIENT },
      [403, 'groups_missing'],
    ],
    ['an application in its own name', { azp: SMOKE_CLIENT }, [200, undefined]],
    ['a person who has a role without a group', { oid: PERSON }, [200, undefined]],
    ['another claim that stands elsewhere', { ...user, _claim_names: { roles: 'src1' } }, [200, undefined]],
  ])('%s', async (_what, claims, expected) => {
    const gateway = new GovernedGateway(governed);
    expect(refusedAs(await gateway.ask({ claims }))).toEqual(expected);
    expect(gateway.reached.length).toBe(expected[0] === 200 ? 1 : 0);
    expect((await new GovernedGateway(open).ask({ claims })).status, 'where groups decide nothing').toBe(200);
  });
});

/** What a body may look like to one reader, and otherwise to another. */
const DOUBTFUL: readonly (readonly [what: string, body: string, type?: string])[] = [
  ['no body', ''],
  ['no JSON', '{'],
  ['a list', '[{"model":"gpt-5-mini"}]'],
  ['text', '"gpt-5-mini"'],
  ['two models', '{"model":"gpt-5-mini","model":"grok-4"}'],
  ['two models, the other way', '{"model":"grok-4","model":"gpt-5-mini"}'],
  ['the second one in escapes', String.raw`{"model":"gpt-5-mini","\u006dodel":"grok-4"}`],
  ['the first one in escapes', String.raw`{"m\u006Fdel":"grok-4","model":"gpt-5-mini"}`],
  ['a model in another case', '{"model":"gpt-5-mini","Model":"grok-4"}'],
  ['a model in another case alone', '{"MODEL":"gpt-5-mini"}'],
  ['two streams', '{"model":"gpt-5-mini","stream":true,"stream":false}'],
  [
    'two options of a stream',
    '{"model":"gpt-5-mini","stream":true,"stream_options":{"include_usage":true,"include_usage":false}}',
  ],
  ['a name without quotes', '{model:"gpt-5-mini"}'],
  ['a name in single quotes', "{'model':'gpt-5-mini'}"],
  ['a comment in between', '{"model"/**/:"gpt-5-mini"}'],
  ['a model in a comment', '{"model":"gpt-5-mini"/*,"model":"grok-4"*/}'],
  ['more behind the end', '{"model":"gpt-5-mini"}{"model":"grok-4"}'],
  [
    'another character set',
    Buffer.from(JSON.stringify(CHAT), 'utf16le').toString('latin1'),
    'application/json; charset=utf-16',
  ],
  ['text by its type', JSON.stringify(CHAT), 'text/plain'],
  ['no type', JSON.stringify(CHAT), ''],
  ['a type that only begins alike', JSON.stringify(CHAT), 'application/jsonp'],
  ['two types', JSON.stringify(CHAT), 'application/json, text/plain'],
  ['a form', 'model=gpt-5-mini', 'application/x-www-form-urlencoded'],
  [
    'a form of parts',
    '--b\r\nContent-Disposition: form-data; name="model"\r\n\r\ngrok-4\r\n--b--',
    'multipart/form-data; boundary=b',
  ],
];

describe('a body that two readers could understand differently', () => {
  const gateway = new GovernedGateway(governed);

  test.each(DOUBTFUL)('%s is refused', async (_what, body, type = 'application/json') => {
    const headers = { 'content-type': type };
    for (const path of ['/chat/completions', '/embeddings', '/responses']) {
      const answer = await gateway.ask({ claims: admin, headers, path, body });
      expect(refusedAs(answer)).toEqual([400, 'invalid_body']);
    }
    expect(gateway.reached).toEqual([]);
  });

  test('so is one that is compressed', async () => {
    const answer = await gateway.ask({ claims: admin, headers: { 'content-encoding': 'gzip' } });
    expect(refusedAs(answer)).toEqual([400, 'invalid_body']);
  });

  test.each([
    ['no model', {}],
    ['a model that is a number', { model: 5 }],
    ['a list of models', { model: ['gpt-5-mini'] }],
    ['a model that is nothing', { model: null }],
  ])('%s is named as what is missing', async (_what, body) => {
    const answer = await gateway.ask({ claims: admin, body: { ...CHAT, model: undefined, ...body } });
    expect(refusedAs(answer)).toEqual([400, 'missing_required_parameter']);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { param: 'model', type: 'invalid_request_error' } });
  });

  test.each([
    ['a tool that has members of these names', { tools: [{ parameters: { model: {}, stream: {}, MODEL: {} } }] }],
    ['words that look like a member', { messages: [{ role: 'user', content: '{"model": "x", "model": 1} // no' }] }],
    ['names in escapes', { metadata: { 'gr\u00f6\u00dfe': 'x' } }],
    ['a model in escapes', {}],
  ])('%s is no doubt', async (_what, more) => {
    const body = JSON.stringify({ ...CHAT, ...more })
      .replaceAll('ö', String.raw`\u00f6`)
      .replace('gpt-5', String.raw`g\u0070t-5`);
    expect((await gateway.ask({ claims: admin, body })).status).toBe(200);
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    '%s is the right type',
    async (type) => {
      expect((await gateway.ask({ claims: admin, headers: { 'content-type': type } })).status).toBe(200);
    },
  );
});

describe('a path that means something else', () => {
  const gateway = new GovernedGateway(governed);
  const body = { ...CHAT, model: 'grok-4' };

  test.each([
    ['/files/../chat/completions', 403],
    ['//chat/completions', 404],
    ['/chat//completions', 404],
    ['/chat%2Fcompletions', 404],
    ['/chat%2fcompletions', 404],
    ['/%63hat/completions', 404],
    ['/chat/completions/', 404],
    ['/chat/completions;x', 404],
    ['/CHAT/COMPLETIONS', 404],
    ['/deployments/grok-4/chat/completions', 404],
    ['/chat/completions?model=gpt-5-mini', 403],
    ['/chat/completions?api-version=preview', 403],
  ])('%s', async (path, status) => {
    const answer = await gateway.ask({ claims: user, body, path });
    // What the gateway does with the path is its own matter; that nobody comes past the check is ours.
    expect([status, 403, 404]).toContain(answer.status);
    expect((JSON.parse(answer.text) as { error?: unknown }).error).toBeDefined();
    expect(gateway.reached).toEqual([]);
  });
});
