/** Characters of a text that is kept: the cache must not hold what nobody sends twice. */
const LONGEST = 512 * 1024;

/**
 * What was made of a text, kept by the text itself: a gateway parses a document when it is saved and runs it for every
 * request. What was made is never changed, so that requests can share it. The one that was not used for longest goes.
 */
export class ParsedCache<Parsed> {
  readonly #parsed = new Map<string, Parsed>();
  readonly #most: number;

  /** `most`: how many are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  get(text: string, parse: () => Parsed): Parsed {
    const parsed = this.#parsed.get(text) ?? parse();
    this.#parsed.delete(text);
    if (text.length <= LONGEST) this.#parsed.set(text, parsed);
    const [oldest] = this.#parsed.size > this.#most ? this.#parsed.keys() : [];
    if (oldest !== undefined) this.#parsed.delete(oldest);
    return parsed;
  }
}
