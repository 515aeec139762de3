import { memberOf, splitTop, typeOf } from './signatures.ts';
import type { NetType } from './net-type.ts';

/** One line of the table of types: a method, constructor, property, field, indexer or operator. */
export interface Member {
  readonly kind: 'method' | 'constructor' | 'property' | 'indexer';
  readonly name: string;
  readonly isStatic: boolean;
  readonly isConstant: boolean;
  readonly isWritable: boolean;
  readonly isExtension: boolean;
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  /** What it returns, or the type of the property. */
  readonly type: NetType;
  readonly owner: TypeDefinition;
}

export interface TypeParameter {
  readonly name: string;
  readonly variance: '' | 'in' | 'out';
  /** `struct`, `class`, and the types of its constraint. */
  readonly constraints: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly type: NetType;
  readonly mode: 'value' | 'out' | 'ref' | 'params';
  readonly isOptional: boolean;
}

/** A type as the table has it. */
export interface TypeEntry {
  readonly kind: 'class' | 'abstract' | 'static' | 'struct' | 'interface' | 'enum' | 'delegate';
  /** Only its name is known: nothing can be done with it but to pass it on. */
  readonly opaque?: boolean;
  readonly parameters?: string;
  readonly base?: string;
  readonly interfaces?: string;
  readonly members?: readonly string[];
}

/** A type of the table; its lines are read when somebody asks. */
export class TypeDefinition {
  /** `List`1`: the name with the number of type parameters. */
  readonly key: string;
  readonly name: string;
  readonly kind: TypeEntry['kind'];
  readonly isOpaque: boolean;
  readonly parameters: readonly TypeParameter[];
  readonly #entry: TypeEntry;
  #members: ReadonlyMap<string, readonly Member[]> | undefined;
  #base: NetType | undefined | null = null;
  #interfaces: readonly NetType[] | undefined;

  constructor(key: string, entry: TypeEntry) {
    this.key = key;
    this.name = key.replace(/`\d+$/, '');
    this.kind = entry.kind;
    this.isOpaque = entry.opaque ?? false;
    this.parameters = parameters(entry.parameters);
    this.#entry = entry;
  }

  get base(): NetType | undefined {
    if (this.#base === null) this.#base = this.#entry.base === undefined ? undefined : typeOf(this.#entry.base);
    return this.#base;
  }

  /** All interfaces, those of interfaces included. */
  get interfaces(): readonly NetType[] {
    this.#interfaces ??= (this.#entry.interfaces ?? '')
      .split(';')
      .filter((text) => text !== '')
      .map(typeOf);
    return this.#interfaces;
  }

  /** The members of that name that the type itself declares. */
  members(name: string): readonly Member[] {
    this.#members ??= this.#read();
    return this.#members.get(name) ?? [];
  }

  memberNames(): readonly string[] {
    this.#members ??= this.#read();
    return [...this.#members.keys()];
  }

  #read(): ReadonlyMap<string, readonly Member[]> {
    const all = new Map<string, Member[]>();
    for (const line of this.#entry.members ?? []) {
      const member = memberOf(line, this);
      all.set(member.name, [...(all.get(member.name) ?? []), member]);
    }
    return all;
  }
}

/** Reads `in T:struct,out U`. */
export function parameters(text: string | undefined): readonly TypeParameter[] {
  if (text === undefined) return [];
  return splitTop(text, ',').map((part) => {
    const [, variance = '', name = '', constraint = ''] = /^(?:(in|out) )?(\w+)(?::(.*))?$/.exec(part) ?? [];
    return {
      name,
      variance: variance === 'in' || variance === 'out' ? variance : '',
      constraints: constraint === '' ? [] : splitTop(constraint, '&'),
    };
  });
}
