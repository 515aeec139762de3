import type { Expression, TypeRef } from '../syntax.ts';
import type { Invocation } from '../members/invocation.ts';
import { findMethod, findProperty } from '../members/registry.ts';
import { staticsOf } from '../members/statics.ts';
import { netTypeName, RecordObject } from '../values/collections.ts';
import { Facade, TypeObject } from '../values/objects.ts';
import { isNumber } from '../values/number.ts';
import { Lambda, NetException, nullReference, type Value } from '../values/value.ts';
import { defaultOfType } from '../members/collection-members.ts';
import { isReferenceType, nullableOf, type NetType } from '../types/net-type.ts';
import type { Evaluator } from './evaluator.ts';
import type { Scope } from './scope.ts';

type Call = Expression & { readonly kind: 'call' };

/** What is called: a static method, a method of a value, or a delegate. */
type Callee =
  | { readonly type: string; readonly name: string }
  | { readonly self: Value; readonly name: string }
  | { readonly value: Value; readonly name: string };

/** Evaluates the arguments and makes the call. */
export function callExpression(evaluator: Evaluator, call: Call, callee: Callee, scope: Scope): Value {
  if ('value' in callee) return callValue(evaluator, call, callee, scope);
  const invocation = prepare(evaluator, call, scope);
  return 'type' in callee
    ? callStatic(callee.type, callee.name, invocation)
    : callMethod(callee.self, callee.name, invocation);
}

function prepare(evaluator: Evaluator, call: Call, scope: Scope): Invocation {
  const read = evaluator.arguments(call.args, scope);
  const order = evaluator.notes.order.get(call.args);
  const values = order === undefined ? read : placed(read, order);
  const named = new Map(
    call.args.flatMap((argument, index) =>
      argument.name === undefined ? [] : [[argument.name, read[index] ?? null] as const],
    ),
  );
  return {
    args: values,
    typeArgs: typeArguments(call),
    named,
    runtime: evaluator.runtime,
    mayBeNull: mayBeNull(evaluator.typeOf(call)),
    out: (index, value) => {
      const argument = call.args[index];
      if (argument?.out === undefined || (argument.out === '_' && !scope.has('_'))) return;
      if (argument.declares === undefined) scope.set(argument.out, value);
      else scope.declare(argument.out, value);
    },
  };
}

/** The arguments in the order of the parameters; what was left out is null. */
function placed(values: readonly Value[], order: readonly number[]): Value[] {
  const list = Array.from({ length: Math.max(...order) + 1 }, (): Value => null);
  for (const [index, position] of order.entries()) list[position] = values[index] ?? null;
  return list;
}

function mayBeNull(type: NetType | undefined): boolean {
  return type !== undefined && (isReferenceType(type) || nullableOf(type) !== undefined);
}

function typeArguments(call: Call): readonly TypeRef[] {
  return call.target.kind === 'member' || call.target.kind === 'name' ? call.target.typeArgs : [];
}

function callValue(
  evaluator: Evaluator,
  call: Call,
  callee: { readonly value: Value; readonly name: string },
  scope: Scope,
): Value {
  if (callee.name === 'nameof' && callee.value === null) return nameOf(call);
  if (callee.value instanceof Lambda) return callee.value.invoke(evaluator.arguments(call.args, scope));
  if (callee.value === null && scope.has(callee.name)) throw nullReference();
  throw new NetException('RuntimeBinderException', `The name '${callee.name}' does not exist in the current context`);
}

function nameOf(call: Call): string {
  const target = call.args[0]?.value;
  return target?.kind === 'member' || target?.kind === 'name' ? target.name : '';
}

function callStatic(type: string, name: string, invocation: Invocation): Value {
  const method = staticsOf(type)?.methods?.[name];
  if (method === undefined)
    throw new NetException('RuntimeBinderException', `'${type}' does not contain a definition for '${name}'`);
  return method(invocation);
}

function callMethod(self: Value, name: string, invocation: Invocation): Value {
  if (self === null) return callOnNull(name, invocation);
  if (self instanceof Facade) {
    const method = self.method(name);
    if (method !== undefined)
      return method(
        invocation.args,
        invocation.typeArgs.map((type) => (type.array ? `${type.name}[]` : type.name)),
        invocation.named,
      );
  }
  if (self instanceof Lambda && name === 'Invoke') return self.invoke(invocation.args);
  if (name === 'GetType' && invocation.args.length === 0) return new TypeObject(netTypeName(self));
  const method = findMethod(self, name);
  if (method !== undefined) return method(self, invocation);
  if (name === 'GetValueOrDefault') return self;
  const delegate = self instanceof RecordObject ? self.members.get(name) : findProperty(self, name)?.(self);
  if (delegate instanceof Lambda) return delegate.invoke(invocation.args);
  throw new NetException(
    'RuntimeBinderException',
    `'${isNumber(self) ? self.type : netTypeName(self)}' does not contain a definition for '${name}'`,
  );
}

/** A nullable without a value answers GetValueOrDefault; AsJwt of nothing is nothing, everything else throws. */
function callOnNull(name: string, invocation: Invocation): Value {
  if (name === 'GetValueOrDefault' && invocation.typeArgs.length === 0 && invocation.args.length < 2)
    return invocation.args[0] ?? defaultOfType('int');
  if (name === 'AsJwt' || name === 'AsBasic') return null;
  throw nullReference();
}
