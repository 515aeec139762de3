import { mistake, type Argument, type Expression, type InterpolationPart } from '../syntax.ts';
import { overflowOf, parseArguments, parseExpression, startOf } from './expressions.ts';
import { notAvailable } from './newer-syntax.ts';
import type { HolePart } from './interpolated-string.ts';
import { parseNew } from './object-creation.ts';
import { TokenStream } from './token-stream.ts';
import { parseType, parseTypeArguments, PREDEFINED } from './types.ts';

/** Reads an operand with everything that binds to it: members, calls, indexers, `?.`, `++`. */
export function parsePrimary(tokens: TokenStream): Expression {
  return parsePostfix(tokens, parseOperand(tokens));
}

function parsePostfix(tokens: TokenStream, operand: Expression): Expression {
  let left = operand;
  for (;;) {
    const { at } = tokens.peek();
    if (tokens.is('?.') || (tokens.is('?') && tokens.is('[', 1) && isConditionalIndex(tokens))) {
      if (tokens.next().end - at === 2)
        left = { kind: 'conditional-access', condition: left, then: afterMark(tokens, at), at: startOf(left) };
      else
        left = {
          kind: 'conditional-access',
          condition: left,
          then: parseBinding(tokens, { kind: 'bound', at }),
          at: startOf(left),
        };
      continue;
    }
    const longer = parseLink(tokens, left);
    if (longer !== undefined) left = longer;
    else if (tokens.is('++') || tokens.is('--')) {
      const operator = tokens.next().end - at === 2 && tokens.source.charAt(at) === '+' ? '++' : '--';
      left = { kind: 'increment', operator, prefix: false, operand: left, at: startOf(left), ...overflowOf(tokens) };
    } else return left;
  }
}

function afterMark(tokens: TokenStream, at: number): Expression {
  const nameAt = tokens.peek().at;
  const name = tokens.identifier();
  const typeArgs = typeArgumentsOfCall(tokens);
  return parseBinding(tokens, { kind: 'member', target: { kind: 'bound', at }, name, typeArgs, at: nameAt });
}

/** The rest of the chain belongs to the conditional part: `a?.b.c` skips both where `a` is null. */
function parseBinding(tokens: TokenStream, start: Expression): Expression {
  let left = start;
  for (let longer = parseLink(tokens, left); longer !== undefined; longer = parseLink(tokens, left)) left = longer;
  if (tokens.is('?.') || (tokens.is('?') && tokens.is('[', 1) && isConditionalIndex(tokens))) {
    const { at, end } = tokens.next();
    const then = end - at === 2 ? afterMark(tokens, at) : parseBinding(tokens, { kind: 'bound', at });
    return { kind: 'conditional-access', condition: left, then, at: startOf(left) };
  }
  return left;
}

/** One `.name`, `(…)` or `[…]`. */
function parseLink(tokens: TokenStream, left: Expression): Expression | undefined {
  const { at } = tokens.peek();
  if (tokens.is('.')) {
    if (tokens.is('.', 1)) throw notAvailable(startOf(left), 'index operator', '8.0');
    tokens.next();
    const nameAt = tokens.peek().at;
    const name = tokens.identifier();
    return { kind: 'member', target: left, name, typeArgs: typeArgumentsOfCall(tokens), at: nameAt };
  }
  if (tokens.is('(')) return { kind: 'call', target: left, args: parseArguments(tokens, '(', ')'), at: left.at };
  if (tokens.is('[')) return { kind: 'index', target: left, args: parseArguments(tokens, '[', ']'), at };
  return undefined;
}

/** `a?[0]` against `a ? [..` (never valid in C# 7): only a `:` behind the bracket would make it a ternary. */
function isConditionalIndex(tokens: TokenStream): boolean {
  return tokens.peek().end === tokens.peek(1).at;
}

/** `As<JObject>(` has type arguments, `a < b` has not: the list counts only where a call follows. */
function typeArgumentsOfCall(tokens: TokenStream) {
  if (!tokens.is('<')) return [];
  const args = tokens.attempt(() => {
    const list = parseTypeArguments(tokens);
    return tokens.is('(') || tokens.is('.') ? list : undefined;
  });
  return args ?? [];
}

