import { NumberText } from '../conversion/plain-json.ts';
import { FILTERS } from './filters.ts';
import { didYouMean } from '../document/suggestion.ts';
import { LiquidError, type LiquidCondition, type LiquidExpression, type LiquidOperand } from './syntax.ts';

const TOKEN =
  /\s*(?:("[^"]*"|'[^']*')|(-?\d+\.\d+|-?\d+)(?![\w-])|(\.\.)|([A-Za-z_][\w-]*\??)|(==|!=|<>|<=|>=|[<>|:,.()[\]=]))/y;

interface Token {
  readonly text: string;
  readonly kind: 'string' | 'number' | 'name' | 'sign';
}

/** Reads what stands between the marks of a tag. */
export class LiquidReader {
  readonly #tokens: readonly Token[];
  readonly #offset: number;
  #at = 0;

  constructor(markup: string, offset: number) {
    this.#offset = offset;
    this.#tokens = tokensOf(markup, offset);
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  fail(message: string): never {
    throw new LiquidError(this.#offset, message);
  }

  /** Takes the token if it is this one. */
  take(text: string): boolean {
    if (this.#tokens[this.#at]?.text !== text || this.#tokens[this.#at]?.kind === 'string') return false;
    this.#at += 1;
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail(`'${text}' is expected instead of '${this.#tokens[this.#at]?.text ?? 'the end'}'.`);
  }

  end(): void {
    if (!this.done) this.fail(`'${this.#tokens[this.#at]?.text ?? ''}' is not expected here.`);
  }

  name(): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'name') return this.fail(`A name is expected instead of '${token?.text ?? 'the end'}'.`);
    this.#at += 1;
    return token.text;
  }

  /** The next token if it is a name, without taking it. */
  peekName(): string | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === 'name' ? token.text : undefined;
  }

  expression(): LiquidExpression {
    const operand = this.operand();
    const filters: LiquidExpression['filters'][number][] = [];
    while (this.take('|')) {
      const name = this.name();
      if (!Object.hasOwn(FILTERS, name))
        this.fail(`There is no filter '${name}'.${didYouMean(name, Object.keys(FILTERS))}`);
      const args: LiquidOperand[] = [];
      if (this.take(':')) {
        do args.push(this.operand());
        while (this.take(','));
      }
      filters.push({ name, args });
    }
    return { operand, filters };
  }

  operand(): LiquidOperand {
    if (this.take('(')) return this.#range();
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'sign')
      return this.fail(`A value is expected instead of '${token?.text ?? 'the end'}'.`);
    this.#at += 1;
    if (token.kind === 'string') return { kind: 'literal', value: token.text };
    if (token.kind === 'number') return { kind: 'literal', value: new NumberText(token.text) };
    return named(token.text) ?? { kind: 'path', name: token.text, steps: this.#steps() };
  }

  #range(): LiquidOperand {
    const from = this.operand();
    this.expect('..');
    const to = this.operand();
    this.expect(')');
    return { kind: 'range', from, to };
  }

  #steps(): readonly LiquidOperand[] {
    const steps: LiquidOperand[] = [];
    for (;;) {
      if (this.take('.')) steps.push({ kind: 'literal', value: this.name() });
      else if (this.take('[')) {
        steps.push(this.operand());
        this.expect(']');
      } else return steps;
    }
  }

  condition(): LiquidCondition {
    const left = this.#comparison();
    const kind = this.take('and') ? 'and' : this.take('or') ? 'or' : undefined;
    return kind === undefined ? left : { kind, left, right: this.condition() };
  }

  #comparison(): LiquidCondition {
    const left = this.operand();
    const operator = OPERATORS.find((each) => this.take(each));
    return operator === undefined
      ? { kind: 'truth', operand: left }
      : { kind: 'comparison', operator: operator.toLowerCase(), left, right: this.operand() };
  }
}

const OPERATORS = [
  '==',
  '!=',
  '<>',
  '<=',
  '>=',
  '<',
  '>',
  'contains',
  'startsWith',
  'endsWith',
  'StartsWith',
  'EndsWith',
];

function named(name: string): LiquidOperand | undefined {
  if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' };
  if (name === 'nil' || name === 'null') return { kind: 'literal', value: null };
  return name === 'empty' || name === 'blank' ? { kind: 'empty' } : undefined;
}

function tokensOf(markup: string, offset: number): readonly Token[] {
  const tokens: Token[] = [];
  const text = markup.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new LiquidError(offset, `'${text.slice(from).trim()}' cannot be read.`);
    const [, quoted, number, dots, name, sign] = match;
    if (quoted !== undefined) tokens.push({ kind: 'string', text: quoted.slice(1, -1) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: dots ?? sign ?? '' });
  }
  return tokens;
}
