import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bicepLiteral } from './bicep-literal.ts';
import { parameterFile } from './parameter-file.ts';
import { parametersOf, scenarios, templateSources } from './scenarios.ts';

describe.each(scenarios)('the snapshot of $name', (scenario) => {
  test.each(scenario.templates)('%s was taken with what an environment gives today', (name) => {
    const file = new URL(`../../../bicep/test/${scenario.name}/${name}.bicepparam`, import.meta.url);
    const using = `../../${templateSources[name].replace('bicep/', '')}`;
    // `npm run bicep` takes them again.
    expect(readFileSync(file, 'utf8')).toBe(parameterFile(using, parametersOf(scenario)[name]));
  });
});

test.each([
  ['text', "'text'"],
  ["it's \\ ${here}\n", "'it\\'s \\\\ \\${here}\\n'"],
  [1, '1'],
  [true, 'true'],
  [null, 'null'],
  [[], '[]'],
  [{}, '{}'],
  [[1, [2]], '[\n  1\n  [\n    2\n  ]\n]'],
  [{ a: 1, 'b-c': { d: undefined } }, "{\n  a: 1\n  'b-c': {}\n}"],
])('the Bicep literal of %j', (value, literal) => {
  expect(bicepLiteral(value)).toBe(literal);
});

test('a number that is not whole has no literal', () => {
  expect(() => bicepLiteral(0.5)).toThrow('0.5');
});
