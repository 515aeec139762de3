import { ExpressionError, type CatchClause, type Expression, type Statement, type SwitchLabel } from '../syntax.ts';
import { parseExpression, parsePattern } from './expressions.ts';
import type { TokenStream } from './token-stream.ts';
import { parseType } from './types.ts';

const REFUSED = new Set(['using', 'lock', 'goto', 'unsafe', 'fixed', 'checked', 'unchecked', 'yield']);

/** Reads statements to the end of the stream, as one block. */
export function parseStatements(tokens: TokenStream, at: number): Statement {
  const statements: Statement[] = [];
  while (tokens.peek().kind !== 'end') statements.push(parseStatement(tokens));
  return { kind: 'block', statements, at };
}

/** Reads `{ … }`. */
export function parseBlock(tokens: TokenStream): Statement {
  if (!tokens.is('{')) throw tokens.unexpected('{ expected');
  return parseStatement(tokens);
}

function parseStatement(tokens: TokenStream): Statement {
  const token = tokens.peek();
  const { at } = token;
  const word = token.kind === 'keyword' || token.kind === 'operator' ? token.text : '';
  const special = SPECIAL[word];
  if (special !== undefined) {
    tokens.next();
    return special(tokens, at);
  }
  if (REFUSED.has(word))
    throw new ExpressionError(at, `The statement '${word}' is not supported in policy expressions`, true);
  const declaration = tokens.attempt(() => declared(tokens, at));
  if (declaration !== undefined) {
    tokens.expect(';');
    return declaration;
  }
  const expression = parseExpression(tokens);
  if (!isStatementExpression(expression)) {
    throw new ExpressionError(
      at,
      'Only assignment, call, increment, decrement, and new object expressions can be used as a statement',
    );
  }
  tokens.expect(';');
  return { kind: 'expression', expression, at };
}

function isStatementExpression(expression: Expression): boolean {
  if (expression.kind === 'conditional-access') return isStatementExpression(expression.then);
  return ['assign', 'call', 'increment', 'new'].includes(expression.kind);
}

const SPECIAL: Readonly<Record<string, (tokens: TokenStream, at: number) => Statement>> = {
  '{': (tokens, at) => {
    const statements: Statement[] = [];
    while (!tokens.is('}')) {
      if (tokens.peek().kind === 'end') throw tokens.unexpected('} expected');
      statements.push(parseStatement(tokens));
    }
    tokens.next();
    return { kind: 'block', statements, at };
  },
  ';': (_tokens, at) => ({ kind: 'empty', at }),
  if: (tokens, at) => {
    const condition = inParentheses(tokens);
    const then = parseStatement(tokens);
    return tokens.take('else')
      ? { kind: 'if', condition, then, otherwise: parseStatement(tokens), at }
      : { kind: 'if', condition, then, at };
  },
  while: (tokens, at) => {
    const condition = inParentheses(tokens);
    return { kind: 'while', condition, body: parseStatement(tokens), testFirst: true, at };
  },
  do: (tokens, at) => {
    const body = parseStatement(tokens);
    tokens.expect('while');
    const condition = inParentheses(tokens);
    tokens.expect(';');
    return { kind: 'while', condition, body, testFirst: false, at };
  },
  for: parseFor,
  foreach: (tokens, at) => {
    tokens.expect('(');
    const type = parseType(tokens);
    const name = tokens.identifier();
    tokens.expect('in');
    const source = parseExpression(tokens);
    tokens.expect(')');
    const typed = type.name === 'var' ? {} : { type };
    return { kind: 'foreach', name, ...typed, source, body: parseStatement(tokens), at };
  },
  switch: parseSwitch,
  return: (tokens, at) =>
    tokens.take(';') ? { kind: 'return', at } : { kind: 'return', value: terminated(tokens), at },
  throw: (tokens, at) => (tokens.take(';') ? { kind: 'throw', at } : { kind: 'throw', value: terminated(tokens), at }),
  break: (tokens, at) => {
    tokens.expect(';');
    return { kind: 'break', at };
  },
  continue: (tokens, at) => {
    tokens.expect(';');
    return { kind: 'continue', at };
  },
  const: (tokens, at) => {
    const declaration = declared(tokens, at);
    if (declaration === undefined) throw tokens.unexpected('Type expected');
    tokens.expect(';');
    return declaration;
  },
  try: parseTry,
};

