import type {
  Argument,
  Expression,
  ExpressionBody,
  FunctionParameter,
  Overflow,
  Pattern,
  Statement,
} from '../syntax.ts';
import type { Notes } from '../check/notes.ts';
import { isReferenceType, isUnknown, nullableOf, type NetType } from '../types/net-type.ts';
import {
  canonicalType,
  castValue,
  invalidCast,
  isNumberType,
  isOfType,
  isValueType,
  netShortName,
} from '../members/conversion.ts';
import type { Runtime } from '../members/invocation.ts';
import { add } from '../members/arithmetic.ts';
import { int, isNumber } from '../values/number.ts';
import { JToken } from '../values/json.ts';
import { RecordObject } from '../values/collections.ts';
import { align, formatValue, valueText } from '../values/text.ts';
import { Char, ExceptionObject, Lambda, NetException, nullReference, type Value } from '../values/value.ts';
import { TypeObject } from '../values/objects.ts';
import { callExpression } from './calls.ts';
import { createArray, createObject } from './creation.ts';
import { readIndex, readMember, typeNameOf, writeIndex, writeMember } from './members.ts';
import { applyBinary, applyUnary } from './operators.ts';
import { Scope } from './scope.ts';
import { convertImplicitly, defaultOfNetType } from './convert.ts';
import { declareParameters } from './functions.ts';
import { assignParts } from './deconstruct.ts';
import { runStatement, type Completion } from './statements.ts';

/** A short-circuited `?.` chain: what remains of the chain is skipped. */
const SKIPPED = Symbol('skipped');
type Chained = Value | typeof SKIPPED;

/** What a member chain is made of. */
type Link = 'bound' | 'conditional-access' | 'member' | 'index' | 'call';

/** More steps than any policy takes: an endless loop ends here instead of hanging the gateway. */
const MAX_STEPS = 1_000_000;

/** Deeper than any policy calls itself: an endless recursion ends here and not in a crash of the twin. */
const MAX_DEPTH = 900;

/** Walks one expression. Throws NetException as .NET would. */
export class Evaluator {
  readonly context: Value;
  readonly runtime: Runtime;
  readonly notes: Notes;
  #steps = 0;
  #depth = 0;

  constructor(context: Value, runtime: Runtime, notes: Notes) {
    this.context = context;
    this.runtime = runtime;
    this.notes = notes;
  }

  /** The value of `@(…)`, or what `@{…}` returns. */
  run(body: ExpressionBody): Value {
    const scope = new Scope();
    if (body.kind === 'single') return this.evaluate(body.expression, scope);
    return this.#returned(this.execute(body.block, scope));
  }

  execute(statement: Statement, scope: Scope): Completion {
    this.#step();
    return runStatement(this, statement, scope);
  }

