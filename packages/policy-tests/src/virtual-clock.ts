import { setImmediate } from 'node:timers/promises';

/** Time that passes only while everybody waits: what waits at the same time waits together. */
export class VirtualClock {
  /** Milliseconds since the epoch. */
  now: number;
  #waiting: { readonly until: number; readonly wake: () => void }[] = [];
  #running = false;

  constructor(now: number) {
    this.now = now;
  }

  /** Resolves when so many milliseconds have passed. */
  async wait(span: number): Promise<void> {
    if (span <= 0) return;
    const woken = Promise.withResolvers<undefined>();
    const wake = (): void => {
      woken.resolve(undefined);
    };
    this.#waiting.push({ until: this.now + span, wake });
    if (!this.#running) void this.#run();
    await woken.promise;
  }

  /** Moves to the next instant for which somebody waits, once nobody has anything left to do before it. */
  async #run(): Promise<void> {
    this.#running = true;
    for (;;) {
      await setImmediate();
      const next = Math.min(...this.#waiting.map(({ until }) => until));
      if (next === Infinity) break;
      this.now = Math.max(this.now, next);
      const due = this.#waiting.filter(({ until }) => until <= this.now);
      this.#waiting = this.#waiting.filter(({ until }) => until > this.now);
      for (const { wake } of due) wake();
    }
    this.#running = false;
  }
}
