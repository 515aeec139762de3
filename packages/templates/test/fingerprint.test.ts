import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOf, type Environment } from '@lz/config';
import {
  canonicalJson,
  fingerprint,
  loadTemplate,
  secureParameters,
  templateNames,
  type SpokeFacts,
  type TemplateName,
} from '../src/index.ts';
import { hubOwner, parametersOf, scenarios, subscriptionId } from './scenarios.ts';

const example = scenarios.find(({ name }) => name === 'example') ?? fail('no scenario is called example');

/** Fingerprints of all templates of an environment. */
async function fingerprints(environment: Environment, facts: SpokeFacts): Promise<Record<TemplateName, string>> {
  const names = namesOf(environment, subscriptionId);
  const parameters = parametersOf({ ...example, environment, names, facts });
  const entries = templateNames.map(async (name) => [name, fingerprint(await loadTemplate(name), parameters[name])]);
  return Object.fromEntries(await Promise.all(entries)) as Record<TemplateName, string>;
}

test('the secure parameters of the spoke', async () => {
  expect(secureParameters(await loadTemplate('spoke'))).toEqual([
    'certificatePfx',
    'databasePassword',
    'webuiSecretKey',
  ]);
});

test('a secure value changes nothing, given, changed or absent', async () => {
  const { certificatePfx, ...without } = example.facts;
  expect(certificatePfx).toBeDefined();
  const given = await fingerprints(example.environment, example.facts);
  expect(await fingerprints(example.environment, { ...without, certificatePfx: 'another' })).toEqual(given);
  expect(await fingerprints(example.environment, without)).toEqual(given);
});

test('it depends on the values, not on the order in which they were written', () => {
  const shuffled = fc
    .dictionary(fc.string(), fc.jsonValue())
    .chain((object) =>
      fc
        .shuffledSubarray(Object.entries(object), { minLength: Object.keys(object).length })
        .map((entries) => [object, Object.fromEntries(entries)] as const),
    );
  fc.assert(
    fc.property(shuffled, ([object, same]) => {
      expect(canonicalJson(same)).toBe(canonicalJson(object));
      expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
  );
});

test('a change of the template changes it', async () => {
  const template = await loadTemplate('hub-network');
  expect(fingerprint({ ...template, contentVersion: '1.0.0.1' }, {})).not.toBe(fingerprint(template, {}));
});

const base = example.environment;
const { spoke } = base;
const { hub } = hubOwner(base);
const openWebUi = (part: Partial<typeof spoke.openWebUi>): Environment => ({
  ...base,
  spoke: { ...spoke, openWebUi: { ...spoke.openWebUi, ...part } },
});

/** One change of the environment, and the deployments that it has to reach. */
const changes: readonly [string, Environment, readonly TemplateName[]][] = [
  ['tags', { ...base, tags: { ...base.tags, owner: 'x' } }, templateNames],
  ['location', { ...base, location: 'westeurope' }, templateNames],
  ['name', { ...base, name: 'other' }, templateNames],
  ['hub.addressSpace', { ...base, hub: { ...hub, addressSpace: '10.99.0.0/22' } }, ['hub-network']],
  [
    'hub.gateway.publisherName',
    { ...base, hub: { ...hub, gateway: { ...hub.gateway, publisherName: 'x' } } },
    ['hub-gateway'],
  ],
  ['spoke.addressSpace', { ...base, spoke: { ...spoke, addressSpace: '10.98.0.0/22' } }, ['spoke']],
  ['version', openWebUi({ version: 'v0.11.5' }), ['spoke', 'spoke-app']],
  ['cpu', openWebUi({ cpu: 2 }), ['spoke-app']],
  ['environment', openWebUi({ environment: { WEBUI_NAME: 'x' } }), ['spoke-app']],
  ['postgres', { ...base, spoke: { ...spoke, postgres: { ...spoke.postgres, storageGiB: 64 } } }, ['spoke']],
  ['models', { ...base, models: base.models.map((model) => ({ ...model, capacity: model.capacity + 1 })) }, ['spoke']],
  ['smoke.prompt', { ...base, smoke: { ...base.smoke, prompt: 'x' } }, ['spoke']],
  ['api.path', { ...base, api: { ...base.api, path: 'ai' } }, ['spoke', 'spoke-app']],
  // The gateway's own matter: policies, not templates.
  ['limits', { ...base, limits: { ...base.limits, perPerson: { tokensPerMinute: 1 } } }, []],
];

test.each(changes)(
  'a change of %s reaches the deployments that it concerns, and no other',
  async (_, changed, reached) => {
    const before = await fingerprints(base, example.facts);
    const after = await fingerprints(changed, example.facts);
    expect(templateNames.filter((name) => before[name] !== after[name])).toEqual(reached);
  },
);

describe('the deployment id of Open WebUI', () => {
  const id = (environment: Environment): unknown => {
    const { 'spoke-app': given } = parametersOf({ ...example, environment });
    return (given['app']?.value as { deploymentId: string }).deploymentId;
  };
  test.each([
    ['stays', base, true],
    ['changes with the version', openWebUi({ version: 'v0.11.5' }), false],
    ['changes with a variable', openWebUi({ environment: { WEBUI_NAME: 'x' } }), false],
    ['does not change with the question of the smoke test', { ...base, smoke: { ...base.smoke, prompt: 'x' } }, true],
    ['does not change with tags', { ...base, tags: { a: 'b' } }, true],
  ])('%s', (_, environment, same) => {
    expect(id(base)).toMatch(/^[0-9a-f]{12}$/);
    expect(id(environment) === id(base)).toBe(same);
  });
});

function fail(message: string): never {
  throw new Error(message);
}
