import { ExpressionError, type Argument, type Expression, type Pattern } from '../syntax.ts';
import { isLambdaAhead, parseLambda } from './lambdas.ts';
import { parsePrimary } from './primary.ts';
import type { TokenStream } from './token-stream.ts';
import { parseType, PREDEFINED } from './types.ts';

const ASSIGNMENTS = new Set(['=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=']);

/** Binary operators by precedence, weakest first. `is` and `as` stand with the relational ones. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>=', 'is', 'as'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Reads one expression, assignment included. */
export function parseExpression(tokens: TokenStream): Expression {
  const { at } = tokens.peek();
  if (isLambdaAhead(tokens)) return parseLambda(tokens);
  if (tokens.take('throw')) return { kind: 'throw', operand: parseExpression(tokens), at };
  if (tokens.is('await') && tokens.peek(1).kind === 'identifier') {
    throw new ExpressionError(at, 'The await operator cannot be used in policy expressions');
  }
  if (tokens.is('from') && tokens.peek(1).kind === 'identifier' && (tokens.is('in', 2) || tokens.is('in', 3))) {
    throw new ExpressionError(at, 'Query expressions (from … in …) are not supported: use Where and Select', true);
  }
  const left = parseTernary(tokens);
  const operator = assignmentOperator(tokens);
  if (operator === undefined) return left;
  if (!['name', 'member', 'index', 'tuple'].includes(left.kind)) {
    throw new ExpressionError(left.at, 'The left-hand side of an assignment must be a variable, property or indexer');
  }
  return { kind: 'assign', operator, left, right: parseExpression(tokens), at };
}

function assignmentOperator(tokens: TokenStream): string | undefined {
  if (tokens.is('??') && tokens.is('=', 1) && tokens.peek().end === tokens.peek(1).at) {
    throw tokens.unexpected("Feature 'coalescing assignment' is not available in C# 7.3");
  }
  if (tokens.is('>') && tokens.is('>=', 1)) return undefined;
  const token = tokens.peek();
  if (token.kind !== 'operator' || !ASSIGNMENTS.has(token.text)) return undefined;
  tokens.next();
  return token.text;
}

function parseTernary(tokens: TokenStream): Expression {
  const condition = parseCoalesce(tokens);
  if (!tokens.take('?')) return condition;
  const then = parseExpression(tokens);
  tokens.expect(':');
  return { kind: 'ternary', condition, then, otherwise: parseExpression(tokens), at: condition.at };
}

function parseCoalesce(tokens: TokenStream): Expression {
  const left = parseLevel(tokens, 0);
  if (!tokens.is('??') || (tokens.is('=', 1) && tokens.peek().end === tokens.peek(1).at)) return left;
  tokens.next();
  const right = tokens.is('throw') ? parseExpression(tokens) : parseCoalesce(tokens);
  return { kind: 'binary', operator: '??', left, right, at: left.at };
}

function parseLevel(tokens: TokenStream, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return parseUnary(tokens);
  let left = parseLevel(tokens, level + 1);
  for (;;) {
    const operator = binaryOperator(tokens, operators);
    if (operator === undefined) return left;
    if (operator === 'is') left = { kind: 'is', operand: left, pattern: parseIsPattern(tokens), at: left.at };
    else if (operator === 'as') left = { kind: 'as', type: parseType(tokens), operand: left, at: left.at };
    else left = { kind: 'binary', operator, left, right: parseLevel(tokens, level + 1), at: left.at };
  }
}

/** Takes the operator at hand if it belongs to the level. `>` `>` without a gap is a shift, `>` `=` a comparison. */
function binaryOperator(tokens: TokenStream, operators: readonly string[]): string | undefined {
  const token = tokens.peek();
  if (token.kind !== 'operator' && token.kind !== 'keyword') return undefined;
  let { text } = token;
  const joined = tokens.peek().end === tokens.peek(1).at;
  if (text === '>' && joined && tokens.is('>', 1)) text = '>>';
  else if (text === '>' && joined && tokens.is('=', 1)) text = '>=';
  if (!operators.includes(text)) return undefined;
  tokens.next();
  if (text.startsWith('>') && text.length === 2) tokens.next();
  return text;
}

