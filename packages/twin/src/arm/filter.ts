import { armErrors } from './errors.ts';

/** One condition of a `$filter`, all of which must hold. */
export type FilterClause =
  | { readonly kind: 'compare'; readonly field: string; readonly operator: 'eq' | 'ne'; readonly value: string }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly string[] };

const COMPARISON = /^([\w./]+)\s+(eq|ne)\s+(?:'((?:[^']|'')*)'|([\w.-]+))$/i;
const CALL = /^(\w+)\((.*)\)$/;

/** Reads the part of OData's `$filter` that clients of Azure Resource Manager send. Throws InvalidFilterInQueryString. */
export function parseFilter(filter: string | null): readonly FilterClause[] {
  if (filter === null || filter.trim() === '') return [];
  return splitOutsideQuotes(filter).map((part) => parseClause(part.trim(), filter));
}

function parseClause(part: string, filter: string): FilterClause {
  const comparison = COMPARISON.exec(part);
  if (comparison !== null) {
    const [, field = '', operator = 'eq', quoted, bare = ''] = comparison;
    const value = quoted?.replaceAll("''", "'") ?? bare;
    return { kind: 'compare', field: field.toLowerCase(), operator: operator.toLowerCase() as 'eq' | 'ne', value };
  }
  const call = CALL.exec(part);
  if (call === null) throw armErrors.invalidFilter(filter);
  const args = (call[2] ?? '').split(',').map((arg) => arg.trim().replace(/^'(.*)'$/, '$1'));
  return { kind: 'function', name: (call[1] ?? '').toLowerCase(), args: args.filter((arg) => arg !== '') };
}

function splitOutsideQuotes(filter: string): readonly string[] {
  return (filter.match(/(?:'(?:[^']|'')*'|(?!\sand\s)[^'])+/gi) ?? []).map((part) => part.replace(/^\s*and\s+/i, ''));
}

/** Whether `read(field)` satisfies every clause. A field that `read` does not know is an invalid filter. */
export function satisfies(
  clauses: readonly FilterClause[],
  read: (field: string) => string | undefined | null,
): boolean {
  return clauses.every((clause) => {
    if (clause.kind === 'compare') {
      const actual = known(read(clause.field), clause.field)?.toLowerCase();
      return (actual === clause.value.toLowerCase()) === (clause.operator === 'eq');
    }
    return callFunction(clause, read);
  });
}

function callFunction(
  { name, args }: Extract<FilterClause, { kind: 'function' }>,
  read: (field: string) => string | undefined | null,
): boolean {
  const [first = '', second = ''] = args;
  const [field, text] = name === 'substringof' ? [second, first] : [first, second];
  const actual = known(read(field.toLowerCase()), field)?.toLowerCase() ?? '';
  if (name === 'substringof' || name === 'contains') return actual.includes(text.toLowerCase());
  if (name === 'startswith') return actual.startsWith(text.toLowerCase());
  throw armErrors.invalidFilter(`${name}()`);
}

function known(value: string | undefined | null, field: string): string | undefined {
  if (value === null) throw armErrors.invalidFilter(field);
  return value;
}
