import type { BreakingChange } from './breaking-changes.ts';

/** An operation as API Management must hold it after the import. */
export interface ImportedOperation {
  readonly name: string;
  readonly method: string;
  readonly urlTemplate: string;
}

/** A document as it is sent. */
export interface ImportedDocument {
  readonly format: string;
  readonly text: string;
  readonly hash: string;
  readonly operations: readonly ImportedOperation[];
}

/** Which API takes which document. */
export interface ImportRequest {
  readonly serviceId: string;
  readonly apiId: string;
  /** Members of the API other than the document: a PUT replaces all of them. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly document: ImportedDocument;
  readonly mode: 'plan' | 'apply';
  /** Goes on although callers break. */
  readonly allowBreakingChanges: boolean;
  readonly onStep: (text: string) => void;
}

/** What the import changed, or in a plan would change. */
export interface ImportResult {
  readonly changed: boolean;
  /** The current revision afterwards; in a plan the one that is current now. */
  readonly revision: string;
  readonly operations: number;
  /** Why an import is or was needed; empty where it was not. */
  readonly reason: string;
  readonly breaking: readonly BreakingChange[];
}

/** The import did not happen. The message says which revision is current; callers meet that one. */
export class ImportError extends Error {
  override readonly name: string = 'ImportError';
  /** What to do, where it is known. */
  readonly remedy: string | undefined;

  constructor(message: string, options: ErrorOptions & { readonly remedy?: string } = {}) {
    super(message, options);
    this.remedy = options.remedy;
  }
}

/** The document would break callers, and nobody has allowed it. Nothing was written. */
export class BreakingChangesError extends ImportError {
  override readonly name: string = 'BreakingChangesError';
  readonly breaking: readonly BreakingChange[];

  constructor(revision: string, breaking: readonly BreakingChange[]) {
    const count = breaking.length === 1 ? '1 change breaks' : `${breaking.length} changes break`;
    super(`${count} callers of revision ${revision}, which is still current: nothing was written`, {
      remedy:
        'Change the document so that it keeps what callers rely on. Once they are ready for it, set `api.allowBreakingChanges: true`, or the input `allow-breaking-changes`.',
    });
    this.breaking = breaking;
  }
}
