import type { Expression, Initializer, InitializerEntry } from '../syntax.ts';
import { parseArguments, parseExpression } from './expressions.ts';
import type { TokenStream } from './token-stream.ts';
import { parseType } from './types.ts';

/** Reads what follows `new`: an object, an anonymous object or an array. */
export function parseNew(tokens: TokenStream, at: number): Expression {
  if (tokens.is('{')) return { kind: 'new-anonymous', members: anonymousMembers(tokens), at };
  if (tokens.take('[')) {
    tokens.expect(']');
    return { kind: 'new-array', items: items(tokens), at };
  }
  const type = parseType(tokens);
  if (type.array) return { kind: 'new-array', element: { ...type, array: false }, items: items(tokens), at };
  if (tokens.take('[')) {
    const size = parseExpression(tokens);
    tokens.expect(']');
    return { kind: 'new-array', element: type, size, at };
  }
  const args = tokens.is('(') ? parseArguments(tokens, '(', ')') : undefined;
  if (tokens.is('{')) return { kind: 'new', type, args: args ?? [], initializer: initializer(tokens), at };
  if (args === undefined) throw tokens.unexpected('A new expression requires (), [], or {} after type');
  return { kind: 'new', type, args, at };
}

function anonymousMembers(tokens: TokenStream): readonly { readonly name: string; readonly value: Expression }[] {
  tokens.expect('{');
  const members: { name: string; value: Expression }[] = [];
  while (!tokens.is('}')) {
    const named = tokens.peek().kind === 'identifier' && tokens.is('=', 1);
    const name = named ? tokens.identifier() : undefined;
    if (named) tokens.next();
    const value = parseExpression(tokens);
    const implied = value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
    if (name === undefined && implied === undefined)
      throw tokens.unexpected('Invalid anonymous type member declarator');
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

function initializer(tokens: TokenStream): Initializer {
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
    const name = tokens.identifier();
    tokens.next();
    return { kind: 'named', name, value: parseExpression(tokens) };
  }
  return { kind: 'item', values: [parseExpression(tokens)] };
}
