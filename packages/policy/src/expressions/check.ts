import { contextMember } from './members/context-names.ts';
import { ENUMS } from './members/enums.ts';
import { allMemberNames } from './members/registry.ts';
import { staticsOf, typeStatus } from './members/statics.ts';
import { canonicalType } from './members/conversion.ts';
import { isNamespace, typeNameOf } from './evaluate/members.ts';
import {
  ExpressionError,
  type Argument,
  type Expression,
  type ExpressionBody,
  type Pattern,
  type Statement,
  type TypeRef,
} from './syntax.ts';
import { Names } from './names.ts';
import { canComplete, completes } from './reachability.ts';

/**
 * Checks what can be known before an expression runs: names exist, types are allowed, static members and members of
 * `context` exist, a block returns on every path. Throws ExpressionError.
 */
export function checkExpression(body: ExpressionBody): void {
  const names = new Names();
  if (body.kind === 'single') {
    visit(body.expression, names);
    return;
  }
  statement(body.block, names);
  if (canComplete(body.block)) throw new ExpressionError(body.block.at, 'Not all code paths return a value');
}

function type(reference: TypeRef): void {
  const status = typeStatus(reference.name);
  if (status === 'unsupported')
    throw new ExpressionError(reference.at, `The type '${reference.name}' is not supported by this engine`, true);
  if (status === 'unknown')
    throw new ExpressionError(
      reference.at,
      `The type or namespace name '${reference.name}' could not be found, or is not allowed in policy expressions`,
    );
  for (const argument of reference.args) type(argument);
}

function visit(expression: Expression, names: Names): void {
  switch (expression.kind) {
    case 'name': {
      name(expression, names);
      return;
    }
    case 'member': {
      member(expression, names, false);
      return;
    }
    case 'call':
      if (expression.target.kind === 'name' && expression.target.name === 'nameof') return;
      if (expression.target.kind === 'member') member(expression.target, names, true);
      else visit(expression.target, names);
      {
        list(expression.args, names);
        return;
      }
    case 'index':
      visit(expression.target, names);
      {
        list(expression.args, names);
        return;
      }
    case 'conditional-access':
      visit(expression.condition, names);
      {
        visit(expression.then, names);
        return;
      }
    case 'parenthesized': {
      visit(expression.inner, names);
      return;
    }
    case 'unary':
    case 'increment':
    case 'throw': {
      visit(expression.operand, names);
      return;
    }
    case 'binary':
    case 'assign':
      visit(expression.left, names);
      {
        visit(expression.right, names);
        return;
      }
    case 'ternary':
      visit(expression.condition, names);
      visit(expression.then, names);
      {
        visit(expression.otherwise, names);
        return;
      }
    case 'cast':
    case 'as':
      type(expression.type);
      {
        visit(expression.operand, names);
        return;
      }
    case 'is':
      visit(expression.operand, names);
      {
        pattern(expression.pattern, names, expression.at);
        return;
      }
    case 'lambda': {
      lambda(expression, names);
      return;
    }
    case 'new': {
      creation(expression, names);
      return;
    }
    case 'new-anonymous':
      for (const { value } of expression.members) visit(value, names);
      return;
    case 'new-array':
      if (expression.element !== undefined) type(expression.element);
      for (const item of [...(expression.items ?? []), ...(expression.size === undefined ? [] : [expression.size])])
        visit(item, names);
      return;
    case 'tuple': {
      list(expression.items, names);
      return;
    }
    case 'interpolated':
      for (const part of expression.parts) if (typeof part !== 'string') visit(part.value, names);
      return;
    case 'default':
      if (expression.type !== undefined) type(expression.type);
      return;
    case 'typeof': {
      type(expression.type);
      return;
    }
    case 'type':
      throw new ExpressionError(
        expression.at,
        `'${expression.type.name}' is a type, which is not valid in the given context`,
      );
    case 'literal':
    case 'bound':
      return;
  }
}

function name(expression: Expression & { readonly kind: 'name' }, names: Names): void {
  if (expression.name === 'context' || names.has(expression.name)) return;
  const status = typeStatus(expression.name);
  if (status === 'known')
    throw new ExpressionError(expression.at, `'${expression.name}' is a type, which is not valid in the given context`);
  if (status === 'unsupported')
    throw new ExpressionError(expression.at, `The type '${expression.name}' is not supported by this engine`, true);
  throw new ExpressionError(expression.at, `The name '${expression.name}' does not exist in the current context`);
}

function member(expression: Expression & { readonly kind: 'member' }, names: Names, called: boolean): void {
  for (const argument of expression.typeArgs) type(argument);
  const staticType = typeNameOf(expression.target, names);
  if (staticType !== undefined) {
    staticMember(staticType, expression, called);
    return;
  }
  if (isNamespace(expression.target, names)) {
    throw new ExpressionError(
      expression.at,
      `The type or namespace name '${expression.name}' could not be found, or is not allowed in policy expressions`,
    );
  }
  visit(expression.target, names);
  const owner = contextTypeOf(expression.target, names);
  if (
    owner?.startsWith('I') === true &&
    contextMember(owner, expression.name) === undefined &&
    !['ToString', 'Equals', 'GetType'].includes(expression.name)
  ) {
    throw new ExpressionError(expression.at, `'${owner}' does not contain a definition for '${expression.name}'`);
  }
  // Members of anonymous types and tuples have names of their own choice.
  if (!called || allMemberNames().has(expression.name) || names.has(expression.name)) return;
  throw new ExpressionError(expression.at, `No allowed type contains a definition for the method '${expression.name}'`);
}

