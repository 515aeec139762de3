import type { Expression, Statement } from './syntax.ts';

/** Whether control can reach the end of the statement (C#'s reachability; of constant conditions only `true` counts). */
export function canComplete(node: Statement): boolean {
  if (node.kind === 'block') return completes(node.statements);
  if (
    node.kind === 'return' ||
    node.kind === 'throw' ||
    node.kind === 'break' ||
    node.kind === 'continue' ||
    node.kind === 'goto'
  )
    return false;
  if (node.kind === 'using' || node.kind === 'overflow') return canComplete(node.body);
  if (node.kind === 'if') return canComplete(node.then) || node.otherwise === undefined || canComplete(node.otherwise);
  if (
    node.kind === 'while' &&
    !node.testFirst &&
    !canComplete(node.body) &&
    !hasBreak(node.body) &&
    !hasContinue(node.body)
  )
    return false;
  if (node.kind === 'while') return !isTrue(node.condition) || hasBreak(node.body);
  if (node.kind === 'for') return (node.condition !== undefined && !isTrue(node.condition)) || hasBreak(node.body);
  if (node.kind === 'switch') {
    const isOpen = !node.sections.some(({ labels }) => labels.some((label) => label.pattern === undefined));
    return isOpen || node.sections.some(({ body }) => body.some(hasBreak));
  }
  if (node.kind !== 'try') return true;
  if (node.finallyBody !== undefined && !canComplete(node.finallyBody)) return false;
  return canComplete(node.body) || node.catches.some((clause) => canComplete(clause.body));
}

/** Whether control can reach the end of a list of statements. */
export function completes(statements: readonly Statement[]): boolean {
  return statements.every(canComplete);
}

function isTrue(condition: Expression): boolean {
  return condition.kind === 'literal' && condition.value === true;
}

/** Whether a `break` of this very loop or switch stands in the statement. */
function hasBreak(node: Statement): boolean {
  if (node.kind === 'break') return true;
  if (node.kind === 'block') return node.statements.some(hasBreak);
  if (node.kind === 'if') return hasBreak(node.then) || (node.otherwise !== undefined && hasBreak(node.otherwise));
  if (node.kind === 'using' || node.kind === 'overflow') return hasBreak(node.body);
  if (node.kind === 'try') return hasBreak(node.body) || node.catches.some((clause) => hasBreak(clause.body));
  return false;
}

/** Whether a `continue` of this very loop stands in the statement. */
function hasContinue(node: Statement): boolean {
  if (node.kind === 'continue') return true;
  if (node.kind === 'block') return node.statements.some(hasContinue);
  if (node.kind === 'if')
    return hasContinue(node.then) || (node.otherwise !== undefined && hasContinue(node.otherwise));
  if (node.kind === 'using' || node.kind === 'overflow') return hasContinue(node.body);
  if (node.kind === 'switch') return node.sections.some(({ body }) => body.some(hasContinue));
  if (node.kind === 'try') return hasContinue(node.body) || node.catches.some((clause) => hasContinue(clause.body));
  return false;
}
