import { mistake, type Argument, type Expression, type FunctionParameter } from '../syntax.ts';
import { parseExpression } from './expressions.ts';
import type { TokenStream } from './token-stream.ts';
import { parseType } from './types.ts';

/*
 * A query is C#'s other way of writing calls of LINQ's methods, and is read as these calls. The range variables that are
 * in scope travel from call to call in an anonymous object, which the lambdas take apart again.
 */

/** Whether `from x in …` or `from T x in …` comes next. */
export function isQueryAhead(tokens: TokenStream): boolean {
  if (!tokens.is('from')) return false;
  const next = tokens.peek(1);
  if (next.kind === 'identifier' && tokens.is('in', 2)) return true;
  if (next.kind !== 'identifier' && next.kind !== 'keyword') return false;
  for (let ahead = 2; ahead < 12; ahead += 1) {
    const token = tokens.peek(ahead);
    if (token.kind === 'identifier' && tokens.is('in', ahead + 1)) return true;
    const isTypePart =
      token.kind === 'identifier' || ['.', '<', '>', ',', '[', ']', '?'].some((part) => tokens.is(part, ahead));
    if (!isTypePart) return false;
  }
  return false;
}

interface Query {
  readonly source: Expression;
  readonly names: readonly string[];
}

/** Reads a query expression. */
export function parseQuery(tokens: TokenStream): Expression {
  const { source, name } = readFrom(tokens);
  return readBody(tokens, { source, names: [name] });
}

function readFrom(tokens: TokenStream): { readonly source: Expression; readonly name: string; readonly at: number } {
  const { at } = tokens.next();
  const type = tokens.is('in', 1) ? undefined : parseType(tokens);
  const name = tokens.identifier();
  tokens.expect('in');
  const source = parseExpression(tokens);
  if (type === undefined) return { source, name, at };
  const cast: Expression = { kind: 'member', target: source, name: 'Cast', typeArgs: [type], at };
  return { source: { kind: 'call', target: cast, args: [], at }, name, at };
}

function readBody(tokens: TokenStream, start: Query): Expression {
  let query = start;
  for (;;) {
    const clause = tokens.peek();
    const read = clause.kind === 'identifier' && Object.hasOwn(CLAUSES, clause.text) ? CLAUSES[clause.text] : undefined;
    if (read === undefined) break;
    query = read(tokens, query);
  }
  const result = tokens.is('group') ? readGroup(tokens, query) : readSelect(tokens, query);
  if (!tokens.take('into')) return result;
  return readBody(tokens, { source: result, names: [tokens.identifier()] });
}

const CLAUSES: Readonly<Record<string, (tokens: TokenStream, query: Query) => Query>> = {
  where: (tokens, query) => {
    const { at } = tokens.next();
    return { ...query, source: call(query.source, 'Where', [lambda(query, parseExpression(tokens), at)], at) };
  },
  let: (tokens, query) => {
    const { at } = tokens.next();
    const name = newName(tokens, query);
    tokens.expect('=');
    const value = parseExpression(tokens);
    const record = recordOf(query.names, [{ name, value }], at);
    return { source: call(query.source, 'Select', [lambda(query, record, at)], at), names: [...query.names, name] };
  },
  orderby: (tokens, query) => {
    const { at } = tokens.next();
    let { source } = query;
    let method = 'OrderBy';
    do {
      const key = lambda(query, parseExpression(tokens), at);
      const descending = tokens.take('descending');
      if (!descending) tokens.take('ascending');
      source = call(source, descending ? `${method}Descending` : method, [key], at);
      method = 'ThenBy';
    } while (tokens.take(','));
    return { ...query, source };
  },
  from: (tokens, query) => {
    const { source, name, at } = readFrom(tokens);
    const result = lambda(query, recordOf([...query.names, name], [], at), at, [{ name, at }]);
    return {
      source: call(query.source, 'SelectMany', [lambda(query, source, at), result], at),
      names: [...query.names, name],
    };
  },
  join: readJoin,
};

function readJoin(tokens: TokenStream, query: Query): Query {
  const { source, name, at } = readFrom(tokens);
  tokens.expect('on');
  const outer = lambda(query, parseExpression(tokens), at);
  tokens.expect('equals');
  const inner = lambda({ source, names: [name] }, parseExpression(tokens), at);
  const group = tokens.take('into') ? tokens.identifier() : undefined;
  const names = [...query.names, group ?? name];
  const result = lambda(query, recordOf(names, [], at), at, [{ name: group ?? name, at }]);
  const method = group === undefined ? 'Join' : 'GroupJoin';
  return { source: call(query.source, method, [source, outer, inner, result], at), names };
}

function readSelect(tokens: TokenStream, query: Query): Expression {
  if (!tokens.is('select'))
    throw mistake('CS0742', tokens.peek().at, 'A query body must end with a select clause or a group clause');
  const { at } = tokens.next();
  return call(query.source, 'Select', [lambda(query, parseExpression(tokens), at)], at);
}

function readGroup(tokens: TokenStream, query: Query): Expression {
  const { at } = tokens.next();
  const element = parseExpression(tokens);
  if (!tokens.take('by')) throw mistake('CS0743', tokens.peek().at, "Expected contextual keyword 'by'");
  const key = lambda(query, parseExpression(tokens), at);
  const isPlain = element.kind === 'name' && query.names.length === 1 && element.name === query.names[0];
  return call(query.source, 'GroupBy', isPlain ? [key] : [key, lambda(query, element, at)], at);
}

function newName(tokens: TokenStream, query: Query): string {
  const { at } = tokens.peek();
  const name = tokens.identifier();
  if (query.names.includes(name))
    throw mistake('CS1931', at, `The range variable '${name}' conflicts with a previous declaration of '${name}'`);
  return name;
}

/** The lambda of a clause: its parameter is the range variable, or an object that holds them. */
function lambda(query: Query, body: Expression, at: number, more: readonly FunctionParameter[] = []): Expression {
  const [only, second] = query.names;
  const parameter: FunctionParameter =
    only !== undefined && second === undefined ? { name: only, at } : { name: '<range>', at, spread: query.names };
  return { kind: 'lambda', parameters: [parameter, ...more], body, at, arrow: at };
}

function recordOf(
  names: readonly string[],
  more: readonly { readonly name: string; readonly value: Expression }[],
  at: number,
): Expression {
  const kept = names.map((name) => ({ name, value: { kind: 'name' as const, name, typeArgs: [], at } }));
  return { kind: 'new-anonymous', members: [...kept, ...more], at };
}

function call(target: Expression, name: string, values: readonly Expression[], at: number): Expression {
  const args: readonly Argument[] = values.map((value) => ({ value }));
  return { kind: 'call', target: { kind: 'member', target, name, typeArgs: [], at }, args, at };
}
