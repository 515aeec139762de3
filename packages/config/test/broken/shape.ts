import type { BrokenFile } from './broken-file.ts';

/** Keys and types that the schema refuses. */
export const shape: readonly BrokenFile[] = [
  {
    what: 'unknown key at the top',
    edits: [['location: swedencentral', 'location: swedencentral\nregion: swedencentral']],
    mistakes: [[4, 1, '`region` is not a key of the file']],
  },
  {
    what: 'mistyped key at the top',
    edits: [['location:', 'loction:']],
    mistakes: [[3, 1, '`loction` is not a key of the file']],
  },
  {
    what: 'mistyped key in a section',
    edits: [['publisherEmail', 'publisherEmial']],
    mistakes: [[6, 14, '`publisherEmial` is not a key of `gateway`']],
  },
  {
    what: 'key of an object prototype',
    edits: [['name: contoso-dev', 'name: contoso-dev\n__proto__: { polluted: yes }\nconstructor: x']],
    mistakes: [
      [3, 1, '`__proto__` is not a key of the file'],
      [4, 1, '`constructor` is not a key of the file'],
    ],
  },
  {
    what: 'no name',
    edits: [['name: contoso-dev\n', '']],
    mistakes: [[2, 1, '`name` is missing']],
  },
  {
    what: 'no hub',
    edits: [['hub:\n  addressSpace: 10.10.0.0/22\n  gateway: { publisherEmail: platform@contoso.com }\n', '']],
    mistakes: [[2, 1, '`hub` is missing']],
  },
  {
    what: 'no gateway',
    edits: [['  gateway: { publisherEmail: platform@contoso.com }\n', '']],
    mistakes: [[4, 1, '`gateway` is missing in `hub`']],
  },
  {
    what: 'no exposure',
    edits: [['  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }\n', '']],
    mistakes: [[7, 1, '`exposure` is missing in `spoke`']],
  },
  {
    what: 'no host name',
    edits: [[' hostname: chat.contoso.com,', '']],
    mistakes: [[9, 3, '`hostname` is missing in `exposure`']],
  },
  {
    what: 'an empty section',
    edits: [['  gateway: { publisherEmail: platform@contoso.com }', '  gateway:']],
    mistakes: [[6, 3, '`gateway` is empty']],
  },
  {
    what: 'no models in the list',
    edits: [['models:\n  - gpt-5-mini\n', 'models: []\n']],
    mistakes: [[10, 9, '`models` must have at least 1 entry']],
  },
  {
    what: 'hub as text',
    edits: [
      [
        'hub:\n  addressSpace: 10.10.0.0/22\n  gateway: { publisherEmail: platform@contoso.com }\n',
        'hub: 10.10.0.0/22\n',
      ],
    ],
    mistakes: [[4, 6, '`hub` must be a map of keys, but is the text "10.10.0.0/22"']],
  },
  {
    what: 'models as text',
    edits: [['models:\n  - gpt-5-mini\n', 'models: gpt-5-mini\n']],
    mistakes: [[10, 9, '`models` must be a list, but is the text "gpt-5-mini"']],
  },
  {
    what: 'number for text',
    edits: [['name: contoso-dev', 'name: 2026']],
    mistakes: [[2, 7, '`name` must be text, but is 2026']],
  },
  {
    what: 'numbers and booleans as tags',
    append: 'tags: { cost-center: 4711, billable: true }\n',
    mistakes: [
      [12, 22, '`cost-center` must be text, but is 4711'],
      [12, 38, '`billable` must be text, but is true'],
    ],
  },
];
