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
import { isUnknown, nullableOf, type NetType } from '../types/net-type.ts';
import { castValue, invalidCast, isNumberType, isOfType, isValueType } from '../members/conversion.ts';
import { canonicalType, netShortName } from '../values/keyword-types.ts';
import type { Runtime } from '../members/invocation.ts';
import { add } from '../members/arithmetic.ts';
import { int } from '../values/number.ts';
import { JToken } from '../values/json.ts';
import { RecordObject } from '../values/collections.ts';
import { align, formatValue, valueText } from '../values/text.ts';
import { ExceptionObject, Lambda, NetException, nullReference, type Value } from '../values/value.ts';
import { TypeObject } from '../values/objects.ts';
import { callExpression } from './calls.ts';
import { createArray, createObject, createTuple } from './creation.ts';
import { comparesReferences, isPlainReference, isSameReference } from './references.ts';
import { matchesPattern } from './patterns.ts';
import { readIndex, readMember, typeNameOf, writeIndex, writeMember } from './members.ts';
import { castLike } from './cast-like.ts';
import { applyBinary, applyUnary } from './operators.ts';
import { Scope } from './scope.ts';
import { asSigned, convertImplicitly, defaultOfNetType } from './convert.ts';
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

  /** Whether the value is what the pattern says; names what it declares. */
  matches(value: Value, pattern: Pattern, scope: Scope): boolean {
    return matchesPattern(this, value, pattern, scope);
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
      return asSigned(this.typeOf(expression), callExpression(this, expression, { type, name: target.name }, scope));
    const self = this.#chain(target.target, scope, bound);
    if (self === SKIPPED) return SKIPPED;
    return asSigned(this.typeOf(expression), callExpression(this, expression, { self, name: target.name }, scope));
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
      case 'tuple':
        return createTuple(expression.items, this.arguments(expression.items, scope));
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
    const byReference =
      operator === '==' || operator === '!=' ? comparesReferences(this.typeOf(left), this.typeOf(right)) : false;
    if (byReference) return isSameReference(first, second) === (operator === '==');
    if (operator === '+' && this.typeOf(expression)?.text === 'string') return valueText(first) + valueText(second);
    return applyBinary(operator, first, second, checkedOf(expression));
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

function checkedOf(node: { readonly overflow?: Overflow }): 'checked' | undefined {
  return node.overflow === 'checked' ? 'checked' : undefined;
}

function isStatement(body: Expression | Statement): body is Statement {
  return body.kind === 'block';
}
