import type { PolicyElement } from '../../document/policy-document.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import { count } from './counting.ts';
import type { Handler } from './handler.ts';
import { limitsFor } from './subscription-limits.ts';

/** Documented: periods of `quota-by-key` are laid end to end from here on. */
const FIRST_PERIOD_START = '0001-01-01T00:00:00Z';

/** Calls and kilobytes within a period. */
interface Quota {
  readonly key: string;
  readonly calls: number | undefined;
  readonly bandwidth: number | undefined;
  readonly start: number;
  /** Milliseconds until the period ends; 0 where it never does. */
  readonly left: number;
}

/** `quota-by-key`. */
export const quotaByKey: Handler = async (run, element) => {
  const first = (await run.text(element, 'first-period-start')) ?? FIRST_PERIOD_START;
  const quota = await quotaOf(run, element, await run.required(element, 'counter-key'), first, 0);
  // Documented: of several policies with the same key one counts the request. The others see it counted already.
  const counted = run.counted.has(quota.key);
  refuseExhausted(run, quota, counted ? 1 : 0);
  if (counted) return;
  run.counted.add(quota.key);
  await count(run, element, callsKey(quota.key));
  countBytes(run, [quota]);
};

/** `quota`: per subscription, for the product, its APIs and their operations each on its own. */
export const quota: Handler = async (run, element) => {
  const { subscription } = run.call;
  const first = subscription?.startDate ?? subscription?.createdDate ?? FIRST_PERIOD_START;
  const period = (await run.whole(element, 'renewal-period')) ?? 0;
  const quotas: Quota[] = [];
  for (const { limit, key } of limitsFor(run, element)) quotas.push(await quotaOf(run, limit, key, first, period));
  for (const each of quotas) refuseExhausted(run, each);
  for (const { key } of quotas) run.ports.counters.add(callsKey(key), 1, run.ports.now());
  countBytes(run, quotas);
};

async function quotaOf(
  run: Run,
  element: PolicyElement,
  key: string,
  first: string,
  outerPeriod: number,
): Promise<Quota> {
  const period = ((await run.whole(element, 'renewal-period')) ?? outerPeriod) * 1000;
  const now = run.ports.now();
  const begin = Date.parse(first);
  const endless = period === 0 || Number.isNaN(begin);
  const start = endless ? 0 : begin + Math.floor((now - begin) / period) * period;
  return {
    key: `quota:${key}`,
    calls: await run.whole(element, 'calls'),
    bandwidth: await run.whole(element, 'bandwidth'),
    start,
    left: endless ? 0 : start + period - now,
  };
}

const callsKey = (key: string): string => `${key}:calls`;
const bytesKey = (key: string): string => `${key}:bytes`;

function refuseExhausted(run: Run, { key, calls, bandwidth, start, left }: Quota, own = 0): void {
  const { counters } = run.ports;
  if (calls !== undefined && counters.sum(callsKey(key), start) - own >= calls) refuse('call volume', left);
  if (bandwidth !== undefined && counters.sum(bytesKey(key), start) >= bandwidth * 1024) refuse('bandwidth', left);
}

function refuse(kind: string, left: number): never {
  throw new PolicyError('QuotaExceeded', `Out of ${kind} quota. Quota will be replenished in ${clock(left)}.`, {
    status: 403,
    headers: [['Retry-After', String(Math.ceil(left / 1000))]],
  });
}

/** Bytes in and out, once the answer is known. */
function countBytes(run: Run, quotas: readonly Quota[]): void {
  const received = run.original.body?.length ?? 0;
  run.onCaller.push((response) => {
    for (const { key } of quotas)
      run.ports.counters.add(bytesKey(key), received + response.body.bytes.length, run.ports.now());
  });
}

function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const days = Math.trunc(seconds / 86_400);
  return `${days > 0 ? `${days}.` : ''}${two((seconds / 3600) % 24)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
