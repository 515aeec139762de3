import type { Expression } from './ast.ts';
import { semanticError } from './errors.ts';
import { callFunction } from './functions/index.ts';
import { binary, comparable, orderOf, textTest } from './operators.ts';
import { constant, type Scope, type Typed } from './scope.ts';
import { emptyOf, textOf, type Json, type Row, type Value } from './values.ts';

/** Makes an expression ready: names are resolved and types are checked before the first row is seen. */
export function compile(expression: Expression, scope: Scope): Typed {
  switch (expression.kind) {
    case 'literal':
      return constant(expression.type, expression.value);
    case 'name':
      return resolved(expression, scope);
    case 'path':
      return member(compile(expression.of, scope), compile(expression.index, scope), expression);
    case 'unary':
      return negated(expression, scope);
    case 'binary':
      return binary(
        expression.sign,
        compile(expression.left, scope),
        compile(expression.right, scope),
        expression.position,
      );
    case 'between':
      return between(expression, scope);
    case 'in':
      return isIn(expression, scope);
    case 'call':
      return callFunction(expression, scope);
    case 'subquery':
      return scalarOf(expression, scope);
    case 'star':
      throw semanticError(`'${scope.operator}' operator: '*' is no value`, expression.position);
  }
}

type Of<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }>;

function resolved({ name, position }: Of<'name'>, { columns, scalars, operator }: Scope): Typed {
  const index = columns.findIndex((column) => column.name === name);
  const column = columns[index];
  if (column !== undefined) return { type: column.type, run: (row) => row[index] ?? emptyOf(column.type) };
  const scalar = scalars.get(name);
  if (scalar !== undefined) return scalar;
  throw semanticError(
    `'${operator}' operator: Failed to resolve column or scalar expression named '${name}'`,
    position,
  );
}

function member(of: Typed, index: Typed, { position }: Of<'path'>): Typed {
  if (of.type !== 'dynamic')
    throw semanticError(
      `The path operator '.' or '[]' expects a value of type dynamic, and this is ${of.type}`,
      position,
    );
  return { type: 'dynamic', run: (row) => memberOf(of.run(row), index.run(row)) };
}

function memberOf(value: Value, index: Value): Value {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return typeof index === 'number' ? (items.at(index) ?? null) : null;
  }
  if (value === null || typeof value !== 'object' || typeof index !== 'string') return null;
  return Object.hasOwn(value, index) ? ((value as Readonly<Record<string, Json>>)[index] ?? null) : null;
}

function negated({ sign, of, position }: Of<'unary'>, scope: Scope): Typed {
  const inner = compile(of, scope);
  if (!['int', 'long', 'real', 'timespan'].includes(inner.type))
    throw semanticError(`Operator '${sign}' cannot be applied to ${inner.type}`, position);
  if (sign === '+') return inner;
  const minus = (value: Value): Value => (typeof value === 'number' ? -value : null);
  return { type: inner.type, run: (row) => minus(inner.run(row)) };
}

function between({ of, from, to, not, position }: Of<'between'>, scope: Scope): Typed {
  const value = compile(of, scope);
  const low = compile(from, scope);
  const high = compile(to, scope);
  // `between (datetime .. timespan)` means that long from then.
  const end = value.type === 'datetime' && high.type === 'timespan' ? binary('+', low, high, position) : high;
  const within = binary('and', binary('>=', value, low, position), binary('<=', value, end, position), position);
  return not ? { type: 'bool', run: (row) => within.run(row) !== true } : within;
}

function isIn({ sign, of, list, position }: Of<'in'>, scope: Scope): Typed {
  const value = compile(of, scope);
  const items = list.flatMap((item) => itemsOf(item, scope));
  for (const item of items)
    if (!comparable(value.type, item.type))
      throw semanticError(`Operator '${sign}' cannot compare ${value.type} with ${item.type}`, position);
  const has = membership(sign);
  return {
    type: 'bool',
    run: (row) =>
      has(
        plain(value, row),
        items.flatMap((item) => plainItems(item, row)),
      ),
  };
}

/** A list may be a query of one column. */
function itemsOf(item: Expression, scope: Scope): readonly Typed[] {
  if (item.kind !== 'name' || scope.columns.some(({ name }) => name === item.name) || scope.scalars.has(item.name))
    return [compile(item, scope)];
  const { columns, rows } = scope.query({
    source: { kind: 'table', name: item.name, position: item.position },
    steps: [],
  });
  const [first] = columns;
  return first === undefined ? [] : rows.map(([cell = emptyOf(first.type)]) => constant(first.type, cell));
}

function plain({ type, run }: Typed, row: Row): Value {
  const value = run(row);
  return type === 'dynamic' && typeof value === 'object' ? textOf(value, type) : value;
}

function plainItems(item: Typed, row: Row): readonly Value[] {
  const value = item.run(row);
  return Array.isArray(value) ? (value as readonly Json[]) : [plain(item, row)];
}

function membership(sign: string): (value: Value, items: readonly Value[]) => boolean {
  const lower = (value: Value): Value => (typeof value === 'string' ? value.toLowerCase() : value);
  const equal = (a: Value, b: Value): boolean => orderOf(lower(a), lower(b)) === 0;
  const has = textTest('has');
  const term = (value: Value) => (item: Value) => has(textOf(value, 'dynamic'), textOf(item, 'dynamic'));
  if (sign === 'has_any') return (value, items) => items.some(term(value));
  if (sign === 'has_all') return (value, items) => items.every(term(value));
  const same = sign.endsWith('~') ? equal : (a: Value, b: Value): boolean => orderOf(a, b) === 0;
  const not = sign.startsWith('!');
  return (value, items) => items.some((item) => same(value, item)) !== not;
}

function scalarOf({ query, position }: Of<'subquery'>, scope: Scope): Typed {
  const { columns, rows } = scope.query(query);
  const [first] = columns;
  if (first === undefined) throw semanticError('toscalar(): the query has no column', position);
  return constant(first.type, rows[0]?.[0] ?? emptyOf(first.type));
}

/** The name that Kusto gives to a column without one: that of the column or path that it is made of. */
export function impliedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'path') {
    const [of, index] = [impliedName(expression.of), expression.index];
    const part = index.kind === 'literal' ? textOf(index.value, index.type) : undefined;
    return of === undefined || part === undefined ? undefined : `${of}_${part}`;
  }
  if (expression.kind !== 'call' || !KEEPS_NAME.has(expression.name)) return undefined;
  const [first] = expression.args;
  return first === undefined ? undefined : impliedName(first);
}

/** Functions that leave the name of their argument. */
const KEEPS_NAME = new Set([
  'bin',
  'floor',
  'tostring',
  'toint',
  'tolong',
  'toreal',
  'todouble',
  'tobool',
  'todatetime',
  'totimespan',
  'toguid',
  'todynamic',
  'parse_json',
]);
