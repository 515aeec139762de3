import { arrayOf, named, UNKNOWN, VOID, type NetType } from './net-type.ts';
import { definitionOf } from './type-table.ts';
import { parameters, type Member, type Parameter, type TypeDefinition } from './type-definition.ts';

/** Splits at a separator that stands in no bracket. */
export function splitTop(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('<(['.includes(character)) depth += 1;
    else if ('>)]'.includes(character)) depth -= 1;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return text === '' ? [] : [...parts, text.slice(start)];
}

/** Reads a type of the table: `Dictionary<!K,int?>[]`. */
export function typeOf(text: string): NetType {
  const array = /^(.*)\[(,*)\]$/.exec(text);
  if (array !== null) return arrayOf(typeOf(array[1] ?? ''), (array[2] ?? '').length + 1);
  if (text.endsWith('?')) return construct('Nullable', [typeOf(text.slice(0, -1))]);
  if (text.startsWith('!')) return { kind: 'parameter', name: text.slice(1), text: text.slice(1) };
  if (text === 'void') return VOID;
  const open = text.indexOf('<');
  if (open === -1) return construct(text, []);
  return construct(text.slice(0, open), splitTop(text.slice(open + 1, -1), ',').map(typeOf));
}

function construct(name: string, args: readonly NetType[]): NetType {
  const definition = definitionOf(args.length === 0 ? name : `${name}\`${args.length}`);
  return definition === undefined ? UNKNOWN : named(definition, args);
}

/** Reads one member's line. */
export function memberOf(line: string, owner: TypeDefinition): Member {
  if (owner.kind === 'enum') return enumMember(line, owner);
  const isStatic = line.startsWith('static ');
  const rest = isStatic ? line.slice('static '.length) : line;
  const isConstant = rest.startsWith('const ');
  const text = isConstant ? rest.slice('const '.length) : rest;
  const start = { isStatic, isConstant, owner };
  const method = /^([\w.]+)(?:<(.*?)>)?\((.*)\)(.*)$/.exec(text);
  if (method !== null && !/^[\w.]+:/.test(text) && !text.startsWith('this[')) return methodOf(method, start);
  const [, name = '', index, type = '', writable] =
    /^(\w+)(?:\[(.*)\])?:(\S+?)( rw)?$/.exec(text.replaceAll(', ', ',')) ?? [];
  return {
    ...start,
    kind: index === undefined ? 'property' : 'indexer',
    name: index === undefined ? name : 'this[]',
    isWritable: writable !== undefined,
    isExtension: false,
    typeParameters: [],
    parameters: index === undefined ? [] : parametersOf(index),
    type: typeOf(type),
  };
}

type Start = Pick<Member, 'isStatic' | 'isConstant' | 'owner'>;

function methodOf(match: RegExpExecArray, start: Start): Member {
  const [, name = '', generic, list = '', type = ''] = match;
  const isExtension = list.startsWith('this ');
  return {
    ...start,
    kind: name === 'new' ? 'constructor' : 'method',
    name,
    isWritable: false,
    isExtension,
    typeParameters: parameters(generic),
    parameters: parametersOf(isExtension ? list.slice('this '.length) : list),
    type: name === 'new' ? VOID : typeOf(type),
  };
}

function enumMember(line: string, owner: TypeDefinition): Member {
  const [name = ''] = line.split('=');
  return {
    kind: 'property',
    name,
    isStatic: true,
    isConstant: true,
    isWritable: false,
    isExtension: false,
    typeParameters: [],
    parameters: [],
    type: named(owner),
    owner,
  };
}

function parametersOf(text: string): readonly Parameter[] {
  return splitTop(text, ',').map((part) => {
    const [, mode, type = '', name = '', optional] = /^(?:(out|ref|params) )?(.*) (\w+)(=)?$/.exec(part) ?? [];
    return {
      name,
      type: typeOf(type),
      mode: mode === 'out' || mode === 'ref' || mode === 'params' ? mode : 'value',
      isOptional: optional !== undefined,
    };
  });
}
