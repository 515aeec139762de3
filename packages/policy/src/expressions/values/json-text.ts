import { DateTime, DateTimeOffset, parseDateText } from './time.ts';
import { Floating, Integer, fits, decimalText, DecimalNumber } from './number.ts';
import type { JToken } from './json.ts';
import { JArray, JObject, JProperty, JValue } from './json.ts';
import { NetException, type Value } from './value.ts';
import { formatDouble, valueText } from './text.ts';
import { formatDate } from './date-format.ts';

/** Parses JSON as Newtonsoft does by default: integers become long, fractions double, ISO dates DateTime. */
export function parseJson(text: string): JToken {
  const reader = new JsonReader(text);
  const token = reader.value();
  reader.end();
  return token;
}

class JsonReader {
  readonly #text: string;
  #at = 0;
  /** Where the reader stands, for messages: `a`, `.b`, `[0]`. */
  readonly #path: string[] = [];
  #loading = '';

  constructor(text: string) {
    this.#text = text;
  }

  value(): JToken {
    this.#skip();
    const character = this.#text.charAt(this.#at);
    if (character === '{') return this.#object();
    if (character === '[') return this.#array();
    if (character === '"' || character === "'") return stringToken(this.#string(character));
    return this.#word();
  }

  end(): void {
    this.#skip();
    if (this.#at < this.#text.length)
      throw this.#error('Additional text encountered after finished reading JSON content');
  }

  #object(): JObject {
    const result = new JObject();
    if (this.#loading === '') this.#loading = 'JObject';
    this.#at += 1;
    for (;;) {
      this.#skip();
      if (this.#take('}')) return result;
      const name = this.#name();
      this.#skip();
      if (!this.#take(':')) throw this.#error('Invalid character after parsing property name. Expected ":" but got');
      this.#path.push(this.#path.length === 0 ? name : `.${name}`);
      result.set(name, this.value());
      this.#path.pop();
      this.#skip();
      if (this.#take(',')) continue;
      if (this.#take('}')) return result;
      throw this.#error('After parsing a value an unexpected character was encountered');
    }
  }

  #name(): string {
    const quote = this.#text.charAt(this.#at);
    if (quote === '"' || quote === "'") return this.#string(quote);
    const bare = /^[\p{L}\p{N}_$]+/u.exec(this.#text.slice(this.#at))?.[0];
    if (bare === undefined) throw this.#error('Invalid property identifier character');
    this.#at += bare.length;
    return bare;
  }

  #array(): JArray {
    const result = new JArray();
    if (this.#loading === '') this.#loading = 'JArray';
    this.#at += 1;
    for (;;) {
      this.#skip();
      if (this.#take(']')) return result;
      this.#path.push(`[${result.values.length}]`);
      result.add(this.value());
      this.#path.pop();
      this.#skip();
      if (this.#take(',')) continue;
      if (this.#take(']')) return result;
      throw this.#error('After parsing a value an unexpected character was encountered');
    }
  }

  #string(quote: string): string {
    let value = '';
    this.#at += 1;
    for (;;) {
      const character = this.#text.charAt(this.#at);
      if (character === '') throw this.#error('Unterminated string. Expected delimiter');
      this.#at += 1;
      if (character === quote) return value;
      value += character === '\\' ? this.#escape() : character;
    }
  }

  #escape(): string {
    const character = this.#text.charAt(this.#at);
    this.#at += 1;
    if (character !== 'u') {
      const simple = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\', '/': '/' }[
        character
      ];
      if (simple === undefined) throw this.#error('Bad JSON escape sequence');
      return simple;
    }
    const hex = this.#text.slice(this.#at, this.#at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw this.#error('Invalid Unicode escape sequence');
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  #word(): JValue {
    const word = /^(?:-?[\d.][\d.eE+-]*|-?[A-Za-z]+)/.exec(this.#text.slice(this.#at))?.[0] ?? '';
    const value = wordValue(word);
    if (value === undefined) throw this.#error('Unexpected character encountered while parsing value');
    this.#at += word.length;
    return new JValue(value);
  }

  #skip(): void {
    const space = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/.exec(this.#text.slice(this.#at));
    this.#at += space?.[0].length ?? 0;
  }

  #take(character: string): boolean {
    if (this.#text.charAt(this.#at) !== character) return false;
    this.#at += 1;
    return true;
  }

  #error(message: string): NetException {
    const before = this.#text.slice(0, this.#at);
    const line = before.split('\n').length;
    const position = this.#at - before.lastIndexOf('\n') - 1;
    const found = this.#text.charAt(this.#at);
    const what = found === '' ? 'Unexpected end of content' : `${message}: ${found}`;
    const loading = found === '' && this.#loading !== '' ? ` while loading ${this.#loading}` : '';
    const where = before.trim() === '' ? 0 : line;
    return new NetException(
      'JsonReaderException',
      `${what}${loading}. Path '${this.#path.join('')}', line ${where}, position ${position}.`,
    );
  }
}

function wordValue(word: string): Value | undefined {
  if (word === 'null' || word === 'undefined') return null;
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'NaN') return new Floating('double', Number.NaN);
  if (/^-?\d+$/.test(word)) {
    const value = BigInt(word);
    return fits('long', value) ? new Integer('long', value) : new Floating('double', Number(word));
  }
  const number = Number(word);
  return word === '' || Number.isNaN(number) ? undefined : new Floating('double', number);
}

/** Newtonsoft reads text that looks like an ISO date and time as a date (DateParseHandling.DateTime). */
function stringToken(text: string): JValue {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return new JValue(text);
  const date = parseDateText(text);
  if (date === undefined) return new JValue(text);
  if (date.offset === undefined) return new JValue(new DateTime(date.ticks, 'Unspecified'));
  return new JValue(new DateTime(date.ticks - date.offset, text.trimEnd().endsWith('Z') ? 'Utc' : 'Local'));
}

/** JSON text of a token: indented by two spaces (`ToString()`) or without any white space. */
export function jsonText(token: JToken, indented: boolean, depth = 0): string {
  if (token instanceof JProperty)
    return `${quote(token.name)}:${indented ? ' ' : ''}${jsonText(token.value, indented, depth)}`;
  if (token instanceof JValue) return scalarText(token.value);
  const parts = token.children().map((child) => jsonText(child, indented, depth + 1));
  const [open, close] = token instanceof JObject ? ['{', '}'] : ['[', ']'];
  if (parts.length === 0 || !indented) return `${open}${parts.join(',')}${close}`;
  const inner = '  '.repeat(depth + 1);
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${'  '.repeat(depth)}${close}`;
}

function scalarText(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Integer) return String(value.value);
  if (value instanceof Floating) return withPoint(value.value);
  if (value instanceof DecimalNumber)
    return decimalText(value.value).includes('.') ? decimalText(value.value) : `${decimalText(value.value)}.0`;
  if (value instanceof DateTime) return quote(isoDate(value));
  if (value instanceof DateTimeOffset)
    return quote(formatDate(value.ticks, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", 'Local', value.offsetTicks));
  return quote(valueText(value));
}

function isoDate(value: DateTime): string {
  const zone = value.kind === 'Utc' ? "'Z'" : value.kind === 'Local' ? 'zzz' : '';
  return formatDate(value.ticks, `yyyy-MM-dd'T'HH:mm:ss.FFFFFFF${zone}`, value.kind, 0n);
}

function withPoint(value: number): string {
  if (!Number.isFinite(value)) return quote(formatDouble(value));
  const text = formatDouble(value);
  return /[.E]/.test(text) ? text : `${text}.0`;
}

/** Newtonsoft escapes only what JSON demands. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(/\\u(00[0-9a-f]{2})/g, (escape) => escape.toLowerCase());
}

/** A .NET value of plain JavaScript data, for JSON that comes from outside (claims, context files). */
export function tokenOf(data: unknown): JToken {
  return parseJson(JSON.stringify(data) || 'null');
}
