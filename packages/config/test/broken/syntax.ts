import type { BrokenFile } from './broken-file.ts';

/** Files whose YAML is in doubt. */
export const syntax: readonly BrokenFile[] = [
  {
    what: 'empty file',
    text: '',
    mistakes: [[1, 1, 'the file is empty']],
  },
  {
    what: 'only comments',
    text: '# nothing here\n\n',
    mistakes: [[1, 1, 'the file is empty']],
  },
  {
    what: 'only a null',
    text: '~\n',
    mistakes: [[1, 1, 'the file is empty']],
  },
  {
    what: 'a list at the top',
    text: '- name: contoso-dev\n',
    mistakes: [[1, 1, 'the file must be a map of sections']],
  },
  {
    what: 'a text at the top',
    text: 'hello\n',
    mistakes: [[1, 1, 'the file must be a map of sections']],
  },
  {
    what: 'a control character',
    text: 'name: contoso\u0007-dev\n',
    mistakes: [[1, 14, 'the control character U+0007 is not allowed in YAML']],
  },
  {
    what: 'bytes of another kind of file',
    text: 'PK\u0003\u0004\u0000\u0000',
    mistakes: [[1, 3, 'the control character U+0003 is not allowed in YAML']],
  },
  {
    what: 'unclosed bracket',
    edits: [['{ publisherEmail: platform@contoso.com }', '{ publisherEmail: platform@contoso.com']],
    mistakes: [[6, 12, 'a quote or bracket that is not closed']],
  },
  {
    what: 'unclosed quote',
    edits: [['name: contoso-dev', 'name: "contoso-dev']],
    mistakes: [[2, 7, 'a quote or bracket that is not closed']],
  },
  {
    what: 'tab as indentation',
    edits: [['  addressSpace: 10.10.0.0/22', '\taddressSpace: 10.10.0.0/22']],
    mistakes: [[5, 1, 'a tab indents this line']],
  },
  {
    what: 'wrong indentation',
    edits: [['  addressSpace: 10.10.4.0/22', '   addressSpace: 10.10.4.0/22']],
    mistakes: [[9, 1, 'the indentation does not fit the lines around it']],
  },
  {
    what: 'missing colon',
    edits: [['location: swedencentral', 'location swedencentral']],
    mistakes: [[3, 1, 'a key that runs over more than one line']],
  },
  {
    what: 'two keys on one line',
    edits: [['name: contoso-dev', 'name: location: swedencentral']],
    mistakes: [[2, 7, 'a second key and value on one line']],
  },
  {
    what: 'reserved character at the start',
    edits: [['name: contoso-dev', 'name: @contoso']],
    mistakes: [[2, 7, 'a value must not start with this character']],
  },
  {
    what: 'unknown escape',
    edits: [['name: contoso-dev', 'name: "contoso\\q"']],
    mistakes: [[2, 15, 'an unknown escape in a double-quoted text']],
  },
  {
    what: 'unknown tag',
    edits: [['name: contoso-dev', 'name: !env NAME']],
    mistakes: [[2, 7, 'a tag that this file does not know']],
  },
  {
    what: 'unknown alias',
    edits: [['location: swedencentral', 'location: *region']],
    mistakes: [[3, 11, 'the alias *region has no anchor &region before it']],
  },
  {
    what: 'a list as key',
    edits: [['name: contoso-dev', 'name: contoso-dev\n? [a, b]\n: c']],
    mistakes: [[3, 3, 'a key must be a plain word']],
  },
  {
    what: 'duplicate key',
    edits: [['location: swedencentral', 'location: swedencentral\nname: other-name']],
    mistakes: [[4, 1, '`name` is written twice; the first is on line 2']],
  },
  {
    what: 'duplicate key in a section',
    edits: [['  - gpt-5-mini', '  - { name: gpt-5-mini, capacity: 10, capacity: 20 }']],
    mistakes: [[11, 39, '`capacity` is written twice; the first is on line 11']],
  },
  {
    what: 'second document',
    append: '---\nname: contoso-prod\n',
    mistakes: [[13, 1, 'a second document starts here']],
  },
  {
    what: 'merge key',
    edits: [
      ['hub:\n', 'hub: &hub\n'],
      ['spoke:\n', 'spoke:\n  <<: *hub\n'],
    ],
    mistakes: [[8, 3, '`<<` is not a key of `spoke`']],
  },
  {
    what: 'two syntax mistakes',
    edits: [
      ['name: contoso-dev', 'name: "contoso\\q"'],
      ['location: swedencentral', 'location: `swedencentral`'],
    ],
    mistakes: [
      [2, 15, 'an unknown escape in a double-quoted text'],
      [3, 11, 'a value must not start with this character'],
    ],
  },
  {
    what: 'a syntax mistake and another one',
    edits: [
      ['name: contoso-dev', 'name: "contoso\\q"'],
      ['location: swedencentral', 'location: atlantis'],
    ],
    mistakes: [
      [2, 15, 'an unknown escape in a double-quoted text'],
      [3, 11, '`location` must be one of 56 known values, but is "atlantis"'],
    ],
  },
];
