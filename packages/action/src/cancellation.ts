import { CancelledError } from './errors.ts';

/** What a run leaves behind in Azure if it is cancelled now. */
export interface Cancellable {
  /** Words for the log: `deployment lz-contoso-hub-gateway`. */
  readonly what: string;
  /** Ends it in Azure. Must be quick: the runner kills the process 7.5 s after SIGINT. */
  readonly cancel: () => Promise<void>;
  /** How a person ends it later, where it is left running. */
  readonly cancelByHand: string;
}

/** The runner sends SIGTERM 7.5 s after SIGINT; by then the process is gone. */
export const CANCEL_DEADLINE_MS = 6500;
const CANCEL_REQUEST_MS = 4500;

/** Turns SIGINT and SIGTERM into an AbortSignal, and knows what is running in Azure. */
export class Cancellation {
  readonly #controller = new AbortController();
  readonly #running = new Set<Cancellable>();

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Listens to this process's signals; the first one counts. Returns a function that stops listening. */
  listen(process: NodeJS.EventEmitter, onCancel: () => void): () => void {
    const handle = (signal: NodeJS.Signals) => {
      if (this.signal.aborted) return;
      this.#controller.abort(new CancelledError(signal));
      onCancel();
    };
    process.on('SIGINT', handle);
    process.on('SIGTERM', handle);
    return () => {
      process.off('SIGINT', handle);
      process.off('SIGTERM', handle);
    };
  }

  /** Says what would have to be cancelled; the returned function takes it back. */
  register(cancellable: Cancellable): () => void {
    this.#running.add(cancellable);
    return () => this.#running.delete(cancellable);
  }

  /** Cancels, or leaves, everything that is running; answers one sentence about each. */
  async settle(how: 'cancel' | 'leave'): Promise<readonly string[]> {
    return Promise.all([...this.#running].map((cancellable) => settleOne(cancellable, how)));
  }
}

async function settleOne({ what, cancel, cancelByHand }: Cancellable, how: 'cancel' | 'leave'): Promise<string> {
  const byHand = `It goes on in Azure; to end it: ${cancelByHand}`;
  if (how === 'leave') return `${what} was left running. ${byHand}`;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${CANCEL_REQUEST_MS / 1000} s`));
    }, CANCEL_REQUEST_MS);
  });
  try {
    await Promise.race([cancel(), timeout]);
    return `${what} was cancelled in Azure; resources that were being made may still finish.`;
  } catch (error) {
    return `${what} could not be cancelled (${error instanceof Error ? error.message : String(error)}). ${byHand}`;
  } finally {
    clearTimeout(timer);
  }
}