  evaluate(expression: Expression, scope: Scope): Value {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH)
      throw new NetException(
        'InsufficientExecutionStackException',
        'Insufficient stack to continue executing the program safely. This can happen from having too many functions on the call stack or function on the stack using too much stack space.',
      );
    try {
      const value = this.#chain(expression, scope, undefined);
      return this.#converted(expression, value === SKIPPED ? null : value);
    } finally {
      this.#depth -= 1;
    }
  }

  /** The value as the place where it stands needs it: `double d = 1`. */
  #converted(expression: Expression, value: Value): Value {
    const target = this.notes.conversions.get(expression);
    return target === undefined ? value : convertImplicitly(value, target, this.notes.types.get(expression));
  }

  /** The element of a tuple that its type gives a name of its own. */
  #elementName({ target, name }: Expression & { readonly kind: 'member' }, value: Value): string {
    if (!(value instanceof RecordObject) || value.members.has(name)) return name;
    const type = this.typeOf(target);
    const index = type?.kind === 'named' ? (type.names?.indexOf(name) ?? -1) : -1;
    return index === -1 ? name : `Item${index + 1}`;
  }

  /** The static type of an expression, where it is known. */
  typeOf(expression: Expression): NetType | undefined {
    return this.notes.types.get(expression);
  }

  /** The value of a condition. */
  test(expression: Expression, scope: Scope): boolean {
    const value = this.evaluate(expression, scope);
    if (typeof value === 'boolean') return value;
    throw new NetException(
      value === null ? 'InvalidOperationException' : 'RuntimeBinderException',
      value === null ? 'Nullable object must have a value.' : `Cannot implicitly convert type to 'bool'`,
    );
  }

  arguments(args: readonly Argument[], scope: Scope): Value[] {
    return args.map((argument) => (argument.out === undefined ? this.evaluate(argument.value, scope) : null));
  }

  matches(value: Value, pattern: Pattern, scope: Scope): boolean {
    switch (pattern.kind) {
      case 'var':
        scope.declare(pattern.name, value);
        return true;
      case 'type': {
        const holds =
          scope.has(pattern.type.name) && pattern.name === undefined
            ? applyBinary('==', value, scope.get(pattern.type.name)) === true
            : isOfType(value, { ...pattern.type, nullable: false });
        if (pattern.name !== undefined) scope.declare(pattern.name, holds ? value : null);
        return holds;
      }
      case 'constant': {
        const constant = this.evaluate(pattern.value, scope);
        return applyBinary('==', value, constant) === true;
      }
    }
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS) throw new NetException('TimeoutException', 'The expression takes too long.');
  }

  #returned(completion: Completion): Value {
    return completion?.kind === 'return' ? completion.value : null;
  }

  /** Evaluates a link of a member chain; `bound` is the value left of the nearest `?.`. */
  #chain(expression: Expression, scope: Scope, bound: Chained | undefined): Chained {
    this.#step();
    if (expression.kind === 'bound') return bound ?? null;
    if (expression.kind === 'conditional-access') {
      const condition = this.#chain(expression.condition, scope, bound);
      return condition === null || condition === SKIPPED ? SKIPPED : this.#chain(expression.then, scope, condition);
    }
    if (expression.kind === 'member') {
      const type = typeNameOf(expression.target, scope);
      if (type !== undefined) return readMember(this, { type }, expression.name);
      const target = this.#chain(expression.target, scope, bound);
      if (target === SKIPPED) return SKIPPED;
      return readMember(this, { value: target }, this.#elementName(expression, target), this.typeOf(expression));
    }
    if (expression.kind === 'index') {
      const target = this.#chain(expression.target, scope, bound);
      return target === SKIPPED ? SKIPPED : readIndex(target, this.arguments(expression.args, scope));
    }
    if (expression.kind === 'call') return this.#call(expression, scope, bound);
    return this.#operation(expression, scope);
  }

  #call(expression: Expression & { readonly kind: 'call' }, scope: Scope, bound: Chained | undefined): Chained {
    const { target } = expression;
    if (target.kind !== 'member') {
      const callee = target.kind === 'name' && !scope.has(target.name) ? undefined : this.#chain(target, scope, bound);
      if (callee === SKIPPED) return SKIPPED;
      return callExpression(
        this,
        expression,
        { value: callee ?? null, name: target.kind === 'name' ? target.name : '' },
        scope,
      );
    }
    const type = typeNameOf(target.target, scope);
    if (type !== undefined)
      return this.#typed(expression, callExpression(this, expression, { type, name: target.name }, scope));
    const self = this.#chain(target.target, scope, bound);
    if (self === SKIPPED) return SKIPPED;
    return this.#typed(expression, callExpression(this, expression, { self, name: target.name }, scope));
  }

  /** What a method gives, as its signature says: the default of a value type for nothing, a sum in its own type. */
  #typed(expression: Expression, value: Value): Value {
    const type = this.typeOf(expression);
    if (type === undefined || isUnknown(type)) return value;
    if (value === null) return defaultOfNetType(type);
    return isNumber(value) ? convertImplicitly(value, type) : value;
  }

  #operation(expression: Exclude<Expression, { readonly kind: Link }>, scope: Scope): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'name':
        return expression.name === 'context' && !scope.has('context') ? this.context : scope.get(expression.name);
      case 'parenthesized':
      case 'overflow':
        return this.evaluate(expression.inner, scope);
      case 'declaration':
        throw new NetException('RuntimeBinderException', 'A declaration is no value');
      case 'unary':
        return applyUnary(expression.operator, this.evaluate(expression.operand, scope), checkedOf(expression));
      case 'increment':
        return this.#increment(expression, scope);
      case 'binary':
        return this.#binary(expression, scope);
      case 'assign':
        return this.#assign(expression, scope);
      case 'ternary':
        return this.evaluate(this.test(expression.condition, scope) ? expression.then : expression.otherwise, scope);
      case 'cast':
        return this.#cast(expression, scope);
      case 'as': {
        const value = this.evaluate(expression.operand, scope);
        return isOfType(value, { ...expression.type, nullable: false }) ? value : null;
      }
      case 'is':
        return this.matches(this.evaluate(expression.operand, scope), expression.pattern, scope);
      case 'lambda':
        return this.#lambda(expression, scope);
      case 'new':
        return createObject(this, expression, scope);
      case 'new-anonymous':
        return new RecordObject(
          'anonymous',
          new Map(expression.members.map(({ name, value }) => [name, this.evaluate(value, scope)])),
        );
      case 'new-array':
        return createArray(this, expression, scope);
      case 'tuple': {
        const values = this.arguments(expression.items, scope);
        return new RecordObject(
          'tuple',
          new Map(
            values.flatMap((value, index) =>
              tupleNames(expression.items[index], index).map((name) => [name, value] as const),
            ),
          ),
        );
      }
      case 'interpolated':
        return expression.parts
          .map((part) =>
            typeof part === 'string'
              ? part
              : align(formatValue(this.evaluate(part.value, scope), part.format), part.alignment ?? 0),
          )
          .join('');
      case 'throw':
        throw this.thrown(this.evaluate(expression.operand, scope));
      case 'default':
        return this.#default(expression);
      case 'typeof':
        return new TypeObject(netShortName(canonicalType(expression.type.name)));
      case 'type':
        throw new NetException('RuntimeBinderException', 'A type is no value');
    }
  }

  #default(expression: Expression & { readonly kind: 'default' }): Value {
    const type = expression.type === undefined ? this.notes.conversions.get(expression) : this.typeOf(expression);
    return type === undefined ? null : defaultOfNetType(type);
  }

  /** The exception that `throw value` raises. */
  thrown(value: Value): NetException {
    if (value === null) return nullReference();
    if (value instanceof ExceptionObject) return value.exception;
    return new NetException('RuntimeBinderException', 'The thrown value must be an exception');
  }

  #binary(expression: Expression & { readonly kind: 'binary' }, scope: Scope): Value {
    const { operator, left, right } = expression;
    if (operator === '&&') return this.test(left, scope) && this.test(right, scope);
    if (operator === '||') return this.test(left, scope) || this.test(right, scope);
    const first = this.evaluate(left, scope);
    if (operator === '??') return first ?? this.evaluate(right, scope);
    const second = this.evaluate(right, scope);
    const byReference = operator === '==' || operator === '!=' ? this.#comparesReferences(left, right) : false;
    if (byReference) return isSameReference(first, second) === (operator === '==');
    if (operator === '+' && this.typeOf(expression)?.text === 'string') return valueText(first) + valueText(second);
    return applyBinary(operator, first, second, checkedOf(expression));
  }

  /** `object == string` compares references: two strings of equal content that were made apart are not the same. */
  #comparesReferences(left: Expression, right: Expression): boolean {
    const [a, b] = [this.typeOf(left), this.typeOf(right)];
    if (a === undefined || b === undefined || isUnknown(a) || isUnknown(b)) return false;
    return isReferenceType(a) && isReferenceType(b) && (isPlainReference(a) || isPlainReference(b));
  }

  #increment(expression: Expression & { readonly kind: 'increment' }, scope: Scope): Value {
    const before = this.evaluate(expression.operand, scope);
    if (before === null) return null;
    const after = castLike(add(before, int(expression.operator === '++' ? 1 : -1), checkedOf(expression)), before);
    this.store(expression.operand, after, scope);
    return expression.prefix ? after : before;
  }

  #assign(expression: Expression & { readonly kind: 'assign' }, scope: Scope): Value {
    if (expression.operator === '=') return this.store(expression.left, this.evaluate(expression.right, scope), scope);
    const before = this.evaluate(expression.left, scope);
    const right = this.evaluate(expression.right, scope);
    const isText = this.typeOf(expression.left)?.text === 'string' && expression.operator === '+=';
    const after = isText
      ? valueText(before) + valueText(right)
      : applyBinary(expression.operator.slice(0, -1), before, right, checkedOf(expression));
    return this.store(expression.left, castLike(after, before), scope);
  }

  /** Writes to a variable, a property or an indexer. */
  store(target: Expression, value: Value, scope: Scope): Value {
    if (target.kind === 'name') scope.set(target.name, value);
    else if (target.kind === 'member') writeMember(this.evaluate(target.target, scope), target.name, value);
    else if (target.kind === 'index')
      writeIndex(this.evaluate(target.target, scope), this.arguments(target.args, scope), value);
    else if (target.kind === 'tuple') assignParts(this, target, value, scope);
    return value;
  }

  /** A boxed number can only be unboxed to its very type; any other number converts. */
  #cast(expression: Expression & { readonly kind: 'cast' }, scope: Scope): Value {
    const { operand, type } = expression;
    const value = this.evaluate(operand, scope);
    const from = this.typeOf(operand);
    if (value === null && type.nullable) return null;
    if (from !== undefined && !isUnknown(from) && !type.array) {
      const name = canonicalType(type.name);
      const isBoxed = isPlainReference(from) && !(value instanceof JToken);
      const isOther =
        value !== null && (isNumberType(name) || name === 'char') && !isOfType(value, { ...type, nullable: false });
      if (isBoxed && isOther) throw invalidCast(value, type);
      if (value === null && nullableOf(from) !== undefined && !type.nullable && isValueType(name))
        throw new NetException('InvalidOperationException', 'Nullable object must have a value.');
    }
    return castValue(value, type, checkedOf(expression));
  }

  #lambda(expression: Expression & { readonly kind: 'lambda' }, scope: Scope): Value {
    const { parameters, body } = expression;
    return new Lambda(parameters.length, (args) => this.invoke(parameters, body, args, new Scope(scope)));
  }

  /** Runs the body of a lambda or local function with its arguments. */
  invoke(
    parameters: readonly FunctionParameter[],
    body: Expression | Statement,
    args: readonly Value[],
    scope: Scope,
  ): Value {
    this.#depth += 5;
    try {
      declareParameters(this, parameters, args, scope);
      return isStatement(body) ? this.#returned(this.execute(body, scope)) : this.evaluate(body, scope);
    } finally {
      this.#depth -= 5;
    }
  }
}

/** Whether `==` on the type compares references: everything but strings and types with an operator of their own. */
function isPlainReference(type: NetType): boolean {
  return type.text === 'object' || (type.kind === 'named' && type.definition.kind === 'interface');
}

/** Strings that are equal are the same only where both are the very literal; boxed values never are. */
function isSameReference(left: Value, right: Value): boolean {
  if (left === null || right === null) return left === right;
  return typeof left === 'object' && left === right;
}

function checkedOf(node: { readonly overflow?: Overflow }): 'checked' | undefined {
  return node.overflow === 'checked' ? 'checked' : undefined;
}

function isStatement(body: Expression | Statement): body is Statement {
  return body.kind === 'block';
}

function tupleNames(argument: Argument | undefined, index: number): readonly string[] {
  const item = `Item${index + 1}`;
  return argument?.name === undefined ? [item] : [item, argument.name];
}

/** Compound assignment keeps the type of the variable. */
function castLike(value: Value, model: Value): Value {
  if (isNumber(value) && model instanceof Char)
    return castValue(value, { name: 'char', args: [], array: false, nullable: false, at: 0 });
  if (!isNumber(value) || !isNumber(model)) return value;
  return castValue(value, { name: model.type, args: [], array: false, nullable: false, at: 0 });
}
