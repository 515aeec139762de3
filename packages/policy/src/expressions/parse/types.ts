import type { TypeRef } from '../syntax.ts';
import type { TokenStream } from './token-stream.ts';

/** C#'s keywords for types. */
export const PREDEFINED = new Set(
  'bool byte char decimal double float int long object sbyte short string uint ulong ushort void'.split(' '),
);

/** Reads a type: `string`, `System.Guid`, `Dictionary<string, JToken[]>`, `int?`. */
export function parseType(tokens: TokenStream): TypeRef {
  const { at } = tokens.peek();
  let name = readName(tokens);
  while (tokens.is('.') && tokens.peek(1).kind === 'identifier') {
    tokens.next();
    name = tokens.identifier();
  }
  const args = tokens.is('<') ? parseTypeArguments(tokens) : [];
  const nullable = isNullableMark(tokens) && tokens.take('?');
  const array = tokens.is('[') && tokens.is(']', 1);
  if (array) {
    tokens.next();
    tokens.next();
  }
  return { name, args, array, nullable, at };
}

/** `x as string ? a : b` is a ternary: a `?` belongs to the type only where no operand can follow it. */
function isNullableMark(tokens: TokenStream): boolean {
  if (!tokens.is('?')) return false;
  const next = tokens.peek(1);
  if (next.kind === 'end') return true;
  if (next.kind === 'identifier') return ['=', ';', ',', ')', 'in'].some((text) => tokens.is(text, 2));
  return (
    next.kind === 'operator' && [')', '>', ',', ';', '[', ']', '?', '&&', '||', '==', '!=', '??'].includes(next.text)
  );
}

function readName(tokens: TokenStream): string {
  const token = tokens.peek();
  if (token.kind === 'keyword' && PREDEFINED.has(token.text)) {
    tokens.next();
    return token.text;
  }
  if (token.kind !== 'identifier') throw tokens.unexpected('Type expected');
  return tokens.identifier();
}

/** Reads `<A, B>`. */
export function parseTypeArguments(tokens: TokenStream): readonly TypeRef[] {
  tokens.expect('<');
  const args = [parseType(tokens)];
  while (tokens.take(',')) args.push(parseType(tokens));
  tokens.expect('>');
  return args;
}
