import type { Expression } from './ast.ts';
import { compile, impliedName } from './compile.ts';
import { notSupported, semanticError } from './errors.ts';
import { orderOf } from './operators.ts';
import type { Scope, Typed } from './scope.ts';
import { isNumeric, type Column, type KqlType, type Row, type Value } from './values.ts';

/** An aggregate over the rows of a group: it may make several columns. */
export interface Aggregate {
  readonly columns: readonly Column[];
  readonly run: (rows: readonly Row[]) => readonly Value[];
}

type Call = Extract<Expression, { readonly kind: 'call' }>;

interface Made {
  readonly type: KqlType;
  readonly run: (rows: readonly Row[]) => Value;
}

interface Known {
  readonly args: number;
  readonly make: (args: readonly Typed[], call: Call) => Made;
}

const present = (of: Typed, rows: readonly Row[]): readonly Value[] =>
  rows.map((row) => of.run(row)).filter((value) => value !== null);

const numbers = (of: Typed, rows: readonly Row[]): readonly number[] =>
  present(of, rows).filter((value) => typeof value === 'number' && !Number.isNaN(value)) as readonly number[];

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const holding = (rows: readonly Row[], condition: Typed): readonly Row[] =>
  rows.filter((row) => condition.run(row) === true);

/** An aggregate of numbers or spans of time. */
function ofNumbers(type: KqlType | 'same', reduce: (values: readonly number[]) => Value, conditional = false): Known {
  return {
    args: conditional ? 2 : 1,
    make: ([of, condition], { name, position }) => {
      if (of === undefined) throw semanticError(`${name}(): an argument is missing`, position);
      if (!isNumeric(of.type) && of.type !== 'timespan')
        throw semanticError(
          `${name}(): argument #1 expected to be a numeric or timespan expression, and is ${of.type}`,
          position,
        );
      const own = of.type === 'int' ? 'long' : of.type;
      const rowsOf = (rows: readonly Row[]) => (condition === undefined ? rows : holding(rows, condition));
      return {
        type: type === 'same' || of.type === 'timespan' ? own : type,
        run: (rows) => reduce(numbers(of, rowsOf(rows))),
      };
    },
  };
}

function ofAny(type: KqlType | 'same', reduce: (values: readonly Value[]) => Value, conditional = false): Known {
  return {
    args: conditional ? 2 : 1,
    make: ([of, condition], { name, position }) => {
      if (of === undefined) throw semanticError(`${name}(): an argument is missing`, position);
      const rowsOf = (rows: readonly Row[]) => (condition === undefined ? rows : holding(rows, condition));
      return { type: type === 'same' ? of.type : type, run: (rows) => reduce(present(of, rowsOf(rows))) };
    },
  };
}

const mean = (values: readonly number[]): Value => (values.length === 0 ? null : total(values) / values.length);

