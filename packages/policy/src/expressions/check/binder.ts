import { mistake, type Expression, type ExpressionBody } from '../syntax.ts';
import { startOf } from '../parse/expressions.ts';
import { isUnknown, NULL, substitute, UNKNOWN, type NetType } from '../types/net-type.ts';
import { wellKnown } from '../types/type-table.ts';
import type { Value } from '../values/value.ts';
import { groupOf, typeNamed, type Bound } from './bound.ts';
import { bindExpression } from './expressions.ts';
import { commit, conversionError, converts } from './implicit.ts';
import type { LambdaResult } from './lambdas.ts';
import { Locals } from './locals.ts';
import { emptyNotes, type Notes } from './notes.ts';
import { bindBody } from './statements.ts';

/** What is returned inside of the function at hand. */
export interface Returns {
  /** The type that a value must convert to; undefined where it follows from the values. */
  readonly expected: NetType | undefined;
  readonly values: Bound[];
  hasEmpty: boolean;
  /** Nothing may be returned. */
  readonly isVoid: boolean;
}

/**
 * Finds the type of every expression, as the C# compiler does. Throws ExpressionError at the first mistake. What it finds
 * is kept in `notes`, but for lambdas that are only tried while overloads are compared.
 */
export class Binder {
  readonly notes: Notes = emptyNotes();
  readonly lambdas = new Map<Expression, Map<string, LambdaResult>>();
  locals = new Locals(undefined, '');
  returns: Returns | undefined;
  /** The value left of the nearest `?.`. */
  conditional: Bound | undefined;
  #trials = 0;

  check(body: ExpressionBody): Notes {
    bindBody(this, body);
    return this.notes;
  }

  /** Whether lambdas are only tried, so that nothing is kept. */
  get isTrying(): boolean {
    return this.#trials > 0;
  }

  /** Runs `attempt` without keeping what it finds. */
  try<T>(attempt: () => T): T {
    this.#trials += 1;
    try {
      return attempt();
    } finally {
      this.#trials -= 1;
    }
  }

  /** Binds whatever stands there: a value, a type or a group of methods. */
  bind(expression: Expression): Bound {
    const bound = bindExpression(this, expression);
    if (!this.isTrying) this.notes.types.set(expression, bound.type);
    return bound;
  }

  /** Binds something that must have a value. */
  value(expression: Expression): Bound {
    const bound = this.bind(expression);
    const type = typeNamed(bound);
    if (type === undefined) return bound;
    throw mistake('CS0119', startOf(expression), `'${type.text}' is a type, which is not valid in the given context`);
  }

  /** Binds a value of a given type, converted where C# converts without being asked. */
  convert(expression: Expression, target: NetType): Bound {
    const bound = this.value(expression);
    this.coerce(bound, target);
    return bound;
  }

  coerce(bound: Bound, target: NetType): void {
    if (!converts(this, bound, target)) throw conversionError(this, bound, target);
    commit(this, bound, target);
  }

  condition(expression: Expression): Bound {
    return this.convert(expression, wellKnown('bool'));
  }

  noteConversion(expression: Expression, target: NetType): void {
    if (!this.isTrying && !isUnknown(target)) this.notes.conversions.set(expression, target);
  }

  /** Opens a block, runs `within` in it and closes it. */
  scoped<T>(within: () => T, path?: string, pending: readonly string[] = []): T {
    const before = this.locals;
    this.locals = new Locals(before, path ?? before.path, pending);
    try {
      return within();
    } finally {
      this.locals = before;
    }
  }
}

/** A value of a known type. */
export function valueOf(expression: Expression, type: NetType, constant?: Value): Bound {
  return constant === undefined ? { expression, type } : { expression, type, constant };
}

/** A type as a variable declared with `var` has it; refuses what has none. */
export function inferredType(bound: Bound, at: number): NetType {
  const { type } = bound;
  if (type.kind !== 'special' || type === UNKNOWN) return substitute(type, new Map());
  const shown = groupOf(bound) !== undefined ? 'method group' : type.text;
  if (type === NULL || type.text !== 'void')
    throw mistake('CS0815', at, `Cannot assign ${shown} to an implicitly-typed variable`);
  throw mistake('CS0815', at, 'Cannot assign void to an implicitly-typed variable');
}
