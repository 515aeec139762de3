import type { PolicyElement } from '../../document/policy-document.ts';
import { int } from '../../expressions/values/number.ts';
import { PolicyError } from '../policy-error.ts';
import type { Pairs } from '../../ports.ts';
import type { Run } from '../run.ts';
import { meter, readModelRequest, type TokenUsage } from '../token-usage.ts';
import type { Handler } from './handler.ts';

const MINUTE = 60_000;

interface Limits {
  readonly perMinute: number | undefined;
  readonly quota: number | undefined;
  readonly minuteKey: string;
  readonly quotaKey: string;
  readonly quotaStart: number;
  readonly quotaEnd: number;
}

/**
 * `llm-token-limit`: tokens of a sliding minute (429) and of a calendar period in UTC (403). Prompt tokens are counted
 * ahead where the policy asks for an estimate, and always for a streamed answer; the rest when the answer has gone by.
 */
export const tokenLimit: Handler = async (run, element) => {
  const limits = await limitsOf(run, element);
  const { stream, promptTokens } = readModelRequest(run.requestBody.bytes);
  const ahead = stream || (await run.flag(element, 'estimate-prompt-tokens', false)) ? promptTokens : 0;
  await checkMinute(run, element, limits, ahead);
  await checkQuota(run, element, limits, ahead);
  record(run, limits, ahead);
  await showRemaining(run, element, limits);
  run.onResponse.push(async (response) => {
    const type = response.headers.first('Content-Type') ?? '';
    const consumed = await run.text(element, 'tokens-consumed-header-name');
    const variable = await run.text(element, 'tokens-consumed-variable-name');
    let total: number | undefined;
    response.body.content = await meter(response.body.content, type, promptTokens, (usage) => {
      total = settle(run, limits, usage, stream, ahead);
    });
    if (total === undefined) return;
    run.setVariable(variable, int(total));
    if (consumed !== undefined) response.headers.set(consumed, String(total));
  });
};

/** Adds what was not counted ahead. An answer without any token (an error, a list) costs only its estimate. */
function settle(run: Run, limits: Limits, usage: TokenUsage, stream: boolean, ahead: number): number {
  if (!usage.reported && usage.completion === 0) return ahead;
  const prompt = stream ? ahead : usage.prompt;
  record(run, limits, prompt + usage.completion - ahead);
  return prompt + usage.completion;
}

function record(run: Run, limits: Limits, tokens: number): void {
  if (tokens === 0) return;
  const now = run.ports.now();
  if (limits.perMinute !== undefined) run.ports.counters.add(limits.minuteKey, tokens, now);
  if (limits.quota !== undefined) run.ports.counters.add(limits.quotaKey, tokens, now);
}

async function limitsOf(run: Run, element: PolicyElement): Promise<Limits> {
  const key = await run.required(element, 'counter-key');
  const period = (await run.text(element, 'token-quota-period')) ?? 'Monthly';
  const [quotaStart, quotaEnd] = periodOf(period, run.ports.now());
  return {
    perMinute: await run.whole(element, 'tokens-per-minute'),
    quota: await run.whole(element, 'token-quota'),
    minuteKey: `tokens:minute:${key}`,
    quotaKey: `tokens:${period}:${key}`,
    quotaStart,
    quotaEnd,
  };
}

/** The period in UTC that holds an instant. Weeks begin on Monday. */
function periodOf(period: string, now: number): readonly [start: number, end: number] {
  const date = new Date(now);
  const [year, month, day, hour] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours()];
  switch (period) {
    case 'Hourly':
      return [Date.UTC(year, month, day, hour), Date.UTC(year, month, day, hour + 1)];
    case 'Daily':
      return [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)];
    case 'Weekly': {
      const monday = day - ((date.getUTCDay() + 6) % 7);
      return [Date.UTC(year, month, monday), Date.UTC(year, month, monday + 7)];
    }
    case 'Yearly':
      return [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
    default:
      return [Date.UTC(year, month), Date.UTC(year, month + 1)];
  }
}

async function checkMinute(run: Run, element: PolicyElement, limits: Limits, ahead: number): Promise<void> {
  const { perMinute, minuteKey } = limits;
  if (perMinute === undefined) return;
  const now = run.ports.now();
  const since = now - MINUTE + 1;
  const used = run.ports.counters.sum(minuteKey, since);
  if (ahead === 0 ? used < perMinute : used + ahead <= perMinute) return;
  const wait = Math.max(1, Math.ceil(((run.ports.counters.oldest(minuteKey, since) ?? now) + MINUTE - now) / 1000));
  throw new PolicyError('TokenLimitExceeded', `Token limit is exceeded. Try again in ${wait} seconds.`, {
    status: 429,
    headers: await retryAfter(run, element, wait),
  });
}

/** Both outputs are for either limit: so says Microsoft's page of the policy. */
async function retryAfter(run: Run, element: PolicyElement, seconds: number): Promise<Pairs> {
  run.setVariable(await run.text(element, 'retry-after-variable-name'), int(seconds));
  return [[(await run.text(element, 'retry-after-header-name')) ?? 'Retry-After', String(seconds)]];
}

async function checkQuota(run: Run, element: PolicyElement, limits: Limits, ahead: number): Promise<void> {
  const { quota, quotaKey, quotaStart, quotaEnd } = limits;
  if (quota === undefined) return;
  const used = run.ports.counters.sum(quotaKey, quotaStart);
  if (ahead === 0 ? used < quota : used + ahead <= quota) return;
  const wait = Math.ceil((quotaEnd - run.ports.now()) / 1000);
  throw new PolicyError('TokenQuotaExceeded', `Token quota is exceeded. Try again in ${wait} seconds.`, {
    status: 403,
    headers: await retryAfter(run, element, wait),
  });
}

async function showRemaining(run: Run, element: PolicyElement, limits: Limits): Promise<void> {
  const now = run.ports.now();
  const show = async (kind: string, limit: number | undefined, used: number): Promise<void> => {
    if (limit === undefined) return;
    const remaining = Math.max(0, limit - used);
    run.setVariable(await run.text(element, `${kind}-variable-name`), int(remaining));
    const header = await run.text(element, `${kind}-header-name`);
    if (header !== undefined)
      run.onCaller.push((response) => {
        response.headers.set(header, String(remaining));
      });
  };
  await show('remaining-tokens', limits.perMinute, run.ports.counters.sum(limits.minuteKey, now - MINUTE + 1));
  await show('remaining-quota-tokens', limits.quota, run.ports.counters.sum(limits.quotaKey, limits.quotaStart));
}
