import { startOf } from '../parse/expressions.ts';
import { mistake, type ArrayItem, type Expression, type Initializer } from '../syntax.ts';
import { membersOf, typeOfFound } from '../types/lookup.ts';
import {
  anonymous,
  arrayOf,
  isDelegate,
  isUnknown,
  isValueType,
  UNKNOWN,
  VOID,
  type NetType,
} from '../types/net-type.ts';
import { elementOf } from '../types/supertypes.ts';
import { implicitConversion } from '../types/conversions.ts';
import { wellKnown } from '../types/type-table.ts';
import { checkMemberAllowed } from './allowed.ts';
import { bestType } from './best-type.ts';
import { valueOf, type Binder } from './binder.ts';
import type { Bound, MethodGroup } from './bound.ts';
import { bindArguments, finish } from './calls.ts';
import { resolveOverload } from './overloads.ts';
import { resolveType } from './resolve-type.ts';

type New = Expression & { readonly kind: 'new' };

/** `new T(…) { … }`. */
export function bindNew(binder: Binder, expression: New): Bound {
  const type = resolveType(expression.type);
  const at = expression.type.at;
  if (type.kind === 'named') checkCreatable(type.definition.kind, type, expression);
  const args = bindArguments(binder, expression.args);
  if (isDelegate(type)) {
    const [only] = args;
    if (only === undefined || args.length !== 1) throw mistake('CS0149', at, 'Method name expected');
    binder.coerce(only.bound, type);
  } else if (!(isValueType(type) && args.length === 0) && !isUnknown(type)) construct(binder, expression, type, args);
  if (expression.initializer !== undefined) bindInitializer(binder, expression.initializer, valueOf(expression, type));
  return valueOf(expression, type);
}

function checkCreatable(kind: string, type: NetType, { at }: New): void {
  if (kind === 'static') throw mistake('CS0712', at, `Cannot create an instance of the static class '${type.text}'`);
  if (kind === 'abstract' || kind === 'interface')
    throw mistake('CS0144', at, `Cannot create an instance of the abstract type or interface '${type.text}'`);
}

function construct(binder: Binder, expression: New, type: NetType, args: ReturnType<typeof bindArguments>): void {
  const at = expression.type.at;
  const [constructors = []] = membersOf(type, 'new');
  const group: MethodGroup = {
    name: 'new',
    at,
    owner: type,
    receiver: undefined,
    levels: [constructors],
    extensions: [],
    typeArguments: undefined,
  };
  const resolved = resolveOverload(binder, group, args);
  if ('error' in resolved) {
    const { error } = resolved;
    throw error.code === 'CS7036' || error.code === 'CS1501'
      ? mistake(
          error.code === 'CS7036' && constructors.length === 1 ? 'CS7036' : 'CS1729',
          at,
          `'${type.text}' does not contain a constructor that takes ${args.length} arguments`,
        )
      : error;
  }
  checkMemberAllowed(resolved.member.owner.key, 'new', at);
  finish(binder, expression.args, args, resolved);
}

function bindInitializer(binder: Binder, { entries }: Initializer, target: Bound): void {
  for (const entry of entries) {
    if (entry.kind === 'item') addItem(binder, target, entry.values);
    else if (entry.kind === 'indexed') indexItem(binder, target, entry.args, entry.value);
    else {
      const type = memberType(target.type, entry.name, entry.at, entry.kind === 'nested');
      if (entry.kind === 'named') binder.convert(entry.value, type);
      else bindInitializer(binder, entry.initializer, { ...target, type });
    }
  }
}

function memberType(type: NetType, name: string, at: number, isNested: boolean): NetType {
  if (isUnknown(type)) return UNKNOWN;
  const [found] = membersOf(type, name).flat();
  if (found === undefined) throw mistake('CS0117', at, `'${type.text}' does not contain a definition for '${name}'`);
  if (!found.member.isWritable && !isNested)
    throw mistake('CS0200', at, `Property or indexer '${type.text}.${name}' cannot be assigned to -- it is read only`);
  return typeOfFound(found);
}

