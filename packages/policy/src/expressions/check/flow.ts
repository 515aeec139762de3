import { mistake, type Statement } from '../syntax.ts';
import { canComplete } from '../reachability.ts';
import { checkAssigned } from './definite-assignment.ts';

export { canComplete };

/** Checks what has to do with the order of execution: jumps that lead nowhere, variables that are read too early. */
export function checkFlow(block: Statement): void {
  checkJumps(block, { loop: false, breakable: false, caught: false });
  checkAssigned(block);
}

interface Place {
  readonly loop: boolean;
  readonly breakable: boolean;
  readonly caught: boolean;
}

function checkJumps(node: Statement, place: Place): void {
  const isMisplaced = (node.kind === 'break' && !place.breakable) || (node.kind === 'continue' && !place.loop);
  if (isMisplaced) throw mistake('CS0139', node.at, 'No enclosing loop out of which to break or continue');
  if (node.kind === 'throw' && node.value === undefined && !place.caught)
    throw mistake('CS0156', node.at, 'A throw statement with no arguments is not allowed outside of a catch clause');
  for (const [child, inner] of childrenOf(node, place)) checkJumps(child, inner);
}

/** The statements inside of a statement, each with where it stands. */
function childrenOf(node: Statement, place: Place): readonly (readonly [Statement, Place])[] {
  const loop = { ...place, loop: true, breakable: true };
  switch (node.kind) {
    case 'block':
      return node.statements.map((each) => [each, place] as const);
    case 'if':
      return [[node.then, place], ...(node.otherwise === undefined ? [] : [[node.otherwise, place] as const])];
    case 'for':
    case 'foreach':
    case 'while':
      return [[node.body, loop]];
    case 'switch':
      return node.sections.flatMap(({ body }) => body.map((each) => [each, { ...place, breakable: true }] as const));
    case 'try':
      return [
        [node.body, place],
        ...node.catches.map(({ body }) => [body, { ...place, caught: true }] as const),
        ...(node.finallyBody === undefined ? [] : [[node.finallyBody, place] as const]),
      ];
    case 'using':
    case 'overflow':
      return [[node.body, place]];
    case 'break':
    case 'continue':
    case 'declare':
    case 'empty':
    case 'expression':
    case 'function':
    case 'goto':
    case 'return':
    case 'throw':
      return [];
  }
}
