import { mistake, type Expression, type FunctionParameter } from '../syntax.ts';
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
  const parameters = tokens.is('(') ? parameterList(tokens) : anonymous ? [] : [onlyName(tokens)];
  const arrow = anonymous ? at : tokens.expect('=>').at;
  const body = tokens.is('{') ? parseBlock(tokens) : parseExpression(tokens);
  return { kind: 'lambda', parameters, body, at, arrow };
}

function onlyName(tokens: TokenStream): FunctionParameter {
  const { at } = tokens.peek();
  return { name: tokens.identifier(), at };
}

/** Reads `(a, b)` or `(int a, string b = "x")`. */
export function parameterList(tokens: TokenStream): readonly FunctionParameter[] {
  tokens.expect('(');
  const list: FunctionParameter[] = [];
  while (!tokens.is(')')) {
    if (tokens.is('ref') || tokens.is('out') || tokens.is('in') || tokens.is('params'))
      throw mistake('CS1003', tokens.peek().at, 'Parameters by reference are not supported in policy expressions');
    const type = tokens.is(',', 1) || tokens.is(')', 1) ? {} : { type: parseType(tokens) };
    const { at } = tokens.peek();
    const name = tokens.identifier();
    if (list.some((other) => other.name === name))
      throw mistake('CS0100', at, `The parameter name '${name}' is a duplicate`);
    list.push({ name, at, ...type, ...(tokens.take('=') ? { value: parseExpression(tokens) } : {}) });
    if (!tokens.take(',')) break;
  }
  tokens.expect(')');
  return list;
}
