import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lz } from '../../../test/support/command-line.ts';

const COMMANDS = ['run', 'destroy', 'twin', 'expand', 'policy', 'prepare', 'validate', 'cost'];
const TEMPLATE = 'bicep/hub/network.json';

/** Files that are there and wrong. */
const FILES = {
  'broken.json': '{',
  'object.json': '{"a": 1}',
  'faults.json': '[{"do": "nonsense"}]',
  'stale.json': '{"control": "http://127.0.0.1:9", "env": {}}',
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lz-usage-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
});

describe('help', () => {
  test('lists every command, and ends with 0', async () => {
    const { exitCode, stdout } = await lz(['--help']);
    expect(exitCode).toBe(0);
    expect([...stdout.matchAll(/^ {2}(\w+) .*\[options\]/gm)].map(([, name]) => name)).toEqual(COMMANDS);
  });

  test.each(COMMANDS)('%s --help says what it does and what it takes', async (command) => {
    const { exitCode, stdout, stderr } = await lz([command, '--help']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(new RegExp(`^Usage: lz ${command} `));
    expect(stdout).toMatch(/^ {2}-h, --help/m);
  });
});

describe('bad usage or input ends with 2 and one plain sentence', () => {
  const cases: readonly (readonly [args: string, said: string])[] = [
    ['nonsense', "unknown command 'nonsense'"],
    ['run --nonsense', "unknown option '--nonsense'"],
    ['run --mode destroy', 'Allowed choices are apply, plan'],
    ['destroy', 'Say --twin FILE, the ready file of a running twin, or --target azure.'],
    ['destroy --purge all', 'Allowed choices are none, soft-deleted'],
    ['run --target moon', 'Allowed choices are twin, azure'],
    ['run --seed x', 'a whole number is expected'],
    ['run --config DIR/none.yml', 'there is no such file'],
    ['run --workflow DIR/none.yml', 'no such workflow file'],
    ['run --faults DIR/object.json', 'expected a list of rules'],
    ['twin --without-rule nonsense', "There is no rule 'nonsense'"],
    ['run --faults DIR/faults.json', "'do' is a status code"],
    ['run --twin DIR/none.json', 'no ready file of a running twin'],
    ['run --twin DIR/broken.json', 'no ready file of a running twin'],
    ['run --twin DIR/object.json', 'no ready file of a running twin'],
    ['run --twin DIR/stale.json', 'no ready file of a running twin'],
    ['twin --seed -1', 'a whole number is expected'],
    ['twin --faults DIR/faults.json', "'do' is a status code"],
    ['twin --ready DIR/none/ready.json', 'no such file or directory'],
    ['twin more', 'too many arguments'],
    ['expand', "required option '--template <file>'"],
    ['expand --template DIR/none.json', 'no such file or directory'],
    ['expand --template DIR/broken.json', 'not valid JSON'],
    [`expand --template ${TEMPLATE} --parameters DIR/broken.json`, 'not valid JSON'],
    [`expand --template ${TEMPLATE}`, "'location' is not provided"],
    ['validate', "missing required argument 'config'"],
    ['validate DIR/none.yml', 'there is no such file'],
    ['prepare', "missing required argument 'spec'"],
    ['prepare DIR/none.json', 'none.json'],
    ['policy', "required option '--policy <file>'"],
    ['policy --policy DIR/none.xml', "required option '--request <file>'"],
    ['policy --policy DIR/none.xml --request DIR/none.json', 'no such file or directory'],
    ['policy nonsense --policy DIR/none.xml', 'too many arguments'],
    ['policy test', "missing required argument 'path'"],
    ['policy test DIR/none', 'there is no test file'],
    ['policy check DIR/none.xml', 'no such file or directory'],
    ['policy show --config DIR/none.yml', 'there is no such file'],
  ];

  test.each(cases)('lz %s', async (args, said) => {
    const run = await lz(args.replaceAll('DIR', folder).split(' '));
    expect(run.exitCode, run.stderr).toBe(2);
    expect(run.stdout + run.stderr).toContain(said);
    expect(run.stderr, 'no stack').not.toMatch(/^\s+at /m);
  });
});
