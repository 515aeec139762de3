import type { Document, LineCounter } from 'yaml';
import { stepsOf } from './json.ts';

/** Where something stands in a text; both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A mistake in the writing of a text. */
export interface TextMistake {
  readonly place: Place;
  readonly text: string;
}

/** The place of a character. */
export function placeOfOffset(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/**
 * Every mistake in the writing of a JSON or YAML text; of keys that are there twice both places. Only for texts that are
 * known to be wrong: this reader keeps places, and takes four times as long.
 */
export async function writingMistakes(text: string): Promise<readonly TextMistake[]> {
  const { document, lines } = await parseWithPlaces(text);
  const { isMap, isScalar, visit } = await import('yaml');
  const found: TextMistake[] = document.errors
    .filter(({ code }) => code !== 'DUPLICATE_KEY')
    .map(({ message, pos }) => ({ place: placeAt(lines, pos[0]), text: message.split(/ at line \d+/)[0] ?? message }));
  visit(document, (_key, node) => {
    if (!isMap(node)) return;
    const seen = new Map<string, number>();
    for (const { key } of node.items) {
      if (!isScalar(key) || key.value === '<<') continue;
      const [name, offset] = [String(key.value), key.range?.[0] ?? 0];
      const first = seen.get(name);
      if (first === undefined) seen.set(name, offset);
      else found.push({ place: placeAt(lines, offset), text: twice(name, placeAt(lines, first)) });
    }
  });
  return found.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

function twice(name: string, first: Place): string {
  return `the key '${name}' is there twice, first in line ${first.line}, column ${first.column}; only one of them can count`;
}

/** The places of values, by JSON pointer; the nearest one above where a value is not there. */
export async function placesOf(text: string, pointers: readonly string[]): Promise<readonly (Place | undefined)[]> {
  const { document, lines } = await parseWithPlaces(text);
  return pointers.map((pointer) => {
    const offset = offsetOf(document, stepsOf(pointer) ?? []);
    return offset === undefined ? undefined : placeAt(lines, offset);
  });
}

function offsetOf(document: Document, steps: readonly string[]): number | undefined {
  for (let length = steps.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(steps.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | null | undefined)?.range;
    if (range?.[0] !== undefined) return range[0];
  }
  return undefined;
}

async function parseWithPlaces(text: string): Promise<{ document: Document; lines: LineCounter }> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  return {
    document: parseDocument(text, { lineCounter: lines, merge: true, uniqueKeys: false, logLevel: 'silent' }),
    lines,
  };
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
