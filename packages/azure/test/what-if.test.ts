import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseWhatIf, type WhatIfChange, type WhatIfDelta } from '../src/index.ts';
import { SUBSCRIPTION } from './support/clients.ts';

const id = (name: string) => `${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/${name}`;
const modify = (...delta: WhatIfDelta[]): WhatIfChange => ({ resourceId: id('vnet'), changeType: 'Modify', delta });
const normalise = (...changes: WhatIfChange[]) => normaliseWhatIf({ properties: { changes } });

describe('what-if without noise', () => {
  test.each<[string, WhatIfDelta]>([
    [
      'a read-only property',
      { path: 'properties.provisioningState', propertyChangeType: 'Modify', before: 'a', after: 'b' },
    ],
    [
      'an expression not evaluated',
      { path: 'properties.id', propertyChangeType: 'Modify', before: 'x', after: "[reference('a').id]" },
    ],
    [
      'a default that the template leaves out',
      { path: 'properties.sku', propertyChangeType: 'Delete', before: 'Standard' },
    ],
    ['an id in other case', { path: 'properties.id', propertyChangeType: 'Modify', before: id('A'), after: id('a') }],
    [
      'a region in its long spelling',
      { path: 'location', propertyChangeType: 'Modify', before: 'Sweden Central', after: 'swedencentral' },
    ],
    [
      'an element whose place an expression takes',
      {
        path: 'properties.value',
        propertyChangeType: 'Array',
        children: [
          { path: '0', propertyChangeType: 'Delete', before: 'proof' },
          { path: '0', propertyChangeType: 'Create', after: "[reference('environment').verificationId]" },
        ],
      },
    ],
    ['no effect', { path: 'properties.x', propertyChangeType: 'NoEffect', before: 1, after: 2 }],
  ])('%s is no change', (_, delta) => {
    expect(normalise(modify(delta)).changes).toEqual([]);
  });

  test.each<[string, WhatIfDelta, string]>([
    ['a value', { path: 'properties.x', propertyChangeType: 'Modify', before: 1, after: 2 }, 'Modify properties.x'],
    ['a new property', { path: 'properties.x', propertyChangeType: 'Create', after: 2 }, 'Create properties.x'],
    ['a tag taken away', { path: 'tags.owner', propertyChangeType: 'Delete', before: 'me' }, 'Delete tags.owner'],
    [
      'an escaped bracket',
      { path: 'properties.x', propertyChangeType: 'Modify', before: 'a', after: '[[literal]' },
      'Modify properties.x',
    ],
    [
      'a subnet taken away',
      {
        path: 'properties.subnets',
        propertyChangeType: 'Array',
        children: [{ path: '1', propertyChangeType: 'Delete', before: {} }],
      },
      'Delete properties.subnets.1',
    ],
  ])('%s is a change', (_, delta, expected) => {
    const [change] = normalise(modify(delta)).changes;
    expect(change?.properties.map(({ kind, path }) => `${kind} ${path}`)).toEqual([expected]);
  });

  test('deletes stand first; what is unchanged, ignored or unsupported is no change', () => {
    const { changes, unseen } = normalise(
      { resourceId: id('a'), changeType: 'Create' },
      { resourceId: id('b'), changeType: 'NoChange' },
      { resourceId: id('c'), changeType: 'Ignore' },
      { resourceId: id('d'), changeType: 'Unsupported', unsupportedReason: 'cannot tell' },
      { resourceId: id('z'), changeType: 'Delete' },
    );
    expect(changes.map(({ changeType, resourceName }) => `${changeType} ${resourceName}`)).toEqual([
      'Delete z',
      'Create a',
    ]);
    expect(unseen).toEqual([`${id('d')}: cannot tell`]);
  });

  test('diagnostics are told', () => {
    const answer = {
      properties: { changes: [], diagnostics: [{ code: 'NestedDeploymentShortCircuited', message: 'not expanded' }] },
    };
    expect(normaliseWhatIf(answer).unseen).toEqual(['not expanded']);
  });

  test('the fingerprint does not depend on the order of ARM', () => {
    const changes = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, fc.infiniteStream(fc.nat()), (names, randoms) => {
        const all = names.map((name): WhatIfChange => ({ resourceId: id(name), changeType: 'Create' }));
        const shuffled = all
          .map((change) => [randoms.next().value as number, change] as const)
          .sort(([a], [b]) => a - b);
        expect(normalise(...shuffled.map(([, change]) => change)).fingerprint).toBe(normalise(...all).fingerprint);
      }),
    );
  });

  test('the fingerprint changes with any value', () => {
    const plan = (after: number) =>
      normalise(modify({ path: 'properties.x', propertyChangeType: 'Modify', before: 0, after })).fingerprint;
    expect(plan(1)).not.toBe(plan(2));
  });
});
