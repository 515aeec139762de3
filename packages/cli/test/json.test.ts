import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lz, ROOT } from '../../../test/support/command-line.ts';
import { parametersOf, scenarios, subscriptionId } from '../../templates/test/scenarios.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const example = scenarios.find(({ name }) => name === 'example');
if (example === undefined) throw new Error('there is no scenario example');
const PARAMETERS = parametersOf(example)['hub-network'];

describe('lz expand', () => {
  test('equals what the real engine makes of the same template, in every literal leaf', async () => {
    const golden = JSON.parse(
      await readFile(join(ROOT, 'bicep/test/example/hub-network.snapshot.json'), 'utf8'),
    ) as Json;
    const parameters = join(await mkdtemp(join(tmpdir(), 'lz-expand-')), 'parameters.json');
    await writeFile(parameters, JSON.stringify({ parameters: PARAMETERS }));
    const run = await lz([
      ...['expand', '--template', 'bicep/hub/network.json', '--parameters', parameters],
      ...['--subscription-id', subscriptionId, '--location', 'swedencentral', '--deployment-name', 'network'],
    ]);
    expect(run.exitCode, run.stderr).toBe(0);
    const expected = leaves(golden);
    expect(expected.size).toBeGreaterThan(100);
    expect(leaves(JSON.parse(run.stdout) as Json)).toEqual(expected);
  });
});

describe('--json', () => {
  test('lz validate answers the mistakes with their places', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'lz-json-')), 'dev.yml');
    await writeFile(file, 'name: contoso-dev\nlocation: nowhere\n');
    const bad = await lz(['validate', '--json', file]);
    expect(bad.exitCode).toBe(2);
    const { mistakes } = JSON.parse(bad.stdout) as {
      mistakes: readonly { line: number; column: number; fix: string }[];
    };
    expect(mistakes.length).toBeGreaterThan(3);
    expect(mistakes).toContainEqual(expect.objectContaining({ line: 2, column: 11 }));
    const good = await lz(['validate', '--json', 'environments/example.yml']);
    expect(good.exitCode).toBe(0);
    expect(JSON.parse(good.stdout)).toEqual({ mistakes: [] });
  });

  test('lz run answers one object on stdout, and the progress on stderr', async () => {
    const run = await lz(['run', '--json', '--mode', 'plan']);
    expect(run.exitCode, run.stderr).toBe(0);
    const result = JSON.parse(run.stdout) as Record<string, unknown>;
    expect(result).toMatchObject({ conclusion: 'success', twin: { writes: [], makespan: { runMs: 0 } } });
    expect(Object.keys(result)).toEqual(['conclusion', 'realMs', 'steps', 'reports', 'twin', 'directory']);
    expect(run.stderr).toContain('== Deploy the hub');
  });

  test('lz prepare answers the document with its report', async () => {
    const run = await lz(['prepare', '--json', 'built-in']);
    expect(run.exitCode, run.stderr).toBe(0);
    const { document, bytes, operations, changes } = JSON.parse(run.stdout) as {
      document: string;
      bytes: number;
      operations: readonly object[];
      changes: readonly object[];
    };
    expect(Buffer.byteLength(document)).toBe(bytes);
    expect([operations.length, changes]).toEqual([60, []]);
    expect(operations[0]).toEqual({ name: 'createchatcompletion', method: 'POST', urlTemplate: '/chat/completions' });
    expect(JSON.parse(document)).toHaveProperty('openapi');
  });

  test('lz prepare answers the mistakes with their places', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'lz-json-')), 'spec.yml');
    await writeFile(file, 'openapi: 3.0.3\ninfo: {title: t}\npaths:\n  chat: {}\n');
    const bad = await lz(['prepare', '--json', file]);
    expect(bad.exitCode).toBe(2);
    const { mistakes } = JSON.parse(bad.stdout) as { mistakes: readonly object[] };
    expect(mistakes).toContainEqual(
      expect.objectContaining({ source: file, place: { line: 2, column: 7 }, pointer: '/info' }),
    );
  });
});

/** Every leaf by its path; what the engine leaves symbolic (`[reference(…)]`) counts as there, whatever it says. */
function leaves(value: Json, at = ''): ReadonlyMap<string, Json> {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    return new Map(Object.entries(value).flatMap(([name, member]) => [...leaves(member, `${at}/${name}`)]));
  }
  const symbolic = typeof value === 'string' && value.startsWith('[') && !value.startsWith('[[');
  return new Map([[at, symbolic ? '[…]' : value]]);
}
