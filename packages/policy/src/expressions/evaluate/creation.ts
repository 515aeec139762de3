import type { Expression } from '../syntax.ts';
import { isExceptionType } from '../members/exceptions.ts';
import { staticsOf } from '../members/statics.ts';
import { toToken } from '../members/to-token.ts';
import { NetArray, NetDictionary, NetList, NetQueue, NetSet, RecordObject, toIndex } from '../values/collections.ts';
import { JArray, JObject, JProperty } from '../values/json.ts';
import { ExceptionObject, Lambda, NetException, type Value } from '../values/value.ts';
import { valueText } from '../values/text.ts';
import { MAX_ELEMENTS, outOfMemory } from '../members/invocation.ts';
import type { Evaluator } from './evaluator.ts';
import { readMember, writeIndex, writeMember } from './members.ts';
import type { Scope } from './scope.ts';
import { convertImplicitly, defaultOfNetType } from './convert.ts';
import type { Argument, ArrayItem, Initializer } from '../syntax.ts';
import { UNKNOWN, type NetType } from '../types/net-type.ts';

type New = Expression & { readonly kind: 'new' };

/** `new Type(arguments) { initialiser }`. */
export function createObject(evaluator: Evaluator, expression: New, scope: Scope): Value {
  const { type } = expression;
  const args = evaluator.arguments(expression.args, scope);
  const [only] = args;
  if (only instanceof Lambda) return only;
  if (args.length === 0 && isPlainValue(evaluator.typeOf(expression)))
    return defaultOfNetType(evaluator.typeOf(expression) ?? UNKNOWN);
  const created = isExceptionType(type.name) ? exception(type.name, args) : construct(evaluator, expression, args);
  if (expression.initializer !== undefined) initialize(evaluator, created, expression.initializer, scope);
  return created;
}

function initialize(evaluator: Evaluator, target: Value, { entries }: Initializer, scope: Scope): void {
  for (const entry of entries) {
    if (entry.kind === 'named') writeMember(target, entry.name, evaluator.evaluate(entry.value, scope));
    else if (entry.kind === 'nested')
      initialize(evaluator, readMember(evaluator, { value: target }, entry.name), entry.initializer, scope);
    else if (entry.kind === 'indexed')
      writeIndex(target, evaluator.arguments(entry.args, scope), evaluator.evaluate(entry.value, scope));
    else
      addItem(
        target,
        entry.values.map((value) => evaluator.evaluate(value, scope)),
      );
  }
}

const DEFAULT_MESSAGES: Readonly<Record<string, string>> = {
  ArgumentNullException: 'Value cannot be null.',
  ArgumentOutOfRangeException: 'Specified argument was out of the range of valid values.',
  ArgumentException: 'Value does not fall within the expected range.',
  FormatException: 'One of the identified items was in an invalid format.',
  InvalidOperationException: 'Operation is not valid due to the current state of the object.',
  InvalidCastException: 'Specified cast is not valid.',
  NotSupportedException: 'Specified method is not supported.',
  NotImplementedException: 'The method or operation is not implemented.',
  NullReferenceException: 'Object reference not set to an instance of an object.',
  IndexOutOfRangeException: 'Index was outside the bounds of the array.',
  DivideByZeroException: 'Attempted to divide by zero.',
  OverflowException: 'Arithmetic operation resulted in an overflow.',
  TimeoutException: 'The operation has timed out.',
  KeyNotFoundException: 'The given key was not present in the dictionary.',
};

/** `new int()`, `new DateTime()`, `new KeyValuePair<string, int>()`. */
function isPlainValue(type: NetType | undefined): boolean {
  return type?.kind === 'named' && type.definition.kind === 'struct';
}

