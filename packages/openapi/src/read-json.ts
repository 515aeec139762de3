import { put, type JsonObject, type JsonValue } from './json.ts';
import { numberOf } from './numbers.ts';

/** Deeper than any document that a person or a generator means; deeper ones would end in a stack overflow. */
export const MAX_DEPTH = 200;
/** How a mistake about that begins: the reader that keeps places would overflow. */
export const TOO_DEEP = `more than ${MAX_DEPTH} levels of nesting`;

/** Text that cannot be read: what is wrong, and at which character or JSON pointer. */
export class SyntaxMistake extends Error {
  override readonly name = 'SyntaxMistake';
  readonly where: number | string;

  constructor(message: string, where: number | string) {
    super(message);
    this.where = where;
  }
}

/** What a text holds, and whether some mapping names a key twice. */
export interface ReadJson {
  readonly value: JsonValue;
  readonly hasDuplicates: boolean;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;
/** Up to the closing quote where no escape is in between: nearly every text. */
const PLAIN_TEXT = /"[^"\\\t\n\r]*"/y;

/**
 * Reads JSON. `JSON.parse` rounds numbers, keeps the last of two equal keys without a word, gives mistakes no place, and
 * overflows on nesting; here none of that. Throws `SyntaxMistake`.
 */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return { value, hasDuplicates: reader.hasDuplicates };
}

class Reader {
  hasDuplicates = false;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): JsonValue {
    this.#space();
    const character = this.#text[this.#at];
    if (character === '{' || character === '[') {
      if (depth >= MAX_DEPTH) throw this.#mistake(TOO_DEEP);
      return character === '{' ? this.#object(depth + 1) : this.#list(depth + 1);
    }
    if (character === '"') return this.#string();
    return this.#word();
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) throw this.#mistake('the document ends here, but more text follows');
  }

  #object(depth: number): JsonObject {
    const object: JsonObject = {};
    this.#at += 1;
    this.#space();
    if (this.#take('}')) return object;
    do {
      this.#space();
      const key = this.#string();
      if (Object.hasOwn(object, key)) this.hasDuplicates = true;
      this.#space();
      if (!this.#take(':')) throw this.#mistake(`a colon is missing after the key "${key}"`);
      put(object, key, this.value(depth));
      this.#space();
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#mistake('a comma or } is missing');
    return object;
  }

  #list(depth: number): JsonValue[] {
    const list: JsonValue[] = [];
    this.#at += 1;
    this.#space();
    if (this.#take(']')) return list;
    do {
      list.push(this.value(depth));
      this.#space();
    } while (this.#take(','));
    if (!this.#take(']')) throw this.#mistake('a comma or ] is missing');
    return list;
  }

  #string(): string {
    const plain = this.#match(PLAIN_TEXT);
    if (plain !== undefined) return plain.slice(1, -1);
    if (this.#text[this.#at] !== '"') throw this.#mistake('a text in double quotes is expected');
    const end = this.#closingQuote();
    try {
      const value = JSON.parse(this.#text.slice(this.#at, end + 1)) as string;
      this.#at = end + 1;
      return value;
    } catch {
      throw this.#mistake('a text that does not end, or with a character or an escape that JSON does not know');
    }
  }

  #closingQuote(): number {
    let at = this.#at + 1;
    while (at < this.#text.length && this.#text[at] !== '"') at += this.#text[at] === '\\' ? 2 : 1;
    return at;
  }

  #word(): JsonValue {
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    const number = this.#match(NUMBER);
    if (number !== undefined) return numberOf(number);
    throw this.#mistake(this.#at >= this.#text.length ? 'the text ends in the middle' : 'a value is expected');
  }

  #space(): void {
    if (this.#text.charCodeAt(this.#at) > 32) return;
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    this.#at = SPACE.lastIndex;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return undefined;
    const start = this.#at;
    this.#at = pattern.lastIndex;
    return this.#text.slice(start, this.#at);
  }

  #mistake(message: string): SyntaxMistake {
    return new SyntaxMistake(message, this.#at);
  }
}

const WORDS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