function staticMember(typeName: string, expression: Expression & { readonly kind: 'member' }, called: boolean): void {
  if (typeStatus(typeName) === 'unsupported')
    throw new ExpressionError(expression.at, `The type '${typeName}' is not supported by this engine`, true);
  const canonical = canonicalType(typeName);
  const table = staticsOf(canonical);
  const has = (members: object | undefined): boolean =>
    members !== undefined && Object.hasOwn(members, expression.name);
  const known =
    has(table?.methods) ||
    (!called && has(table?.properties)) ||
    (!called && Object.hasOwn(ENUMS[canonical] ?? {}, expression.name));
  if (!known)
    throw new ExpressionError(
      expression.at,
      `'${typeName}' does not contain a definition for '${expression.name}', or it is not allowed in policy expressions`,
    );
}

/** The type of a chain that begins at `context`, as long as it can be followed. */
function contextTypeOf(expression: Expression, names: Names): string | undefined {
  if (expression.kind === 'name')
    return expression.name === 'context' && !names.has('context') ? 'IContext' : undefined;
  if (expression.kind !== 'member') return undefined;
  const owner = contextTypeOf(expression.target, names);
  return owner === undefined ? undefined : contextMember(owner, expression.name);
}

function list(args: readonly Argument[], names: Names): void {
  for (const argument of args) {
    if (argument.out === undefined) visit(argument.value, names);
    else if (!names.has(argument.out) && argument.out !== '_') names.declare(argument.out, argument.value.at);
  }
}

function pattern(tested: Pattern, names: Names, at: number): void {
  if (tested.kind === 'constant') {
    visit(tested.value, names);
    return;
  }
  if (tested.kind === 'type') type(tested.type);
  if (tested.name !== undefined) names.declare(tested.name, at);
}

function lambda(expression: Expression & { readonly kind: 'lambda' }, names: Names): void {
  const inner = new Names(names);
  for (const parameter of expression.parameters) inner.declare(parameter, expression.at);
  const { body } = expression;
  if (body.kind === 'block') statement(body, inner);
  else visit(body as Expression, inner);
}

function creation(expression: Expression & { readonly kind: 'new' }, names: Names): void {
  type(expression.type);
  list(expression.args, names);
  for (const entry of expression.initializer?.entries ?? []) {
    if (entry.kind === 'item') for (const value of entry.values) visit(value, names);
    else {
      if (entry.kind === 'indexed') list(entry.args, names);
      visit(entry.value, names);
    }
  }
}

function statement(node: Statement, names: Names): void {
  switch (node.kind) {
    case 'block': {
      const inner = new Names(names);
      for (const each of node.statements) statement(each, inner);
      return;
    }
    case 'declare':
      if (node.type !== undefined) type(node.type);
      for (const { name: declared, value } of node.variables) {
        if (value !== undefined) visit(value, names);
        else if (node.type === undefined)
          throw new ExpressionError(node.at, 'Implicitly-typed variables must be initialized');
        names.declare(declared, node.at);
      }
      return;
    case 'expression': {
      visit(node.expression, names);
      return;
    }
    case 'if':
      visit(node.condition, names);
      statement(node.then, new Names(names));
      if (node.otherwise !== undefined) statement(node.otherwise, new Names(names));
      return;
    case 'for': {
      const inner = new Names(names);
      for (const each of node.initial) statement(each, inner);
      if (node.condition !== undefined) visit(node.condition, inner);
      for (const each of node.update) visit(each, inner);
      statement(node.body, new Names(inner));
      return;
    }
    case 'foreach': {
      visit(node.source, names);
      if (node.type !== undefined) type(node.type);
      const inner = new Names(names);
      inner.declare(node.name, node.at);
      statement(node.body, inner);
      return;
    }
    case 'while':
      visit(node.condition, names);
      {
        statement(node.body, new Names(names));
        return;
      }
    case 'switch': {
      switchStatement(node, names);
      return;
    }
    case 'return':
    case 'throw':
      if (node.value !== undefined) visit(node.value, names);
      return;
    case 'try': {
      tryStatement(node, names);
      return;
    }
    case 'break':
    case 'continue':
    case 'empty':
      return;
  }
}

function switchStatement(node: Statement & { readonly kind: 'switch' }, names: Names): void {
  visit(node.value, names);
  for (const section of node.sections) {
    const inner = new Names(names);
    for (const label of section.labels) {
      if (label.pattern !== undefined) pattern(label.pattern, inner, node.at);
      if (label.when !== undefined) visit(label.when, inner);
    }
    for (const each of section.body) statement(each, inner);
    if (section.body.length > 0 && completes(section.body))
      throw new ExpressionError(node.at, 'Control cannot fall through from one case label to another');
  }
}

function tryStatement(node: Statement & { readonly kind: 'try' }, names: Names): void {
  statement(node.body, names);
  for (const clause of node.catches) {
    const inner = new Names(names);
    if (clause.type !== undefined) type(clause.type);
    if (clause.name !== undefined) inner.declare(clause.name, node.at);
    if (clause.filter !== undefined) visit(clause.filter, inner);
    statement(clause.body, inner);
  }
  if (node.finallyBody !== undefined) statement(node.finallyBody, names);
}
