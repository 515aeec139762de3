import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lz } from '../../../test/support/command-line.ts';

const folder = await mkdtemp(join(tmpdir(), 'lz-policy-test-'));

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const DOCUMENT = 'policy: <policies><inbound><set-method>PUT</set-method></inbound></policies>\n';

test('lz policy test runs the suite of this repository, and writes what CI systems read', async () => {
  const junit = join(folder, 'junit.xml');
  const run = await lz(['policy', 'test', 'policies', '--coverage', '--junit', junit]);
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  expect(run.stdout).toMatch(/^all documents +\d+ % +\d+\/\d+$/m);
  const [, passed] = /^(\d+) passed \(\d+ files, \d+ ms\)$/m.exec(run.stdout) ?? [];
  expect(await readFile(junit, 'utf8')).toContain(`<testsuites tests="${String(passed)}" failures="0"`);
});

test('a failing expectation ends with 1, and is an annotation on GitHub', async () => {
  const name = await file(
    'failing.test.yml',
    `${DOCUMENT}cases:\n  - name: a\n    expect: { backend: { method: GET } }\n`,
  );
  const run = await lz(['policy', 'test', '.'], { cwd: folder, env: { GITHUB_ACTIONS: 'true' } });
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain(
    `      failing.test.yml:4:26 expect.backend.method\n        - expected "GET"\n        + is       "PUT"\n`,
  );
  expect(run.stdout).toContain(`::error file=failing.test.yml,line=4,col=26,title=a::`);
  const other = await lz(['policy', 'test', name, '--filter', 'b']);
  expect([other.exitCode, other.stderr]).toEqual([2, "no case has 'b' in its name\n"]);
});

test('a test file with a mistake, or a document that is refused, ends with 2', async () => {
  const mistyped = await lz(['policy', 'test', await file('x.yml', `${DOCUMENT}casses: []\n`), '--json']);
  expect(mistyped.exitCode).toBe(2);
  expect(JSON.parse(mistyped.stdout)).toMatchObject({
    files: 1,
    cases: 0,
    brokenFiles: 1,
    mistakes: [{ line: 2, column: 1, fix: 'did you mean `cases`?' }],
  });
  const document = await file(
    'refused.xml',
    '<policies>\n  <inbound>\n    <set-metod>PUT</set-metod>\n  </inbound>\n</policies>\n',
  );
  const refused = await lz(['policy', 'test', await file('y.yml', 'policy: refused.xml\ncases: [{ name: a }]\n')]);
  expect(refused.exitCode).toBe(2);
  expect(refused.stdout).toContain("refused.xml: Error in element 'set-metod' on line 3, column 6: ");
  const check = await lz(['policy', 'check', document]);
  expect([check.exitCode, check.stdout]).toEqual([2, expect.stringContaining('line 3, column 6')]);
});

test('lz policy show prints a document that lz policy check accepts', async () => {
  const shown = await lz(['policy', 'show', '--config', 'environments/example.yml']);
  expect(shown.exitCode, shown.stderr).toBe(0);
  const run = await lz(['policy', 'check', await file('shown.xml', shown.stdout)]);
  expect([run.exitCode, run.stdout]).toEqual([0, `${join(folder, 'shown.xml')}: no mistakes\n`]);
});
