import { NetObject } from './value.ts';

/** `System.IO.StringReader`. */
export class StringReaderObject extends NetObject {
  readonly netType = 'System.IO.StringReader';
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  readLine(): string | null {
    if (this.#at >= this.#text.length) return null;
    const rest = this.#text.slice(this.#at);
    const [line = '', end = ''] = /^[^\r\n]*(\r\n|\r|\n)?/.exec(rest) ?? [];
    this.#at += line.length;
    return line.slice(0, line.length - end.length);
  }

  readToEnd(): string {
    const rest = this.#text.slice(this.#at);
    this.#at = this.#text.length;
    return rest;
  }

  /** The next character, or -1. */
  read(isPeek: boolean): number {
    if (this.#at >= this.#text.length) return -1;
    const code = this.#text.charCodeAt(this.#at);
    if (!isPeek) this.#at += 1;
    return code;
  }
}

/** `System.IO.StringWriter`. */
export class StringWriterObject extends NetObject {
  readonly netType = 'System.IO.StringWriter';
  text = '';
}
