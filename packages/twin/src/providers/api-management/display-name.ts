import { textAt } from '../common/json.ts';
import { rule } from '../common/rules.ts';
import { validationError } from './child.ts';
import type { Rule } from '../type-definition.ts';

/** Most entities have a display name of limited length. */
export function displayNameRule(id: string, most: number): Rule {
  return rule(id, 'facts/apim.md section 1.8', ({ properties, existing }) => {
    const displayName = textAt(properties, 'displayName') ?? textAt(existing?.properties, 'displayName') ?? '';
    return displayName.length >= 1 && displayName.length <= most
      ? undefined
      : validationError('displayName', `DisplayName must have 1 to ${most} characters.`);
  });
}
