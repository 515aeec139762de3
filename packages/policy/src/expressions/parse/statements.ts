import {
  ExpressionError,
  mistake,
  type CatchClause,
  type DeclaredVariable,
  type Expression,
  type Statement,
  type SwitchLabel,
  type TypeRef,
} from '../syntax.ts';
import { isDeclarationTuple, parseDeclarationTuple } from './deconstruction.ts';
import { parseExpression, parsePattern, startOf } from './expressions.ts';
import { parameterList } from './lambdas.ts';
import { arrayItems } from './object-creation.ts';
import type { TokenStream } from './token-stream.ts';
import { parseType } from './types.ts';

const REFUSED = new Set(['lock', 'unsafe', 'fixed']);

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
  if (tokens.is('yield') && (tokens.is('return', 1) || tokens.is('break', 1)))
    throw mistake('CS1624', at, 'The body of an expression cannot be an iterator block');
  if (tokens.is('static') || tokens.is('async'))
    throw mistake(
      'CS8370',
      at,
      "Feature 'static local functions' is not available in C# 7.3. Please use language version 8.0 or greater.",
    );
  if (tokens.peek().kind === 'identifier' && tokens.is(':', 1))
    throw new ExpressionError(at, 'Labels are not supported by this engine: use loops and conditions', true);
  const start = isDeclaration(tokens) ? declared(tokens, at, false) : localFunction(tokens);
  if (start?.kind === 'declare') tokens.expect(';');
  return start ?? expressionStatement(tokens, at);
}

function expressionStatement(tokens: TokenStream, at: number): Statement {
  const expression = parseExpression(tokens);
  if (!isStatementExpression(expression)) {
    if (!tokens.is(';')) tokens.expect(';');
    throw mistake(
      'CS0201',
      startOf(expression),
      'Only assignment, call, increment, decrement, await, and new object expressions can be used as a statement',
    );
  }
  tokens.expect(';');
  return { kind: 'expression', expression, at };
}

/** Whether `Type name` followed by `=`, `,` or `;` comes next. Nothing is taken. */
function isDeclaration(tokens: TokenStream): boolean {
  if (tokens.is('await')) return false;
  return tokens.lookAhead(() => {
    const type = parseType(tokens);
    return tokens.peek().kind === 'identifier' && (type.name === 'var' || (!tokens.is('(', 1) && !tokens.is('<', 1)));
  });
}

/** `int Twice(int x) => 2 * x;` or `int Twice(int x) { … }`. */
function localFunction(tokens: TokenStream): Statement | undefined {
  const head = tokens.attempt(() => {
    const type = parseType(tokens);
    if (tokens.peek().kind !== 'identifier' || !tokens.is('(', 1)) return undefined;
    const nameAt = tokens.peek().at;
    const name = tokens.identifier();
    const parameters = parameterList(tokens);
    return tokens.is('=>') || tokens.is('{') ? { name, type, parameters, at: nameAt } : undefined;
  });
  if (head === undefined) return undefined;
  if (tokens.take('=>')) return { kind: 'function', ...head, body: terminated(tokens) };
  return { kind: 'function', ...head, body: parseBlock(tokens) };
}

function statementOfBlock(tokens: TokenStream): Statement {
  if (tokens.peek().kind === 'end') tokens.expect('}');
  return parseStatement(tokens);
}

function isStatementExpression(expression: Expression): boolean {
  if (expression.kind === 'conditional-access') return isStatementExpression(expression.then);
  return ['assign', 'call', 'increment', 'new'].includes(expression.kind);
}

