import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lz, type CommandRun } from '../../../test/support/command-line.ts';
import { CertificateAuthority } from '../../twin/src/server/certificates.ts';

const YAML =
  'openapi: 3.1.0\ninfo: {title: t, version: "1"}\npaths:\n  /chat: {post: {operationId: createChat, tags: [Chat], responses: {200: {$ref: "parts.yaml#/ok"}}}}\n  /files: {get: {operationId: listFiles, responses: {200: {description: ""}}}}\n';
const PARTS = 'ok: {description: from parts}\n';
const MB = 1024 * 1024;

/** A site of documents; what it was asked for is kept. */
const PAGES: Readonly<
  Record<string, readonly [status: number, headers: Record<string, string>, body: string | Buffer]>
> = {
  '/gzip/spec.yaml': [200, { 'content-encoding': 'gzip' }, gzipSync(YAML)],
  '/gzip/parts.yaml': [200, {}, PARTS],
  '/moved': [302, { location: '/gzip/spec.yaml' }, ''],
  '/bomb': [200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(60 * MB, ' '))],
  '/large': [200, {}, Buffer.alloc(50 * MB, ' ')],
  '/html': [200, { 'content-type': 'text/html' }, '<!doctype html>'],
};

describe('lz prepare', () => {
  let server: Server;
  let site: string;
  let env: Record<string, string>;
  const asked: string[] = [];
  const prepare = (path: string, ...more: readonly string[]): Promise<CommandRun> =>
    lz(['prepare', `${site}${path}`, ...more], { env });

  beforeAll(async () => {
    const authority = new CertificateAuthority();
    const caFile = join(await mkdtemp(join(tmpdir(), 'lz-ca-')), 'ca.pem');
    await writeFile(caFile, authority.caPem);
    env = { NODE_EXTRA_CA_CERTS: caFile, NO_PROXY: 'localhost' };
    server = createServer(authority.identityFor('localhost'), (request, response) => {
      asked.push(request.url ?? '');
      const [status, headers, body] = PAGES[request.url ?? ''] ?? [404, {}, '<html>'];
      response
        .on('error', () => undefined)
        .writeHead(status, headers)
        .end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    site = `https://localhost:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('reads an address, through a redirect, unpacked, with what it refers to; the report goes to stderr', async () => {
    const run = await prepare('/moved', '--operations', 'tag:Chat');
    expect(run.exitCode, run.stderr).toBe(0);
    expect(asked).toEqual(['/moved', '/gzip/spec.yaml', '/gzip/parts.yaml']);
    const document = JSON.parse(run.stdout) as { openapi: string; paths: object };
    expect([document.openapi, document.paths]).toEqual([
      '3.0.3',
      {
        '/chat': {
          post: { operationId: 'createChat', tags: ['Chat'], responses: { 200: { description: 'from parts' } } },
        },
      },
    ]);
    expect(run.stderr).toMatch(/^1 operations, \d+ bytes, sha256:[0-9a-f]{64}$/m);
    expect(run.stderr).toContain('GET /files');
  });

  test.each([
    ['/none', 'answered 404: there is no such document'],
    ['/html', 'is HTML, not an OpenAPI document'],
    ['/large', 'is larger, and at most 20 MB are read'],
    ['/bomb', 'is larger, and at most 20 MB are read'],
  ])('refuses %s in one plain sentence', async (path, said) => {
    const run = await prepare(path);
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(`${site}${path}: ${said}`);
    expect(run.stderr, 'no stack').not.toMatch(/^\s+at /m);
  });

  test('refuses a certificate that nobody vouches for', async () => {
    const run = await lz(['prepare', `${site}/gzip/spec.yaml`], { env: { NO_PROXY: 'localhost' } });
    expect([run.exitCode, run.stderr]).toEqual([2, expect.stringMatching(/cannot be read: .*certificate/)]);
  });
});
