import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadEnvironment, loadEnvironmentFile, maxFileBytes } from '../src/index.ts';
import { example } from './broken/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'environment-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Loads and gives the messages; a file without mistakes gives none. */
function messages(text: string): readonly string[] {
  return (loadEnvironment(text, 'dev.yml').mistakes ?? []).map(({ message }) => message);
}

function bomb(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) => {
    const value = level === 0 ? 'x' : `*a${level - 1}`;
    return `k${level}: &a${level} [${Array.from({ length: 9 }, () => value).join(', ')}]`;
  });
  return lines.join('\n');
}

/** Milliseconds, on a loaded machine. A search of the document for each alias would take longer. */
const soon = 20_000;

describe('a file that means harm', { timeout: soon }, () => {
  it.each([
    ['ten megabytes', 'key: value\n'.repeat(1_000_000), 'the file has 11,000,000 bytes'],
    ['an alias bomb', bomb(30), 'more than 20,000 values'],
    ['an alias of its own list', `${example}tags: &a [*a]\n`, 'more than 40 levels'],
    ['one anchor, used very often', `a: &a x\nl: [${'*a, '.repeat(60_000)}x]`, 'more than 20,000 values'],
    ['brackets without end', '['.repeat(20_000), 'nested too deeply'],
    ['lists within lists', '- '.repeat(20_000), 'nested too deeply'],
    ['very many keys', Array.from({ length: 25_000 }, (_, key) => `k${key}: 1`).join('\n'), 'more than 20,000 values'],
  ])('%s ends soon, with one mistake', (_, text, fragment) => {
    expect(messages(text)).toEqual([expect.stringContaining(fragment)]);
  });

  it('takes the last anchor of a name before the alias', () => {
    const text = example.replace('name: contoso-dev', 'tags: { a: &n first-one, b: &n second-one }\nname: *n');
    expect(loadEnvironment(text, 'dev.yml').environment?.name).toBe('second-one');
  });

  it('reads anchors and aliases in their place', () => {
    const text = `${example.replace('contoso-dev', '&name contoso-dev')}tags: { team: *name }\n`;
    expect(loadEnvironment(text, 'dev.yml').environment?.tags).toMatchObject({ team: 'contoso-dev' });
  });

  it('counts bytes, not characters', () => {
    expect(messages(`# ${'é'.repeat(maxFileBytes / 2)}\n${example}`)[0]).toContain('the file has ');
    expect(messages(`# ${'e'.repeat(maxFileBytes / 2)}\n${example}`)).toEqual([]);
  });
});

describe('a file on disk', () => {
  const write = (name: string, content: string | Uint8Array): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };

  it('is loaded', () => {
    expect(loadEnvironmentFile(write('good.yml', example)).environment?.name).toBe('contoso-dev');
  });

  it.each([
    ['is not there', () => join(folder, 'nowhere.yml'), 'there is no such file'],
    ['is a folder', () => folder, 'this is a folder'],
    ['is not UTF-8', () => write('latin1.yml', Buffer.from('name: caf\xe9\n', 'latin1')), 'not UTF-8'],
    ['is too large', () => write('large.yml', 'a'.repeat(maxFileBytes + 1)), 'the file has 1,048,577 bytes'],
  ])('that %s is a mistake', (_, file, fragment) => {
    const { mistakes = [] } = loadEnvironmentFile(file());
    expect(mistakes).toEqual([expect.objectContaining({ line: 1, column: 1 })]);
    expect(mistakes[0]?.message).toContain(fragment);
  });
});

describe('any text at all', { timeout: soon }, () => {
  const lines = example.split('\n');
  const scraps = fc.constantFrom(
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '&a ',
    '*a',
    '!x ',
    '\t',
    '  ',
    '\n',
    '|',
    '>',
    '---\n',
    '#',
    '%',
    '1',
    'null',
    'name',
    'hub:',
    '\u0000',
    'é',
  );
  const broken = fc.oneof(
    fc.string({ maxLength: 200, unit: 'binary' }),
    fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join('')),
    fc
      .tuple(fc.nat(lines.length), fc.array(scraps, { maxLength: 8 }))
      .map(([at, parts]) => lines.toSpliced(at, 1, parts.join('')).join('\n')),
    fc
      .tuple(fc.nat(example.length), fc.nat(8), fc.array(scraps, { maxLength: 3 }))
      .map(([at, gone, parts]) => example.slice(0, at) + parts.join('') + example.slice(at + gone)),
  );

  it('gives an environment, or mistakes that lie in the file', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const { environment, mistakes } = loadEnvironment(text, 'dev.yml');
        if (environment !== undefined) return;
        const count = text.split(/\r\n|\r|\n/).length;
        expect(mistakes.length).toBeGreaterThan(0);
        for (const { line, column, message, fix } of mistakes) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(count);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message.length * fix.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of the right keys with any values behaves the same', () => {
    const value = fc.jsonValue({ maxDepth: 1 });
    const section = (...names: string[]) =>
      fc.oneof(value, fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }));
    const file = fc.record(
      {
        name: value,
        location: value,
        tags: value,
        hub: section('addressSpace', 'gateway', 'reference'),
        spoke: section('addressSpace', 'exposure', 'openWebUi', 'postgres', 'storage', 'entra'),
        models: fc.oneof(value, fc.array(section('name', 'model', 'format', 'version', 'sku', 'capacity'))),
        access: section('admins', 'users', 'groups'),
        limits: section('perPerson', 'perRole', 'perGroup', 'perModel'),
        api: section('path', 'spec'),
        smoke: section('model', 'prompt', 'firstTokenSeconds'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(file, (content) => {
        expect(loadEnvironment(JSON.stringify(content), 'dev.yml').mistakes?.length ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
