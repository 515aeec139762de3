import { substitute, type NetType } from './net-type.ts';
import { argumentsOf, classesOf, interfacesOf } from './supertypes.ts';
import type { Member } from './type-definition.ts';
import { definitionOf, wellKnown } from './type-table.ts';

/** A member as one constructed type has it: `Add(int)` of `List<int>`. */
export interface Found {
  readonly member: Member;
  /** Types for the type parameters of the owner. */
  readonly map: ReadonlyMap<string, NetType>;
}

/** The members of that name, those of the most special type first; an interface has those of `object` too. */
export function membersOf(type: NetType, name: string): readonly (readonly Found[])[] {
  const isInterface = type.kind === 'named' && type.definition.kind === 'interface';
  const owners = isInterface ? [...interfacesOf(type), wellKnown('object')] : classesOf(type);
  return owners
    .map((owner) => {
      if (owner.kind !== 'named') return [];
      const map = argumentsOf(owner);
      return owner.definition.members(name).map((member) => ({ member, map }));
    })
    .filter((level) => level.length > 0);
}

/** The type of a member, as its owner has it. */
export function typeOfFound({ member, map }: Found): NetType {
  return substitute(member.type, map);
}

/** Classes whose extension methods can be called on values. */
const EXTENSIONS = ['PolicyExtensions', 'JsonExtensions', 'XmlExtensions', 'Enumerable', 'RSACertificateExtensions'];

/** Extension methods of that name. */
export function extensionsOf(name: string): readonly Member[] {
  return EXTENSIONS.flatMap((key) => definitionOf(key)?.members(name) ?? []).filter(({ isExtension }) => isExtension);
}
