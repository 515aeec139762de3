import { mistake } from '../syntax.ts';
import type { TokenStream } from './token-stream.ts';

/** Refuses what C# 8 and later added behind an operand, by the name of the feature: expressions are C# 7. */
export function newerSyntax(tokens: TokenStream): void {
  const { at, end } = tokens.peek();
  const isJoined = (next: string): boolean => tokens.is(next, 1) && tokens.peek(1).at === end;
  if (tokens.is('??') && isJoined('=')) throw notAvailable(at, 'coalescing assignment', '8.0');
  if (tokens.is('switch') && tokens.is('{', 1)) throw notAvailable(at, 'recursive patterns', '8.0');
  if (tokens.is('.') && isJoined('.')) throw notAvailable(at, 'range operator', '8.0');
  if (tokens.is('with') && tokens.is('{', 1)) throw notAvailable(at, 'records', '9.0');
  if (tokens.is('and') || tokens.is('or'))
    throw notAvailable(at, tokens.is('and') ? 'and pattern' : 'or pattern', '9.0');
  if (tokens.is('!') && (tokens.is('.', 1) || tokens.is(';', 1) || tokens.is(')', 1)))
    throw notAvailable(at, 'nullable reference types', '8.0');
}

/** Refuses patterns of C# 8 and later. */
export function newerPattern(tokens: TokenStream): void {
  const { at } = tokens.peek();
  if (tokens.is('not') && !tokens.is(')', 1)) throw notAvailable(at, 'not pattern', '9.0');
  if (tokens.is('{')) throw notAvailable(at, 'recursive patterns', '8.0');
  if (['<', '>', '<=', '>='].some((operator) => tokens.is(operator)))
    throw notAvailable(at, 'relational pattern', '9.0');
}

/** The error of a feature that came after C# 7.3. */
export function notAvailable(at: number, feature: string, version: string) {
  return mistake(
    'CS8370',
    at,
    `Feature '${feature}' is not available in C# 7.3. Please use language version ${version} or greater.`,
  );
}
