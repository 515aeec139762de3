import data from './known-errors.json' with { type: 'json' };

/** What is known of an error: why it happens and what to do. The file `known-errors.json` is the one place for these. */
export interface KnownError {
  readonly id: string;
  /** Regular expressions without case; `code` must match the whole code, `message` any part of the message. */
  readonly match: { readonly code?: string; readonly message?: string };
  readonly cause: string;
  readonly remedy: string;
  /** Goes away by itself: repeated within the retry budget. */
  readonly transient: boolean;
  /** An error code and message that this entry must be found for; the test of the entry. */
  readonly example: { readonly code: string; readonly message: string };
}

/** All known errors; the first that matches counts, so special ones stand before general ones. */
export const knownErrors: readonly KnownError[] = data.errors;

/** The entry for an error, or undefined where nothing is known of it. */
export function findKnownError(code: string, message: string): KnownError | undefined {
  return knownErrors.find((entry) => matches(entry, code, message));
}

function matches({ match }: KnownError, code: string, message: string): boolean {
  if (match.code !== undefined && !new RegExp(`^(?:${match.code})$`, 'i').test(code)) return false;
  return match.message === undefined || new RegExp(match.message, 'is').test(message);
}
