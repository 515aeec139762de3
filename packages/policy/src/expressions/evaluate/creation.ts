import type { Expression } from '../syntax.ts';
import { isExceptionType } from '../members/exceptions.ts';
import { elementType } from '../members/linq.ts';
import { staticsOf } from '../members/statics.ts';
import { canonicalType, toToken } from '../members/conversion.ts';
import { defaultOfType } from '../members/collection-members.ts';
import { NetArray, NetDictionary, NetList, NetQueue, NetSet, toIndex } from '../values/collections.ts';
import { JArray, JObject, JProperty } from '../values/json.ts';
import { ExceptionObject, NetException, type Value } from '../values/value.ts';
import { valueText } from '../values/text.ts';
import type { Evaluator } from './evaluator.ts';
import { writeIndex, writeMember } from './members.ts';
import { implicitly, type Scope } from './scope.ts';

type New = Expression & { readonly kind: 'new' };

/** `new Type(arguments) { initialiser }`. */
export function createObject(evaluator: Evaluator, expression: New, scope: Scope): Value {
  const { type } = expression;
  const args = evaluator.arguments(expression.args, scope);
  const created = isExceptionType(type.name) ? exception(type.name, args) : construct(evaluator, expression, args);
  for (const entry of expression.initializer?.entries ?? []) {
    if (entry.kind === 'named') writeMember(created, entry.name, evaluator.evaluate(entry.value, scope));
    else if (entry.kind === 'indexed')
      writeIndex(created, evaluator.arguments(entry.args, scope), evaluator.evaluate(entry.value, scope));
    else
      addItem(
        created,
        entry.values.map((value, index) => implicitly(evaluator.evaluate(value, scope), type.args[index])),
      );
  }
  return created;
}

function exception(type: string, args: readonly Value[]): Value {
  const [message, inner] = args;
  const text = typeof message === 'string' ? message : `Exception of type 'System.${type}' was thrown.`;
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

/** `new T[n]`, `new T[] {…}` and `new[] {…}`. */
export function createArray(
  evaluator: Evaluator,
  expression: Expression & { readonly kind: 'new-array' },
  scope: Scope,
): Value {
  const { element, items, size } = expression;
  if (items !== undefined) {
    const values = items.map((item) => implicitly(evaluator.evaluate(item, scope), element));
    return new NetArray(values, element === undefined ? elementType(values) : canonicalType(element.name));
  }
  const length = size === undefined ? 0 : toIndex(evaluator.evaluate(size, scope));
  if (length < 0) throw new NetException('OverflowException', 'Arithmetic operation resulted in an overflow.');
  const name = element === undefined ? 'object' : canonicalType(element.name);
  return new NetArray(
    Array.from({ length }, () => implicitly(defaultOfType(name === 'byte' ? 'int' : name), element)),
    name,
  );
}
