import { Binder } from './check/binder.ts';
import type { Notes } from './check/notes.ts';
import { Evaluator } from './evaluate/evaluator.ts';
import type { Runtime } from './members/invocation.ts';
import { parseExpressionBody } from './parse/parse.ts';
import { ExpressionError, type ExpressionBody } from './syntax.ts';
import { NetException, type Value } from './values/value.ts';

/** A policy expression that passed every check that can be made before it runs. */
export interface CompiledExpression {
  readonly source: string;
  readonly body: ExpressionBody;
  readonly notes: Notes;
  /** Whether it reads `context.Response.Body`: a streamed response must then be collected first. */
  readonly readsResponseBody: boolean;
}

/** What was compiled last, by source: a document is validated, loaded and validated again with the same expressions. */
const compiled = new Map<string, CompiledExpression | ExpressionError>();
const MAX_COMPILED = 5_000;

/** Compiles `@(…)` or `@{…}`, once for each text. Throws ExpressionError with the offset in `source`. */
export function compileExpression(source: string): CompiledExpression {
  const known = compiled.get(source) ?? remember(source, compile(source));
  if (known instanceof ExpressionError) throw known;
  return known;
}

function remember(source: string, result: CompiledExpression | ExpressionError): CompiledExpression | ExpressionError {
  const [oldest] = compiled.keys();
  if (compiled.size >= MAX_COMPILED && oldest !== undefined) compiled.delete(oldest);
  compiled.set(source, result);
  return result;
}

function compile(source: string): CompiledExpression | ExpressionError {
  try {
    const body = parseExpressionBody(source);
    const notes = new Binder().check(body);
    return { source, body, notes, readsResponseBody: /\bResponse\s*(?:\?\s*)?\.\s*Body\b/.test(source) };
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    // Brackets in brackets without end use up the stack of the parser; the compiler gives up on them too.
    if (error instanceof RangeError)
      return new ExpressionError(0, 'An expression is too long or complex to compile', false, 'CS8078');
    throw error;
  }
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
