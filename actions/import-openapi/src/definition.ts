import { defineAction } from '@lz/action';

/** Inputs and outputs of `import-openapi`. */
export const definition = defineAction({
  name: 'import-openapi',
  title: 'Import an OpenAPI document',
  description:
    'Imports the OpenAPI document of the environment file into a new revision of the API, verifies it, and releases it. Whatever fails leaves the current revision as it is.',
  branding: { icon: 'upload-cloud', color: 'blue' },
  modes: ['plan', 'apply'],
  inputs: {
    'allow-breaking-changes': {
      type: 'boolean',
      description:
        'Imports the document although it breaks callers of the current revision, whatever `api.allowBreakingChanges` says.',
      default: 'false',
    },
  },
  outputs: {
    revision: { description: 'Revision of the API that is current afterwards.' },
    operations: { description: 'Number of operations in the document.' },
    'breaking-changes': { description: 'Number of changes that break callers of the current revision.' },
    hash: { description: 'Hash of the document as it is sent: the same hash needs no import.' },
  },
});
