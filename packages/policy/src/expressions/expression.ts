import { checkExpression } from './check.ts';
import { Evaluator } from './evaluate/evaluator.ts';
import type { Runtime } from './members/invocation.ts';
import { parseExpressionBody } from './parse/parse.ts';
import type { ExpressionBody } from './syntax.ts';
import type { Value } from './values/value.ts';

/** A policy expression that passed every check that can be made before it runs. */
export interface CompiledExpression {
  readonly source: string;
  readonly body: ExpressionBody;
  /** Whether it reads `context.Response.Body`: a streamed response must then be collected first. */
  readonly readsResponseBody: boolean;
}

/** Compiles `@(…)` or `@{…}`. Throws ExpressionError with the offset in `source`. */
export function compileExpression(source: string): CompiledExpression {
  const body = parseExpressionBody(source);
  checkExpression(body);
  return { source, body, readsResponseBody: /\bResponse\s*(?:\?\s*)?\.\s*Body\b/.test(source) };
}

/** Evaluates with `context` as the value of that name. Throws NetException as .NET would. */
export function evaluateExpression(expression: CompiledExpression, context: Value, runtime: Runtime): Value {
  return new Evaluator(context, runtime).run(expression.body);
}
