import type { AzureClient } from '../client.ts';
import { isAzureError, type AzureRequestError } from '../errors.ts';
import { PendingDelete } from './pending-delete.ts';
import type { Removal } from './removal.ts';

/** Something to tell while things are removed. */
export type RemovalEvent =
  | { readonly kind: 'started' | 'gone' | 'absent'; readonly removal: Removal; readonly ageMs: number }
  | { readonly kind: 'blocked'; readonly removal: Removal; readonly error: AzureRequestError }
  | { readonly kind: 'running'; readonly running: readonly Removal[] };

/** Who is told while things are removed. */
export interface RemoveOptions {
  readonly onEvent: (event: RemovalEvent) => void;
}

/** What Azure says of something that another resource still uses: it passes when that one is really gone. */
const IN_USE =
  /^(InUse.+CannotBeDeleted|.+CannotBeDeleted|.+InUse|NicInUse.*|ManagedEnvironmentHasContainerApps|CannotDeleteResource|.*BeingDeleted|Conflict)$/i;
/** At 10 s between attempts: five minutes, in which Azure tells its parts of each other's end. */
const MOST_ATTEMPTS = 30;
const ATTEMPT_MS = 10_000;

/**
 * Deletes everything of one step: all at the same time, but for queues, and waits until each is really gone. What is not
 * there counts as done, so that a removal can be taken up again. Throws where one cannot be deleted; the others of the
 * step are waited for first, so that nothing goes on unseen.
 */
export async function removeStep(
  client: AzureClient,
  removals: readonly Removal[],
  { onEvent }: RemoveOptions,
): Promise<void> {
  const step = new StepRun(client, removals, onEvent);
  await step.run();
}

/** One step while it runs. Polls follow one another, so that virtual time depends on nothing but the twin. */
class StepRun {
  readonly #client: AzureClient;
  readonly #onEvent: RemoveOptions['onEvent'];
  readonly #attempts = new Map<Removal, number>();
  readonly #failures: unknown[] = [];
  #waiting: readonly Removal[];
  #running: readonly PendingDelete[] = [];

  constructor(client: AzureClient, removals: readonly Removal[], onEvent: RemoveOptions['onEvent']) {
    this.#client = client;
    this.#waiting = removals;
    this.#onEvent = onEvent;
  }

  async run(): Promise<void> {
    for (;;) {
      await this.#startAll();
      if (this.#running.length === 0 && (this.#waiting.length === 0 || this.#failures.length > 0)) break;
      await this.#client.pacing.poll(this.#running.length > 0 ? this.#nextPollMs() : ATTEMPT_MS);
      await this.#pollAll();
    }
    if (this.#failures.length === 1) throw this.#failures[0];
    if (this.#failures.length > 1) throw new AggregateError(this.#failures, 'Several resources could not be deleted.');
  }

  async #startAll(): Promise<void> {
    if (this.#failures.length > 0) return;
    const later: Removal[] = [];
    for (const removal of this.#waiting) {
      const behind = [...this.#running.map((pending) => pending.removal), ...later].some(
        (other) => other.queue !== undefined && other.queue === removal.queue,
      );
      // After a failure nothing more is begun: what comes later may depend on it.
      if (behind || this.#failures.length > 0 || !(await this.#start(removal))) later.push(removal);
    }
    this.#waiting = later;
  }

  /** Whether it is on its way, or done. */
  async #start(removal: Removal): Promise<boolean> {
    try {
      const pending = await PendingDelete.start(this.#client, removal);
      if (typeof pending === 'string') {
        this.#onEvent({ kind: pending, removal, ageMs: 0 });
        return true;
      }
      this.#onEvent({ kind: 'started', removal, ageMs: 0 });
      this.#running = [...this.#running, pending];
      return true;
    } catch (error) {
      return this.#refused(removal, error);
    }
  }

  #refused(removal: Removal, error: unknown): boolean {
    const attempts = (this.#attempts.get(removal) ?? 0) + 1;
    this.#attempts.set(removal, attempts);
    if (isAzureError(error) && IN_USE.test(error.code) && attempts < MOST_ATTEMPTS) {
      this.#onEvent({ kind: 'blocked', removal, error });
      const { code, method, status } = error;
      this.#client.noteRetry({ method, path: removal.id, status, code, delayMs: ATTEMPT_MS });
      return false;
    }
    this.#client.signal?.throwIfAborted();
    this.#failures.push(error);
    return true;
  }

  async #pollAll(): Promise<void> {
    const still: PendingDelete[] = [];
    for (const pending of this.#running) {
      if (!(await this.#isGone(pending))) still.push(pending);
    }
    this.#running = still;
    if (still.length > 0) this.#onEvent({ kind: 'running', running: still.map(({ removal }) => removal) });
  }

  async #isGone(pending: PendingDelete): Promise<boolean> {
    try {
      if (!(await pending.poll())) return false;
      this.#onEvent({ kind: 'gone', removal: pending.removal, ageMs: pending.ageMs });
      return true;
    } catch (error) {
      // A delete that was accepted and ended badly may have met what another one was still holding.
      if (!this.#refused(pending.removal, error)) this.#waiting = [...this.#waiting, pending.removal];
      return true;
    }
  }

  #nextPollMs(): number {
    return Math.min(...this.#running.map(({ waitMs }) => waitMs));
  }
}
