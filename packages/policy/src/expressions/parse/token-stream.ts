import { ExpressionError, mistake, type Overflow } from '../syntax.ts';
import { nextToken, type Token } from './lexer.ts';

const EXPECTED: Readonly<Record<string, string>> = {
  ';': 'CS1002',
  ')': 'CS1026',
  '}': 'CS1513',
  '{': 'CS1514',
};

function expected(text: string): string {
  return Object.hasOwn(EXPECTED, text) ? `${text} expected` : `Syntax error, '${text}' expected`;
}

/** The tokens of one expression, with as much looking ahead as C#'s ambiguities need. */
export class TokenStream {
  readonly source: string;
  readonly #tokens: Token[] = [];
  #index = 0;
  /** Set inside of `checked` and `unchecked`. */
  overflow: Overflow | undefined;

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

  /** The token that was taken last. */
  last(): Token {
    return this.#tokens[this.#index - 1] ?? this.peek();
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
    if (!this.is(text)) throw mistake(EXPECTED[text] ?? 'CS1003', this.#missingAt(), expected(text));
    return this.next();
  }

  identifier(): string {
    const token = this.peek();
    if (token.kind === 'keyword')
      throw mistake('CS1041', token.at, `Identifier expected; '${token.text}' is a keyword`);
    if (token.kind !== 'identifier') throw mistake('CS1001', token.at, 'Identifier expected');
    this.next();
    return token.text;
  }

  unexpected(message: string): ExpressionError {
    return new ExpressionError(this.peek().at, message);
  }

  /** The compiler shows what is missing at the next token, or behind the last one where a line ends in between. */
  #missingAt(): number {
    const { at } = this.peek();
    const before = this.#tokens[this.#index - 1];
    return before !== undefined && this.source.slice(before.end, at).includes('\n') ? before.end : at;
  }

  /** Reads with `overflow` for everything inside. */
  within<T>(overflow: Overflow, read: () => T): T {
    const before = this.overflow;
    this.overflow = overflow;
    try {
      return read();
    } finally {
      this.overflow = before;
    }
  }

  /** Whether `test` holds for what comes next; the stream stays where it is. */
  lookAhead(test: () => boolean): boolean {
    const before = this.#index;
    const holds = this.attempt(() => (test() ? true : undefined));
    this.#index = before;
    return holds === true;
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
