import type { PolicyElement } from '../../document/policy-document.ts';
import { int } from '../../expressions/values/number.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import { count } from './counting.ts';
import type { Handler } from './handler.ts';
import { limitsFor } from './subscription-limits.ts';

/** So many calls in a sliding window, as the classic tiers count. */
interface Rate {
  readonly key: string;
  readonly calls: number;
  readonly periodMs: number;
}

/** `rate-limit-by-key`. */
export const rateLimitByKey: Handler = async (run, element) => {
  const rate = await rateOf(run, element, `rate:${await run.required(element, 'counter-key')}`);
  await showRemaining(run, element, rate, await remaining(run, element, rate));
  await count(run, element, rate.key);
};

/** `rate-limit`: per subscription, for the product, its APIs and their operations each on its own. */
export const rateLimit: Handler = async (run, element) => {
  const limits = limitsFor(run, element);
  if (limits.length === 0) return;
  const rates: (Rate & { readonly left: number })[] = [];
  for (const { limit, key } of limits) {
    const rate = await rateOf(run, limit, `rate:${key}`);
    rates.push({ ...rate, left: await remaining(run, element, rate) });
  }
  for (const { key } of rates) run.ports.counters.add(key, 1, run.ports.now());
  const [own] = rates;
  if (own !== undefined) await showRemaining(run, element, own, own.left);
};

async function rateOf(run: Run, element: PolicyElement, key: string): Promise<Rate> {
  return {
    key,
    calls: (await run.whole(element, 'calls')) ?? 0,
    periodMs: ((await run.whole(element, 'renewal-period')) ?? 0) * 1000,
  };
}

/** Calls that are left after this one. Throws where there is none. */
async function remaining(run: Run, element: PolicyElement, { key, calls, periodMs }: Rate): Promise<number> {
  const now = run.ports.now();
  const since = now - periodMs + 1;
  const used = run.ports.counters.sum(key, since);
  if (used < calls) return calls - used - 1;
  const wait = Math.max(1, Math.ceil(((run.ports.counters.oldest(key, since) ?? now) + periodMs - now) / 1000));
  run.setVariable(await run.text(element, 'retry-after-variable-name'), int(wait));
  const header = (await run.text(element, 'retry-after-header-name')) ?? 'Retry-After';
  throw new PolicyError('RateLimitExceeded', `Rate limit is exceeded. Try again in ${wait} seconds.`, {
    status: 429,
    headers: [[header, String(wait)]],
  });
}

async function showRemaining(run: Run, element: PolicyElement, { calls }: Rate, left: number): Promise<void> {
  run.setVariable(await run.text(element, 'remaining-calls-variable-name'), int(left));
  await showHeader(run, element, 'remaining-calls-header-name', left);
  await showHeader(run, element, 'total-calls-header-name', calls);
}

async function showHeader(run: Run, element: PolicyElement, attribute: string, value: number): Promise<void> {
  const name = await run.text(element, attribute);
  if (name !== undefined)
    run.onCaller.push((response) => {
      response.headers.set(name, String(value));
    });
}
