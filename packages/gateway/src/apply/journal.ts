import type { PlannedWrite } from './planned-change.ts';

/** One write of a run. Without `etag`, nobody knows whether Azure carried it out: its answer was lost, or an error. */
export interface JournalEntry {
  readonly write: PlannedWrite;
  readonly etag: string | undefined;
}

/** What a run has written, in that order: what a restore goes back by. */
export class Journal {
  readonly #entries: JournalEntry[] = [];

  /** Notes a write before it is sent. */
  begin(write: PlannedWrite): void {
    this.#entries.push({ write, etag: undefined });
  }

  /** Notes the ETag that the last write has given its resource. */
  sent(etag: string | undefined): void {
    const last = this.#entries.pop();
    if (last !== undefined) this.#entries.push({ ...last, etag: etag ?? last.etag });
  }

  /** The last write first. */
  get backwards(): readonly JournalEntry[] {
    return this.#entries.toReversed();
  }
}
