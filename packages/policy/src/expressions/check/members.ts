import { startOf } from '../parse/expressions.ts';
import type { ExpressionError } from '../syntax.ts';
import { mistake, type Expression } from '../syntax.ts';
import { extensionsOf, membersOf, typeOfFound, type Found } from '../types/lookup.ts';
import { isUnknown, METHOD_GROUP, UNKNOWN, VOID, type NetType } from '../types/net-type.ts';
import { definitionOf, wellKnown } from '../types/type-table.ts';
import { named } from '../types/net-type.ts';
import { checkMemberAllowed, isTypeAllowed } from './allowed.ts';
import { valueOf, type Binder } from './binder.ts';
import { typeNamed, type Bound } from './bound.ts';
import { memberConstant } from './constants.ts';
import { checkEngineHas } from './engine-members.ts';
import { isNamespaceName, keyOf, resolveType, unknownType } from './resolve-type.ts';

type Name = Expression & { readonly kind: 'name' };
type Member = Expression & { readonly kind: 'member' };

/** A name that stands alone: a local, `context`, or a type. */
export function bindName(binder: Binder, expression: Name): Bound {
  const { name, at, typeArgs } = expression;
  const local = binder.locals.find(name, at);
  if (local !== undefined) {
    if (local.kind === 'function') return { expression, type: METHOD_GROUP };
    const bound = valueOf(expression, local.type, local.constant);
    const reason = readOnlyReason(local.kind, name);
    return reason === undefined ? { ...bound, isAssignable: true } : { ...bound, readOnly: reason };
  }
  if (name === 'context')
    return {
      ...valueOf(expression, wellKnown('IContext')),
      readOnly: ['CS0200', "'context' cannot be assigned to -- it is read only"],
    };
  if (keyOf(name, typeArgs.length) !== undefined)
    return {
      expression,
      type: UNKNOWN,
      names: resolveType({ name, args: typeArgs, array: false, nullable: false, at }),
    };
  if (isKnownGeneric(name)) throw unknownType({ name, args: typeArgs, array: false, nullable: false, at });
  throw mistake(
    'CS0103',
    at,
    `The name '${name}' does not exist in the current context${isOutside(name) ? ': the type is not allowed in policy expressions' : ''}`,
  );
}

function isKnownGeneric(name: string): boolean {
  return [1, 2, 3].some((count) => keyOf(name, count) !== undefined);
}

/** Names of .NET that people try. */
function isOutside(name: string): boolean {
  return /^(?:Environment|File|Console|Process|Thread|Task|Assembly|Activator|Type|GC|CultureInfo|HttpClient|JsonSerializer|Directory|Path)$/.test(
    name,
  );
}

function readOnlyReason(kind: string, name: string): readonly [string, string] | undefined {
  if (kind === 'foreach') return ['CS1656', `Cannot assign to '${name}' because it is a 'foreach iteration variable'`];
  if (kind === 'using') return ['CS1656', `Cannot assign to '${name}' because it is a 'using variable'`];
  if (kind === 'constant')
    return ['CS0131', 'The left-hand side of an assignment must be a variable, property or indexer'];
  if (kind === 'range') return ['CS1947', `Range variable '${name}' cannot be assigned to -- it is read only`];
  return undefined;
}

/** `target.name`. */
export function bindMember(binder: Binder, expression: Member): Bound {
  const path = namespacePath(binder, expression.target);
  if (path !== undefined) return inNamespace(expression, path);
  const target = binder.bind(expression.target);
  const type = typeNamed(target);
  if (type !== undefined) return staticMember(expression, type);
  return instanceMember(expression, target);
}

/** `System.Text` where it is no value. */
function namespacePath(binder: Binder, expression: Expression): string | undefined {
  if (expression.kind === 'name') {
    const isNamespace =
      isNamespaceName(expression.name) && binder.locals.find(expression.name, expression.at) === undefined;
    return isNamespace ? expression.name : undefined;
  }
  if (expression.kind !== 'member') return undefined;
  const before = namespacePath(binder, expression.target);
  const path = before === undefined ? undefined : `${before}.${expression.name}`;
  return path !== undefined && isNamespaceName(path) ? path : undefined;
}

function inNamespace(expression: Member, namespace: string): Bound {
  const { name, typeArgs, at } = expression;
  const reference = { name, args: typeArgs, array: false, nullable: false, at, namespace };
  return { expression, type: UNKNOWN, names: resolveType(reference) };
}

