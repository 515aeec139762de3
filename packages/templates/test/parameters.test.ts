import { describe, expect, test } from 'vitest';
import type { Environment } from '@lz/config';
import { loadTemplate, spokeAppParameters, spokeParameters } from '../src/index.ts';
import { misfits } from './fits.ts';
import { parametersOf, scenarios } from './scenarios.ts';

describe.each(scenarios)('$name', (scenario) => {
  test.each(scenario.templates)(
    '%s gets every parameter that it needs, and none that it does not know',
    async (name) => {
      const { parameters: declared = {}, definitions = {} } = await loadTemplate(name);
      const given = parametersOf(scenario)[name];

      const needed = Object.entries(declared)
        .filter(([, { defaultValue, nullable }]) => defaultValue === undefined && nullable !== true)
        .map(([parameter]) => parameter);

      expect(Object.keys(given)).toEqual(expect.arrayContaining(needed));
      expect(Object.keys(declared)).toEqual(expect.arrayContaining(Object.keys(given)));
      for (const [parameter, { value }] of Object.entries(given)) {
        expect(misfits(value, declared[parameter] ?? {}, definitions, parameter)).toEqual([]);
      }
    },
  );
});

describe('what the misfit check itself sees', () => {
  const type = { type: 'object', properties: { a: { type: 'int' }, b: { $ref: '#/definitions/kind' } } };
  const definitions = { kind: { type: 'string', allowedValues: ['x'], nullable: true } };
  test.each([
    [{ a: 1, b: 'x' }, []],
    [{ a: 1 }, []],
    [{ a: '1' }, ['p.a: not a whole number']],
    [{ a: 1, b: 'y' }, ['p.b: "y" is not allowed']],
    [{ a: 1, c: 2 }, ['p.c: unknown']],
    [{}, ['p.a: missing']],
  ])('%j', (value, expected) => {
    expect(misfits(value, type, definitions, 'p')).toEqual(expected);
  });
});

test('only chat models are offered in the chat', () => {
  const [{ environment, names, facts }] = scenarios as unknown as [(typeof scenarios)[number]];
  const versionUpgrade = 'OnceNewDefaultVersionAvailable' as const;
  const model = { format: 'OpenAI', sku: 'GlobalStandard', capacity: 1, versionUpgrade };
  const models = [
    { ...model, name: 'embed', model: 'text-embedding-3-small' },
    { ...model, name: 'chat', model: 'gpt-5-mini' },
    { ...model, name: 'own', model: 'a-model-nobody-knows' },
  ];
  const file = { ...environment, models };
  expect(spokeAppParameters(file, names, facts)['chatModels']?.value).toEqual(['chat', 'own']);
  expect(spokeParameters(file, names, facts)['models']?.value).toHaveLength(3);
});

test('a budget without its first month is not deployed', () => {
  const governed = scenarios.find(({ name }) => name === 'governed');
  if (governed === undefined) throw new Error('there is no such scenario');
  const { budgetStart, ...facts } = governed.facts;
  expect(budgetStart).toBeDefined();
  expect(() => spokeParameters(governed.environment, governed.names, facts)).toThrow('first month');
});

describe('what cannot be deployed is refused by name', () => {
  const [{ environment, names, facts }] = scenarios as unknown as [(typeof scenarios)[number]];
  const spoke = (part: Partial<Environment['spoke']>) => () =>
    spokeParameters({ ...environment, spoke: { ...environment.spoke, ...part } }, names, facts);

  test.each([
    ['spoke.postgres.sku Standard_X1', spoke({ postgres: { ...environment.spoke.postgres, sku: 'Standard_X1' } })],
    [
      'https://kv.vault.azure.net/secrets/c',
      spoke({
        exposure: {
          kind: 'app-gateway',
          hostname: 'chat.contoso.com',
          certificate: { kind: 'key-vault', secretId: 'https://kv.vault.azure.net/secrets/c' },
        },
      }),
    ],
  ])('%s', (named, build) => {
    expect(build).toThrow(named);
  });
});