function parseOperand(tokens: TokenStream): Expression {
  const token = tokens.next();
  const { at } = token;
  switch (token.kind) {
    case 'string':
      return { kind: 'literal', value: token.text, at };
    case 'char':
    case 'number':
      return { kind: 'literal', value: token.value, at };
    case 'interpolated':
      return { kind: 'interpolated', parts: token.parts.map((part) => parsePart(tokens, part)), at };
    case 'identifier':
      return { kind: 'name', name: token.text, typeArgs: typeArgumentsOfCall(tokens), at };
    case 'keyword':
      return parseKeyword(tokens, token.text, at);
    case 'operator':
      if (token.text === '(') return parseParenthesized(tokens, at);
      throw mistake('CS1525', at, `Invalid expression term '${token.text}'`);
    case 'end':
      throw mistake('CS1525', at, "Invalid expression term ')'");
  }
}

function parsePart(tokens: TokenStream, part: string | HolePart): InterpolationPart {
  if (typeof part === 'string') return part;
  const inner = new TokenStream(tokens.source, part.start, part.end);
  const value = parseExpression(inner);
  if (inner.peek().kind !== 'end') throw inner.unexpected('} expected');
  return {
    value,
    ...(part.alignment === undefined ? {} : { alignment: part.alignment }),
    ...(part.format === undefined ? {} : { format: part.format }),
  };
}

function parseParenthesized(tokens: TokenStream, at: number): Expression {
  const items: Argument[] = [];
  do {
    const named = tokens.peek().kind === 'identifier' && tokens.is(':', 1);
    const name = named ? { name: tokens.identifier() } : {};
    if (named) tokens.next();
    items.push({ value: parseTupleItem(tokens), ...name });
  } while (tokens.take(','));
  tokens.expect(')');
  const [only] = items;
  return only !== undefined && items.length === 1
    ? { kind: 'parenthesized', inner: only.value, at }
    : { kind: 'tuple', items, at };
}

/** An element of a tuple; on the left of a deconstruction it may declare a variable: `(int a, var b) = …`. */
function parseTupleItem(tokens: TokenStream): Expression {
  const declared = tokens.attempt(() => {
    const type = parseType(tokens);
    const { at } = tokens.peek();
    if (tokens.peek().kind !== 'identifier' || !(tokens.is(',', 1) || tokens.is(')', 1))) return undefined;
    const name = tokens.identifier();
    return { kind: 'declaration' as const, name, ...(type.name === 'var' ? {} : { type }), at };
  });
  return declared ?? parseExpression(tokens);
}

function parseKeyword(tokens: TokenStream, keyword: string, at: number): Expression {
  if (keyword === 'true' || keyword === 'false') return { kind: 'literal', value: keyword === 'true', at };
  if (keyword === 'null') return { kind: 'literal', value: null, at };
  if (keyword === 'new') return parseNew(tokens, at);
  if (keyword === 'default')
    return tokens.is('(') ? { kind: 'default', type: typeInParentheses(tokens), at } : { kind: 'default', at };
  if (keyword === 'typeof') return { kind: 'typeof', type: typeInParentheses(tokens), at };
  if (keyword === 'checked' || keyword === 'unchecked') {
    return tokens.within(keyword, () => {
      tokens.expect('(');
      const inner = parseExpression(tokens);
      tokens.expect(')');
      return { kind: 'overflow', overflow: keyword, inner, at };
    });
  }
  if (PREDEFINED.has(keyword)) {
    return { kind: 'type', type: { name: keyword, args: [], array: false, nullable: false, at }, at };
  }
  throw mistake('CS1525', at, `Invalid expression term '${keyword}'`);
}

function typeInParentheses(tokens: TokenStream) {
  tokens.expect('(');
  const type = parseType(tokens);
  tokens.expect(')');
  return type;
}