function parseIsPattern(tokens: TokenStream): Pattern {
  if (tokens.is('not')) throw tokens.unexpected("Feature 'not pattern' is not available in C# 7.3");
  return parsePattern(tokens);
}

/** `Type name`, `Type`, `var name` or a constant. */
export function parsePattern(tokens: TokenStream): Pattern {
  if (tokens.is('var') && tokens.peek(1).kind === 'identifier') {
    tokens.next();
    return { kind: 'var', name: tokens.identifier() };
  }
  const token = tokens.peek();
  const typed =
    token.kind === 'identifier' || (token.kind === 'keyword' && PREDEFINED.has(token.text))
      ? tokens.attempt(() => typePattern(tokens))
      : undefined;
  return typed ?? { kind: 'constant', value: parseLevel(tokens, LEVELS.length - 3) };
}

function typePattern(tokens: TokenStream): Pattern | undefined {
  const type = parseType(tokens);
  if (tokens.is('.') || tokens.is('(')) return undefined;
  const named = tokens.peek().kind === 'identifier' && !tokens.is('when');
  return named ? { kind: 'type', type, name: tokens.identifier() } : { kind: 'type', type };
}

const UNARY = new Set(['-', '+', '!', '~']);

function parseUnary(tokens: TokenStream): Expression {
  const token = tokens.peek();
  const { at } = token;
  if (token.kind === 'operator' && UNARY.has(token.text)) {
    tokens.next();
    return { kind: 'unary', operator: token.text, operand: parseUnary(tokens), at };
  }
  if (token.kind === 'operator' && (token.text === '++' || token.text === '--')) {
    tokens.next();
    return { kind: 'increment', operator: token.text, prefix: true, operand: parseUnary(tokens), at };
  }
  return (
    (token.kind === 'operator' && token.text === '(' ? tokens.attempt(() => parseCast(tokens)) : undefined) ??
    parsePrimary(tokens)
  );
}

/** C#'s own rule: `(T)` is a cast where T is a keyword type, or where what follows can only begin an operand. */
function parseCast(tokens: TokenStream): Expression | undefined {
  const { at } = tokens.next();
  const type = parseType(tokens);
  if (!tokens.is(')')) return undefined;
  tokens.next();
  const following = tokens.peek();
  const operandFollows =
    following.kind === 'identifier' ||
    following.kind === 'string' ||
    following.kind === 'number' ||
    following.kind === 'char' ||
    following.kind === 'interpolated' ||
    (following.kind === 'keyword' && following.text !== 'is' && following.text !== 'as') ||
    (following.kind === 'operator' && ['(', '!', '~'].includes(following.text));
  const onlyAType = PREDEFINED.has(type.name) || type.args.length > 0 || type.array || type.nullable;
  const signed = following.kind === 'operator' && ['+', '-', '++', '--'].includes(following.text);
  if (!operandFollows && !(onlyAType && signed)) return undefined;
  return { kind: 'cast', type, operand: parseUnary(tokens), at };
}

/** Reads what stands between `open` and `close`, separated by commas. */
export function parseArguments(tokens: TokenStream, open: string, close: string): readonly Argument[] {
  tokens.expect(open);
  const args: Argument[] = [];
  while (!tokens.is(close)) {
    args.push(parseArgument(tokens));
    if (!tokens.take(',')) break;
  }
  tokens.expect(close);
  return args;
}

function parseArgument(tokens: TokenStream): Argument {
  const { at } = tokens.peek();
  if (tokens.take('out')) {
    if (tokens.peek(1).kind === 'identifier') parseType(tokens);
    const name = tokens.identifier();
    return { value: { kind: 'name', name, typeArgs: [], at }, out: name };
  }
  if (tokens.is('ref')) throw new ExpressionError(at, 'ref arguments are not supported in policy expressions', true);
  if (tokens.peek().kind === 'identifier' && tokens.is(':', 1)) {
    const name = tokens.identifier();
    tokens.next();
    return { value: parseExpression(tokens), name };
  }
  return { value: parseExpression(tokens) };
}
