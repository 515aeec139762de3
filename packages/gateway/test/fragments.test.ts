import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnvironment, namesOf, type Environment } from '@lz/config';
import { describe, expect, test } from 'vitest';
import { checkFragments, readFragments } from '../src/index.ts';

const FILE = `name: contoso-dev
location: swedencentral
hub: { addressSpace: 10.10.0.0/22, gateway: { publisherEmail: platform@contoso.com } }
spoke: { addressSpace: 10.10.4.0/22, exposure: { kind: private } }
models: [gpt-5-mini]
`;

/** An environment in a folder of its own, whose section `api` names these files. */
function environmentWith(files: Readonly<Record<string, string | Buffer>>, api: string): Environment {
  const folder = mkdtempSync(join(tmpdir(), 'fragments-'));
  mkdirSync(join(folder, 'folder.xml'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { environment, mistakes } = loadEnvironment(`${FILE}api: ${api}\n`, join(folder, 'dev.yml'));
  if (environment?.spoke === undefined) throw new Error(JSON.stringify(mistakes));
  return environment;
}

const inbound = 'fragments: { inbound: { before: [one.xml] } }';

describe('a fragment that API Management would refuse', () => {
  test.each<[string, string | Buffer | undefined, string, readonly (readonly [number, number, RegExp])[]]>([
    ['is not there', undefined, inbound, [[1, 1, /no such file/]]],
    ['is too long', `<fragment><!--${'x'.repeat(32 * 1024)}--></fragment>`, inbound, [[1, 1, /bytes long/]]],
    ['is no text', Buffer.from([0xff, 0xfe, 0x00]), inbound, [[1, 1, /not UTF-8/]]],
    ['is no XML', '<fragment>\n  <set-header\n</fragment>', inbound, [[3, 1, /./]]],
    ['has another root', '<policies />', inbound, [[1, 2, /'fragment' is expected/]]],
    ['has a section', '<fragment>\n<inbound />\n</fragment>', inbound, [[2, 2, /./]]],
    ['has base', '<fragment>\n\n  <base />\n</fragment>', inbound, [[3, 4, /may not contain 'base'|not allowed/]]],
    [
      'includes another',
      '<fragment><include-fragment fragment-id="x" /></fragment>',
      inbound,
      [
        [1, 12, /may not contain/],
        [1, 42, /could not be found/],
      ],
    ],
    [
      'has a broken expression',
      '<fragment>\n  <set-variable name="a" value="@(contxt.Api)" />\n</fragment>',
      inbound,
      [[2, 35, /'contxt' does not exist/]],
    ],
    [
      'names what is not there',
      '<fragment>\n  <set-header name="a"><value>{{team}}</value></set-header>\n  <set-backend-service backend-id="france" />\n</fragment>',
      inbound,
      [
        [2, 31, /'team'/],
        [3, 36, /'france' could not be found/],
      ],
    ],
    [
      'has what its section does not take',
      '<fragment>\n  <ip-filter action="allow"><address>1.1.1.1</address></ip-filter>\n</fragment>',
      'fragments: { outbound: { before: [one.xml] } }',
      [[2, 4, /not allowed in/]],
    ],
    [
      'has it on the line of its root',
      '<fragment><ip-filter action="allow"><address>1.1.1.1</address></ip-filter></fragment>',
      'fragments: { onError: { before: [one.xml] } }',
      [[1, 12, /not allowed in/]],
    ],
    [
      'takes the place of the caller',
      '<fragment>\n  <set-variable name="person" value="ada" />\n</fragment>',
      inbound,
      [[2, 3, /one of the gateway's own/]],
    ],
  ])('%s', async (_what, text, api, expected) => {
    const environment = environmentWith(text === undefined ? {} : { 'one.xml': text }, `{ ${api} }`);
    const found = await checkFragments(environment);
    expect(found.map(({ line, column }) => [line, column])).toEqual(expected.map(([line, column]) => [line, column]));
    for (const [index, [, , says]] of expected.entries()) expect(found[index]?.message).toMatch(says);
    expect(found.every(({ file }) => file.endsWith('/one.xml'))).toBe(true);
  });

  test('is named with all that is wrong with the others', async () => {
    const environment = environmentWith(
      { 'one.xml': '<fragment><base /></fragment>', 'two.xml': '<fragment' },
      '{ fragments: { inbound: { before: [one.xml, two.xml], after: [one.xml] }, onError: { before: [folder.xml] } } }',
    );
    expect((await checkFragments(environment)).map(({ file }) => file.split('/').at(-1))).toEqual([
      'one.xml',
      'two.xml',
      'folder.xml',
    ]);
  });
});

test('a sound one is deployed with names of its own', async () => {
  const environment = environmentWith(
    {
      'one.xml':
        '\uFEFF<fragment>\n  <set-header name="a"><value>{{team}} @("{{other}}")</value></set-header>\n  <set-backend-service backend-id="france" />\n</fragment>\n',
    },
    "{ namedValues: { team: chat, other: x }, backends: [{ name: france, url: 'https://aif-fr.openai.azure.com/openai/v1' }], fragments: { inbound: { after: [one.xml] } } }",
  );
  expect(await checkFragments(environment)).toEqual([]);
  const [fragment] = readFragments(environment, namesOf(environment, ''));
  expect(fragment).toMatchObject({ id: 'openai--one', section: 'inbound', place: 'after' });
  expect(fragment?.text).toContain('{{openai--team}} @("{{openai--other}}")');
  expect(fragment?.text).toContain('backend-id="foundry--france"');
});
