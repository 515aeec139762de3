import type { Place } from './places.ts';

/** One thing that is wrong with a document, and where. */
export interface Mistake {
  /** File or URL as the user calls it. */
  readonly source: string;
  readonly place?: Place;
  /** JSON pointer; absent where the writing itself is wrong. */
  readonly pointer?: string;
  /** What is wrong, why, and what to write instead. */
  readonly text: string;
}

/** A document that cannot be imported: everything that is wrong with it, each with its place and what to do. */
export class OpenApiError extends Error {
  override readonly name = 'OpenApiError';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(describeMistake).join('\n'));
    this.mistakes = mistakes;
  }
}

/** `spec.yaml:12:5: /paths/~1a: text`. */
export function describeMistake({ source, place, pointer, text }: Mistake): string {
  const where = place === undefined ? source : `${source}:${place.line}:${place.column}`;
  return pointer === undefined ? `${where}: ${text}` : `${where}: ${pointer === '' ? '/' : pointer}: ${text}`;
}

/** The text of anything thrown, with its cause where the text alone says little (`fetch failed`). */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== ''
    ? `${error.message}: ${error.cause.message}`
    : error.message;
}
