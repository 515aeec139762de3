import { PolicyError } from '../policy-error.ts';
import type { Handler } from './handler.ts';

/** `wait`: its policies at the same time, until all of them or any of them has ended. */
export const wait: Handler = async (run, element, runAll) => {
  const running = element.children.map((policy) => runAll([policy]));
  if ((await run.text(element, 'for')) !== 'any' || running.length === 0) {
    await Promise.all(running);
    return;
  }
  // The others go on unobserved: API Management stops them, and with them whatever they might have failed with.
  for (const each of running) each.catch(() => undefined);
  await Promise.race(running);
};

/** `limit-concurrency`: only so many requests inside at a time; one more is refused at once. */
export const limitConcurrency: Handler = async (run, element, runAll) => {
  const key = await run.required(element, 'key');
  const most = (await run.whole(element, 'max-count')) ?? 0;
  if (!run.ports.concurrency.enter(key, most))
    throw new PolicyError('ConcurrencyLimitExceeded', 'Concurrency limit is exceeded.', { status: 429 });
  try {
    await runAll(element.children);
  } finally {
    run.ports.concurrency.leave(key);
  }
};
