import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderActionYml, renderReadme } from '../src/action-files.ts';
import { defineAction } from '../src/index.ts';

const definition = defineAction({
  name: 'try-it',
  title: "Tries: it's # odd",
  description: 'A: "b"',
  branding: { icon: 'box', color: 'blue' },
  modes: ['apply'],
  inputs: { flavor: { type: 'choice', description: 'One | other.', default: 'a', allowed: ['a', 'b'] } },
  outputs: { answer: { description: 'An answer.' } },
});

describe('action.yml', () => {
  const file = parse(renderActionYml(definition)) as {
    name: string;
    description: string;
    inputs: Record<string, { required?: boolean; default?: string; description: string }>;
    outputs: Record<string, object>;
    runs: object;
  };

  test('has every input and output of the definition, and no other', () => {
    expect(Object.keys(file.inputs)).toEqual(Object.keys(definition.inputs));
    expect(Object.keys(file.outputs)).toEqual(Object.keys(definition.outputs));
    expect(file.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });

  test('says texts, defaults and what must be given', () => {
    expect(file).toMatchObject({ name: "Tries: it's # odd", description: 'A: "b"' });
    expect(file.inputs['flavor']).toEqual({ description: 'One | other. One of `a`, `b`.', default: 'a' });
    expect(file.inputs['config']?.required).toBe(true);
    // A variable may stand in for it.
    expect(file.inputs['tenant-id']?.required).toBeUndefined();
  });

  test.each([
    [['apply'] as const, 'Only `apply`.'],
    [['plan', 'apply'] as const, '`plan` writes nothing and says what `apply` would do. One of `plan`, `apply`.'],
  ])('names the modes that the action has: %s', (modes, description) => {
    const { inputs } = parse(renderActionYml({ ...definition, modes })) as typeof file;
    expect(inputs['mode']).toEqual({ description, default: 'apply' });
  });
});

describe('README', () => {
  test('gets its tables between the markers, and keeps what a person wrote', () => {
    const first = renderReadme(definition);
    const edited = first.replace('<!-- end -->', '<!-- end -->\n\nMore words.').replace('| `flavor`', '| `stale`');
    const again = renderReadme(definition, edited);
    expect(again).toContain('More words.');
    expect(again).toContain('| `flavor` | choice | `a` | One \\| other. One of `a`, `b`. |');
    expect(again).not.toContain('`stale`');
  });

  test('without markers is refused', () => {
    expect(() => renderReadme(definition, '# Mine')).toThrow(/README of try-it lacks/);
  });
});
