import { describe, expect, it } from 'vitest';
import type { DesiredResource } from '../src/desired-state.ts';
import { differences } from '../src/difference.ts';

const desired = (properties: object, policy?: true): DesiredResource => ({
  title: 't',
  id: '/x',
  apiVersion: '1',
  properties: properties as Record<string, unknown>,
  ...(policy === undefined ? {} : { policy }),
});

describe('differences', () => {
  it.each([
    ['equal', { a: 1, b: { c: 'x' } }, { a: 1, b: { c: 'x', added: true }, extra: 2 }, []],
    ['a scalar', { a: 1 }, { a: 2 }, ['properties.a']],
    ['a deep member', { a: { b: { c: true } } }, { a: { b: { c: false } } }, ['properties.a.b.c']],
    ['a missing member', { a: { b: 1 } }, {}, ['properties.a.b']],
    ['case of ids', { id: '/subscriptions/X' }, { id: '/SUBSCRIPTIONS/x' }, []],
    ['a shorter list', { l: [1, 2] }, { l: [1] }, ['properties.l']],
    ['an item of a list', { l: [{ a: 1 }] }, { l: [{ a: 2 }] }, ['properties.l[0].a']],
  ])('%s', (_name, wanted, actual, members) => {
    expect(differences(desired(wanted), { properties: actual })).toEqual(members);
  });

  it('ignores the layout of a policy and nothing else of it', () => {
    const policy = desired({ value: '<policies>\n  <inbound>\n    <base />\n  </inbound>\n</policies>' }, true);
    const stored = (value: string): object => ({ properties: { value } });
    expect(differences(policy, stored('<policies><inbound><base /></inbound></policies>\r\n'))).toEqual([]);
    expect(differences(policy, stored('<policies><inbound></inbound></policies>'))).toEqual(['properties.value']);
  });

  it('holds for a resource that has no properties at all', () => {
    expect(differences(desired({ a: 1 }), undefined)).toEqual(['properties.a']);
  });
});
