import { mistake, type TypeRef } from '../syntax.ts';
import type { TokenStream } from './token-stream.ts';

/** C#'s keywords for types. */
export const PREDEFINED = new Set(
  'bool byte char decimal double float int long object sbyte short string uint ulong ushort void'.split(' '),
);

/** Reads a type: `string`, `System.Guid`, `Dictionary<string, JToken[]>`, `int?`, `int[][,]`, `(int a, string b)`. */
export function parseType(tokens: TokenStream): TypeRef {
  const element = parseElementType(tokens);
  const ranks = parseRanks(tokens);
  if (ranks.length === 0) return element;
  const type = { ...element, nullable: false, array: true, ranks };
  return element.nullable ? { ...type, elementNullable: true } : type;
}

/** Reads a type up to the brackets of an array. */
export function parseElementType(tokens: TokenStream): TypeRef {
  const type = tokens.is('(') ? parseTupleType(tokens) : parseNamedType(tokens);
  const markAt = tokens.peek().at;
  return isNullableMark(tokens) && tokens.take('?') ? { ...type, nullable: true, markAt } : type;
}

/** Reads `[]`, `[,]`, one after the other; the size of a `new` expression is none of them. */
export function parseRanks(tokens: TokenStream): readonly number[] {
  const ranks: number[] = [];
  while (tokens.is('[') && (tokens.is(']', 1) || tokens.is(',', 1))) {
    tokens.next();
    let rank = 1;
    while (tokens.take(',')) rank += 1;
    tokens.expect(']');
    ranks.push(rank);
  }
  return ranks;
}

function parseNamedType(tokens: TokenStream): TypeRef {
  const { at } = tokens.peek();
  let name = readName(tokens);
  const namespace: string[] = [];
  while (tokens.is('.') && tokens.peek(1).kind === 'identifier') {
    tokens.next();
    namespace.push(name);
    name = tokens.identifier();
  }
  const args = tokens.is('<') ? parseTypeArguments(tokens) : [];
  const type = { name, args, nullable: false, array: false, at };
  return namespace.length === 0 ? type : { ...type, namespace: namespace.join('.') };
}

function parseTupleType(tokens: TokenStream): TypeRef {
  const { at } = tokens.expect('(');
  const args: TypeRef[] = [];
  const names: (string | undefined)[] = [];
  do {
    args.push(parseType(tokens));
    names.push(tokens.peek().kind === 'identifier' ? tokens.identifier() : undefined);
  } while (tokens.take(','));
  tokens.expect(')');
  if (args.length < 2) throw mistake('CS8124', at, 'Tuple must contain at least two elements.');
  return { name: 'ValueTuple', args, names, nullable: false, array: false, at };
}

/** `x as string ? a : b` is a ternary: a `?` belongs to the type only where no operand can follow it. */
function isNullableMark(tokens: TokenStream): boolean {
  if (!tokens.is('?')) return false;
  const next = tokens.peek(1);
  if (next.kind === 'end') return true;
  if (next.kind === 'identifier') return ['=', ';', ',', ')', 'in'].some((text) => tokens.is(text, 2));
  return (
    next.kind === 'operator' &&
    [')', '>', ',', ';', '[', ']', '?', '&&', '||', '==', '!=', '??', '{', '}', ':'].includes(next.text)
  );
}

function readName(tokens: TokenStream): string {
  const token = tokens.peek();
  if (token.kind === 'keyword' && PREDEFINED.has(token.text)) {
    tokens.next();
    return token.text;
  }
  if (token.kind !== 'identifier') throw mistake('CS1031', token.at, 'Type expected');
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
