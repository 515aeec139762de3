import { startOf } from '../parse/expressions.ts';
import { mistake, type Argument, type Expression } from '../syntax.ts';
import { invokeOf } from '../types/inference.ts';
import { membersOf, typeOfFound } from '../types/lookup.ts';
import { implicitConversion } from '../types/conversions.ts';
import { isDelegate, isUnknown, METHOD_GROUP, UNKNOWN, type NetType } from '../types/net-type.ts';
import { wellKnown } from '../types/type-table.ts';
import { checkMemberAllowed } from './allowed.ts';
import { valueOf, type Binder } from './binder.ts';
import { converts } from './implicit.ts';
import { groupOf, typeNamed, type Bound, type MethodGroup } from './bound.ts';
import { checkEngineHas } from './engine-members.ts';
import type { Local } from './locals.ts';
import { resolveOverload, type Arg, type Resolved } from './overloads.ts';
import { resolveType } from './resolve-type.ts';

type Call = Expression & { readonly kind: 'call' };

/** `f(…)`, `a.M(…)`, `nameof(…)`. */
export function bindCall(binder: Binder, expression: Call): Bound {
  const { target, args } = expression;
  if (target.kind === 'name') {
    const local = binder.locals.find(target.name, target.at);
    if (local?.kind === 'function') return callFunction(binder, expression, local);
    if (target.name === 'nameof' && local === undefined) return nameOf(binder, expression);
  }
  const callee = binder.bind(target);
  const group = groupOf(callee);
  if (group !== undefined) return callMethod(binder, expression, group);
  if (isUnknown(callee.type) && typeNamed(callee) === undefined) {
    bindArguments(binder, args);
    return valueOf(expression, UNKNOWN);
  }
  if (isDelegate(callee.type)) return callDelegate(binder, expression, callee.type);
  throw notInvocable(target, callee);
}

function notInvocable(target: Expression, callee: Bound) {
  const name = target.kind === 'member' || target.kind === 'name' ? target.name : undefined;
  if (name === undefined) return mistake('CS0149', startOf(target), 'Method name expected');
  const shown = typeNamed(callee)?.text ?? name;
  return mistake('CS1955', target.at, `Non-invocable member '${shown}' cannot be used like a method.`);
}

/** The argument of `nameof` is looked up, but not read. */
function nameOf(binder: Binder, expression: Call): Bound {
  const [argument] = expression.args;
  if (argument === undefined || expression.args.length !== 1)
    throw mistake('CS0103', expression.target.at, "The name 'nameof' does not exist in the current context");
  const { value } = argument;
  if (value.kind === 'member')
    binder.try(() => {
      nameTarget(binder, value);
    });
  else if (value.kind !== 'type') binder.bind(value);
  if (value.kind !== 'member' && value.kind !== 'name')
    throw mistake('CS8081', startOf(value), 'Expression does not have a name.');
  return valueOf(expression, wellKnown('string'), value.name);
}

function nameTarget(binder: Binder, value: Expression & { readonly kind: 'member' }): void {
  const owner = binder.bind(value.target);
  const type = typeNamed(owner) ?? owner.type;
  if (isUnknown(type) || membersOf(type, value.name).length > 0) return;
  throw mistake('CS0117', value.at, `'${type.text}' does not contain a definition for '${value.name}'`);
}

/** Binds the values of arguments; lambdas wait for the method. */
export function bindArguments(binder: Binder, args: readonly Argument[]): readonly Arg[] {
  return args.map((argument) => {
    const { value, name } = argument;
    const start = {
      at: startOf(value),
      ...(name === undefined ? {} : { name, nameAt: argument.at ?? startOf(value) }),
    };
    if (argument.out === undefined) return { ...start, bound: binder.value(value), mode: 'value' };
    const { declares } = argument;
    if (declares !== undefined) {
      const type = declares.type === undefined ? UNKNOWN : resolveType(declares.type);
      return { ...start, bound: valueOf(value, type), mode: 'out', declares: declares.type === undefined };
    }
    if (argument.out === '_' && binder.locals.find('_', value.at) === undefined)
      return { ...start, bound: valueOf(value, UNKNOWN), mode: 'out', declares: true };
    return { ...start, bound: binder.value(value), mode: 'out' };
  });
}

function callMethod(binder: Binder, expression: Call, group: MethodGroup): Bound {
  const args = bindArguments(binder, expression.args);
  const resolved = resolveOverload(binder, group, args);
  if ('error' in resolved) throw placedError(resolved.error, group);
  checkReceiver(resolved, group, expression);
  checkMemberAllowed(resolved.member.owner.key, group.name, group.at);
  checkEngineHas(resolved.member, group.owner, group.at);
  finish(binder, expression.args, args, resolved);
  const type = isGetType(resolved) ? wellKnown('Type') : resolved.type;
  return valueOf(expression, type);
}

function isGetType({ member }: Resolved): boolean {
  return member.name === 'GetType' && member.parameters.length === 0;
}

/** Errors of a whole call stand at the name of the method. */
function placedError(error: ReturnType<typeof mistake>, group: MethodGroup) {
  const isOfCall = ['CS7036', 'CS0411', 'CS1501', 'CS0311', 'CS0452', 'CS0453', 'CS0305', 'CS0308', 'CS1729'].includes(
    error.code ?? '',
  );
  return isOfCall && error.at !== group.at && error.code !== undefined
    ? mistake(error.code, group.at, error.message.slice(error.code.length + 2))
    : error;
}

