import { ExpressionError } from '../syntax.ts';
import type { NetType } from '../types/net-type.ts';
import type { Member } from '../types/type-definition.ts';
import { ENUMS } from '../members/enums.ts';
import { allMemberNames } from '../members/registry.ts';
import { staticsOf } from '../members/statics.ts';

/** Refuses by name what API Management allows and this engine cannot execute. */
export function checkEngineHas(member: Member, owner: NetType, at: number): void {
  if (hasMember(member)) return;
  const shown = `${owner.text}.${member.name}`;
  throw new ExpressionError(at, `'${shown}' is not supported by this engine`, true);
}

function hasMember(member: Member): boolean {
  const { name, owner } = member;
  if (!member.isStatic || member.isExtension) return allMemberNames().has(name);
  if (owner.kind === 'enum') return Object.hasOwn(ENUMS[owner.key] ?? {}, name);
  const table = staticsOf(owner.name);
  return Object.hasOwn(table?.methods ?? {}, name) || Object.hasOwn(table?.properties ?? {}, name);
}
