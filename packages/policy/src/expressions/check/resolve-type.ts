import { canonicalType } from '../values/keyword-types.ts';
import { ExpressionError, mistake, type TypeRef } from '../syntax.ts';
import { arrayOf, isValueType, named, UNKNOWN, VOID, type NetType } from '../types/net-type.ts';
import { definitionOf, typeKeys, wellKnown } from '../types/type-table.ts';
import { isTypeAllowed } from './allowed.ts';

const NAMESPACES = new Set([
  'System',
  'System.Collections',
  'System.Collections.Generic',
  'System.IO',
  'System.Linq',
  'System.Net',
  'System.Net.Sockets',
  'System.Security',
  'System.Security.Cryptography',
  'System.Security.Cryptography.X509Certificates',
  'System.Text',
  'System.Text.RegularExpressions',
  'System.Globalization',
  'System.Threading',
  'System.Threading.Tasks',
  'System.Diagnostics',
  'System.Reflection',
  'System.Net.Http',
  'System.Xml',
  'System.Xml.Linq',
  'Newtonsoft',
  'Newtonsoft.Json',
  'Newtonsoft.Json.Linq',
]);

export function isNamespaceName(name: string): boolean {
  return NAMESPACES.has(name);
}

/** The key of a type's name in the table, or undefined. */
export function keyOf(name: string, count: number, namespace?: string): string | undefined {
  const canonical = canonicalType(name);
  const nested = namespace === undefined || isNamespaceName(namespace) ? canonical : `${namespace}.${canonical}`;
  const key = count === 0 ? nested : `${nested}\`${count}`;
  return definitionOf(key) === undefined ? undefined : key;
}

/** The type that is written. Refuses what does not exist and what API Management does not allow. */
export function resolveType(reference: TypeRef): NetType {
  const element = elementType(reference);
  const inner = reference.array && reference.elementNullable === true ? nullable(element, reference) : element;
  const ranks = reference.array ? (reference.ranks ?? [1]) : [];
  return [...ranks].reverse().reduce<NetType>((type, rank) => arrayOf(type, rank), inner);
}

function elementType(reference: TypeRef): NetType {
  const { name, args, at } = reference;
  if (name === 'dynamic' || name === 'var') return UNKNOWN;
  if (name === 'void') return VOID;
  const key = keyOf(name, args.length, reference.namespace);
  if (key === undefined) throw unknownType(reference);
  if (!isTypeAllowed(key)) throw new ExpressionError(at, `The type '${name}' is not allowed in policy expressions`);
  const definition = definitionOf(key);
  if (definition === undefined) throw unknownType(reference);
  const resolved = args.map(resolveType);
  for (const [index, argument] of resolved.entries()) checkConstraint(argument, definition, index, reference);
  const type = named(definition, resolved, reference.names);
  return reference.nullable && !reference.array ? nullable(type, reference) : type;
}

function checkConstraint(
  argument: NetType,
  definition: {
    readonly parameters: readonly { readonly constraints: readonly string[]; readonly name: string }[];
    readonly name: string;
  },
  index: number,
  reference: TypeRef,
): void {
  const parameter = definition.parameters[index];
  if (parameter?.constraints.includes('struct') !== true || argument === UNKNOWN || isValueType(argument)) return;
  throw mistake(
    'CS0453',
    reference.args[index]?.at ?? reference.at,
    `The type '${argument.text}' must be a non-nullable value type in order to use it as parameter '${parameter.name}' in the generic type or method '${definition.name}<${parameter.name}>'`,
  );
}

function nullable(type: NetType, { at, markAt = at }: TypeRef): NetType {
  if (type === UNKNOWN) return UNKNOWN;
  if (!isValueType(type))
    throw mistake(
      'CS8370',
      markAt,
      `Feature 'nullable reference types' is not available in C# 7.3. Please use language version 8.0 or greater.`,
    );
  return wellKnown('Nullable`1', type);
}

/** The error of a type that is not there, or that is there with another number of type arguments. */
export function unknownType({ name, args, at, namespace }: TypeRef): ExpressionError {
  const other = typeKeys().find((key) => key === name || key.startsWith(`${name}\``));
  if (other !== undefined && !isTypeAllowed(other))
    return new ExpressionError(at, `The type '${name}' is not allowed in policy expressions`);
  if (other !== undefined && args.length > 0 && !other.includes('`'))
    return mistake('CS0308', at, `The non-generic type '${name}' cannot be used with type arguments`);
  if (other !== undefined) {
    const count = other.split('`')[1] ?? '1';
    return mistake('CS0305', at, `Using the generic type '${name}<T>' requires ${count} type arguments`);
  }
  const list = args.length === 0 ? name : `${name}<${','.repeat(args.length - 1)}>`;
  if (namespace !== undefined)
    return mistake(
      'CS0234',
      at,
      `The type or namespace name '${list}' does not exist in the namespace '${namespace}', or is not allowed in policy expressions`,
    );
  return mistake(
    'CS0246',
    at,
    `The type or namespace name '${list}' could not be found, or is not allowed in policy expressions`,
  );
}