function checkReceiver({ member, isExtension }: Resolved, group: MethodGroup, expression: Call): void {
  if (isExtension) return;
  const shown = `${group.owner.text}.${group.name}`;
  if (group.receiver === undefined && !member.isStatic)
    throw mistake(
      'CS0120',
      startOf(expression),
      `An object reference is required for the non-static field, method, or property '${shown}'`,
    );
  if (group.receiver !== undefined && member.isStatic)
    throw mistake(
      'CS0176',
      startOf(expression),
      `Member '${shown}' cannot be accessed with an instance reference; qualify it with a type name instead`,
    );
}

/** Converts the arguments, declares `out` variables, notes in which order the evaluator passes them. */
export function finish(binder: Binder, syntax: readonly Argument[], args: readonly Arg[], resolved: Resolved): void {
  const offset = resolved.isExtension ? 1 : 0;
  for (const [index, arg] of args.entries()) {
    const target = resolved.targets[index + offset];
    if (target === undefined) continue;
    const argument = syntax[index];
    if (arg.mode === 'value') binder.coerce(arg.bound, target.type);
    else if (argument?.declares !== undefined) declareOut(binder, argument, target.type);
  }
  const order = resolved.targets.slice(offset).map(({ index }) => index - offset);
  if (!binder.isTrying && args.some(({ name }) => name !== undefined)) binder.notes.order.set(syntax, order);
}

function declareOut(binder: Binder, argument: Argument, type: NetType): void {
  const declared = argument.declares?.type === undefined ? type : resolveType(argument.declares.type);
  if (!binder.isTrying) binder.notes.variables.set(argument, declared);
  if (argument.out !== undefined && argument.out !== '_')
    binder.locals.declare({ name: argument.out, type: declared, kind: 'local' }, argument.value.at);
}

function callDelegate(binder: Binder, expression: Call, type: NetType): Bound {
  const { parameters, result } = invokeOf(type);
  const args = bindArguments(binder, expression.args);
  if (args.length !== parameters.length)
    throw mistake('CS1593', expression.target.at, `Delegate '${type.text}' does not take ${args.length} arguments`);
  coerceAll(binder, args, parameters);
  return valueOf(expression, result);
}

function coerceAll(binder: Binder, args: readonly Arg[], types: readonly NetType[]): void {
  for (const [index, arg] of args.entries()) {
    const type = types[index] ?? UNKNOWN;
    const { bound } = arg;
    if (bound.type.kind !== 'special' && !converts(binder, bound, type))
      throw mistake(
        'CS1503',
        arg.at,
        `Argument ${index + 1}: cannot convert from '${bound.type.text}' to '${type.text}'`,
      );
    binder.coerce(bound, type);
  }
}

function callFunction(binder: Binder, expression: Call, local: Local): Bound {
  const args = bindArguments(binder, expression.args);
  const parameters = local.parameters ?? [];
  const required = parameters.filter(({ isOptional }) => !isOptional).length;
  if (args.length > parameters.length)
    throw mistake(
      'CS1501',
      expression.target.at,
      `No overload for method '${local.name}' takes ${args.length} arguments`,
    );
  if (args.length < required)
    throw mistake(
      'CS7036',
      expression.target.at,
      `There is no argument given that corresponds to the required parameter '${parameters[args.length]?.name ?? ''}' of '${local.name}'`,
    );
  coerceAll(
    binder,
    args,
    parameters.map(({ type }) => type),
  );
  return valueOf(expression, local.type);
}

/** `a[…]`. */
export function bindIndex(binder: Binder, expression: Expression & { readonly kind: 'index' }): Bound {
  const target = binder.value(expression.target);
  const args = bindArguments(binder, expression.args);
  const { type } = target;
  if (isUnknown(type)) return { ...valueOf(expression, UNKNOWN), isAssignable: true };
  if (type.kind === 'array') {
    if (args.length !== type.rank)
      throw mistake('CS0022', startOf(expression), `Wrong number of indices inside []; expected ${type.rank}`);
    for (const { bound } of args) arrayIndex(binder, bound);
    return { ...valueOf(expression, type.element), isAssignable: true };
  }
  const levels = membersOf(type, 'this[]');
  if (levels.length === 0 || target.type === METHOD_GROUP)
    throw mistake(
      'CS0021',
      startOf(expression),
      `Cannot apply indexing with [] to an expression of type '${type.text}'`,
    );
  const group: MethodGroup = {
    name: 'this[]',
    at: expression.at,
    owner: type,
    receiver: target,
    levels,
    extensions: [],
    typeArguments: undefined,
  };
  const resolved = resolveOverload(binder, group, args);
  if ('error' in resolved) throw placedError(resolved.error, group);
  checkMemberAllowed(resolved.member.owner.key, 'this[]', expression.at);
  finish(binder, expression.args, args, resolved);
  const found = levels.flat().find(({ member }) => member === resolved.member);
  const result = valueOf(expression, found === undefined ? resolved.type : typeOfFound(found));
  return resolved.member.isWritable
    ? { ...result, isAssignable: true }
    : {
        ...result,
        readOnly: ['CS0200', `Property or indexer '${type.text}.this[]' cannot be assigned to -- it is read only`],
      };
}

function arrayIndex(binder: Binder, bound: Bound): void {
  const fits = ['int', 'uint', 'long', 'ulong'].some(
    (name) => implicitConversion(bound.type, wellKnown(name)) !== undefined,
  );
  if (!fits && !isUnknown(bound.type)) binder.coerce(bound, wellKnown('int'));
}
