import type { JsonObject } from '../src/index.ts';

/** The flags of one snapshot besides the parameters. */
export interface TemplateCase {
  readonly flags: {
    readonly resourceGroup?: string;
    readonly managementGroup?: string;
    readonly subscription?: false;
    readonly location?: string;
  };
  readonly sets: Readonly<Record<string, JsonObject>>;
}

const group = { resourceGroup: 'rg1', location: 'westeurope' };
const subscription = { location: 'westeurope' };

/** Whole templates (`templates/<name>.bicep`) with their parameter sets. */
export const templateCases: Readonly<Record<string, TemplateCase>> = {
  batches: {
    flags: group,
    sets: {
      none: { models: [] },
      one: { models: [{ name: 'gpt-5-mini' }] },
      many: {
        models: [
          { name: 'a', sku: 'Standard' },
          { name: 'b', capacity: 5 },
          { name: 'c', version: '1' },
        ],
        sku: 'DataZoneStandard',
      },
    },
  },
  conditions: {
    flags: group,
    sets: {
      dev: { environment: 'dev' },
      test: { environment: 'test', withBackup: true, size: 2 },
      prod: { environment: 'prod', size: 5 },
    },
  },
  deepModules: { flags: subscription, sets: { one: {}, two: { level: 'two' }, three: { level: 'x-y' } } },
  languageVersion1: { flags: group, sets: { one: { n: 'vv' }, two: { n: 'x-y' }, three: { n: 'z' } } },
  lambdas: {
    flags: group,
    sets: {
      defaults: {},
      none: { items: [] },
      all: {
        limit: 9,
        items: [
          { name: 'z', size: 10, group: 'G' },
          { name: 'y', size: 10, group: 'g' },
        ],
      },
    },
  },
  foreseen: {
    flags: group,
    sets: { on: { enabled: true }, off: { enabled: false }, changed: { enabled: true, timeout: 9 } },
  },
  managementGroup: {
    flags: { managementGroup: 'mg1', location: 'westeurope', subscription: false },
    sets: {
      one: { policy: 'p1', subscriptionId: '66666666-6666-6666-6666-666666666666' },
      two: { policy: 'audit disks', subscriptionId: '77777777-7777-7777-7777-777777777777' },
      three: { policy: 'x', subscriptionId: '88888888-8888-8888-8888-888888888888' },
    },
  },
  nestedLoops: {
    flags: group,
    sets: { defaults: {}, one: { matrix: [[5]] }, many: { matrix: [[1, 9], [7], [4, 3, 2]] } },
  },
  numbers: {
    flags: group,
    sets: { small: { a: 1, b: 2 }, equal: { a: 7, b: 7 }, big: { a: 123456789, b: 1000, c: false } },
  },
  outputs: {
    flags: group,
    sets: {
      on: { enabled: true, names: ['a', 'b'] },
      off: { enabled: false, names: ['x'] },
      three: { enabled: true, names: ['1', '2', '3'] },
    },
  },
  references: {
    flags: group,
    sets: {
      one: { suffix: 'abc' },
      two: { suffix: 'x1', keyName: 'value' },
      three: { suffix: 'zz', keyName: 'odd key' },
    },
  },
  safe: {
    flags: group,
    sets: {
      empty: {},
      some: { config: { site: { name: 's' }, a: { b: {} }, flags: [true] }, list: [1, 2] },
      full: { config: { location: 'x', a: { b: { c: 'found' } } }, list: [{}, {}, { name: 'third' }] },
    },
  },
  strings: {
    flags: group,
    sets: {
      plain: { text: 'Hello', number: 2 },
      spaced: { text: 'A b, c', number: 1 },
      accents: { text: 'Äé ?&=a', number: 0 },
    },
  },
  subscription: {
    flags: subscription,
    sets: {
      defaults: { secret: 's' },
      three: { secret: 's', names: ['x', 'y', 'z'], region: 'westeurope' },
      other: { secret: 't', names: ['k', 'l'], region: 'eastus' },
    },
  },
  tenant: {
    flags: { subscription: false, location: 'westeurope' },
    sets: {
      one: { groups: [{ name: 'a' }] },
      titled: { groups: [{ name: 'a', title: 'T' }, { name: 'b' }] },
      more: {
        groups: [
          { name: 'x', title: 'X' },
          { name: 'y', title: 'Y' },
        ],
      },
    },
  },
  types: {
    flags: group,
    sets: {
      circle: { sku: { name: 'Basic' }, shape: { kind: 'circle', radius: 2 }, names: ['a'], pair: ['x', 1] },
      square: {
        sku: { name: 'Standard', capacity: 2, tags: { t: 'v' } },
        shape: { kind: 'square', side: 3, color: 'red' },
        names: [],
        pair: ['y', 2],
        optional: 'given',
        ports: [80, 443],
      },
      plain: {
        sku: { name: 'Standard' },
        shape: { kind: 'square', side: 1 },
        names: ['a', 'b', 'c'],
        pair: ['', 0],
        optional: '',
      },
    },
  },
  vaultSecrets: {
    flags: group,
    sets: {
      defaults: { name: 'kv' },
      given: { name: 'kv', password: 'p', stamp: '2024-01-01' },
      other: { name: 'x', stamp: 'y' },
    },
  },
  vnet: {
    flags: group,
    sets: {
      defaults: { name: 'v' },
      small: { name: 'v2', space: '192.168.0.0/20', bits: 26, subnets: ['x', 'y', 'z'] },
      one: { name: 'v3', subnets: ['only'], bits: 20 },
    },
  },
};
