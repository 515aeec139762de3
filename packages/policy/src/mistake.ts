/** What API Management would refuse about a document, where it stands (both from 1), and why. */
export interface PolicyMistake {
  readonly line: number;
  /** Of an element: where its name begins, behind the bracket, as API Management counts. */
  readonly column: number;
  /** `ValidationError` as API Management answers it; `NotSupported` for what this engine knows of but cannot execute. */
  readonly code: 'ValidationError' | 'NotSupported';
  readonly message: string;
  /** The policy to blame, which API Management names as the target; absent where the document is no XML at all. */
  readonly element?: string;
}

/** A place in a document, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Thrown by `parsePolicy` and `executePolicies` when a document holds mistakes: all of them, in document order. */
export class PolicyDocumentError extends Error {
  override readonly name = 'PolicyDocumentError';
  readonly mistakes: readonly PolicyMistake[];

  constructor(mistakes: readonly PolicyMistake[]) {
    const [first] = mistakes;
    super(first === undefined ? 'The policy document is not valid.' : describeMistake(first));
    this.mistakes = mistakes;
  }
}

/** One line as API Management writes it: `Error in element 'x' on line 3, column 5: …`. */
export function describeMistake({ element, line, column, message }: PolicyMistake): string {
  const subject = element === undefined ? 'Error' : `Error in element '${element}'`;
  return `${subject} on line ${line}, column ${column}: ${message}`;
}

/** Line and column of an offset. `text` must hold no carriage returns. */
export function positionAt(text: string, offset: number): Position {
  const starts = lineStarts(text);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** Those of the text that was asked about last: a document is asked about for each of its values. */
let known: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [0] };

function lineStarts(text: string): readonly number[] {
  if (known.text !== text) known = { text, starts: [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)] };
  return known.starts;
}
