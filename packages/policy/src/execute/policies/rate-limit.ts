import type { PolicyElement } from '../../document/policy-document.ts';
import { int } from '../../expressions/values/number.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import type { Handler } from './handler.ts';

/** `rate-limit-by-key`: a sliding window, as the classic tiers count. */
export const rateLimitByKey: Handler = async (run, element) => {
  const calls = (await run.whole(element, 'calls')) ?? 0;
  const period = ((await run.whole(element, 'renewal-period')) ?? 0) * 1000;
  const key = `rate:${await run.required(element, 'counter-key')}`;
  const now = run.ports.now();
  const since = now - period + 1;
  const used = run.ports.counters.sum(key, since);
  if (used >= calls) {
    const wait = Math.max(1, Math.ceil(((run.ports.counters.oldest(key, since) ?? now) + period - now) / 1000));
    run.setVariable(await run.text(element, 'retry-after-variable-name'), int(wait));
    const header = (await run.text(element, 'retry-after-header-name')) ?? 'Retry-After';
    throw new PolicyError('RateLimitExceeded', `Rate limit is exceeded. Try again in ${wait} seconds.`, {
      status: 429,
      headers: [[header, String(wait)]],
    });
  }
  const remaining = calls - used - 1;
  run.setVariable(await run.text(element, 'remaining-calls-variable-name'), int(remaining));
  await showHeader(run, element, 'remaining-calls-header-name', remaining);
  await showHeader(run, element, 'total-calls-header-name', calls);
  await count(run, element, key);
};

async function showHeader(run: Run, element: PolicyElement, attribute: string, value: number): Promise<void> {
  const name = await run.text(element, attribute);
  if (name !== undefined)
    run.onCaller.push((response) => {
      response.headers.set(name, String(value));
    });
}

/** Counts now, or once the answer is known where a condition asks for it. */
async function count(run: Run, element: PolicyElement, key: string): Promise<void> {
  const add = async (): Promise<void> => {
    if (!(await run.flag(element, 'increment-condition', true))) return;
    run.ports.counters.add(key, (await run.whole(element, 'increment-count')) ?? 1, run.ports.now());
  };
  const condition = element.attributes.get('increment-condition')?.expression?.source ?? '';
  if (condition.includes('Response')) run.onCaller.push(add);
  else await add();
}

/** `quota-by-key`: calls and kilobytes within periods that begin with the first call, or at `first-period-start`. */
export const quotaByKey: Handler = async (run, element) => {
  const period = ((await run.whole(element, 'renewal-period')) ?? 0) * 1000;
  const name = await run.required(element, 'counter-key');
  const now = run.ports.now();
  const start = periodStart(run, name, await run.text(element, 'first-period-start'), period, now);
  const left = period === 0 ? 0 : start + period - now;
  const refuse = (kind: string): never => {
    const message = `Out of ${kind} quota. Quota will be replenished in ${clock(left)}.`;
    throw new PolicyError('QuotaExceeded', message, {
      status: 403,
      headers: [['Retry-After', String(Math.ceil(left / 1000))]],
    });
  };
  const calls = await run.whole(element, 'calls');
  const bandwidth = await run.whole(element, 'bandwidth');
  if (calls !== undefined && run.ports.counters.sum(`quota:calls:${name}`, start) >= calls) refuse('call volume');
  if (bandwidth !== undefined && run.ports.counters.sum(`quota:bytes:${name}`, start) >= bandwidth * 1024)
    refuse('bandwidth');
  await count(run, element, `quota:calls:${name}`);
  run.onCaller.push((response) => {
    run.ports.counters.add(
      `quota:bytes:${name}`,
      run.requestBody.bytes.length + response.body.bytes.length,
      run.ports.now(),
    );
  });
};

function periodStart(run: Run, name: string, first: string | undefined, period: number, now: number): number {
  const begin =
    (first === undefined ? undefined : Date.parse(first)) ?? run.ports.counters.oldest(`quota:calls:${name}`, 0) ?? now;
  if (period === 0 || Number.isNaN(begin)) return 0;
  return begin + Math.floor((now - begin) / period) * period;
}

function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const days = Math.trunc(seconds / 86_400);
  return `${days > 0 ? `${days}.` : ''}${two((seconds / 3600) % 24)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
