import type { BrokenFile } from './broken-file.ts';

/** Models. */
export const models: readonly BrokenFile[] = [
  {
    what: 'unknown model',
    edits: [['  - gpt-5-mini\n', '  - llama-99\n']],
    mistakes: [[11, 5, 'the format of the model "llama-99" is not known']],
  },
  {
    what: 'mistyped model',
    edits: [['  - gpt-5-mini\n', '  - gpt5-mini\n']],
    mistakes: [[11, 5, 'the format of the model "gpt5-mini" is not known']],
  },
  {
    what: 'unknown format',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, format: OpenAi }\n']],
    mistakes: [[11, 33, '`format` must be OpenAI, OpenAI-OSS, xAI, Meta, Mistral AI, DeepSeek, Microsoft, Cohere,']],
  },
  {
    what: 'wrong format',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, format: Meta }\n']],
    mistakes: [[11, 33, '"gpt-5-mini" is a model of the format OpenAI, not Meta']],
  },
  {
    what: 'format that needs terms',
    edits: [['  - gpt-5-mini\n', '  - gpt-5-mini\n  - { name: claude-sonnet-4-5, format: Anthropic }\n']],
    mistakes: [[12, 40, 'models of Anthropic cannot be had: they answer through an API of their own']],
  },
  {
    what: 'a model of Anthropic by its name alone',
    edits: [['  - gpt-5-mini\n', '  - gpt-5-mini\n  - claude-sonnet-4-5\n']],
    mistakes: [[12, 5, 'models of Anthropic cannot be had']],
  },
  {
    what: 'no upgrade of a version that nobody named',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, versionUpgrade: NoAutoUpgrade }\n']],
    mistakes: [[11, 41, 'NoAutoUpgrade keeps a version, but no version is named']],
  },
  {
    what: 'unknown upgrade',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, versionUpgrade: Never }\n']],
    mistakes: [[11, 41, '`versionUpgrade` must be OnceNewDefaultVersionAvailable, OnceCurrentVersionExpired or']],
  },
  {
    what: 'unknown content filter',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, contentFilter: strict }\n']],
    mistakes: [[11, 40, 'there is no content filter "strict"']],
  },
  {
    what: 'content filters that nobody uses, twice, with a name of Foundry, and a severity that there is not',
    append: [
      'contentFilters:',
      '  - name: strict',
      '  - name: Strict',
      '  - name: Microsoft.Own',
      '  - { name: lax, hate: None }',
      '',
    ].join('\n'),
    mistakes: [
      [13, 11, 'no model uses the content filter "strict"'],
      [14, 11, 'two content filters have the name "Strict"'],
      [15, 11, 'names that start with Microsoft. are of Foundry'],
      [16, 13, 'no model uses the content filter "lax"'],
      [16, 24, '`hate` must be Low, Medium or High'],
    ],
  },
  {
    what: 'duplicate deployment names',
    edits: [['  - gpt-5-mini\n', '  - gpt-5-mini\n  - { name: GPT-5-mini, model: gpt-5 }\n']],
    mistakes: [[12, 13, 'two models have the deployment name "GPT-5-mini"']],
  },
  {
    what: 'version as number',
    edits: [['  - gpt-5-mini\n', '  - { name: text-embedding-3-small, version: 1 }\n  - gpt-5-mini\n']],
    mistakes: [[11, 46, '`version` must be text, but is 1']],
  },
  {
    what: 'bad version',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, version: "latest!" }\n']],
    mistakes: [[11, 34, '`version` must be a model version: letters, digits, dots, underscores and hyphens, but is']],
  },
  {
    what: 'unknown deployment type',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, sku: GlobalBatch }\n']],
    mistakes: [[11, 30, '`sku` must be GlobalStandard, DataZoneStandard, Standard, GlobalProvisionedManaged,']],
  },
  {
    what: 'no capacity',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, capacity: 0 }\n']],
    mistakes: [[11, 35, '`capacity` must be at least 1, but is 0']],
  },
  {
    what: 'fraction of a capacity',
    edits: [['  - gpt-5-mini\n', '  - { name: gpt-5-mini, capacity: 1.5 }\n']],
    mistakes: [[11, 35, '`capacity` must be a whole number, but is 1.5']],
  },
  {
    what: 'bad deployment name',
    edits: [['  - gpt-5-mini\n', '  - { name: my model, model: gpt-5-mini }\n']],
    mistakes: [[11, 13, '`name` must be 2 to 64 letters, digits, dots, underscores or hyphens, and start and end']],
  },
  {
    what: 'model without a name',
    edits: [['  - gpt-5-mini\n', '  - { model: gpt-5-mini }\n']],
    mistakes: [[11, 5, '`name` is missing in entry 1 of `models`']],
  },
  {
    what: 'empty entry',
    edits: [['  - gpt-5-mini\n', '  - gpt-5-mini\n  -\n']],
    mistakes: [[12, 4, 'entry 2 of `models` is empty']],
  },
  {
    what: 'no model that can chat',
    edits: [['  - gpt-5-mini\n', '  - text-embedding-3-small\n']],
    mistakes: [[10, 1, 'none of the models can chat, so nobody could answer']],
  },
];
