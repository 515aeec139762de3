import { describe, expect, it } from 'vitest';
import { formatMistakes, loadEnvironment } from '../src/index.ts';
import { brokenFiles, example, textOf } from './broken/index.ts';

describe('a broken environment file', () => {
  it.each(brokenFiles.map((broken) => [broken.what, broken] as const))('%s', (_, broken) => {
    const { mistakes = [] } = loadEnvironment(textOf(broken), 'dev.yml');
    const found = mistakes.map(({ line, column }) => [line, column]);
    expect(found, formatMistakes(mistakes)).toEqual(broken.mistakes.map(([line, column]) => [line, column]));
    for (const [index, [, , fragment]] of broken.mistakes.entries())
      expect(mistakes[index]?.message).toContain(fragment);
    for (const { file, fix } of mistakes) {
      expect(file).toBe('dev.yml');
      expect(fix).not.toBe('');
    }
  });

  it('is at least one of seventy, each with at least one mistake', () => {
    expect(brokenFiles.length).toBeGreaterThanOrEqual(70);
    expect(brokenFiles.filter(({ mistakes }) => mistakes.length === 0)).toEqual([]);
    expect(new Set(brokenFiles.map(textOf)).size).toBe(brokenFiles.length);
  });

  it('differs from the example, which has no mistake', () => {
    expect(loadEnvironment(example, 'dev.yml').mistakes).toBeUndefined();
  });
});

describe('formatMistakes', () => {
  it('puts file, line and column first, the fix below, and the number last', () => {
    const { mistakes = [] } = loadEnvironment(
      example.replace('contoso-dev', 'ab').replace('gpt-5-mini', 'gpt5-mini'),
      'dev.yml',
    );
    const lines = formatMistakes(mistakes).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^dev\.yml:2:7: `name` must be 3 to 20 /);
    expect(lines[1]).toBe('  fix: write for example `contoso-dev`');
    expect(lines[3]).toContain('did you mean `gpt-5-mini`?');
    expect(lines[4]).toBe('2 mistakes in dev.yml');
    expect(formatMistakes([])).toBe('no mistakes');
  });
});