function addItem(binder: Binder, target: Bound, values: readonly Expression[]): void {
  const { type } = target;
  const args = values.map((value) => ({ value }));
  const bound = bindArguments(binder, args);
  if (isUnknown(type)) return;
  const at = startOf(values[0] ?? target.expression);
  if (elementOf(type) === undefined)
    throw mistake(
      'CS1922',
      target.expression.at,
      `Cannot initialize type '${type.text}' with a collection initializer because it does not implement 'System.Collections.IEnumerable'`,
    );
  const levels = membersOf(type, 'Add');
  if (levels.length === 0) throw mistake('CS1061', at, `'${type.text}' does not contain a definition for 'Add'`);
  const resolved = resolveOverload(
    binder,
    { name: 'Add', at, owner: type, receiver: target, levels, extensions: [], typeArguments: undefined },
    bound,
  );
  if ('error' in resolved) throw resolved.error;
  finish(binder, args, bound, resolved);
}

function indexItem(
  binder: Binder,
  target: Bound,
  args: readonly { readonly value: Expression }[],
  value: Expression,
): void {
  const bound = bindArguments(binder, args);
  const levels = membersOf(target.type, 'this[]');
  if (isUnknown(target.type)) {
    binder.value(value);
    return;
  }
  const at = startOf(args[0]?.value ?? value);
  if (levels.length === 0)
    throw mistake('CS0021', at, `Cannot apply indexing with [] to an expression of type '${target.type.text}'`);
  const resolved = resolveOverload(
    binder,
    { name: 'this[]', at, owner: target.type, receiver: target, levels, extensions: [], typeArguments: undefined },
    bound,
  );
  if ('error' in resolved) throw resolved.error;
  finish(binder, args, bound, resolved);
  binder.convert(value, resolved.type);
}

/** `new { A = 1 }`. */
export function bindAnonymous(binder: Binder, expression: Expression & { readonly kind: 'new-anonymous' }): Bound {
  const members = expression.members.map(({ name, value }) => {
    const bound = binder.value(value);
    if (bound.type.kind === 'special' && !isUnknown(bound.type))
      throw mistake(
        'CS0828',
        startOf(value),
        `Cannot assign ${bound.type === VOID ? 'void' : bound.type.text} to anonymous type property`,
      );
    return [name, bound.type] as const;
  });
  return valueOf(expression, anonymous(members));
}

/** `new T[n]`, `new T[] {…}`, `new[] {…}`. */
export function bindNewArray(binder: Binder, expression: Expression & { readonly kind: 'new-array' }): Bound {
  const { element, sizes = [], items, rank } = expression;
  for (const size of sizes) arraySize(binder, binder.value(size));
  if (items === undefined)
    return valueOf(expression, arrayOf(element === undefined ? UNKNOWN : resolveType(element), rank));
  const values = flatItems(items, rank, expression.at).map((item) => binder.value(item));
  const type = element === undefined ? bestType(binder, values) : resolveType(element);
  if (type === undefined) throw mistake('CS0826', expression.at, 'No best type found for implicitly-typed array');
  for (const value of values) binder.coerce(value, type);
  return valueOf(expression, arrayOf(type, rank));
}

function arraySize(binder: Binder, bound: Bound): void {
  const fits = ['int', 'uint', 'long', 'ulong'].some(
    (name) => implicitConversion(bound.type, wellKnown(name)) !== undefined,
  );
  if (!fits) binder.coerce(bound, wellKnown('int'));
}

function flatItems(items: readonly ArrayItem[], rank: number, at: number): readonly Expression[] {
  return items.flatMap((item) => {
    if (item.kind !== 'items') {
      if (rank > 1) throw mistake('CS0846', item.at, 'A nested array initializer is expected');
      return [item];
    }
    if (rank === 1)
      throw mistake(
        'CS0623',
        item.at,
        'Array initializers can only be used in a variable or field initializer. Try using a new expression instead.',
      );
    return flatItems(item.items, rank - 1, at);
  });
}
