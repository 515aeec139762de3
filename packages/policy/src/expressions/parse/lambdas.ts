import { ExpressionError, type Expression } from '../syntax.ts';
import { parseExpression } from './expressions.ts';
import { parseBlock } from './statements.ts';
import type { TokenStream } from './token-stream.ts';
import { parseType } from './types.ts';

/** Whether `x =>`, `(a, b) =>`, `(int a) =>` or `delegate (…) {` comes next. */
export function isLambdaAhead(tokens: TokenStream): boolean {
  if (tokens.is('delegate')) return true;
  if (tokens.peek().kind === 'identifier' && tokens.is('=>', 1)) return true;
  if (!tokens.is('(')) return false;
  let ahead = 1;
  for (let depth = 1; depth > 0; ahead += 1) {
    if (tokens.peek(ahead).kind === 'end') return false;
    if (tokens.is('(', ahead)) depth += 1;
    if (tokens.is(')', ahead)) depth -= 1;
  }
  return tokens.is('=>', ahead);
}

/** Reads a lambda or an anonymous method. */
export function parseLambda(tokens: TokenStream): Expression {
  const { at } = tokens.peek();
  const anonymous = tokens.take('delegate');
  const parameters = tokens.is('(') ? parameterList(tokens) : anonymous ? [] : [tokens.identifier()];
  if (!anonymous) tokens.expect('=>');
  if (new Set(parameters).size < parameters.length && !parameters.every((name) => name === '_')) {
    throw new ExpressionError(at, 'The parameter names of a lambda must differ');
  }
  const body = tokens.is('{') ? parseBlock(tokens) : parseExpression(tokens);
  return { kind: 'lambda', parameters, body, at };
}

function parameterList(tokens: TokenStream): readonly string[] {
  tokens.expect('(');
  const names: string[] = [];
  while (!tokens.is(')')) {
    if (!(tokens.is(',', 1) || tokens.is(')', 1))) parseType(tokens);
    names.push(tokens.identifier());
    if (!tokens.take(',')) break;
  }
  tokens.expect(')');
  return names;
}
