import { ExpressionError, mistake, type Argument, type Expression, type Overflow, type Pattern } from '../syntax.ts';
import { isLambdaAhead, parseLambda } from './lambdas.ts';
import { isDeclarationTuple, parseDeclarationTuple } from './deconstruction.ts';
import { parsePrimary } from './primary.ts';
import { isQueryAhead, parseQuery } from './queries.ts';
import { Integer } from '../values/number.ts';
import { newerPattern, newerSyntax, notAvailable } from './newer-syntax.ts';
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
    throw mistake('CS4033', at, "The 'await' operator can only be used within an async method.");
  }
  if (isQueryAhead(tokens)) return parseQuery(tokens);
  const left = isDeclarationTuple(tokens) ? parseDeclarationTuple(tokens) : parseTernary(tokens);
  newerSyntax(tokens);
  const operator = assignmentOperator(tokens);
  if (operator === undefined) return left;
  if (!['name', 'member', 'index', 'tuple', 'conditional-access'].includes(left.kind))
    throw mistake(
      'CS0131',
      startOf(left),
      'The left-hand side of an assignment must be a variable, property or indexer',
    );
  return { kind: 'assign', operator, left, right: parseExpression(tokens), at: startOf(left), ...overflowOf(tokens) };
}

/** The mark of arithmetic inside of `checked` or `unchecked`. */
export function overflowOf(tokens: TokenStream): { readonly overflow?: Overflow } {
  return tokens.overflow === undefined ? {} : { overflow: tokens.overflow };
}

/** Where the text of an expression begins; `at` of a member is where its name stands. */
export function startOf(expression: Expression): number {
  if (expression.kind === 'member' || expression.kind === 'index' || expression.kind === 'call')
    return startOf(expression.target);
  return expression.at;
}

function assignmentOperator(tokens: TokenStream): string | undefined {
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
  return { kind: 'ternary', condition, then, otherwise: parseExpression(tokens), at: startOf(condition) };
}

function parseCoalesce(tokens: TokenStream): Expression {
  const left = parseLevel(tokens, 0);
  if (!tokens.is('??') || (tokens.is('=', 1) && tokens.peek().end === tokens.peek(1).at)) return left;
  const operatorAt = tokens.next().at;
  const right = tokens.is('throw') ? parseExpression(tokens) : parseCoalesce(tokens);
  return { kind: 'binary', operator: '??', left, right, at: startOf(left), operatorAt };
}

function parseLevel(tokens: TokenStream, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return parseUnary(tokens);
  let left = parseLevel(tokens, level + 1);
  for (;;) {
    const operatorAt = tokens.peek().at;
    const operator = binaryOperator(tokens, operators);
    if (operator === undefined) return left;
    if (operator === 'is') left = { kind: 'is', operand: left, pattern: parseIsPattern(tokens), at: startOf(left) };
    else if (operator === 'as') left = { kind: 'as', type: parseType(tokens), operand: left, at: startOf(left) };
    else {
      const right = parseLevel(tokens, level + 1);
      left = { kind: 'binary', operator, left, right, at: startOf(left), operatorAt, ...overflowOf(tokens) };
    }
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
  const pattern = parsePattern(tokens);
  newerSyntax(tokens);
  return pattern;
}

/** `Type name`, `Type`, `var name` or a constant. */
export function parsePattern(tokens: TokenStream): Pattern {
  if (tokens.is('var') && tokens.peek(1).kind === 'identifier') {
    tokens.next();
    const { at } = tokens.peek();
    return { kind: 'var', name: tokens.identifier(), at };
  }
  newerPattern(tokens);
  const token = tokens.peek();
  const typed =
    token.kind === 'identifier' || (token.kind === 'keyword' && PREDEFINED.has(token.text))
      ? tokens.attempt(() => typePattern(tokens))
      : undefined;
  return typed ?? { kind: 'constant', value: parseLevel(tokens, LEVELS.length - 3), at: token.at };
}

/** Words that follow a pattern and name nothing. */
const NO_DESIGNATION = ['when', 'and', 'or'];

function typePattern(tokens: TokenStream): Pattern | undefined {
  const type = parseType(tokens);
  if (tokens.is('.') || tokens.is('(')) return undefined;
  const { at } = tokens.peek();
  const named = tokens.peek().kind === 'identifier' && !NO_DESIGNATION.some((word) => tokens.is(word));
  return named ? { kind: 'type', type, name: tokens.identifier(), at } : { kind: 'type', type, at: type.at };
}

const UNARY = new Set(['-', '+', '!', '~']);

function parseUnary(tokens: TokenStream): Expression {
  const token = tokens.peek();
  const { at } = token;
  if (tokens.is('^')) throw notAvailable(at, 'index operator', '8.0');
  if (token.kind === 'operator' && UNARY.has(token.text)) {
    tokens.next();
    const smallest = token.text === '-' ? smallestInteger(tokens) : undefined;
    if (smallest !== undefined) return { kind: 'literal', value: smallest, at };
    return { kind: 'unary', operator: token.text, operand: parseUnary(tokens), at, ...overflowOf(tokens) };
  }
  if (token.kind === 'operator' && (token.text === '++' || token.text === '--')) {
    tokens.next();
    return {
      kind: 'increment',
      operator: token.text,
      prefix: true,
      operand: parseUnary(tokens),
      at,
      ...overflowOf(tokens),
    };
  }
  return (
    (token.kind === 'operator' && token.text === '(' ? tokens.attempt(() => parseCast(tokens)) : undefined) ??
    parsePrimary(tokens)
  );
}

/** `-2147483648` is an int, and `-9223372036854775808` a long, though the number alone is none. */
function smallestInteger(tokens: TokenStream): Integer | undefined {
  const token = tokens.peek();
  if (token.kind !== 'number' || !(token.value instanceof Integer) || tokens.is('.', 1)) return undefined;
  const { value } = token.value;
  const type =
    value === 2n ** 31n && token.value.type === 'uint'
      ? 'int'
      : value === 2n ** 63n && token.value.type === 'ulong'
        ? 'long'
        : undefined;
  if (type === undefined) return undefined;
  tokens.next();
  return new Integer(type, -value);
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
  return { kind: 'cast', type, operand: parseUnary(tokens), at, ...overflowOf(tokens) };
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
  if (tokens.peek().kind === 'identifier' && tokens.is(':', 1)) {
    const name = tokens.identifier();
    tokens.next();
    return { ...parseValue(tokens, at), name };
  }
  return parseValue(tokens, at);
}

/** `x`, `out x`, `out var x`, `out int x`, `out _`. */
function parseValue(tokens: TokenStream, at: number): Argument {
  if (tokens.is('ref') || tokens.is('in'))
    throw new ExpressionError(at, "'ref' and 'in' arguments are not supported in policy expressions", true);
  if (!tokens.take('out')) return { value: parseExpression(tokens), at };
  const declares =
    !tokens.is(',', 1) &&
    !tokens.is(')', 1) &&
    tokens.attempt(() => {
      const type = parseType(tokens);
      return tokens.peek().kind === 'identifier' ? type : undefined;
    });
  if (declares !== false && declares !== undefined) {
    const nameAt = tokens.peek().at;
    const name = tokens.identifier();
    const type = declares.name === 'var' ? {} : { type: declares };
    return { value: { kind: 'name', name, typeArgs: [], at: nameAt }, out: name, declares: type, at };
  }
  const value = parseExpression(tokens);
  if (value.kind !== 'name')
    throw new ExpressionError(at, 'Only a variable can be an out argument in policy expressions', true);
  return { value, out: value.name, at };
}
