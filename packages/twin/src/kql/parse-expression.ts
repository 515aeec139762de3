import type { Expression, Named } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { notSupported, semanticError, type KqlPosition } from './errors.ts';
import { parsePipeline } from './parse-query.ts';
import { parseDatetime, parseTimespan, type Json, type KqlType } from './values.ts';

const COMPARISONS = new Set(['==', '!=', '=~', '!~', '<', '<=', '>', '>=']);
const TEXT_OPERATORS = ['has', 'hasprefix', 'hassuffix', 'contains', 'startswith', 'endswith'];
/** Operators of text by their names, with and without case, and their opposites. */
const NAMED_OPERATORS = new Set([...TEXT_OPERATORS.flatMap((name) => [name, `${name}_cs`, `!${name}`, `!${name}_cs`])]);

/** A scalar expression. */
export function parseExpression(cursor: Cursor): Expression {
  return leftToRight(cursor, ['or'], () => leftToRight(cursor, ['and'], () => comparison(cursor)));
}

/** `Name = expression`, `(a, b) = expression` or an expression alone. */
export function parseNamed(cursor: Cursor): Named {
  const names = namesBefore(cursor);
  return { names, expression: parseExpression(cursor) };
}

function namesBefore(cursor: Cursor): readonly string[] {
  if (cursor.token.kind === 'name' && isAssignment(cursor, 1)) return [...[cursor.name()], ...assigned(cursor)];
  if (cursor.is('[') && cursor.peek(1).kind === 'text' && cursor.peek(2).text === ']' && isAssignment(cursor, 3))
    return [cursor.name(), ...assigned(cursor)];
  if (!cursor.is('(') || !namesInParentheses(cursor)) return [];
  cursor.next();
  const names = cursor.list(() => cursor.name());
  cursor.expect(')');
  return [...names, ...assigned(cursor)];
}

function isAssignment(cursor: Cursor, ahead: number): boolean {
  const { kind, text } = cursor.peek(ahead);
  return kind === 'sign' && text === '=';
}

function assigned(cursor: Cursor): readonly string[] {
  cursor.expect('=');
  return [];
}

/** Whether `(a, b) =` stands here. */
function namesInParentheses(cursor: Cursor): boolean {
  let ahead = 1;
  while (cursor.peek(ahead).kind === 'name' && cursor.peek(ahead + 1).text === ',') ahead += 2;
  return cursor.peek(ahead).kind === 'name' && cursor.peek(ahead + 1).text === ')' && isAssignment(cursor, ahead + 2);
}

function leftToRight(cursor: Cursor, signs: readonly string[], part: () => Expression): Expression {
  let left = part();
  for (;;) {
    const { position } = cursor;
    const sign = signs.find((candidate) => cursor.is(candidate));
    if (sign === undefined) return left;
    cursor.next();
    left = { kind: 'binary', sign, left, right: part(), position };
  }
}

function comparison(cursor: Cursor): Expression {
  let left = sum(cursor);
  for (;;) {
    const compared = comparedWith(cursor, left);
    if (compared === undefined) return left;
    left = compared;
  }
}

function comparedWith(cursor: Cursor, left: Expression): Expression | undefined {
  const { text, kind, position } = cursor.token;
  if (kind === 'text') return undefined;
  if (COMPARISONS.has(text) || NAMED_OPERATORS.has(text)) {
    cursor.next();
    return { kind: 'binary', sign: text, left, right: sum(cursor), position };
  }
  if (text === 'matches' && cursor.peek(1).text === 'regex') {
    cursor.next();
    cursor.next();
    return { kind: 'binary', sign: 'matches regex', left, right: sum(cursor), position };
  }
  if (text === 'between' || text === '!between') return between(cursor, left, text === '!between');
  if (['in', '!in', 'has_any', 'has_all'].includes(text)) return isIn(cursor, left);
  if (['in~', '!in~'].includes(text)) return isIn(cursor, left);
  return undefined;
}

function between(cursor: Cursor, of: Expression, not: boolean): Expression {
  const { position } = cursor.next();
  cursor.expect('(');
  const from = sum(cursor);
  cursor.expect('..');
  const to = sum(cursor);
  cursor.expect(')');
  return { kind: 'between', of, from, to, not, position };
}

function isIn(cursor: Cursor, of: Expression): Expression {
  const { position, text } = cursor.next();
  const sign = text.endsWith('~') || !cursor.take('~') ? text : `${text}~`;
  cursor.expect('(');
  const list = cursor.is(')') ? [] : cursor.list(() => parseExpression(cursor));
  cursor.expect(')');
  return { kind: 'in', sign, of, list, position };
}

function sum(cursor: Cursor): Expression {
  return leftToRight(cursor, ['+', '-'], () => leftToRight(cursor, ['*', '/', '%'], () => signed(cursor)));
}

