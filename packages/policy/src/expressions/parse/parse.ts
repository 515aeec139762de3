import { ExpressionError, mistake, type ExpressionBody } from '../syntax.ts';
import { parseExpression } from './expressions.ts';
import { closingBracket } from './interpolated-string.ts';
import { parseStatements } from './statements.ts';
import { TokenStream } from './token-stream.ts';

/** Parses `@(…)` or `@{…}`. Throws ExpressionError with the offset in `source`. */
export function parseExpressionBody(source: string): ExpressionBody {
  const start = source.search(/\S/);
  const opening = source.slice(start, start + 2);
  if (opening !== '@(' && opening !== '@{') throw new ExpressionError(start, 'An expression begins with @( or @{');
  const end = closingBracket(source, start + 1);
  if (source.slice(end).trim() !== '') throw new ExpressionError(end, 'Nothing may follow an expression');
  const tokens = new TokenStream(source, start + 2, end - 1);
  if (opening === '@{') return { kind: 'block', block: parseStatements(tokens, start + 1) };
  if (tokens.peek().kind === 'end') throw mistake('CS1525', end - 1, "Invalid expression term ')'");
  const expression = parseExpression(tokens);
  if (tokens.peek().kind !== 'end') tokens.expect(')');
  return { kind: 'single', expression };
}
