import type { Json } from '../../kernel/store.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { isObject, textAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import type { WriteRequest } from '../type-definition.ts';

const WORKBOOK = 'Microsoft.Insights/workbooks';
// The reference says which members are required and that the name is a GUID; the codes are assumptions.
const SOURCE = 'Azure REST reference: Microsoft.Insights, Workbooks - Create Or Update';

const REQUIRED = ['displayName', 'category', 'serializedData'] as const;

export const workbooks = defineType({
  type: WORKBOOK,
  apiVersions: API_VERSIONS.workbooks,
  location: 'required',
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(WORKBOOK, /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, {
      code: 'BadRequest',
      message: (name) => `The workbook name '${name}' must be a GUID.`,
    }),
    rule('workbook-kind', SOURCE, ({ body }) => {
      const kind = textAt(body, 'kind');
      return kind === 'shared'
        ? undefined
        : refusal(400, 'BadRequest', `The kind of a workbook must be 'shared', not '${kind ?? ''}'.`);
    }),
    rule('workbook-required', SOURCE, ({ properties }) => {
      const missing = REQUIRED.find((member) => (textAt(properties, member) ?? '') === '');
      return missing === undefined
        ? undefined
        : refusal(400, 'BadRequest', `The property '${missing}' of the workbook is required.`);
    }),
    rule('workbook-content', SOURCE, (request) =>
      isContent(request)
        ? undefined
        : refusal(400, 'BadRequest', "The property 'serializedData' of the workbook is no valid JSON object."),
    ),
    rule('workbook-source-exists', SOURCE, ({ properties }, world) => {
      const source = textAt(properties, 'sourceId');
      if (source === undefined || !source.startsWith('/subscriptions/') || world.store.has(source)) return undefined;
      return refusal(400, 'BadRequest', `The resource '${source}' that the workbook belongs to was not found.`);
    }),
  ],
  defaults: () => ({ version: 'Notebook/1.0', tags: [] }),
});

function isContent({ properties }: WriteRequest): boolean {
  const content = textAt(properties, 'serializedData') ?? '';
  // Another rule speaks of what is missing.
  if (content === '') return true;
  try {
    return isObject(JSON.parse(content) as Json);
  } catch {
    return false;
  }
}
