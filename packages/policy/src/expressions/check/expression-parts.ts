import type { ArrayItem, Expression } from '../syntax.ts';

/** The parts of an expression that are simply read from left to right; none of one whose order is its own. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'member':
      return [node.target];
    case 'parenthesized':
    case 'overflow':
      return [node.inner];
    case 'increment':
    case 'cast':
    case 'as':
      return [node.operand];
    case 'new-anonymous':
      return node.members.map(({ value }) => value);
    case 'new-array':
      return [...(node.sizes ?? []), ...flat(node.items ?? [])];
    case 'tuple':
      return node.items.map(({ value }) => value);
    case 'interpolated':
      return node.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.value]));
    case 'assign':
    case 'binary':
    case 'bound':
    case 'call':
    case 'conditional-access':
    case 'declaration':
    case 'default':
    case 'index':
    case 'is':
    case 'lambda':
    case 'literal':
    case 'name':
    case 'new':
    case 'ternary':
    case 'throw':
    case 'type':
    case 'typeof':
    case 'unary':
      return [];
  }
}

function flat(items: readonly ArrayItem[]): readonly Expression[] {
  return items.flatMap((item) => (item.kind === 'items' ? flat(item.items) : [item]));
}
