import type { BrokenFile } from './broken-file.ts';

/** Access, limits, API, smoke test, tags, and several mistakes at once. */
export const rest: readonly BrokenFile[] = [
  {
    what: 'bad object id',
    append: 'access: { users: [{ group: chat-users }] }\n',
    mistakes: [[12, 28, '`group` must be a GUID, but is "chat-users"']],
  },
  {
    what: 'same person twice',
    append:
      'access:\n  admins:\n    - user: 11111111-2222-3333-4444-555555555555\n  users:\n    - user: 11111111-2222-3333-4444-555555555555\n',
    mistakes: [[16, 13, 'the same object id stands at access.admins[0].user']],
  },
  {
    what: 'person and group in one entry',
    append:
      'access: { users: [{ user: 11111111-2222-3333-4444-555555555555, group: 66666666-7777-8888-9999-aaaaaaaaaaaa }] }\n',
    mistakes: [[12, 19, 'entry 1 of `users` must have at most 1 entry']],
  },
  {
    what: 'nobody',
    append: 'access: { admins: [{ user: 00000000-0000-0000-0000-000000000000 }] }\n',
    mistakes: [[12, 28, "this object id is nobody's"]],
  },
  {
    what: 'id without its kind',
    append: 'access: { admins: [11111111-2222-3333-4444-555555555555] }\n',
    mistakes: [[12, 20, 'entry 1 of `admins` must be a map of keys, but is the text']],
  },
  {
    what: 'unknown role',
    append: 'access: { admin: [] }\n',
    mistakes: [[12, 11, '`admin` is not a key of `access`']],
  },
  {
    what: 'negative limit',
    append: 'limits: { perPerson: { tokensPerMinute: -1 } }\n',
    mistakes: [[12, 41, '`tokensPerMinute` must be at least 1, but is -1']],
  },
  {
    what: 'limit with a unit',
    append: 'limits: { perPerson: { tokensPerMinute: 50k } }\n',
    mistakes: [[12, 41, '`tokensPerMinute` must be a whole number, but is the text "50k"']],
  },
  {
    what: 'quota without a period',
    append: 'limits: { perPerson: { tokenQuota: { tokens: 1000 } } }\n',
    mistakes: [[12, 24, '`period` is missing in `tokenQuota`']],
  },
  {
    what: 'unknown period',
    append: 'limits: { perPerson: { tokenQuota: { tokens: 1000, period: Yearly } } }\n',
    mistakes: [[12, 60, '`period` must be Hourly, Daily, Weekly or Monthly, but is "Yearly"']],
  },
  {
    what: 'leading slash in the path',
    append: 'api: { path: /openai/v1 }\n',
    mistakes: [[12, 14, '`path` must be lower-case path segments separated by /, without a leading or trailing']],
  },
  {
    what: 'http specification',
    append: 'api: { spec: http://contoso.com/openapi.json }\n',
    mistakes: [[12, 14, '"http://contoso.com/openapi.json" is not an https URL']],
  },
  {
    what: 'specification of another kind',
    append: 'api: { spec: openapi.txt }\n',
    mistakes: [[12, 14, '"openapi.txt" is neither built-in, nor a .json, .yaml or .yml file, nor an https URL']],
  },
  {
    what: 'absolute path of the specification',
    append: 'api: { spec: /etc/openapi.json }\n',
    mistakes: [[12, 14, '"/etc/openapi.json" is not a relative path with forward slashes']],
  },
  {
    what: 'password in the URL',
    append: 'api: { spec: https://me:secret@contoso.com/openapi.json }\n',
    mistakes: [[12, 14, 'the URL holds a user name or password, and this file lies in a repository']],
  },
  {
    what: 'smoke test of another model',
    append: 'smoke: { model: gpt-4o }\n',
    mistakes: [[12, 17, '"gpt-4o" is not one of the models']],
  },
  {
    what: 'smoke test of an embedding',
    edits: [
      ['  - gpt-5-mini\n', '  - gpt-5-mini\n  - text-embedding-3-small\nsmoke: { model: text-embedding-3-small }\n'],
    ],
    mistakes: [[13, 17, '"text-embedding-3-small" is not a chat model']],
  },
  {
    what: 'no question',
    append: 'smoke: { prompt: "" }\n',
    mistakes: [[12, 18, '`prompt` must not be empty']],
  },
  {
    what: 'too much patience',
    append: 'smoke: { firstTokenSeconds: 3600 }\n',
    mistakes: [[12, 29, '`firstTokenSeconds` must be at most 300, but is 3600']],
  },
  {
    what: 'tags of Azure and of the product',
    append: 'tags: { azure-cost: a, managed-by: me, lz-fingerprint: b }\n',
    mistakes: [
      [12, 9, 'Azure reserves names of tags that start with azure'],
      [12, 24, 'the tag `managed-by` is set by the product'],
      [12, 40, 'the tag `lz-fingerprint` is set by the product'],
    ],
  },
  {
    what: 'tags that differ only in case',
    append: 'tags: { owner: a, Owner: b }\n',
    mistakes: [[12, 19, 'the tags `owner` and `Owner` differ only in case']],
  },
  {
    what: 'bad names of tags',
    append: 'tags: { "cost center": a, "1st": b }\n',
    mistakes: [
      [12, 9, "`cost center`: a tag's name must start with a letter, have at most 128 characters, and no"],
      [12, 27, "`1st`: a tag's name must start with a letter, have at most 128 characters, and no space"],
    ],
  },
  {
    what: 'value of a tag too long',
    append:
      'tags: { note: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" }\n',
    mistakes: [[12, 15, '`note` must have at most 256 characters']],
  },
  {
    what: 'two mistakes at once',
    edits: [
      ['name: contoso-dev', 'name: Contoso'],
      ['10.10.4.0/22', '10.10.1.0/24'],
    ],
    mistakes: [
      [2, 7, '`name` must be 3 to 20 lower-case letters, digits or hyphens, start with a letter and not'],
      [8, 17, '10.10.1.0/24 is too small for the subnets: at least a /23 is needed'],
      [8, 17, "the spoke's 10.10.1.0/24 overlaps the hub's 10.10.0.0/22: networks that overlap cannot be"],
    ],
  },
  {
    what: 'mistakes of every kind at once',
    edits: [
      ['location: swedencentral', 'location: atlantis\nregion: x'],
      ['10.10.4.0/22', '10.10.2.0/22'],
      ['chat.contoso.com', 'chat'],
      ['  - gpt-5-mini\n', '  - gpt5-mini\nlimits: { perRole: { admim: {} } }\n'],
    ],
    mistakes: [
      [3, 11, '`location` must be one of 56 known values, but is "atlantis"'],
      [4, 1, '`region` is not a key of the file'],
      [9, 17, '"10.10.2.0/22" is not the start of its range'],
      [9, 17, "the spoke's 10.10.0.0/22 overlaps the hub's 10.10.0.0/22: networks that overlap cannot be"],
      [10, 44, '`hostname` must be a full host name in lower case, without scheme, port or path, but is'],
      [12, 5, 'the format of the model "gpt5-mini" is not known'],
      [13, 22, '`admim` is not a key of `perRole`'],
    ],
  },
  {
    what: 'choices of operations that choose nothing, or the same twice',
    append: "api: { operations: ['!', ' x'], tags: [a, a, ''] }\n",
    mistakes: [
      [12, 21, 'must be a method and a path'],
      [12, 26, 'must be a method and a path'],
      [12, 40, '`tags` has "a" twice'],
      [12, 46, 'must not be empty'],
    ],
  },
  {
    what: 'products and subscriptions twice',
    append: 'api:\n  products:\n    - { name: research, subscriptions: [web, web] }\n    - { name: research }\n',
    mistakes: [
      [14, 46, 'two subscriptions of one product are named "web"'],
      [15, 15, 'two products are named "research"'],
    ],
  },
  {
    what: 'product with a name that no id can bear',
    append: 'api: { products: [{ name: "Research team" }] }\n',
    mistakes: [[12, 27, '`name` must be lower-case letters, digits and single dashes']],
  },
];
