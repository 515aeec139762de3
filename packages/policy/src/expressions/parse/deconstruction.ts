import type { Argument, Expression } from '../syntax.ts';
import type { TokenStream } from './token-stream.ts';

/** Whether `var (a, b)` comes next. */
export function isDeclarationTuple(tokens: TokenStream): boolean {
  if (!tokens.is('var') || !tokens.is('(', 1)) return false;
  let ahead = 2;
  while (tokens.peek(ahead).kind === 'identifier' || tokens.is(',', ahead) || tokens.is('(', ahead)) ahead += 1;
  while (tokens.is(')', ahead) || tokens.is(',', ahead) || tokens.peek(ahead).kind === 'identifier') ahead += 1;
  return tokens.is('=', ahead) || tokens.is('in', ahead) || tokens.is('in', ahead - 1);
}

/** Reads `var (a, (b, c))` as a tuple of declarations. */
export function parseDeclarationTuple(tokens: TokenStream): Expression {
  const { at } = tokens.next();
  return { ...designations(tokens), at };
}

function designations(tokens: TokenStream): Expression {
  const { at } = tokens.expect('(');
  const items: Argument[] = [];
  do items.push({ value: designation(tokens) });
  while (tokens.take(','));
  tokens.expect(')');
  return { kind: 'tuple', items, at };
}

function designation(tokens: TokenStream): Expression {
  if (tokens.is('(')) return designations(tokens);
  const { at } = tokens.peek();
  return { kind: 'declaration', name: tokens.identifier(), at };
}
