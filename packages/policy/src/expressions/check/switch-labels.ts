import { mistake, type Statement } from '../syntax.ts';
import type { Bound } from './bound.ts';

type Label = (Statement & { readonly kind: 'switch' })['sections'][number]['labels'][number];

/** Control that comes to the end of a section goes nowhere. */
export function refuseFallThrough(label: Label | undefined, isLast: boolean): never {
  const shown = label?.pattern === undefined ? 'default:' : 'case';
  if (!isLast)
    throw mistake('CS0163', label?.at ?? 0, `Control cannot fall through from one case label ('${shown}') to another`);
  throw mistake('CS8070', label?.at ?? 0, `Control cannot fall out of switch from final case label ('${shown}')`);
}

/** Refuses a label that an earlier one already is. */
export function refuseDuplicate(label: Label, seen: Set<string>): void {
  if (label.when !== undefined) return;
  const { pattern } = label;
  const key =
    pattern === undefined
      ? 'default'
      : pattern.kind === 'constant' && pattern.value.kind === 'literal'
        ? keyOfLiteral(pattern.value.value)
        : undefined;
  if (key === undefined) return;
  if (seen.has(key))
    throw mistake(
      'CS0152',
      label.at,
      `The switch statement contains multiple cases with the label value '${key.slice(key.indexOf(':') + 1)}'`,
    );
  seen.add(key);
}

function keyOfLiteral(value: Bound['constant']): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'object')
    return `value:${'value' in value ? String(value.value) : 'code' in value ? String(value.code) : ''}`;
  return `${typeof value}:${String(value)}`;
}
