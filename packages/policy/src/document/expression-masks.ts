import { ExpressionError } from '../expressions/syntax.ts';
import { closingBracket } from '../expressions/parse/interpolated-string.ts';
import { decodeEntities, type Decoded } from './entities.ts';

/** Private-use characters that stand for an expression, so that an XML parser sees nothing special in it. */
export const MASK_START = '\uE000';
const MASK_REST = '\uE001';

/** An expression of the document, as C#. */
export interface EmbeddedExpression {
  readonly source: string;
  /** The offset in the document of an offset in `source`. */
  readonly offsetOf: (at: number) => number;
}

export interface MaskedText {
  /** As long as the document: offsets are the same in both. */
  readonly text: string;
  /** In document order: the n-th stands for the n-th `MASK_START`. */
  readonly expressions: readonly EmbeddedExpression[];
}

/** Thrown where an expression has no end. */
export class MaskError extends Error {
  override readonly name = 'MaskError';
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Replaces each expression that begins an attribute's value or a text by mask characters. `rawxml` lets quotes and
 * brackets stand in an expression as they are; authors who escape them may do so too, and then entities are decoded.
 */
export function maskExpressions(document: string): MaskedText {
  let text = '';
  let at = 0;
  const expressions: EmbeddedExpression[] = [];
  const decoder = new LazyDecoder(document);
  for (const start of expressionStarts(document, (offset) => offset >= at)) {
    if (start < at) continue;
    const { end, expression } = readExpression(document, start, decoder);
    text += document.slice(at, start) + MASK_START + MASK_REST.repeat(end - start - 1);
    at = end;
    expressions.push(expression);
  }
  return { text: text + document.slice(at), expressions };
}

/** Offsets where an attribute's value or a text begins with `@(` or `@{`; comments and CDATA are passed over. */
function* expressionStarts(document: string, current: (offset: number) => boolean): Iterable<number> {
  const pattern = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|=\s*["']\s*(?=@[({])|>\s*(?=@[({])/g;
  for (let match = pattern.exec(document); match !== null; match = pattern.exec(document)) {
    const offset = match.index + match[0].length;
    if (match[0].startsWith('<!')) {
      const follows = /^\s*(?=@[({])/.exec(document.slice(offset));
      if (match[0].startsWith('<!--') && follows !== null && current(offset)) yield offset + follows[0].length;
      continue;
    }
    if (current(match.index)) yield offset;
  }
}

/** Decodes from an offset on, once for the document. */
class LazyDecoder {
  readonly #document: string;
  #decoded: Decoded | undefined;

  constructor(document: string) {
    this.#document = document;
  }

  /** The decoded document and the index in it of `offset`. */
  from(offset: number): { readonly decoded: Decoded; readonly index: number } {
    this.#decoded ??= decodeEntities(this.#document);
    return { decoded: this.#decoded, index: this.#decoded.offsets.indexOf(offset) };
  }
}

function readExpression(
  document: string,
  start: number,
  decoder: LazyDecoder,
): { readonly end: number; readonly expression: EmbeddedExpression } {
  const raw = attempt(() => closingBracket(document, start + 1));
  if (typeof raw === 'number' && !isEscaped(document.slice(start, raw))) {
    return { end: raw, expression: { source: document.slice(start, raw), offsetOf: (at) => start + at } };
  }
  const { decoded, index } = decoder.from(start);
  const close = attempt(() => closingBracket(decoded.text, index + 1));
  if (typeof close !== 'number') throw new MaskError(start, `The expression has no end here: ${close.message}.`);
  const end = decoded.offsets[close] ?? document.length;
  const expression = {
    source: decoded.text.slice(index, close),
    offsetOf: (at: number) => decoded.offsets[index + at] ?? end,
  };
  return { end, expression };
}

function attempt(run: () => number): number | ExpressionError {
  try {
    return run();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

/** Whether entities stand outside of string literals, where C# has no use for them. */
function isEscaped(source: string): boolean {
  const code = source.replaceAll(
    /\$?@"(?:[^"]|"")*"|\$?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    '',
  );
  return /&(?:quot|lt|gt|amp|apos|#\d+|#x[0-9a-fA-F]+);/.test(code);
}
