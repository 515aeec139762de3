const NAMED: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&', apos: "'" };
const ENTITY = /&(?:(quot|lt|gt|amp|apos)|#(\d+)|#x([0-9a-fA-F]+));/g;

/** Text with XML's entities decoded, and for every character of it the offset it came from. */
export interface Decoded {
  readonly text: string;
  /** One longer than `text`: the last is the end. */
  readonly offsets: readonly number[];
}

/** Decodes the five named entities and character references. */
export function decodeEntities(source: string): Decoded {
  const offsets: number[] = [];
  let text = '';
  let at = 0;
  const copy = (end: number): void => {
    for (; at < end; at += 1) {
      text += source.charAt(at);
      offsets.push(at);
    }
  };
  for (const match of source.matchAll(ENTITY)) {
    copy(match.index);
    const [whole, name, decimal, hex] = match;
    const decoded =
      name === undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
        : (NAMED[name] ?? '');
    for (const character of decoded.split('')) {
      text += character;
      offsets.push(at);
    }
    at += whole.length;
  }
  copy(source.length);
  offsets.push(source.length);
  return { text, offsets };
}
