import {
  mistake,
  type ArrayItem,
  type Expression,
  type Initializer,
  type InitializerEntry,
  type TypeRef,
} from '../syntax.ts';
import { parseArguments, parseExpression } from './expressions.ts';
import type { TokenStream } from './token-stream.ts';
import { parseElementType, parseRanks } from './types.ts';

/** Reads what follows `new`: an object, an anonymous object or an array. */
export function parseNew(tokens: TokenStream, at: number): Expression {
  if (tokens.is('{')) return { kind: 'new-anonymous', members: anonymousMembers(tokens), at };
  if (tokens.is('[')) {
    const [rank = 1] = parseRanks(tokens);
    return { kind: 'new-array', items: arrayItems(tokens), rank, at };
  }
  if (tokens.is('(') && !isTupleArray(tokens))
    throw mistake('CS8370', at, "Feature 'target-typed object creation' is not available in C# 7.3.");
  const type = parseElementType(tokens);
  if (tokens.is('[')) return parseNewArray(tokens, type, at);
  const args = tokens.is('(') ? parseArguments(tokens, '(', ')') : undefined;
  if (tokens.is('{')) return { kind: 'new', type, args: args ?? [], initializer: parseInitializer(tokens), at };
  if (args === undefined)
    throw mistake('CS1526', tokens.peek().at, 'A new expression requires an argument list or (), [], or {} after type');
  return { kind: 'new', type, args, at };
}

/** `new (int, string)[2]`. */
function isTupleArray(tokens: TokenStream): boolean {
  return tokens.peek(2).kind !== 'operator' || tokens.is(',', 2);
}

/** `new T[n]`, `new T[n, m]`, `new T[n][]`, `new T[] {…}`. */
function parseNewArray(tokens: TokenStream, element: TypeRef, at: number): Expression {
  let sizes: Expression[] | undefined;
  if (!tokens.is(']', 1) && !tokens.is(',', 1)) {
    tokens.next();
    sizes = [parseExpression(tokens)];
    while (tokens.take(',')) sizes.push(parseExpression(tokens));
    tokens.expect(']');
  }
  const ranks = parseRanks(tokens);
  const rank = sizes?.length ?? ranks[0] ?? 1;
  const inner = sizes === undefined ? ranks.slice(1) : ranks;
  const elementType =
    inner.length === 0
      ? element
      : {
          ...element,
          nullable: false,
          array: true,
          ranks: inner,
          ...(element.nullable ? { elementNullable: true } : {}),
        };
  const items = tokens.is('{') ? { items: arrayItems(tokens) } : {};
  if (sizes === undefined && !('items' in items))
    throw mistake('CS1586', tokens.peek().at, 'Array creation must have array size or array initializer');
  return { kind: 'new-array', element: elementType, ...(sizes === undefined ? {} : { sizes }), ...items, rank, at };
}

/** Reads `{1, 2}` or `{{1, 2}, {3, 4}}`. */
export function arrayItems(tokens: TokenStream): readonly ArrayItem[] {
  tokens.expect('{');
  const list: ArrayItem[] = [];
  while (!tokens.is('}')) {
    const { at } = tokens.peek();
    list.push(tokens.is('{') ? { kind: 'items', items: arrayItems(tokens), at } : parseExpression(tokens));
    if (!tokens.take(',')) break;
  }
  tokens.expect('}');
  return list;
}

/** `new { a.B, c?.D }` names its members B and D. */
function impliedName(value: Expression): string | undefined {
  if (value.kind === 'conditional-access') return impliedName(value.then);
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}

function anonymousMembers(tokens: TokenStream): readonly { readonly name: string; readonly value: Expression }[] {
  tokens.expect('{');
  const members: { name: string; value: Expression }[] = [];
  while (!tokens.is('}')) {
    const named = tokens.peek().kind === 'identifier' && tokens.is('=', 1);
    const name = named ? tokens.identifier() : undefined;
    if (named) tokens.next();
    const value = parseExpression(tokens);
    const implied = impliedName(value);
    if (name === undefined && implied === undefined)
      throw mistake(
        'CS0746',
        value.at,
        'Invalid anonymous type member declarator. Anonymous type members must be declared with a member assignment, simple name or member access.',
      );
    if (members.some((other) => other.name === (name ?? implied)))
      throw mistake('CS0833', value.at, 'An anonymous type cannot have multiple properties with the same name');
    members.push({ name: name ?? implied ?? '', value });
    if (!tokens.take(',')) break;
  }
  tokens.expect('}');
  return members;
}

function items(tokens: TokenStream): readonly Expression[] {
  tokens.expect('{');
  const list: Expression[] = [];
  while (!tokens.is('}')) {
    list.push(parseExpression(tokens));
    if (!tokens.take(',')) break;
  }
  tokens.expect('}');
  return list;
}

/** Reads `{1, 2}`, `{{"a", 1}}`, `{["a"] = 1}` or `{Name = 1}`. */
export function parseInitializer(tokens: TokenStream): Initializer {
  tokens.expect('{');
  const entries: InitializerEntry[] = [];
  while (!tokens.is('}')) {
    entries.push(entry(tokens));
    if (!tokens.take(',')) break;
  }
  tokens.expect('}');
  return { entries };
}

function entry(tokens: TokenStream): InitializerEntry {
  if (tokens.is('{')) return { kind: 'item', values: items(tokens) };
  if (tokens.is('[')) {
    const args = parseArguments(tokens, '[', ']');
    tokens.expect('=');
    return { kind: 'indexed', args, value: parseExpression(tokens) };
  }
  if (tokens.peek().kind === 'identifier' && tokens.is('=', 1)) {
    const { at } = tokens.peek();
    const name = tokens.identifier();
    tokens.next();
    if (tokens.is('{')) return { kind: 'nested', name, initializer: parseInitializer(tokens), at };
    return { kind: 'named', name, value: parseExpression(tokens), at };
  }
  return { kind: 'item', values: [parseExpression(tokens)] };
}
