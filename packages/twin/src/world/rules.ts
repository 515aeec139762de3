import { ARM_RULES } from '../arm/rules.ts';
import { authorizationDefinitions } from '../providers/authorization/index.ts';
import { definitions } from '../providers/index.ts';
import type { TypeDefinition } from '../providers/type-definition.ts';

/** Every resource type of the twin, by lower-case type. */
export const allDefinitions: ReadonlyMap<string, TypeDefinition> = new Map([
  ...definitions,
  ...authorizationDefinitions.map((definition) => [definition.type.toLowerCase(), definition] as const),
]);

/** Somebody wants to switch off a rule that there is not. */
export class UnknownRuleError extends RangeError {
  constructor(unknown: readonly string[]) {
    super(
      `There is no rule ${unknown.map((id) => `'${id}'`).join(', ')}. docs/provider-rules.md lists the rules of the twin.`,
    );
    this.name = 'UnknownRuleError';
  }
}

/** Ids of every rule of the twin. */
export function ruleIds(): ReadonlySet<string> {
  const ofProviders = [...allDefinitions.values()].flatMap(({ rules }) => rules.map(({ id }) => id));
  return new Set([...Object.keys(ARM_RULES), ...ofProviders]);
}

/** `ids` as a set. Throws `UnknownRuleError`: a slip would leave a rule in force that somebody believes is off. */
export function knownRules(ids: readonly string[]): ReadonlySet<string> {
  const known = ruleIds();
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new UnknownRuleError(unknown);
  return new Set(ids);
}

/** `definitions` without the rules that are switched off. */
export function withoutProviderRules(
  definitions: ReadonlyMap<string, TypeDefinition>,
  off: ReadonlySet<string>,
): ReadonlyMap<string, TypeDefinition> {
  if (off.size === 0) return definitions;
  return new Map(
    [...definitions].map(([type, definition]) => [
      type,
      { ...definition, rules: definition.rules.filter(({ id }) => !off.has(id)) },
    ]),
  );
}