function variance(values: readonly number[]): number | null {
  if (values.length < 2) return values.length === 0 ? null : 0;
  const middle = total(values) / values.length;
  return total(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

function extreme(values: readonly Value[], sign: 1 | -1): Value {
  return values.reduce<Value>((best, value) => (best === null || sign * orderOf(value, best) > 0 ? value : best), null);
}

const distinct = (values: readonly Value[]): readonly Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

const KNOWN: Readonly<Record<string, Known>> = {
  sum: ofNumbers('same', total),
  sumif: ofNumbers('same', total, true),
  avg: ofNumbers('real', mean),
  avgif: ofNumbers('real', mean, true),
  stdev: ofNumbers('real', (values) => ((found) => (found === null ? null : Math.sqrt(found)))(variance(values))),
  variance: ofNumbers('real', variance),
  count: { args: 0, make: () => ({ type: 'long', run: (rows) => rows.length }) },
  countif: {
    args: 1,
    make: ([condition]) => ({
      type: 'long',
      run: (rows) => (condition === undefined ? 0 : holding(rows, condition).length),
    }),
  },
  dcount: ofAny('long', (values) => distinct(values).length),
  count_distinct: ofAny('long', (values) => distinct(values).length),
  dcountif: ofAny('long', (values) => distinct(values).length, true),
  min: ofAny('same', (values) => extreme(values, -1)),
  max: ofAny('same', (values) => extreme(values, 1)),
  minif: ofAny('same', (values) => extreme(values, -1), true),
  maxif: ofAny('same', (values) => extreme(values, 1), true),
  make_list: ofAny('dynamic', (values) => values),
  make_set: ofAny('dynamic', distinct),
  make_list_if: ofAny('dynamic', (values) => values, true),
  make_set_if: ofAny('dynamic', distinct, true),
  take_any: ofAny('same', ([first = null]) => first),
  any: ofAny('same', ([first = null]) => first),
};

const NOT_HERE =
  /^(?:hll|tdigest|percentilew|percentilesw|percentiles_array|covariance|correlation|binary_all|make_bag|buildschema|stdevif|varianceif|stdevp|variancep|dcount_hll|take_anyif|make_list_with_nulls)/;

/** Makes an aggregate ready. `names` are the names that the query gives its columns. */
export function aggregate(expression: Expression, names: readonly string[], scope: Scope): Aggregate {
  if (expression.kind !== 'call') return calculated(expression, names, scope);
  const { name } = expression;
  if (name === 'arg_max' || name === 'arg_min') return argExtreme(expression, names, scope);
  if (name === 'percentile' || name === 'percentiles') return percentiles(expression, names, scope);
  if (NOT_HERE.test(name)) throw notSupported(`The aggregate '${name}'`, expression.position);
  if (!isAggregate(name)) return calculated(expression, names, scope);
  const { type, run } = made(expression, scope);
  return { columns: [{ name: names[0] ?? defaultName(expression), type }], run: (rows) => [run(rows)] };
}

function isAggregate(name: string): boolean {
  return Object.hasOwn(KNOWN, name);
}

function made(call: Call, scope: Scope): Made {
  const known = KNOWN[call.name];
  if (known === undefined) throw notSupported(`The aggregate '${call.name}'`, call.position);
  const [args, limit] = [call.args.slice(0, known.args), call.args.slice(known.args)];
  const extra = call.name.startsWith('make_') || call.name === 'dcount' ? 1 : 0;
  if (args.length < known.args || limit.length > extra)
    throw semanticError(
      `${call.name}(): function expects ${known.args} argument(s), and has ${call.args.length}`,
      call.position,
    );
  return known.make(
    args.map((argument) => compile(argument, scope)),
    call,
  );
}

function defaultName({ name, args }: Call): string {
  return `${name.replace(/^make_/, '')}_${args[0] === undefined ? '' : (impliedName(args[0]) ?? '')}`;
}

/** Arithmetic over aggregates: `sum(a) / count()`. Each aggregate in it becomes a column of its own for a moment. */
function calculated(expression: Expression, names: readonly string[], scope: Scope): Aggregate {
  const parts: Made[] = [];
  const rewritten = withoutAggregates(expression, parts, scope);
  if (parts.length === 0)
    throw semanticError(
      "'summarize' operator: an expression without an aggregate stands before 'by'",
      expression.position,
    );
  const columns = parts.map(({ type }, index) => ({ name: `$${index}`, type }));
  const outer = compile(rewritten, { ...scope, columns });
  return {
    columns: [{ name: names[0] ?? 'Column1', type: outer.type }],
    run: (rows) => [outer.run(parts.map(({ run }) => run(rows)))],
  };
}

function withoutAggregates(expression: Expression, parts: Made[], scope: Scope): Expression {
  const inside = (each: Expression): Expression => withoutAggregates(each, parts, scope);
  if (expression.kind === 'call') {
    if (isAggregate(expression.name)) return columnOf(made(expression, scope), parts, expression);
    if (expression.name === 'percentile') {
      const { columns, run } = percentiles(expression, [], scope);
      return columnOf({ type: columns[0]?.type ?? 'real', run: (rows) => run(rows)[0] ?? null }, parts, expression);
    }
    return { ...expression, args: expression.args.map(inside) };
  }
  if (expression.kind === 'binary')
    return { ...expression, left: inside(expression.left), right: inside(expression.right) };
  if (expression.kind === 'unary' || expression.kind === 'in') return { ...expression, of: inside(expression.of) };
  if (expression.kind === 'between') return { ...expression, of: inside(expression.of) };
  return expression;
}

function columnOf(part: Made, parts: Made[], { position }: Expression): Expression {
  parts.push(part);
  return { kind: 'name', name: `$${parts.length - 1}`, position };
}

/** The row in which the first argument is greatest or least, with the columns that are asked for. */
function argExtreme(
  { name, args: [by, ...returned], position }: Call,
  names: readonly string[],
  scope: Scope,
): Aggregate {
  if (by === undefined) throw semanticError(`${name}(): an argument is missing`, position);
  const key = compile(by, scope);
  const keyName = names[0] ?? impliedName(by) ?? `${name === 'arg_max' ? 'max' : 'min'}_`;
  const all = returned.some(({ kind }) => kind === 'star');
  const kept: readonly Expression[] = all
    ? scope.columns
        .filter((column) => column.name !== keyName)
        .map((column) => ({ kind: 'name', name: column.name, position }))
    : returned;
  const values = kept.map((each) => compile(each, scope));
  const columns = values.map(({ type }, index) => ({ name: names[index + 1] ?? nameOf(kept[index], index), type }));
  const sign = name === 'arg_max' ? 1 : -1;
  return {
    columns: [{ name: keyName, type: key.type }, ...columns],
    run: (rows) => {
      const best = bestRow(rows, key, sign);
      return best === undefined
        ? [null, ...values.map(() => null)]
        : [key.run(best), ...values.map(({ run }) => run(best))];
    },
  };
}

function nameOf(expression: Expression | undefined, index: number): string {
  return (expression === undefined ? undefined : impliedName(expression)) ?? `Column${index + 1}`;
}

function bestRow(rows: readonly Row[], key: Typed, sign: 1 | -1): Row | undefined {
  return rows.reduce<Row | undefined>((best, row) => {
    if (best === undefined) return row;
    const [value, record] = [key.run(row), key.run(best)];
    return value !== null && (record === null || sign * orderOf(value, record) > 0) ? row : best;
  }, undefined);
}

/** The value of the nearest rank; the service estimates it where there are many. */
function percentiles(
  { name, args: [of, ...ranks], position }: Call,
  names: readonly string[],
  scope: Scope,
): Aggregate {
  if (of === undefined || ranks.length === 0) throw semanticError(`${name}(): an argument is missing`, position);
  const value = compile(of, scope);
  if (!isNumeric(value.type) && value.type !== 'timespan' && value.type !== 'datetime')
    throw semanticError(
      `${name}(): argument #1 expected to be a numeric, timespan or datetime expression, and is ${value.type}`,
      position,
    );
  const shares = ranks.map((rank) => Number(compile(rank, { ...scope, columns: [] }).run([])));
  const columns = shares.map((share, index) => ({
    name: names[index] ?? `percentile_${impliedName(of) ?? ''}_${share}`,
    type: value.type,
  }));
  return {
    columns,
    run: (rows) => {
      const sorted = [...numbers(value, rows)].sort((a, b) => a - b);
      return shares.map((share) => sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? null);
    },
  };
}
