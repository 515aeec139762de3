import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JsonObject } from '../../src/kernel/store.ts';
import { Bench } from '../providers/bench.ts';
import { FrontDoor } from '../providers/front-door.ts';
import { LOCATION } from '../providers/landscape.ts';
import { publicAddress, request, template } from '../support/templates.ts';

const PATH = 'resourceGroups/rg/providers/Microsoft.Resources/deployments/limits';

let door: FrontDoor;
beforeAll(async () => {
  const empty = new Bench();
  empty.addGroup('rg', LOCATION);
  door = await FrontDoor.open(empty);
});
afterAll(() => door[Symbol.asyncDispose]());

const many = (count: number, value: object | number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, value]));
const deployment = (rest: object, resources: object = {}): JsonObject =>
  request(
    template(
      'resourceGroup',
      resources as Readonly<Record<string, unknown>>,
      rest as Readonly<Record<string, unknown>>,
    ),
  ) as JsonObject;
const addresses = (count: number): object => ({
  address: publicAddress("[format('pip-{0}', copyIndex())]", { copy: { name: 'address', count } }),
});

// Microsoft Learn: template limits. A deployment over one of them is refused before anything begins.
it.each([
  ['257 parameters', deployment({ parameters: many(257, { type: 'int', defaultValue: 1 }) }), 'InvalidTemplate'],
  ['513 variables', deployment({ variables: many(513, 1) }), 'InvalidTemplate'],
  ['65 outputs', deployment({ outputs: many(65, { type: 'int', value: 1 }) }), 'InvalidTemplate'],
  ['801 resources', deployment({}, addresses(801)), 'InvalidTemplate'],
  [
    'an expression of 24,577 characters',
    deployment({ variables: { long: `[concat('${'x'.repeat(24_577 - 12)}')]` } }),
    'InvalidTemplate',
  ],
  ['more than 4 MB', deployment({ metadata: { text: 'x'.repeat(4 * 1024 * 1024) } }), 'RequestContentTooLarge'],
])('a deployment of %s is refused', async (_, body, code) => {
  const { state, leaves } = await door.deploy(PATH, body);
  expect(state).toBe('Refused');
  expect(leaves.map(({ codes }) => codes.at(-1))).toEqual([code]);
});

it('a deployment at every limit is not', async () => {
  const rest = {
    parameters: many(256, { type: 'int', defaultValue: 1 }),
    variables: { ...many(511, 1), long: `[concat('${'x'.repeat(24_576 - 12)}')]` },
    outputs: many(64, { type: 'int', value: 1 }),
  };
  expect(await door.deploy(PATH, deployment(rest))).toEqual({ state: 'Succeeded', leaves: [] });
});
