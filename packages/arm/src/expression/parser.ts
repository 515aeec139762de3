import { ExpressionError } from '../errors.ts';
import { type Expression, literal } from './ast.ts';
import { type Token, tokenize } from './lexer.ts';

const parsed = new Map<string, Expression>();
const CACHE_LIMIT = 20_000;

/** Whether a template string is an expression: it starts with `[` (not `[[`) and ends with `]`. */
export function isExpression(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']') && !text.startsWith('[[');
}

/** A template string that is no expression, as ARM reads it: `[[text]` stands for `[text]`. */
export function unescape(text: string): string {
  return text.startsWith('[[') && text.endsWith(']') ? text.slice(1) : text;
}

/** The longest expression that ARM reads (Microsoft Learn: template limits). The words are an assumption. */
const LONGEST = 24_576;

/** Parses a template string such as `[concat('a', 'b')]`. Throws `ExpressionError` with the position of the fault. */
export function parseTemplateString(text: string): Expression {
  if (text.length > LONGEST)
    throw new ExpressionError(
      `The language expression length limit exceeded. Limit: '${String(LONGEST)}' and actual: '${String(text.length)}'.`,
    );
  return parseExpression(text.slice(1, -1));
}

/** Parses an expression without its outer brackets. */
export function parseExpression(source: string): Expression {
  const known = parsed.get(source);
  if (known !== undefined) return known;
  const expression = new Parser(source).parse();
  if (parsed.size >= CACHE_LIMIT) parsed.clear();
  parsed.set(source, expression);
  return expression;
}

class Parser {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #index = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokenize(source);
  }

  parse(): Expression {
    const expression = this.#expression();
    if (this.#current.kind !== 'end') this.#unexpected();
    return expression;
  }

  get #current(): Token {
    const token = this.#tokens[this.#index];
    if (token === undefined) throw new ExpressionError(`The language expression '${this.#source}' is not complete.`);
    return token;
  }

  #expression(): Expression {
    let expression = this.#primary();
    for (;;) {
      if (this.#accept('.')) expression = { kind: 'property', target: expression, key: literal(this.#identifier()) };
      else if (this.#accept('[')) {
        expression = { kind: 'property', target: expression, key: this.#expression() };
        this.#expect(']');
      } else return expression;
    }
  }

  #primary(): Expression {
    const token = this.#current;
    if (token.kind === 'string' || token.kind === 'number') {
      this.#index += 1;
      return literal(token.kind === 'string' ? token.text : this.#number(token.text));
    }
    if (token.kind !== 'identifier') this.#unexpected();
    return this.#call();
  }

  #call(): Expression {
    let name = this.#identifier();
    while (this.#accept('.')) name += `.${this.#identifier()}`;
    this.#expect('(');
    const args: Expression[] = [];
    if (!this.#accept(')')) {
      do args.push(this.#expression());
      while (this.#accept(','));
      this.#expect(')');
    }
    return { kind: 'call', name, args };
  }

  #number(text: string): number {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new ExpressionError(`The number '${text}' is outside the supported range.`);
    return value;
  }

  #identifier(): string {
    const token = this.#current;
    if (token.kind !== 'identifier') this.#unexpected();
    this.#index += 1;
    return token.text;
  }

  #accept(punctuation: string): boolean {
    if (this.#current.kind !== 'punctuation' || this.#current.text !== punctuation) return false;
    this.#index += 1;
    return true;
  }

  #expect(punctuation: string): void {
    if (!this.#accept(punctuation)) this.#unexpected(punctuation);
  }

  #unexpected(expected?: string): never {
    const { kind, text, position } = this.#current;
    const found = kind === 'end' ? 'the end' : `'${text}'`;
    const wanted = expected === undefined ? '' : ` expected '${expected}' but`;
    throw new ExpressionError(
      `Unable to parse language expression '${this.#source}':${wanted} found ${found} at position '${position}'.`,
    );
  }
}