function terminated(tokens: TokenStream): Expression {
  const value = parseExpression(tokens);
  tokens.expect(';');
  return value;
}

function inParentheses(tokens: TokenStream): Expression {
  tokens.expect('(');
  const value = parseExpression(tokens);
  tokens.expect(')');
  return value;
}

/** `var a = 1, b = 2` or `Type a`; nothing where the tokens are no declaration. */
function declared(tokens: TokenStream, at: number): Statement | undefined {
  const type = parseType(tokens);
  if (tokens.peek().kind !== 'identifier' || !['=', ',', ';'].some((text) => tokens.is(text, 1))) return undefined;
  const variables: { readonly name: string; readonly value?: Expression }[] = [];
  do {
    const name = tokens.identifier();
    variables.push(tokens.take('=') ? { name, value: parseExpression(tokens) } : { name });
  } while (tokens.take(','));
  return { kind: 'declare', ...(type.name === 'var' ? {} : { type }), variables, at };
}

function parseFor(tokens: TokenStream, at: number): Statement {
  tokens.expect('(');
  const initial = tokens.is(';') ? [] : forInitial(tokens);
  tokens.expect(';');
  const condition = tokens.is(';') ? {} : { condition: parseExpression(tokens) };
  tokens.expect(';');
  const update = tokens.is(')') ? [] : expressionList(tokens);
  tokens.expect(')');
  return { kind: 'for', initial, ...condition, update, body: parseStatement(tokens), at };
}

function forInitial(tokens: TokenStream): readonly Statement[] {
  const { at } = tokens.peek();
  const declaration = tokens.attempt(() => declared(tokens, at));
  if (declaration !== undefined) return [declaration];
  return expressionList(tokens).map((expression) => ({ kind: 'expression', expression, at: expression.at }));
}

function expressionList(tokens: TokenStream): readonly Expression[] {
  const list = [parseExpression(tokens)];
  while (tokens.take(',')) list.push(parseExpression(tokens));
  return list;
}

function parseSwitch(tokens: TokenStream, at: number): Statement {
  const value = inParentheses(tokens);
  tokens.expect('{');
  const sections: { labels: SwitchLabel[]; body: Statement[] }[] = [];
  while (!tokens.take('}')) {
    const labels: SwitchLabel[] = [];
    while (tokens.is('case') || tokens.is('default')) labels.push(parseLabel(tokens));
    if (labels.length === 0) throw tokens.unexpected('case expected');
    const body: Statement[] = [];
    while (!tokens.is('case') && !tokens.is('default') && !tokens.is('}')) body.push(parseStatement(tokens));
    sections.push({ labels, body });
  }
  return { kind: 'switch', value, sections, at };
}

function parseLabel(tokens: TokenStream): SwitchLabel {
  if (tokens.take('default')) {
    tokens.expect(':');
    return {};
  }
  tokens.expect('case');
  const pattern = parsePattern(tokens);
  const when = tokens.take('when') ? { when: parseExpression(tokens) } : {};
  tokens.expect(':');
  return { pattern, ...when };
}

function parseTry(tokens: TokenStream, at: number): Statement {
  const body = parseBlock(tokens);
  const catches: CatchClause[] = [];
  while (tokens.take('catch')) catches.push(parseCatch(tokens));
  const finallyBody = tokens.take('finally') ? { finallyBody: parseBlock(tokens) } : {};
  if (catches.length === 0 && !('finallyBody' in finallyBody)) throw tokens.unexpected('Expected catch or finally');
  return { kind: 'try', body, catches, ...finallyBody, at };
}

function parseCatch(tokens: TokenStream): CatchClause {
  let clause: Omit<CatchClause, 'body'> = {};
  if (tokens.take('(')) {
    const type = parseType(tokens);
    clause = tokens.is(')') ? { type } : { type, name: tokens.identifier() };
    tokens.expect(')');
  }
  if (tokens.take('when')) clause = { ...clause, filter: inParentheses(tokens) };
  return { ...clause, body: parseBlock(tokens) };
}
