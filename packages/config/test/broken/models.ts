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
    mistakes: [[12, 40, 'not supported yet: models of Anthropic, which need their marketplace terms accepted']],
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
