import { describe, expect, it } from 'vitest';
import { shapeRules, type Texts } from './shape-rules.ts';
import { readTexts } from './sources.ts';

/** Sources and manifests, but for this file: the defects below would be found in it. */
const texts = readTexts(/(?<!\/shape\.test)\.(ts|mjs)$|(^|\/)package\.json$/);

type RuleName = keyof typeof shapeRules;

const manifests: Readonly<Record<string, string>> = {
  'package.json': '{"devDependencies":{"vitest":"1"}}',
  'packages/a/package.json': '{"dependencies":{"@lz/b":"*","yaml":"2"}}',
  'packages/a/src/index.ts': "import { b } from '@lz/b';\nimport { parse } from 'yaml';\n",
  'packages/b/package.json': '{}',
  'packages/b/src/index.ts': "import { join } from 'node:path';\n",
};

/** A file that is added to a sound repository, or takes the place of one, and what is said of it. */
const defects: readonly (readonly [RuleName, string, string, string])[] = [
  [
    'packages depend one way',
    'packages/b/src/x.ts',
    "import { a } from '@lz/a';",
    'packages/a -> packages/b -> packages/a',
  ],
  [
    'packages depend one way',
    'packages/b/src/x.ts',
    "export type { A } from '@lz/a';",
    'packages/a -> packages/b -> packages/a',
  ],
  [
    'packages depend one way',
    'packages/b/src/x.ts',
    "const a = await import('@lz/a');",
    'packages/a -> packages/b -> packages/a',
  ],
  [
    'nothing imports an action',
    'packages/b/src/x.ts',
    "import { x } from '../../../actions/x/src/x.ts';",
    'imports ../../../actions/x',
  ],
  ['no action knows the twin', 'actions/x/src/x.ts', "import { createTwin } from '@lz/twin';", 'imports @lz/twin'],
  [
    'packages meet at their index',
    'packages/b/src/x.ts',
    "import { a } from '../../a/src/a.ts';",
    'reaches into another',
  ],
  ['every import is declared', 'packages/b/src/x.ts', "import { parse } from 'yaml';", 'imports yaml'],
  [
    'every import is declared',
    'packages/b/src/x.ts',
    "import {\n  a,\n  b,\n} from '@scope/name/deep.js';",
    'imports @scope/name',
  ],
  ['every import is declared', 'packages/b/src/x.ts', "import { it } from 'vitest';", 'imports vitest'],
  ['every dependency is used', 'packages/b/package.json', '{"dependencies":{"yaml":"2"}}', 'names yaml'],
  [
    'every dependency is used',
    'packages/b/package.json',
    '{"devDependencies":{"@types/yaml":"2"}}',
    'names @types/yaml',
  ],
  ['files stay short', 'packages/b/src/x.ts', `const f = () => 1;\n${'f();\n'.repeat(350)}`, 'more than 350'],
  ['every test runs', 'packages/b/test/x.test.ts', ['it', "only('x', () => {});"].join('.'), 'it.only'],
  ['every test runs', 'packages/b/test/x.test.ts', ['describe', "skip('x', () => {});"].join('.'), 'describe.skip'],
  ['nothing is left for later', 'packages/b/src/x.ts', `// ${'TO' + 'DO'}: later`, 'TO' + 'DO'],
];

function withFile(file: string, text: string): Texts {
  return new Map(Object.entries({ ...manifests, [file]: text }));
}

const names = Object.keys(shapeRules) as RuleName[];

describe('rules of the repository', () => {
  it.each(names)('%s: a sound one has nothing wrong', (rule) => {
    expect(shapeRules[rule](new Map(Object.entries(manifests)))).toEqual([]);
  });

  it.each(defects)('%s: %s is found', (rule, file, text, said) => {
    const found = shapeRules[rule](withFile(file, text));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(said);
  });

  it('has a defect for every rule', () => {
    expect(new Set(defects.map(([rule]) => rule))).toEqual(new Set(names));
  });

  it('lets a table of data be long', () => {
    const table = `export const rows = [\n${'  [1, 2],\n'.repeat(400)}];\n`;
    expect(shapeRules['files stay short'](withFile('packages/b/src/x.ts', table))).toEqual([]);
  });
});

describe('this repository', () => {
  it('is read whole', () => {
    expect(texts.size).toBeGreaterThan(200);
  });

  it.each(names)('%s', (rule) => {
    expect(shapeRules[rule](texts)).toEqual([]);
  });
});