const SPECIAL: Readonly<Record<string, (tokens: TokenStream, at: number) => Statement>> = {
  '{': (tokens, at) => {
    const statements: Statement[] = [];
    while (!tokens.is('}')) {
      statements.push(statementOfBlock(tokens));
    }
    tokens.next();
    return { kind: 'block', statements, at };
  },
  ';': (_tokens, at) => ({ kind: 'empty', at }),
  if: (tokens, at) => {
    const condition = inParentheses(tokens);
    const then = embedded(tokens);
    return tokens.take('else')
      ? { kind: 'if', condition, then, otherwise: embedded(tokens), at }
      : { kind: 'if', condition, then, at };
  },
  while: (tokens, at) => {
    const condition = inParentheses(tokens);
    return { kind: 'while', condition, body: embedded(tokens), testFirst: true, at };
  },
  do: (tokens, at) => {
    const body = embedded(tokens);
    tokens.expect('while');
    const condition = inParentheses(tokens);
    tokens.expect(';');
    return { kind: 'while', condition, body, testFirst: false, at };
  },
  for: parseFor,
  foreach: (tokens, at) => {
    tokens.expect('(');
    const head = forEachHead(tokens);
    tokens.expect('in');
    const source = parseExpression(tokens);
    tokens.expect(')');
    return { kind: 'foreach', ...head, source, body: embedded(tokens), at };
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
    const declaration = declared(tokens, at, true);
    tokens.expect(';');
    return declaration;
  },
  checked: parseOverflow,
  unchecked: parseOverflow,
  goto: (tokens, at) => {
    if (tokens.take('default')) {
      tokens.expect(';');
      return { kind: 'goto', at };
    }
    if (!tokens.take('case'))
      throw new ExpressionError(at, 'goto with a label is not supported by this engine: use goto case', true);
    return { kind: 'goto', value: terminated(tokens), at };
  },
  using: parseUsing,
  else: (_tokens, at) => {
    throw mistake('CS8641', at, "'else' cannot start a statement.");
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

/** The statement under `if` or a loop, which may not declare anything. */
function embedded(tokens: TokenStream): Statement {
  const statement = parseStatement(tokens);
  if (statement.kind === 'declare' || statement.kind === 'function')
    throw mistake('CS1023', statement.at, 'Embedded statement cannot be a declaration or labeled statement');
  return statement;
}

/** `var a = 1, b = 2` or `Type a`. */
function declared(tokens: TokenStream, at: number, constant: boolean): Statement & { readonly kind: 'declare' } {
  const type = parseType(tokens);
  const variables: DeclaredVariable[] = [];
  do {
    const nameAt = tokens.peek().at;
    const name = tokens.identifier();
    variables.push(tokens.take('=') ? { name, value: initialValue(tokens, type), at: nameAt } : { name, at: nameAt });
  } while (tokens.take(','));
  return {
    kind: 'declare',
    ...(type.name === 'var' && type.args.length === 0 ? {} : { type }),
    variables,
    constant,
    at,
  };
}

/** `int[] a = {1, 2}` needs no `new`. */
function initialValue(tokens: TokenStream, type: TypeRef): Expression {
  if (!tokens.is('{')) return parseExpression(tokens);
  const { at } = tokens.peek();
  const [rank = 1, ...ranks] = type.ranks ?? [];
  if (!type.array)
    throw mistake(
      'CS0622',
      at,
      'Can only use array initializer expressions to assign to array types. Try using a new expression instead.',
    );
  const { elementNullable = false, ...rest } = type;
  const element =
    ranks.length > 0
      ? { ...rest, ranks, elementNullable }
      : { ...rest, ranks, array: false, nullable: elementNullable };
  return { kind: 'new-array', element, items: arrayItems(tokens), rank, at };
}

function parseOverflow(tokens: TokenStream, at: number): Statement {
  const overflow = tokens.source.startsWith('checked', at) ? 'checked' : 'unchecked';
  if (tokens.is('('))
    throw mistake(
      'CS0201',
      at,
      'Only assignment, call, increment, decrement, await, and new object expressions can be used as a statement',
    );
  return tokens.within(overflow, () => ({ kind: 'overflow', overflow, body: parseBlock(tokens), at }));
}

/** `using (var x = …) …`; C# 8's `using var x = …;` is refused. */
function parseUsing(tokens: TokenStream, at: number): Statement {
  if (!tokens.is('('))
    throw mistake(
      'CS8370',
      at,
      "Feature 'using declarations' is not available in C# 7.3. Please use language version 8.0 or greater.",
    );
  tokens.next();
  const start = tokens.peek().at;
  const resource: Statement = isDeclaration(tokens)
    ? declared(tokens, start, false)
    : { kind: 'expression', expression: parseExpression(tokens), at: start };
  tokens.expect(')');
  return { kind: 'using', resource, body: embedded(tokens), at };
}

type ForEachHead = Pick<Statement & { readonly kind: 'foreach' }, 'name' | 'nameAt' | 'target' | 'type'>;

function forEachHead(tokens: TokenStream): ForEachHead {
  const nameAt = tokens.peek().at;
  if (isDeclarationTuple(tokens)) return { name: '', nameAt, target: parseDeclarationTuple(tokens) };
  const type = parseType(tokens);
  if (tokens.is('in'))
    throw mistake('CS0230', tokens.peek().at, 'Type and identifier are both required in a foreach statement');
  const at = tokens.peek().at;
  const name = tokens.identifier();
  return type.name === 'var' ? { name, nameAt: at } : { name, nameAt: at, type };
}

function parseFor(tokens: TokenStream, at: number): Statement {
  tokens.expect('(');
  const initial = tokens.is(';') ? [] : forInitial(tokens);
  tokens.expect(';');
  const condition = tokens.is(';') ? {} : { condition: parseExpression(tokens) };
  tokens.expect(';');
  const update = tokens.is(')') ? [] : expressionList(tokens);
  tokens.expect(')');
  return { kind: 'for', initial, ...condition, update, body: embedded(tokens), at };
}

function forInitial(tokens: TokenStream): readonly Statement[] {
  const { at } = tokens.peek();
  if (isDeclaration(tokens)) return [declared(tokens, at, false)];
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
    if (labels.length === 0) tokens.expect('}');
    const body: Statement[] = [];
    while (!tokens.is('case') && !(tokens.is('default') && tokens.is(':', 1)) && !tokens.is('}'))
      body.push(statementOfBlock(tokens));
    sections.push({ labels, body });
  }
  return { kind: 'switch', value, sections, at };
}

function parseLabel(tokens: TokenStream): SwitchLabel {
  const { at } = tokens.peek();
  if (tokens.take('default')) {
    tokens.expect(':');
    return { at };
  }
  tokens.expect('case');
  const pattern = parsePattern(tokens);
  const when = tokens.take('when') ? { when: parseExpression(tokens) } : {};
  tokens.expect(':');
  return { pattern, ...when, at };
}

function parseTry(tokens: TokenStream, at: number): Statement {
  const body = parseBlock(tokens);
  const catches: CatchClause[] = [];
  while (tokens.is('catch')) catches.push(parseCatch(tokens));
  const finallyBody = tokens.take('finally') ? { finallyBody: parseBlock(tokens) } : {};
  if (catches.length === 0 && !('finallyBody' in finallyBody))
    throw mistake('CS1524', tokens.last().at, 'Expected catch or finally');
  return { kind: 'try', body, catches, ...finallyBody, at };
}

function parseCatch(tokens: TokenStream): CatchClause {
  let clause: Omit<CatchClause, 'body'> = { at: tokens.next().at };
  if (tokens.take('(')) {
    const type = parseType(tokens);
    clause = { ...clause, type, at: type.at };
    if (!tokens.is(')')) clause = { ...clause, at: tokens.peek().at, name: tokens.identifier() };
    tokens.expect(')');
  }
  if (tokens.take('when')) clause = { ...clause, filter: inParentheses(tokens) };
  return { ...clause, body: parseBlock(tokens) };
}
