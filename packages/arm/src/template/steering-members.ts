/** Members of a template resource, in lower case, that steer the deployment and are not part of the request. */
export const STEERING_MEMBERS: ReadonlySet<string> = new Set([
  'type',
  'apiversion',
  'name',
  'condition',
  'copy',
  'dependson',
  'comments',
  'metadata',
  'existing',
  'import',
  'extension',
  '@options',
  'scope',
  'resources',
]);

/** The same of a nested deployment alone: where it runs. */
export const NESTED_STEERING_MEMBERS: ReadonlySet<string> = new Set(['subscriptionid', 'resourcegroup']);
