import type { FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { type Expression, call as callExpression } from '../expression/ast.ts';
import {
  Symbolic,
  type Value,
  isKnown,
  isValueArray,
  isValueObject,
  toExpression,
  typeName,
} from '../expression/value.ts';
import { getProperty, setOwn } from '../json.ts';
import { argumentError, stringAt } from './arguments.ts';
import { type ArmFunction, type FunctionTable, special } from './registry.ts';

interface Lambda {
  readonly parameters: number;
  readonly apply: (...values: readonly Value[]) => Value;
}

/** Functions that take a lambda, and those that only mean something inside one. */
export const lambdaFunctions: FunctionTable = {
  filter: overArray(2, (items, [predicate], call) => keepWhere(items, predicate, call)),
  map: overArray(2, (items, [transform]) => items.map((item, index) => apply(transform, item, index))),
  mapValues: special(2, 2, mapValues),
  reduce: special(3, 3, reduce),
  sort: overArray(2, (items, [before], call) => sort(items, before, call)),
  toObject: overArray(2, toObject, 3),
  groupBy: overArray(2, groupBy, 3),
  lambda: special(1, Infinity, (call) => {
    throw new ExpressionError(
      `The template function '${call.name}' is not valid. Please see https://aka.ms/arm-functions for usage details.`,
    );
  }),
  lambdaVariables: special(1, 1, (call) => {
    const name = stringAt([call.args[0] === undefined ? null : call.evaluate(call.args[0])], 0, call);
    const value = call.context.lambda.get(name.toLowerCase());
    if (value === undefined) throw new ExpressionError(`The lambda variable '${name}' is not found.`);
    return value;
  }),
};

type OverItems = (items: readonly Value[], lambdas: readonly Lambda[], call: FunctionCall) => Value | undefined;

/** A function whose first argument is an array and whose others are lambdas. */
function overArray(min: number, compute: OverItems, max = min): ArmFunction {
  return special(min, max, (call) => {
    const [source, ...rest] = call.args;
    const items = source === undefined ? null : call.evaluate(source);
    if (items instanceof Symbolic) return keepSymbolic(call, items);
    if (!isValueArray(items)) throw argumentError(call, 0, 'Array', items);
    return (
      compute(
        items,
        rest.map((argument) => readLambda(argument, call)),
        call,
      ) ?? keepSymbolic(call, items)
    );
  });
}

/** The call as it stands, with its first argument evaluated. */
function keepSymbolic(call: FunctionCall, first: Value): Symbolic {
  return new Symbolic({ kind: 'call', name: call.name, args: [toExpression(first), ...call.args.slice(1)] });
}

function readLambda(expression: Expression, call: FunctionCall): Lambda {
  if (expression.kind !== 'call' || expression.name.toLowerCase() !== 'lambda') {
    throw new ExpressionError(`The template language function '${call.name}' expects a lambda as its last parameter.`);
  }
  const body = expression.args.at(-1);
  const names = expression.args
    .slice(0, -1)
    .map((name) => (name.kind === 'literal' ? String(name.value).toLowerCase() : ''));
  if (body === undefined || names.includes('')) throw new ExpressionError(`The lambda of '${call.name}' is not valid.`);
  return {
    parameters: names.length,
    apply: (...values) => {
      const lambda = new Map(call.context.lambda);
      names.forEach((name, index) => lambda.set(name, values[index] ?? null));
      return call.evaluate(body, { ...call.context, lambda });
    },
  };
}

function apply(lambda: Lambda | undefined, item: Value, index: number): Value {
  if (lambda === undefined) return item;
  return lambda.parameters > 1 ? lambda.apply(item, index) : lambda.apply(item);
}

function keepWhere(
  items: readonly Value[],
  predicate: Lambda | undefined,
  call: FunctionCall,
): readonly Value[] | undefined {
  const verdicts = items.map((item, index) => apply(predicate, item, index));
  if (verdicts.some((verdict) => verdict instanceof Symbolic)) return undefined;
  return items.filter((_, index) => requireBoolean(verdicts[index] ?? null, call));
}

function requireBoolean(value: Value, call: FunctionCall): boolean {
  if (typeof value === 'boolean') return value;
  throw new ExpressionError(
    `The lambda of '${call.name}' must give a value of type 'Boolean', not '${typeName(value)}'.`,
  );
}

function mapValues(call: FunctionCall): Value {
  const [source, transform] = call.args;
  const value = source === undefined ? null : call.evaluate(source);
  if (value instanceof Symbolic) return keepSymbolic(call, value);
  if (!isValueObject(value) || transform === undefined) throw argumentError(call, 0, 'Object', value);
  const lambda = readLambda(transform, call);
  const result: Record<string, Value> = {};
  for (const [key, item] of Object.entries(value)) setOwn(result, key, lambda.apply(item));
  return result;
}

function reduce(call: FunctionCall): Value {
  const [source, start, combine] = call.args;
  const items = source === undefined ? null : call.evaluate(source);
  if (items instanceof Symbolic) return keepSymbolic(call, items);
  if (!isValueArray(items) || start === undefined || combine === undefined)
    throw argumentError(call, 0, 'Array', items);
  const lambda = readLambda(combine, call);
  const result = items.reduce<Value>(
    (sum, item, index) => (lambda.parameters > 2 ? lambda.apply(sum, item, index) : lambda.apply(sum, item)),
    call.evaluate(start),
  );
  return result instanceof Symbolic ? keepSymbolic(call, items) : result;
}

/** Stable merge sort by a "comes before" predicate, so that the order never depends on the JavaScript engine. */
function sort(items: readonly Value[], before: Lambda | undefined, call: FunctionCall): readonly Value[] | undefined {
  if (before === undefined || !items.every(isKnown)) return undefined;
  return [...items].sort((a, b) => {
    if (requireBoolean(before.apply(a, b), call)) return -1;
    return requireBoolean(before.apply(b, a), call) ? 1 : 0;
  });
}

function toObject(items: readonly Value[], [key, value]: readonly Lambda[], call: FunctionCall): Value {
  const pairs = items.map(
    (item) => [key?.apply(item) ?? null, value === undefined ? item : value.apply(item)] as const,
  );
  if (pairs.some(([name]) => name instanceof Symbolic)) {
    return new Symbolic(callExpression('createObject', ...pairs.flat().map(toExpression)));
  }
  const result: Record<string, Value> = {};
  for (const [name, item] of pairs) setOwn(result, stringAt([name], 0, call), item);
  return result;
}

/** Keys that differ in case only are one group, named as first seen. */
function groupBy(items: readonly Value[], [key, value]: readonly Lambda[], call: FunctionCall): Value | undefined {
  const result: Record<string, Value[]> = {};
  for (const item of items) {
    const name = key?.apply(item) ?? null;
    if (name instanceof Symbolic) return undefined;
    const group = stringAt([name], 0, call);
    const member = value === undefined ? item : value.apply(item);
    const members = getProperty(result, group);
    if (members === undefined) setOwn(result, group, [member]);
    else members.push(member);
  }
  return result;
}