function exception(type: string, args: readonly Value[]): Value {
  const [first, second] = args;
  const isNamed = type === 'ArgumentNullException' || type === 'ArgumentOutOfRangeException';
  // Of these two the name of the parameter comes first; of ArgumentException it comes second.
  const [message, parameter] = isNamed ? [second, first] : [first, type === 'ArgumentException' ? second : undefined];
  const start =
    typeof message === 'string'
      ? message
      : (DEFAULT_MESSAGES[type] ?? `Exception of type 'System.${type}' was thrown.`);
  const text = typeof parameter === 'string' ? `${start} (Parameter '${parameter}')` : start;
  const inner = args.find((each) => each instanceof ExceptionObject);
  return new ExceptionObject(
    new NetException(type, text, inner instanceof ExceptionObject ? inner.exception : undefined),
  );
}

function construct(evaluator: Evaluator, expression: New, args: readonly Value[]): Value {
  const { type } = expression;
  const constructor = staticsOf(type.name)?.construct;
  if (constructor === undefined) throw new NetException('RuntimeBinderException', `'${type.name}' cannot be created`);
  return constructor({ args, typeArgs: type.args, named: new Map(), out: () => undefined, runtime: evaluator.runtime });
}

/** A collection initialiser calls Add. */
function addItem(target: Value, values: readonly Value[]): void {
  const [first = null, second = null] = values;
  if (target instanceof NetDictionary) {
    if (target.has(first))
      throw new NetException(
        'ArgumentException',
        `An item with the same key has already been added. Key: ${valueText(first)}`,
      );
    target.set(first, second);
  } else if (target instanceof NetList) target.values.push(first);
  else if (target instanceof NetSet) target.add(first);
  else if (target instanceof NetQueue) target.values.push(first);
  else if (target instanceof JArray) target.add(toToken(first));
  else if (target instanceof JObject && first instanceof JProperty) target.add(first);
  else if (target instanceof JObject) target.add(new JProperty(valueText(first), toToken(second)));
  else throw new NetException('RuntimeBinderException', 'The type has no Add for a collection initializer');
}

/** `new T[n]`, `new T[n, m]`, `new T[] {…}` and `new[] {…}`. */
export function createArray(
  evaluator: Evaluator,
  expression: Expression & { readonly kind: 'new-array' },
  scope: Scope,
): Value {
  const { items, sizes = [] } = expression;
  const type = evaluator.typeOf(expression);
  const element = type?.kind === 'array' ? type.element : UNKNOWN;
  const lengths = sizes.map((size) => toIndex(evaluator.evaluate(size, scope)));
  if (lengths.some((length) => length < 0))
    throw new NetException('OverflowException', 'Arithmetic operation resulted in an overflow.');
  if (lengths.reduce((product, length) => product * length, 1) > MAX_ELEMENTS) throw outOfMemory();
  const rank = type?.kind === 'array' ? type.rank : 1;
  if (items !== undefined) return filled(evaluator, items, element, rank, scope);
  return empty(lengths, element);
}

/** An array of several dimensions is one of arrays that knows its lengths. */
function empty([length = 0, ...rest]: readonly number[], element: NetType): NetArray {
  const values = Array.from({ length }, (): Value =>
    rest.length > 0 ? empty(rest, element) : defaultOfNetType(element),
  );
  return new NetArray(values, element.text, 1 + rest.length);
}

function filled(
  evaluator: Evaluator,
  items: readonly ArrayItem[],
  element: NetType,
  rank: number,
  scope: Scope,
): NetArray {
  const values = items.map((item) =>
    item.kind === 'items'
      ? filled(evaluator, item.items, element, rank - 1, scope)
      : convertImplicitly(evaluator.evaluate(item, scope), element, evaluator.typeOf(item)),
  );
  return new NetArray(values, element.text, rank);
}

/** A tuple of these values: by `Item1`, `Item2`, … and by the names that it gives them. */
export function createTuple(items: readonly Argument[], values: readonly Value[]): Value {
  const named = values.flatMap((value, index) => tupleNames(items[index], index).map((name) => [name, value] as const));
  return new RecordObject('tuple', new Map(named));
}

function tupleNames(argument: Argument | undefined, index: number): readonly string[] {
  const item = `Item${index + 1}`;
  return argument?.name === undefined ? [item] : [item, argument.name];
}
