import { Binder } from './check/binder.ts';
import type { Notes } from './check/notes.ts';
import { Evaluator } from './evaluate/evaluator.ts';
import type { Runtime } from './members/invocation.ts';
import { parseExpressionBody } from './parse/parse.ts';
import type { ExpressionBody } from './syntax.ts';
import { NetException, type Value } from './values/value.ts';

/** A policy expression that passed every check that can be made before it runs. */
export interface CompiledExpression {
  readonly source: string;
  readonly body: ExpressionBody;
  readonly notes: Notes;
  /** Whether it reads `context.Response.Body`: a streamed response must then be collected first. */
  readonly readsResponseBody: boolean;
}

/** Compiles `@(…)` or `@{…}`. Throws ExpressionError with the offset in `source`. */
export function compileExpression(source: string): CompiledExpression {
  const body = parseExpressionBody(source);
  const notes = new Binder().check(body);
  return { source, body, notes, readsResponseBody: /\bResponse\s*(?:\?\s*)?\.\s*Body\b/.test(source) };
}

/** Evaluates with `context` as the value of that name. Throws NetException as .NET would. */
export function evaluateExpression(expression: CompiledExpression, context: Value, runtime: Runtime): Value {
  try {
    return new Evaluator(context, runtime, expression.notes).run(expression.body);
  } catch (error) {
    // Text or an array beyond what the machine holds, a stack that is used up: .NET would end the expression too.
    if (error instanceof RangeError)
      throw new NetException('OutOfMemoryException', 'Insufficient memory to continue the execution of the program.');
    throw error;
  }
}