function signed(cursor: Cursor): Expression {
  const { position } = cursor;
  for (const sign of ['-', '+'] as const)
    if (cursor.take(sign)) return { kind: 'unary', sign, of: signed(cursor), position };
  return withPath(cursor, primary(cursor));
}

function withPath(cursor: Cursor, start: Expression): Expression {
  let of = start;
  for (;;) {
    const { position } = cursor;
    if (cursor.take('.')) {
      const index: Expression = { kind: 'literal', type: 'string', value: cursor.name(), position };
      of = { kind: 'path', of, index, position };
    } else if (cursor.take('[')) {
      of = { kind: 'path', of, index: parseExpression(cursor), position };
      cursor.expect(']');
    } else return of;
  }
}

function primary(cursor: Cursor): Expression {
  const { kind, text, value, position } = cursor.token;
  if (kind === 'text') return literal('string', adjoining(cursor), position);
  if (kind === 'long' || kind === 'real' || kind === 'timespan') {
    cursor.next();
    return literal(kind, value, position);
  }
  if (cursor.is('*')) {
    cursor.next();
    return { kind: 'star', position };
  }
  if (cursor.is('(')) return inParentheses(cursor);
  if (kind === 'name' && cursor.peek(1).text === '(' && cursor.peek(1).kind === 'sign') return callOrLiteral(cursor);
  if (kind === 'name' && ['true', 'false'].includes(text)) {
    cursor.next();
    return literal('bool', text === 'true', position);
  }
  return { kind: 'name', name: cursor.name(), position };
}

/** Texts that follow each other are one. */
function adjoining(cursor: Cursor): string {
  let text = '';
  while (cursor.token.kind === 'text') text += String(cursor.next().value);
  return text;
}

function inParentheses(cursor: Cursor): Expression {
  cursor.expect('(');
  const inner = parseExpression(cursor);
  cursor.expect(')');
  return inner;
}

function literal(type: KqlType, value: Json, position: KqlPosition): Expression {
  return { kind: 'literal', type, value, position };
}

type RawLiteral = (text: string, position: KqlPosition) => Expression;

const RAW_LITERALS: Readonly<Record<string, RawLiteral>> = {
  datetime: (text, position) => rawDate(text, position),
  timespan: (text, position) => rawTime(text, position),
  time: (text, position) => rawTime(text, position),
  dynamic: (text, position) => rawJson(text, position),
  guid: (text, position) => literal('guid', text.trim() === 'null' ? null : unquoted(text).toLowerCase(), position),
  long: (text, position) => rawNumber(text, 'long', position),
  int: (text, position) => rawNumber(text, 'int', position),
  real: (text, position) => rawNumber(text, 'real', position),
  double: (text, position) => rawNumber(text, 'real', position),
  bool: (text, position) =>
    literal('bool', text.trim() === 'null' ? null : /^(?:true|1)$/i.test(text.trim()), position),
};

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function rawDate(text: string, position: KqlPosition): Expression {
  if (text.trim() === 'null') return literal('datetime', null, position);
  const value = parseDatetime(unquoted(text));
  if (value === null) throw semanticError(`The datetime literal '${text.trim()}' is not valid`, position);
  return literal('datetime', value, position);
}

function rawTime(text: string, position: KqlPosition): Expression {
  if (text.trim() === 'null') return literal('timespan', null, position);
  const value = parseTimespan(unquoted(text));
  if (value === null) throw semanticError(`The timespan literal '${text.trim()}' is not valid`, position);
  return literal('timespan', value, position);
}

function rawNumber(text: string, type: KqlType, position: KqlPosition): Expression {
  if (text.trim() === 'null') return literal(type, null, position);
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value))
    throw semanticError(`The ${type} literal '${text.trim()}' is not valid`, position);
  return literal(type, value, position);
}

function rawJson(text: string, position: KqlPosition): Expression {
  try {
    return literal('dynamic', JSON.parse(text.trim().replaceAll(/'([^'\\]*)'/g, '"$1"')) as Json, position);
  } catch {
    throw semanticError(`The dynamic literal '${text.trim()}' is not JSON`, position);
  }
}

/** Functions whose arguments are queries. */
const OF_QUERIES = new Set(['toscalar']);

function callOrLiteral(cursor: Cursor): Expression {
  const { text: name, position } = cursor.next();
  const raw = Object.hasOwn(RAW_LITERALS, name) ? RAW_LITERALS[name] : undefined;
  if (raw !== undefined) return raw(cursor.raw(), position);
  cursor.expect('(');
  if (OF_QUERIES.has(name)) {
    const query = parsePipeline(cursor);
    cursor.expect(')');
    return { kind: 'subquery', query, position };
  }
  const args = cursor.is(')') ? [] : cursor.list(() => argument(cursor));
  cursor.expect(')');
  return { kind: 'call', name, args, position };
}

function argument(cursor: Cursor): Expression {
  if (cursor.token.kind === 'name' && isAssignment(cursor, 1))
    throw notSupported(`The named argument '${cursor.token.text}'`, cursor.position);
  return parseExpression(cursor);
}