function staticMember(expression: Member, type: NetType): Bound {
  const { name, at } = expression;
  const levels = membersOf(type, name);
  const [first] = levels.flat();
  if (first === undefined) {
    const nested = type.kind === 'named' ? definitionOf(`${type.definition.key}.${name}`) : undefined;
    if (nested !== undefined && isTypeAllowed(nested.key)) return { expression, type: UNKNOWN, names: named(nested) };
    throw mistake('CS0117', at, `'${type.text}' does not contain a definition for '${name}'`);
  }
  if (first.member.kind === 'method') return methodGroup(expression, type, undefined, levels);
  if (!first.member.isStatic)
    throw mistake(
      'CS0120',
      startOf(expression),
      `An object reference is required for the non-static field, method, or property '${type.text}.${name}'`,
    );
  return property(expression, type, first);
}

function instanceMember(expression: Member, target: Bound): Bound {
  const { name, at } = expression;
  const { type } = target;
  if (isUnknown(type) && type.kind === 'special') {
    for (const argument of expression.typeArgs) resolveType(argument);
    return valueOf(expression, UNKNOWN);
  }
  if (type.kind === 'special') throw noMembers(target, expression);
  if (type.kind === 'named' && !isTypeAllowed(type.definition.key)) checkMemberAllowed(type.definition.key, name, at);
  const special = memberOfShape(type, name);
  if (special !== undefined)
    return {
      ...valueOf(expression, special),
      ...(type.kind === 'anonymous' ? readOnly(type, name) : { isAssignable: true }),
    };
  const levels = membersOf(type, name);
  const extensions = extensionsOf(name);
  const [first] = levels.flat();
  if (first === undefined && extensions.length === 0)
    throw mistake(
      'CS1061',
      at,
      `'${type.text}' does not contain a definition for '${name}' and no accessible extension method '${name}' accepting a first argument of type '${type.text}' could be found`,
    );
  if (first === undefined || first.member.kind === 'method') return methodGroup(expression, type, target, levels);
  if (first.member.isStatic)
    throw mistake(
      'CS0176',
      startOf(expression),
      `Member '${type.text}.${name}' cannot be accessed with an instance reference; qualify it with a type name instead`,
    );
  return property(expression, type, first);
}

function noMembers({ type }: Bound, expression: Member): ExpressionError {
  if (type === VOID)
    return mistake('CS0023', startOf(expression), "Operator '.' cannot be applied to operand of type 'void'");
  if (type === METHOD_GROUP) {
    const shown =
      expression.target.kind === 'member' || expression.target.kind === 'name' ? expression.target.name : '';
    return mistake('CS0119', expression.target.at, `'${shown}' is a method, which is not valid in the given context`);
  }
  return mistake('CS0023', startOf(expression), `Operator '.' cannot be applied to operand of type '${type.text}'`);
}

/** A member of an anonymous type, or an element of a tuple by its name. */
function memberOfShape(type: NetType, name: string): NetType | undefined {
  if (type.kind === 'anonymous') return type.members.find(([each]) => each === name)?.[1];
  if (type.kind !== 'named' || type.names === undefined) return undefined;
  const index = type.names.indexOf(name);
  return index === -1 ? undefined : type.args[index];
}

function readOnly(type: NetType, name: string): Pick<Bound, 'readOnly'> {
  return {
    readOnly: ['CS0200', `Property or indexer '${type.text}.${name}' cannot be assigned to -- it is read only`],
  };
}

function property(expression: Member, type: NetType, found: Found): Bound {
  const { name, at } = expression;
  const { member } = found;
  checkMemberAllowed(member.owner.key, name, at);
  checkEngineHas(member, type, at);
  const bound = valueOf(expression, typeOfFound(found), member.isConstant ? memberConstant(member) : undefined);
  return member.isWritable ? { ...bound, isAssignable: true } : { ...bound, ...readOnly(type, name) };
}

function methodGroup(
  expression: Member,
  owner: NetType,
  receiver: Bound | undefined,
  levels: readonly (readonly Found[])[],
): Bound {
  const { name, at, typeArgs } = expression;
  const methods = levels.map((level) => level.filter(({ member }) => member.kind === 'method'));
  const typeArguments = typeArgs.length === 0 ? undefined : typeArgs.map(resolveType);
  const extensions = receiver === undefined ? [] : extensionsOf(name);
  return {
    expression,
    type: METHOD_GROUP,
    names: { name, at, owner, receiver, levels: methods, extensions, typeArguments },
  };
}
