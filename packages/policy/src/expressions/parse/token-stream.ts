import { ExpressionError } from '../syntax.ts';
import { nextToken, type Token } from './lexer.ts';

/** The tokens of one expression, with as much looking ahead as C#'s ambiguities need. */
export class TokenStream {
  readonly source: string;
  readonly #tokens: Token[] = [];
  #index = 0;

  /** Reads all of `source` between the offsets. */
  constructor(source: string, start: number, end: number) {
    this.source = source;
    for (let token = nextToken(source, start, end); ; token = nextToken(source, token.end, end)) {
      this.#tokens.push(token);
      if (token.kind === 'end') break;
    }
  }

  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw new Error('A token stream ends with an end token.');
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#index += 1;
    return token;
  }

  /** Whether the token `ahead` is this operator, keyword or contextual word. */
  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return (
      (token.kind === 'operator' || token.kind === 'keyword' || token.kind === 'identifier') && token.text === text
    );
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  expect(text: string): Token {
    if (!this.is(text)) throw this.unexpected(`${text} expected`);
    return this.next();
  }

  identifier(): string {
    const token = this.peek();
    if (token.kind !== 'identifier') throw this.unexpected('Identifier expected');
    this.next();
    return token.text;
  }

  unexpected(message: string): ExpressionError {
    return new ExpressionError(this.peek().at, message);
  }

  /** Runs `attempt`; where it gives nothing or fails, the stream stands where it was. */
  attempt<T>(attempt: () => T | undefined): T | undefined {
    const before = this.#index;
    try {
      const result = attempt();
      if (result === undefined) this.#index = before;
      return result;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.#index = before;
      return undefined;
    }
  }
}
