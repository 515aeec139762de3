import type { CatchClause, Statement } from '../syntax.ts';
import { isExceptionOf } from '../members/exceptions.ts';
import { iterate } from '../values/collections.ts';
import { ExceptionObject, Lambda, NetException, type Value } from '../values/value.ts';
import { castValue } from '../members/conversion.ts';
import type { Evaluator } from './evaluator.ts';
import { Scope } from './scope.ts';
import { assignParts } from './deconstruct.ts';
import { dispose } from './dispose.ts';

/** How a statement ended, undefined where the next one follows. */
export type Completion =
  | { readonly kind: 'return'; readonly value: Value }
  | { readonly kind: 'break' | 'continue' }
  | { readonly kind: 'goto'; readonly value: Value | typeof DEFAULT }
  | undefined;

/** `goto default`. */
const DEFAULT = Symbol('default');

/** The exception that a bare `throw;` raises again. */
const CAUGHT = '<caught>';

/** Runs one statement in `scope`. */
export function runStatement(evaluator: Evaluator, statement: Statement, scope: Scope): Completion {
  switch (statement.kind) {
    case 'block':
      return runAll(evaluator, statement.statements, new Scope(scope));
    case 'declare':
      for (const { name, value } of statement.variables)
        scope.declare(name, value === undefined ? null : evaluator.evaluate(value, scope));
      return undefined;
    case 'expression':
      evaluator.evaluate(statement.expression, scope);
      return undefined;
    case 'if':
      if (evaluator.test(statement.condition, scope)) return evaluator.execute(statement.then, scope);
      return statement.otherwise === undefined ? undefined : evaluator.execute(statement.otherwise, scope);
    case 'for':
      return runFor(evaluator, statement, new Scope(scope));
    case 'foreach':
      return runForEach(evaluator, statement, scope);
    case 'while':
      return runWhile(evaluator, statement, scope);
    case 'switch':
      return runSwitch(evaluator, statement, new Scope(scope));
    case 'return':
      return {
        kind: 'return',
        value: statement.value === undefined ? null : evaluator.evaluate(statement.value, scope),
      };
    case 'throw':
      throw evaluator.thrown(
        statement.value === undefined ? scope.get(CAUGHT) : evaluator.evaluate(statement.value, scope),
      );
    case 'break':
    case 'continue':
      return { kind: statement.kind };
    case 'try':
      return runTry(evaluator, statement, scope);
    case 'goto':
      return {
        kind: 'goto',
        value: statement.value === undefined ? DEFAULT : evaluator.evaluate(statement.value, scope),
      };
    case 'overflow':
      return evaluator.execute(statement.body, scope);
    case 'using':
      return runUsing(evaluator, statement, new Scope(scope));
    case 'function':
    case 'empty':
      return undefined;
  }
}

function runAll(evaluator: Evaluator, statements: readonly Statement[], scope: Scope): Completion {
  for (const statement of statements) if (statement.kind === 'function') declareFunction(evaluator, statement, scope);
  for (const statement of statements) {
    const completion = evaluator.execute(statement, scope);
    if (completion !== undefined) return completion;
  }
  return undefined;
}

function declareFunction(evaluator: Evaluator, node: Statement & { readonly kind: 'function' }, scope: Scope): void {
  const { parameters, body } = node;
  scope.declare(
    node.name,
    new Lambda(parameters.length, (args) => evaluator.invoke(parameters, body, args, new Scope(scope))),
  );
}

/** Disposes of the resource however the body ends. */
function runUsing(evaluator: Evaluator, node: Statement & { readonly kind: 'using' }, scope: Scope): Completion {
  const { resource } = node;
  let value: Value = null;
  if (resource.kind === 'expression') value = evaluator.evaluate(resource.expression, scope);
  else if (resource.kind === 'declare') {
    evaluator.execute(resource, scope);
    value = scope.get(resource.variables[0]?.name ?? '');
  }
  try {
    return evaluator.execute(node.body, scope);
  } finally {
    dispose(value);
  }
}

