import { syntaxError, type KqlError, type KqlPosition } from './errors.ts';
import { tokenize, type Token } from './lexer.ts';

/** Reads the tokens of a query from left to right. */
export class Cursor {
  readonly text: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokenize(text);
  }

  get token(): Token {
    return this.peek(0);
  }

  get position(): KqlPosition {
    return this.token.position;
  }

  /** The token `ahead` places on; beyond the end it is the end. */
  peek(ahead: number): Token {
    const token = this.#tokens[this.#at + ahead] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error('a query has an end');
    return token;
  }

  next(): Token {
    const token = this.token;
    this.#at += 1;
    return token;
  }

  /** Whether a name or sign stands here; text in quotes never does. */
  is(text: string): boolean {
    const { kind } = this.token;
    return this.token.text === text && (kind === 'name' || kind === 'sign');
  }

  /** Takes a name or sign where it stands here. */
  take(text: string): boolean {
    const found = this.is(text);
    if (found) this.next();
    return found;
  }

  expect(text: string): Token {
    if (!this.is(text)) throw this.unexpected(`expected '${text}'`);
    return this.next();
  }

  /** A name, or one in brackets and quotes: `['My column']`. */
  name(): string {
    if (this.token.kind === 'name') return this.next().text;
    if (!this.is('[') || this.peek(1).kind !== 'text') throw this.unexpected('expected a name');
    this.next();
    const name = String(this.next().value);
    this.expect(']');
    return name;
  }

  /** Items with commas between them. */
  list<T>(item: () => T): readonly T[] {
    const items = [item()];
    while (this.take(',')) items.push(item());
    return items;
  }

  /** What stands between parentheses as it was written, which literals of dates and JSON need. The next token is `(`. */
  raw(): string {
    const open = this.expect('(');
    let depth = 1;
    while (depth > 0) {
      if (this.token.kind === 'end') throw this.unexpected("expected ')'");
      if (this.is('(')) depth += 1;
      if (this.is(')')) depth -= 1;
      this.next();
    }
    return this.text.slice(open.end, this.peek(-1).start);
  }

  /** A mistake of grammar at this place. */
  unexpected(why: string): KqlError {
    const { text, kind, position } = this.token;
    const what = kind === 'end' ? 'the end of the query' : `'${text}'`;
    return syntaxError(`Query could not be parsed at ${what} (${why})`, position, text);
  }
}
