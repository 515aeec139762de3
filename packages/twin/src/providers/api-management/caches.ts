import { textAt } from '../common/json.ts';
import { rule } from '../common/rules.ts';
import { defineChild, validationError } from './child.ts';

const CACHES =
  'azure-docs: articles/api-management/api-management-howto-cache-external.md; Azure REST reference, Cache';

/** External caches: Redis, with RediSearch where answers of models are kept. */
export const caches = defineChild({
  below: 'caches',
  name: /^[^*#&+:<>?]{1,80}$/,
  secrets: ['connectionString'],
  rules: [
    rule('apim-cache-connection-string', CACHES, ({ properties, existing }) => {
      const text = textAt(properties, 'connectionString') ?? existing?.secrets['connectionString'] ?? '';
      return text !== '' && text.length <= 300
        ? undefined
        : validationError('connectionString', 'The connection string of a cache has 1 to 300 characters.');
    }),
    rule('apim-cache-location', CACHES, ({ properties }) => {
      const location = textAt(properties, 'useFromLocation') ?? '';
      return location !== '' && location.length <= 256
        ? undefined
        : validationError('useFromLocation', "The location of a cache is a region's name, or 'default'.");
    }),
  ],
});
