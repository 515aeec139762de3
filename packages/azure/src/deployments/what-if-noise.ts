import { canonicalJson, type Json } from '../json.ts';
import type { PropertyChange } from './what-if.ts';

/** Properties that Azure writes by itself, wherever they stand: a template cannot set them. */
const READ_ONLY =
  /(^|\.)(provisioningState|etag|resourceGuid|uniqueId|createdAt|createdBy|createdByType|lastModifiedAt|lastModifiedBy|lastModifiedByType|systemData|internalDomainNameSuffix|dateCreated)(\.|$)/i;

/**
 * Whether a property's change is noise, of the kinds that the issues of Azure/arm-template-whatif report:
 * - an expression that ARM could not evaluate beforehand (`[reference(…)]`) against the value that it has now;
 * - a default that the provider filled in and the template leaves out, shown as Delete. Tags are really deleted;
 * - read-only properties, and spellings of the same value (case of ids and regions, `Sweden Central`).
 */
export function isNoise(change: PropertyChange): boolean {
  if (READ_ONLY.test(change.path)) return true;
  if (isUnevaluated(change.after)) return true;
  if (change.kind === 'Delete') return !/^tags(\.|$)/i.test(change.path) && !/\.\d+$/.test(change.path);
  if (change.kind === 'Modify') return sameValue(change.before, change.after);
  return false;
}

/**
 * The changes without elements of lists that only seem to go: their place is taken by an expression that ARM could not
 * evaluate beforehand, which lists show as one element deleted and another created.
 */
export function withoutReplaced(changes: readonly PropertyChange[]): readonly PropertyChange[] {
  const places = new Set(
    changes.filter(({ kind, after }) => kind === 'Create' && isUnevaluated(after)).map(({ path }) => path),
  );
  return changes.filter(({ kind, path }) => kind !== 'Delete' || !places.has(path));
}

function isUnevaluated(value: Json | undefined): boolean {
  return typeof value === 'string' && value.startsWith('[') && !value.startsWith('[[') && value.endsWith(']');
}

function sameValue(before: Json | undefined, after: Json | undefined): boolean {
  return spelling(before) === spelling(after);
}

function spelling(value: Json | undefined): string {
  if (typeof value !== 'string') return canonicalJson(value);
  if (value.startsWith('/subscriptions/')) return value.toLowerCase();
  return /^[A-Z][a-z]+( [A-Z][a-z]+)+\d?$/.test(value) ? value.replaceAll(' ', '').toLowerCase() : value;
}
