/** An instant of virtual time, in milliseconds since the Unix epoch. */
export type Instant = number;

interface TimedEvent {
  readonly at: Instant;
  /** Orders events of the same instant, so that the order never depends on who arrived first in real time. */
  readonly key: string;
  readonly run: () => void;
}

/** Every twin starts here, whatever the real date: virtual times must be equal on any machine. */
export const VIRTUAL_START: Instant = Date.UTC(2026, 10, 23, 8, 0, 0);

/**
 * Virtual, deterministic time: a queue of events. The clock moves only when somebody waits: a poll that finds nothing
 * new (`advanceToNextEvent`), a synchronous call that takes its time (`spend`), or the control interface (`advance`).
 */
export class VirtualClock {
  #now: Instant;
  #queue: TimedEvent[] = [];
  readonly #externalWork = new Set<Promise<unknown>>();
  readonly #observers: (() => void)[] = [];

  constructor(start: Instant = VIRTUAL_START) {
    this.#now = start;
  }

  get now(): Instant {
    return this.#now;
  }

  /** Schedules `run` at `at` (never in the past). `key` orders events of one instant: use the resource id. */
  at(at: Instant, key: string, run: () => void): void {
    const event: TimedEvent = { at: Math.max(at, this.#now), key, run };
    const index = this.#queue.findIndex((other) => comesBefore(event, other));
    this.#queue.splice(index === -1 ? this.#queue.length : index, 0, event);
  }

  /** Schedules `run` `delayMs` virtual milliseconds from now. */
  after(delayMs: number, key: string, run: () => void): void {
    this.at(this.#now + delayMs, key, run);
  }

  /**
   * Moves to the next instant that has events and runs all of them. Work outside of virtual time (a probe running as a
   * real process) is waited for first, at most `realLimitMs`; where it goes on after that, the clock stands still.
   * Returns whether anything may have changed.
   */
  async advanceToNextEvent(realLimitMs = 100): Promise<boolean> {
    if (!(await this.#externalWorkEnds(realLimitMs))) return true;
    const next = this.#queue[0];
    if (next === undefined) return false;
    this.#runUntil(next.at);
    return true;
  }

  /** Lets `durationMs` of virtual time pass, running every event on the way: what a blocking call costs its caller. */
  spend(durationMs: number): void {
    this.#runUntil(this.#now + durationMs);
  }

  /** Calls `observer` after every event. It sees the world as it is then, and must not change it. */
  observe(observer: () => void): void {
    this.#observers.push(observer);
  }

  /** Counts real work that virtual time must wait for. */
  trackExternalWork(work: Promise<unknown>): void {
    const settled: Promise<unknown> = work.catch(() => undefined).finally(() => this.#externalWork.delete(settled));
    this.#externalWork.add(settled);
  }

  async #externalWorkEnds(realLimitMs: number): Promise<boolean> {
    if (this.#externalWork.size === 0) return true;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, realLimitMs);
    });
    await Promise.race([Promise.all(this.#externalWork), limit]);
    clearTimeout(timer);
    return this.#externalWork.size === 0;
  }

  #runUntil(end: Instant): void {
    for (let next = this.#queue[0]; next !== undefined && next.at <= end; next = this.#queue[0]) {
      this.#queue.shift();
      this.#now = Math.max(this.#now, next.at);
      next.run();
      for (const observe of this.#observers) observe();
    }
    this.#now = Math.max(this.#now, end);
  }
}

function comesBefore(a: TimedEvent, b: TimedEvent): boolean {
  return a.at < b.at || (a.at === b.at && a.key < b.key);
}