/** Runs a loop's body; `leave` says whether the loop is over, and how. */
function runBody(
  evaluator: Evaluator,
  body: Statement,
  scope: Scope,
): { readonly leave: boolean; readonly completion: Completion } {
  const completion = evaluator.execute(body, new Scope(scope));
  if (completion?.kind === 'return' || completion?.kind === 'goto') return { leave: true, completion };
  return { leave: completion?.kind === 'break', completion: undefined };
}

function runFor(evaluator: Evaluator, loop: Statement & { readonly kind: 'for' }, scope: Scope): Completion {
  for (const statement of loop.initial) evaluator.execute(statement, scope);
  while (loop.condition === undefined || evaluator.test(loop.condition, scope)) {
    const { leave, completion } = runBody(evaluator, loop.body, scope);
    if (leave) return completion;
    for (const update of loop.update) evaluator.evaluate(update, scope);
  }
  return undefined;
}

function runForEach(evaluator: Evaluator, loop: Statement & { readonly kind: 'foreach' }, scope: Scope): Completion {
  for (const item of iterate(evaluator.evaluate(loop.source, scope))) {
    const inner = new Scope(scope);
    if (loop.target?.kind === 'tuple') assignParts(evaluator, loop.target, item, inner);
    else inner.declare(loop.name, loop.type === undefined ? item : castValue(item, loop.type));
    const { leave, completion } = runBody(evaluator, loop.body, inner);
    if (leave) return completion;
  }
  return undefined;
}

function runWhile(evaluator: Evaluator, loop: Statement & { readonly kind: 'while' }, scope: Scope): Completion {
  if (loop.testFirst && !evaluator.test(loop.condition, scope)) return undefined;
  do {
    const { leave, completion } = runBody(evaluator, loop.body, scope);
    if (leave) return completion;
  } while (evaluator.test(loop.condition, scope));
  return undefined;
}

type Switch = Statement & { readonly kind: 'switch' };

function runSwitch(evaluator: Evaluator, statement: Switch, scope: Scope): Completion {
  let completion: Completion = { kind: 'goto', value: evaluator.evaluate(statement.value, scope) };
  while (completion?.kind === 'goto') {
    const section = sectionFor(evaluator, statement, completion.value, scope);
    completion = section === undefined ? undefined : runAll(evaluator, section.body, new Scope(scope));
  }
  return completion?.kind === 'break' ? undefined : completion;
}

function sectionFor(
  evaluator: Evaluator,
  { sections }: Switch,
  value: Value | typeof DEFAULT,
  scope: Scope,
): Switch['sections'][number] | undefined {
  const otherwise = sections.find(({ labels }) => labels.some(({ pattern }) => pattern === undefined));
  if (value === DEFAULT) return otherwise;
  const matched = sections.find(({ labels }) =>
    labels.some(
      ({ pattern, when }) =>
        pattern !== undefined &&
        evaluator.matches(value, pattern, scope) &&
        (when === undefined || evaluator.test(when, scope)),
    ),
  );
  return matched ?? otherwise;
}

function runTry(evaluator: Evaluator, statement: Statement & { readonly kind: 'try' }, scope: Scope): Completion {
  let completion: Completion;
  try {
    completion = evaluator.execute(statement.body, scope);
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    completion = runCatch(evaluator, statement.catches, error, scope);
  } finally {
    if (statement.finallyBody !== undefined) evaluator.execute(statement.finallyBody, scope);
  }
  return completion;
}

function runCatch(
  evaluator: Evaluator,
  catches: readonly CatchClause[],
  error: NetException,
  scope: Scope,
): Completion {
  for (const clause of catches) {
    if (clause.type !== undefined && !isExceptionOf(error.netType, clause.type.name)) continue;
    const inner = new Scope(scope);
    inner.declare(CAUGHT, new ExceptionObject(error));
    if (clause.name !== undefined) inner.declare(clause.name, new ExceptionObject(error));
    if (clause.filter !== undefined && !evaluator.test(clause.filter, inner)) continue;
    return evaluator.execute(clause.body, inner);
  }
  throw error;
}
