import type { Place } from '@lz/azure';

/** One mistake in an input or in the environment file, with its place where there is one. */
export interface Mistake {
  readonly message: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
}

/** The run cannot start: inputs or environment file are wrong. Nothing was sent to Azure. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map((mistake) => mistake.message).join('\n'));
    this.mistakes = mistakes;
  }
}

/** Something that a person has to decide or repair; `remedy` says how. Thrown by actions for failures that they understand. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly code: string;
  readonly remedy: string;
  readonly resourceId: string | undefined;
  /** What in the environment file is to blame. */
  readonly place: Place | undefined;

  constructor(code: string, message: string, remedy: string, resourceId?: string, place?: Place) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.resourceId = resourceId;
    this.place = place;
  }
}

/** The run was cancelled by SIGINT or SIGTERM. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`Cancelled by ${signal}`);
    this.signal = signal;
  }
}
