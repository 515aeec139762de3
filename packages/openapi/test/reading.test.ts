import { mkdtemp, symlink, truncate, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { OpenApiError, prepare, type Fetch, type PreparedDocument } from '../src/index.ts';
import { contentOf, documentOf, offline, prepareObject } from './support.ts';

const ok = { responses: { 200: { description: 'OK' } } };
const good = documentOf({ '/a': { get: { operationId: 'a', ...ok } } });
const YAML =
  'openapi: 3.0.3\ninfo: {title: t, version: "1"}\npaths:\n  /a: {get: {operationId: a, responses: {200: {description: OK}}}}\n';

/** What is wrong with a text, as the user reads it. */
async function refusalOf(text: string): Promise<string> {
  const error: unknown = await prepareObject(text).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OpenApiError);
  return (error as OpenApiError).message;
}

const laughs = [
  'a: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 8 }, (_value, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`),
].join('\n');

describe('broken texts', () => {
  it.each([
    ['JSON that ends in the middle', '{"openapi":', /^spec:1:12: the text ends in the middle$/],
    ['JSON with a comma too many', '{\n  "a": 1,\n}', /^spec:3:1: a text in double quotes is expected$/],
    ['JSON with text behind it', '{} {}', /^spec:1:4: the document ends here/],
    ['JSON with an unknown escape', '{"a": "\\x"}', /^spec:1:7: .*escape that JSON does not know/],
    ['JSON with a line break in a text', '{"a": "b\n"}', /^spec:1:7: /],
    [
      'a key twice in JSON',
      '{\n "a": 1,\n "b": {"c": 1, "c": 2},\n "a": 3\n}',
      /^spec:3:16: the key 'c' is there twice, first in line 3, column 8; .*\nspec:4:2: the key 'a' is there twice, first in line 2, column 2/,
    ],
    ['a key twice in YAML', 'a: 1\nb: 2\na: 3\n', /^spec:3:1: the key 'a' is there twice, first in line 1, column 1/],
    ['a tab as indentation', 'a:\n\tb: 1\n', /^spec:2:1: .*[Tt]ab/],
    ['a list that does not end', 'openapi: [', /^spec:1:\d+: /],
    ['two mistakes at once', 'a: "b" c\nd: "\\q"\n', /^spec:.*\nspec:/],
    ['an unknown tag', 'a: !thing 1\n', /^spec:1:\d+: .*tag/],
    ['two documents', 'a: 1\n---\nb: 2\n', /^spec:/],
    ['an alias without an anchor', 'a: *b\n', /^spec:1:5: /],
    ['an alias that leads back', 'a: &a\n  b: *a\n', /^spec:.*leads back to the value that it stands in/],
    ['aliases that grow', laughs, /^spec:.*the aliases make more than 2000000 values/],
    ['a number without end', 'a:\n  b: .inf\n', /^spec:2:6: \/a\/b: '\.inf' is no number that JSON can say/],
    [
      '10,000 levels of JSON',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      /^spec:1:201: more than 200 levels of nesting/,
    ],
    ['10,000 levels of objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, /more than 200 levels/],
    ['10,000 levels of YAML', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, /^spec:1:\d+: more than 200 levels/],
  ])('%s', async (_name, text, message) => {
    expect(await refusalOf(text)).toMatch(message);
  });
});

describe('documents that are none', () => {
  const document = (change: object): string => JSON.stringify({ ...good, ...change });
  it.each([
    ['a text', '"openapi"', /^spec:1:1: \/: an OpenAPI document is a mapping/],
    ['a list', '[]', /an OpenAPI document is a mapping/],
    ['no version', '{"info":{}}', /neither 'openapi' nor 'swagger'/],
    ['an unknown version', '{"openapi":"4.0.0"}', /\/openapi: OpenAPI "4\.0\.0" is not supported/],
    ['3.2', '{"openapi":"3.2.0"}', /OpenAPI "3\.2\.0" is not supported/],
    ['1.2', '{"swagger":"1.2"}', /is not supported/],
    ['a version that is a list', '{"openapi":[]}', /OpenAPI \[\] is not supported/],
    ['paths that are null', document({ paths: null }), /\/paths: `paths` is null/],
    ['paths that are a list', document({ paths: [] }), /\/paths: `paths` is a list/],
    ['no paths', document({ paths: {} }), /the document has no operations/],
    ['a path that is a list', document({ paths: { '/a': [] } }), /\/paths\/~1a: the path \/a is a list/],
    ['an operation that is a text', document({ paths: { '/a': { get: 'x' } } }), /\/paths\/~1a\/get: is a text/],
    ['paths that are null only', document({ paths: { '/a': null } }), /the document has no operations/],
    ['a path without a slash', document({ paths: { a: { get: ok } } }), /the path 'a' does not start with '\/'/],
    ['a path with a fragment', document({ paths: { '/a#b': { get: ok } } }), /has a fragment/],
    ['a brace without its partner', document({ paths: { '/a/{b': { get: ok } } }), /a brace without its partner/],
    ['a placeholder without a name', document({ paths: { '/a/{}': { get: ok } } }), /a placeholder without a name/],
    ['a placeholder twice', document({ paths: { '/{a}/{A}': { get: ok } } }), /the placeholder 'a' twice/],
    ['a wildcard in the middle', document({ paths: { '/a/*/b': { get: ok } } }), /a wildcard at the end alone/],
    ['a long path', document({ paths: { [`/${'a'.repeat(1000)}`]: { get: ok } } }), /at most 1000/],
    [
      'paths that differ in names alone',
      document({ paths: { '/{a}': { get: ok }, '/{b}': { put: ok } } }),
      /\/paths\/~1\{b\}: .*are one path to API Management/,
    ],
    ['no title', document({ info: { version: '1' } }), /\/info: `info\.title` is missing/],
    ['no info', document({ info: undefined }), /`info\.version` is missing/],
    [
      'parameters that are a mapping',
      document({ paths: { '/a': { get: { ...ok, parameters: {} } } } }),
      /parameters are a list/,
    ],
    [
      'a parameter without a name',
      document({ paths: { '/a': { get: { ...ok, parameters: [{ in: 'query' }] } } } }),
      /with `name` and `in`/,
    ],
    [
      'a parameter nowhere',
      document({ paths: { '/a': { get: { ...ok, parameters: [{ name: 'a', in: 'body' }] } } } }),
      /'body' is no place of a parameter/,
    ],
    [
      'a name in path and query',
      document({ paths: { '/{a}': { get: { ...ok, parameters: [{ name: 'A', in: 'query', schema: {} }] } } } }),
      /has 'A' in the path and in the query/,
    ],
    [
      'a description that is a list',
      document({ info: { title: 't', version: '1', description: [] } }),
      /\/info\/description: is a list; a text is expected/,
    ],
    [
      'a schema that is a number',
      document({ paths: { '/a': { get: { ...ok, parameters: [{ name: 'a', in: 'query', schema: 1 }] } } } }),
      /is no schema/,
    ],
    ['servers that are a mapping', document({ servers: {} }), /servers are a list/],
  ])('%s', async (_name, text, message) => {
    expect(await refusalOf(text)).toMatch(message);
  });

  it('says everything at once, each with line and column', async () => {
    const message = await refusalOf(
      'openapi: 3.0.3\ninfo: {title: t}\npaths:\n  a:\n    get: {}\n  /b/{:\n    get: []\n',
    );
    expect(message.split('\n')).toEqual([
      expect.stringMatching(/^spec:7:10: \/paths\/~1b~1\{\/get: is a list/),
      expect.stringMatching(/^spec:5:5: \/paths\/a: the path 'a' does not start/),
      expect.stringMatching(/^spec:2:7: \/info: `info\.version` is missing/),
    ]);
  });
});

describe('names that JavaScript knows', () => {
  it('are names like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const properties = JSON.parse(`{${names.map((name) => `"${name}":{"type":"string"}`).join(',')}}`) as object;
    const schemas = JSON.parse(
      `{${names.map((name) => `"${name}":{"type":"object","required":["constructor"]}`).join(',')}}`,
    ) as object;
    const content = Object.fromEntries(
      names.slice(1).map((name) => [`a/${name}`, { schema: { $ref: `#/components/schemas/${name}` } }]),
    );
    const schema = { properties, items: { $ref: '#/components/schemas/__proto__' } };
    const responses = { 200: { description: '', content: { ...content, j: { schema } } } };
    const prepared = await prepareObject(
      documentOf({ '/constructor': { get: { operationId: 'constructor', responses } } }, { components: { schemas } }),
    );
    expect(prepared.changes).toEqual([]);
    expect(prepared.text).toContain(`"properties":${JSON.stringify(properties)}`);
    expect(prepared.text).toContain('"schemas":{"__proto__":{"type":"object"');
    const broken = documentOf(
      { '/a': { get: { operationId: 'a', responses: { 200: { $ref: '#/components/responses/constructor' } } } } },
      { components: { responses: {} } },
    );
    await expect(prepareObject(broken)).rejects.toThrow(/leads to nothing/);
  });
});

describe('YAML', () => {
  it.each([
    [
      'anchors and merge keys',
      `${YAML}x: &x {description: merged}\n`.replace('{description: OK}', '{<<: {description: merged}}'),
      'merged',
    ],
    ['truth values of YAML 1.1', YAML.replace('OK', 'yes'), 'yes'],
    ['on', YAML.replace('OK', 'on'), 'on'],
    ['dates', YAML.replace('OK', '2020-01-01'), '2020-01-01'],
    ['octal numbers of YAML 1.1', YAML.replace('OK', '0777'), '777'],
    ['numbers with lines', YAML.replace('OK', '1_000'), '1_000'],
    ['sexagesimal numbers', YAML.replace('OK', '12:30:45'), '12:30:45'],
    ['a fraction with a zero at its end', YAML.replace('OK', '1.10'), '1.10'],
    ['a byte order mark', `\uFEFF${YAML}`, 'OK'],
    ['Windows line ends', YAML.replaceAll('\n', '\r\n'), 'OK'],
    [
      'braces around everything',
      '{openapi: 3.0.3, info: {title: t, version: "1"}, paths: {/a: {get: {operationId: a, responses: {200: {description: OK}}}}}}',
      'OK',
    ],
    ['a marker in front', `%YAML 1.2\n---\n${YAML}...\n`, 'OK'],
  ])('%s', async (_name, text, description) => {
    const prepared = await prepareObject(text);
    expect(contentOf(prepared)['paths']?.['/a']?.['get']?.['responses']?.['200']?.['description']).toBe(description);
  });
});

describe('files and addresses', () => {
  let folder: string;
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  const prepareFile = (file: string, fetch: Fetch = offline): Promise<PreparedDocument> =>
    prepare({ kind: 'file', file }, { fetch });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lz-openapi-'));
    await mkdir(join(folder, 'folder'));
    await symlink(folder, join(folder, 'link'));
  });

  it.each<[string, string | Uint8Array]>([
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${YAML}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(YAML, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${YAML}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', `\uFEFF${JSON.stringify(good)}`],
  ])('reads %s', async (_name, content) => {
    expect((await prepareFile(await write('good.yaml', content))).operations).toHaveLength(1);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /is empty/],
    ['spaces', ' \n ', /is empty/],
    ['HTML', '<!DOCTYPE html><html>', /is HTML, not an OpenAPI document/],
    ['XML', '<?xml version="1.0"?>', /is HTML or XML/],
    ['gzip', gzipSync('{}'), /compressed by gzip/],
    ['bytes', Buffer.from([0x80, 0x81, 0xff]), /neither UTF-8 nor UTF-16/],
  ])('refuses %s', async (_name, content, message) => {
    await expect(prepareFile(await write('bad.yaml', content))).rejects.toThrow(message);
  });

  it('refuses 50 MB before it reads them, a folder, and what is not there', async () => {
    const large = await write('large.json', '{');
    await truncate(large, 50 * 1024 * 1024);
    await expect(prepareFile(large)).rejects.toThrow(/has 50 MB, and at most 20 MB are read/);
    await expect(prepareFile(join(folder, 'folder'))).rejects.toThrow(/is a folder/);
    await expect(prepareFile(join(folder, 'none.json'))).rejects.toThrow(/none\.json: cannot be read: .*no such file/);
  });

  const answers: Readonly<Record<string, Awaited<ReturnType<Fetch>>>> = {
    'https://a/good': { status: 200, body: Buffer.from(YAML) },
    'https://a/moved': { status: 302, location: '/good', body: Buffer.alloc(0) },
    'https://a/404': { status: 404, body: Buffer.from('<html>') },
    'https://a/401': { status: 401, body: Buffer.alloc(0) },
    'https://a/html': { status: 200, body: Buffer.from('<html>') },
    'https://a/empty': { status: 200, body: Buffer.alloc(0) },
    'https://a/loop': { status: 301, location: 'https://a/loop', body: Buffer.alloc(0) },
    'https://a/plain': { status: 301, location: 'http://a/good', body: Buffer.alloc(0) },
    'https://a/to404': { status: 301, location: '/404', body: Buffer.alloc(0) },
    'https://a/large': { status: 200, body: Buffer.alloc(20 * 1024 * 1024 + 1) },
    'https://a/thief': {
      status: 200,
      body: Buffer.from(YAML.replace('{description: OK}', '{$ref: "file:///etc/passwd"}')),
    },
    'https://a/relative': { status: 200, body: Buffer.from(YAML.replace('{description: OK}', '{$ref: "parts#/ok"}')) },
    'https://a/parts': { status: 200, body: Buffer.from('ok: {description: from parts}') },
  };
  const fetch: Fetch = (url) => {
    const found = answers[url];
    return found === undefined ? Promise.reject(new Error('getaddrinfo ENOTFOUND')) : Promise.resolve(found);
  };
  const prepareUrl = (url: string): Promise<PreparedDocument> => prepare({ kind: 'url', url }, { fetch });

  it.each(['good', 'moved', 'relative'])('reads https://a/%s', async (name) => {
    expect((await prepareUrl(`https://a/${name}`)).operations).toHaveLength(1);
  });

  it.each([
    ['https://a/404', /^https:\/\/a\/404: answered 404: there is no such document/],
    ['https://a/401', /it wants a sign-in/],
    ['https://a/html', /is HTML/],
    ['https://a/empty', /is empty/],
    ['https://a/loop', /redirects more than 5 times/],
    ['https://a/plain', /redirects to http:\/\/a\/good, which is not https/],
    ['https://a/to404', /redirects to https:\/\/a\/404, which answered 404/],
    ['https://a/large', /is larger, and at most 20 MB are read/],
    ['https://a/none', /cannot be read: getaddrinfo ENOTFOUND/],
    [
      'https://a/thief',
      /:4:\d+: .*\$ref: the reference 'file:\/\/\/etc\/passwd' leads to file:, and a document from the network may not read files/,
    ],
    ['http://a/good', /has the scheme 'http:'/],
    ['ftp://a/good', /has the scheme 'ftp:'/],
    ['https://', /is no address/],
  ])('refuses %s', async (url, message) => {
    await expect(prepareUrl(url)).rejects.toThrow(message);
  });
});
