import type { BrokenFile } from './broken-file.ts';

const finance =
  'access: { users: [{ group: 66666666-7777-8888-9999-aaaaaaaaaaaa }], groups: { finance: 66666666-7777-8888-9999-AAAAAAAAAAAA } }\n';

/** Groups, who may use a model, and limits of roles, groups and models. */
export const limits: readonly BrokenFile[] = [
  {
    what: 'a group without a role',
    append: 'access: { groups: { finance: 66666666-7777-8888-9999-aaaaaaaaaaaa } }\n',
    mistakes: [[12, 30, 'the group `finance` has no role, and a token names only groups that have one']],
  },
  {
    what: 'two names of one group, and the group of nobody',
    append:
      'access:\n  users: [{ group: 66666666-7777-8888-9999-aaaaaaaaaaaa }]\n  groups:\n    finance: 66666666-7777-8888-9999-aaaaaaaaaaaa\n    money: 66666666-7777-8888-9999-AAAAAAAAAAAA\n    none: 00000000-0000-0000-0000-000000000000\n',
    mistakes: [
      [16, 12, 'the groups `finance` and `money` have the same object id'],
      [17, 11, "this object id is nobody's"],
    ],
  },
  {
    what: 'a group by a name that no token could hold, and one by its name alone',
    append: 'access: { groups: { "Finance, EU": 66666666-7777-8888-9999-aaaaaaaaaaaa, legal: legal-team } }\n',
    mistakes: [
      [12, 21, 'the name of a group must be 2 to 40 lower-case letters, digits or hyphens'],
      [12, 81, '`legal` must be a GUID, but is "legal-team"'],
    ],
  },
  {
    what: 'a model allowed to a group and a role that there are not',
    edits: [
      [
        '  - gpt-5-mini\n',
        '  - gpt-5-mini\n  - { name: gpt-5.2, allow: { groups: [finanse, legal], roles: [user, owner] } }\n',
      ],
    ],
    append: finance,
    mistakes: [
      [12, 40, 'there is no group `finanse` in `access.groups`'],
      [12, 49, 'there is no group `legal` in `access.groups`'],
      [12, 71, 'entry 2 of `roles` must be admin or user, but is "owner"'],
    ],
  },
  {
    what: 'a model allowed to nobody, and one to admins where there are none',
    edits: [
      [
        '  - gpt-5-mini\n',
        '  - gpt-5-mini\n  - { name: gpt-5.2, allow: {} }\n  - { name: grok-4, allow: { roles: [admin] } }\n',
      ],
    ],
    mistakes: [
      [12, 29, '`allow` must have at least 1 entry'],
      [13, 37, 'nobody may use the model "grok-4": it is allowed to admins, and `access.admins` is empty'],
    ],
  },
  {
    what: 'a smoke test that asks a model of somebody else',
    edits: [['  - gpt-5-mini\n', '  - gpt-5-mini\n  - { name: gpt-5.2, allow: { groups: [finance] } }\n']],
    append: `${finance}smoke: { model: gpt-5.2 }\n`,
    mistakes: [[14, 17, 'the smoke test asks as a `user`, who may not use "gpt-5.2"']],
  },
  {
    what: 'no model for the smoke test',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, allow: { groups: [finance] } }\n']],
    append: finance,
    mistakes: [[10, 1, 'the smoke test asks as a `user`, who may use none of the chat models']],
  },
  {
    what: 'limits of what is not there',
    append: `${finance}limits:\n  perRole: { superuser: { shared: { tokensPerMinute: 1 } } }\n  perGroup: { finances: { shared: { tokensPerMinute: 1 } } }\n  perModel: { gpt5-mini: { shared: { tokensPerMinute: 1 } } }\n`,
    mistakes: [
      [14, 14, '`superuser` is not a key of `perRole`'],
      [15, 15, 'there is no group `finances` in `access.groups`'],
      [16, 15, '"gpt5-mini" is not the deployment name of one of the models'],
    ],
  },
  {
    what: 'limits without a number',
    append:
      'limits:\n  perRole: { user: {}, admin: { shared: {} } }\n  perModel: { gpt-5-mini: { tokensPerMinute: 5 } }\n',
    mistakes: [
      [13, 20, '`user` must have at least 1 entry'],
      [13, 41, '`shared` must have at least 1 entry'],
      [14, 29, '`tokensPerMinute` is not a key of `gpt-5-mini`'],
    ],
  },
  {
    what: 'less for all together than for each',
    append:
      'limits:\n  perModel:\n    gpt-5-mini:\n      perPerson: { tokensPerMinute: 2000, tokenQuota: { tokens: 500, period: Daily } }\n      shared: { tokensPerMinute: 1000, tokenQuota: { tokens: 400, period: Daily } }\n',
    mistakes: [
      [16, 34, 'all together may use 1000 tokens, but each of them 2000'],
      [16, 62, 'all together may use 400 tokens, but each of them 500'],
    ],
  },
];
