import { defineType } from '../common/define.ts';
import { textAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';

/** A lock on a scope: Azure Resource Manager obeys it, its own writes are plain. */
export const locks = defineType({
  type: 'Microsoft.Authorization/locks',
  apiVersions: ['2020-05-01', '2017-04-01', '2016-09-01', '2015-01-01'],
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    rule('lock-level', 'Azure Resource Manager, management locks', ({ properties }) =>
      ['CanNotDelete', 'ReadOnly'].includes(textAt(properties, 'level') ?? '')
        ? undefined
        : refusal(
            400,
            'InvalidLockLevel',
            "The lock level is missing or not valid. It must be 'CanNotDelete' or 'ReadOnly'.",
          ),
    ),
  ],
});
