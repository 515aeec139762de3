import type { BrokenFile } from './broken-file.ts';

const hubAlone = [
  'name: contoso-hub',
  'location: swedencentral',
  'hub:',
  '  addressSpace: 10.10.0.0/22',
  '  gateway: { publisherEmail: platform@contoso.com }',
  '',
].join('\n');

const budget = (inside: string) => `operations: { budget: { ${inside} } }\n`;

/** Budgets, locks, logs. */
export const operations: readonly BrokenFile[] = [
  {
    what: 'budget without an amount',
    append: budget('contacts: [a@contoso.com]'),
    mistakes: [[12, 15, 'the budget has no amount']],
  },
  {
    what: 'budget that nobody is told of',
    append: budget('spoke: 400, contacts: []'),
    mistakes: [[12, 47, '`contacts` must have at least 1']],
  },
  {
    what: 'budget of nothing, for somebody without an address, at too many shares',
    append: budget('spoke: 0, contacts: [contoso], thresholds: [1, 2, 3, 4, 5, 6]'),
    mistakes: [
      [12, 32, '`spoke` must be at least 1, but is 0'],
      [12, 46, 'must be an e-mail address'],
      [12, 68, '`thresholds` must have at most 5'],
    ],
  },
  {
    what: 'budget of a spoke in a file of a hub',
    text: hubAlone + budget('hub: 900, spoke: 400, contacts: [a@contoso.com]'),
    mistakes: [[6, 35, '`spoke` is about a spoke, and this file describes a hub alone']],
  },
  {
    what: 'budget and logs of a hub that another file deploys',
    edits: [
      [
        'hub:\n  addressSpace: 10.10.0.0/22\n  gateway: { publisherEmail: platform@contoso.com }\n',
        'hub: { reference: { name: contoso-hub } }\n',
      ],
    ],
    append: [
      'operations:',
      '  budget: { hub: 900, contacts: [a@contoso.com] }',
      '  logs: { retentionDays: 90 }',
      '',
    ].join('\n'),
    mistakes: [
      [11, 13, '`hub` is about a hub of another environment'],
      [12, 3, '`logs` is about a hub of another environment'],
    ],
  },
  {
    what: 'budget for tokens in a file of a hub',
    text: hubAlone + budget('tokens: 200, contacts: [a@contoso.com]'),
    mistakes: [[6, 25, '`tokens` is about models, and this file describes a hub alone']],
  },
  {
    what: 'budget for tokens whose prices are not known',
    edits: [
      [
        '  - gpt-5-mini\n',
        '  - gpt-5-mini\n  - grok-4\n  - { name: zone, model: gpt-5-mini, sku: DataZoneStandard }\n',
      ],
    ],
    append: budget('tokens: 200, contacts: [a@contoso.com]'),
    mistakes: [
      [
        12,
        5,
        '`operations.budget.tokens` counts what tokens cost, and the price of "grok-4" (GlobalStandard, USD) is not known',
      ],
      [13, 13, 'and the price of "zone" (DataZoneStandard, USD) is not known'],
    ],
  },
  {
    what: 'budget for tokens in a currency without a table, and a price that is none',
    edits: [['  - gpt-5-mini\n', '  - gpt-5-mini\n  - { name: gpt-5, price: { input: -1 } }\n']],
    append: 'operations: { currency: EUR, budget: { tokens: 200, contacts: [a@contoso.com] } }\n',
    mistakes: [
      [11, 5, 'the price of "gpt-5-mini" (GlobalStandard, EUR) is not known'],
      [12, 20, '`output` is missing'],
      [12, 36, '`input` must be at least 0, but is -1'],
    ],
  },
  {
    what: 'currency that is a sign',
    append: 'operations: { currency: "$" }\n',
    mistakes: [[12, 25, 'must be the three capital letters of a currency']],
  },
  {
    what: 'logs that are kept too short and capped at nothing',
    append: 'operations: { logs: { retentionDays: 7, dailyCapGiB: 0 } }\n',
    mistakes: [
      [12, 38, '`retentionDays` must be at least 30, but is 7'],
      [12, 54, '`dailyCapGiB` must be at least 1, but is 0'],
    ],
  },
  {
    what: 'locks that are neither on nor off',
    append: 'operations: { locks: CanNotDelete, deletionProtection: 1 }\n',
    mistakes: [
      [12, 22, '`locks` must be true or false'],
      [12, 56, '`deletionProtection` must be true or false'],
    ],
  },
];
