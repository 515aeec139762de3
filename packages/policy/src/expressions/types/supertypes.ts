import { isReferenceType, isSame, nullableOf, substitute, type NamedType, type NetType } from './net-type.ts';
import { wellKnown } from './type-table.ts';

/** The type arguments of a constructed type by the names of its parameters. */
export function argumentsOf(type: NetType): ReadonlyMap<string, NetType> {
  if (type.kind !== 'named') return new Map();
  return new Map(
    type.definition.parameters.flatMap(({ name }, index) => {
      const argument = type.args[index];
      return argument === undefined ? [] : [[name, argument] as const];
    }),
  );
}

/** The class above, `object` at last. */
export function baseOf(type: NetType): NetType | undefined {
  if (type.kind === 'array') return wellKnown('Array');
  if (type.kind === 'anonymous') return wellKnown('object');
  if (type.kind !== 'named' || type.definition.key === 'object') return undefined;
  const { base } = type.definition;
  return base === undefined ? wellKnown('object') : substitute(base, argumentsOf(type));
}

/** The type itself and all classes above it. */
export function classesOf(type: NetType): readonly NetType[] {
  const list: NetType[] = [];
  for (let current: NetType | undefined = type; current !== undefined; current = baseOf(current)) list.push(current);
  return list;
}

const ARRAY_INTERFACES = ['IList`1', 'ICollection`1', 'IEnumerable`1', 'IReadOnlyList`1', 'IReadOnlyCollection`1'];

/** All interfaces that the type implements; an interface counts itself. */
export function interfacesOf(type: NetType): readonly NetType[] {
  if (type.kind === 'array') {
    const own = type.rank === 1 ? ARRAY_INTERFACES.map((key) => wellKnown(key, type.element)) : [];
    return [...own, wellKnown('IList'), wellKnown('ICollection'), wellKnown('IEnumerable')];
  }
  if (type.kind !== 'named') return [];
  const own = type.definition.interfaces.map((each) => substitute(each, argumentsOf(type)));
  return type.definition.kind === 'interface' ? [type, ...own] : own;
}

/** How `type` looks as the generic type `key`: of `int[]` as `IEnumerable`1` it is `IEnumerable<int>`. */
export function viewAs(type: NetType, key: string): readonly NamedType[] {
  const all = [...classesOf(type), ...interfacesOf(type)];
  const found = all.filter((each): each is NamedType => each.kind === 'named' && each.definition.key === key);
  return found.filter((each, index) => found.findIndex((other) => isSame(other, each)) === index);
}

/** What `foreach` over the type gives, or undefined where it cannot be walked. */
export function elementOf(type: NetType): NetType | undefined {
  if (type.kind === 'array') return type.element;
  const [generic] = viewAs(type, 'IEnumerable`1');
  if (generic?.args[0] !== undefined) return generic.args[0];
  if (viewAs(type, 'IEnumerable').length > 0) return wellKnown('object');
  return undefined;
}

/** Identity, reference or boxing conversion without any change of the value. */
export function isSubtype(from: NetType, to: NetType): boolean {
  if (isSame(from, to)) return true;
  if (to.kind === 'named' && to.definition.key === 'object') return from.kind !== 'special';
  if (to.kind === 'named' && to.definition.key === 'ValueType') return !isReferenceType(from);
  const inner = nullableOf(from);
  if (inner !== undefined) return to.kind === 'named' && to.definition.kind === 'interface' && isSubtype(inner, to);
  if (from.kind === 'array' && to.kind === 'array')
    return (
      from.rank === to.rank &&
      isReferenceType(from.element) &&
      isReferenceType(to.element) &&
      isSubtype(from.element, to.element)
    );
  if (to.kind !== 'named') return false;
  if (isVariantOf(from, to)) return true;
  if (from.kind === 'named' && from.definition.kind === 'enum' && to.definition.key === 'Enum') return true;
  return [...classesOf(from).slice(1), ...interfacesOf(from)].some((each) => isSame(each, to) || isVariantOf(each, to));
}

/** `IEnumerable<string>` is an `IEnumerable<object>`. */
function isVariantOf(from: NetType, to: NamedType): boolean {
  if (from.kind !== 'named' || from.definition !== to.definition || to.args.length === 0) return false;
  return to.definition.parameters.every(({ variance }, index) => {
    const [source, target] = [from.args[index], to.args[index]];
    if (source === undefined || target === undefined) return false;
    if (isSame(source, target)) return true;
    if (variance === '' || !isReferenceType(source) || !isReferenceType(target)) return false;
    return variance === 'out' ? isSubtype(source, target) : isSubtype(target, source);
  });
}
