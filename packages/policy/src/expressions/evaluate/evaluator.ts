import type { Argument, Expression, ExpressionBody, Pattern, Statement } from '../syntax.ts';
import { canonicalType, castValue, invalidCast, isNumberType, isOfType, netShortName } from '../members/conversion.ts';
import type { Runtime } from '../members/invocation.ts';
import { add } from '../members/arithmetic.ts';
import { int, isNumber } from '../values/number.ts';
import { RecordObject } from '../values/collections.ts';
import { align, formatValue } from '../values/text.ts';
import { ExceptionObject, Lambda, NetException, nullReference, type Value } from '../values/value.ts';
import { TypeObject } from '../values/objects.ts';
import { defaultOfType } from '../members/collection-members.ts';
import { callExpression } from './calls.ts';
import { createArray, createObject } from './creation.ts';
import { readIndex, readMember, typeNameOf, writeIndex, writeMember } from './members.ts';
import { applyBinary, applyUnary } from './operators.ts';
import { Scope } from './scope.ts';
import { isStaticallyObject } from './static-types.ts';
import { runStatement, type Completion } from './statements.ts';

/** A short-circuited `?.` chain: what remains of the chain is skipped. */
const SKIPPED = Symbol('skipped');
type Chained = Value | typeof SKIPPED;

/** What a member chain is made of. */
type Link = 'bound' | 'conditional-access' | 'member' | 'index' | 'call';

/** More steps than any policy takes: an endless loop ends here instead of hanging the gateway. */
const MAX_STEPS = 2_000_000;

/** Walks one expression. Throws NetException as .NET would. */
export class Evaluator {
  readonly context: Value;
  readonly runtime: Runtime;
  #steps = 0;

  constructor(context: Value, runtime: Runtime) {
    this.context = context;
    this.runtime = runtime;
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
    const value = this.#chain(expression, scope, undefined);
    return value === SKIPPED ? null : value;
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
        const holds = isOfType(value, pattern.type);
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
      return target === SKIPPED ? SKIPPED : readMember(this, { value: target }, expression.name);
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
    if (type !== undefined) return callExpression(this, expression, { type, name: target.name }, scope);
    const self = this.#chain(target.target, scope, bound);
    return self === SKIPPED ? SKIPPED : callExpression(this, expression, { self, name: target.name }, scope);
  }

  #operation(expression: Exclude<Expression, { readonly kind: Link }>, scope: Scope): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'name':
        return expression.name === 'context' && !scope.has('context') ? this.context : scope.get(expression.name);
      case 'parenthesized':
        return this.evaluate(expression.inner, scope);
      case 'unary':
        return applyUnary(expression.operator, this.evaluate(expression.operand, scope));
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
        return isOfType(value, expression.type) ? value : null;
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
        return expression.type === undefined || expression.type.nullable || expression.type.array
          ? null
          : defaultOfType(expression.type.name);
      case 'typeof':
        return new TypeObject(netShortName(canonicalType(expression.type.name)));
      case 'type':
        throw new NetException('RuntimeBinderException', 'A type is no value');
    }
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
      (operator === '==' || operator === '!=') && typeof first === 'string' && typeof second === 'string';
    // `object == string` compares references: two strings of equal content that were made apart are not the same.
    if (byReference && (isStaticallyObject(left, scope) || isStaticallyObject(right, scope))) return operator === '!=';
    return applyBinary(operator, first, second);
  }

  #increment(expression: Expression & { readonly kind: 'increment' }, scope: Scope): Value {
    const before = this.evaluate(expression.operand, scope);
    const after = castLike(add(before, int(expression.operator === '++' ? 1 : -1)), before);
    this.store(expression.operand, after, scope);
    return expression.prefix ? after : before;
  }

  #assign(expression: Expression & { readonly kind: 'assign' }, scope: Scope): Value {
    const right = this.evaluate(expression.right, scope);
    if (expression.operator === '=') return this.store(expression.left, right, scope);
    const before = this.evaluate(expression.left, scope);
    return this.store(
      expression.left,
      castLike(applyBinary(expression.operator.slice(0, -1), before, right), before),
      scope,
    );
  }

  /** Writes to a variable, a property or an indexer. */
  store(target: Expression, value: Value, scope: Scope): Value {
    if (target.kind === 'name') scope.set(target.name, value);
    else if (target.kind === 'member') writeMember(this.evaluate(target.target, scope), target.name, value);
    else if (target.kind === 'index')
      writeIndex(this.evaluate(target.target, scope), this.arguments(target.args, scope), value);
    else throw new NetException('NotSupportedException', 'Deconstruction is not supported by this engine.');
    return value;
  }

  /** A boxed number can only be unboxed to its very type; any other number converts. */
  #cast(expression: Expression & { readonly kind: 'cast' }, scope: Scope): Value {
    const { operand, type } = expression;
    const value = this.evaluate(operand, scope);
    const name = canonicalType(type.name);
    const otherNumber = isNumber(value) && isNumberType(name) && value.type !== name;
    if (otherNumber && !type.array && isStaticallyObject(operand, scope)) throw invalidCast(value, type);
    return castValue(value, type);
  }

  #lambda(expression: Expression & { readonly kind: 'lambda' }, scope: Scope): Value {
    const { parameters, body } = expression;
    return new Lambda(parameters.length, (args) => {
      const inner = new Scope(scope);
      for (const [index, name] of parameters.entries()) inner.declare(name, args[index] ?? null);
      return isStatement(body) ? this.#returned(this.execute(body, inner)) : this.evaluate(body, inner);
    });
  }
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
  if (!isNumber(value) || !isNumber(model)) return value;
  return castValue(value, { name: model.type, args: [], array: false, nullable: false, at: 0 });
}
