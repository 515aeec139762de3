import type { Limits } from '@lz/config';
import { INFERENCE_OPERATIONS, isOneOf } from './operations.ts';
import { choose, when } from './pieces.ts';
import { escapeAttribute } from './xml.ts';

/** How much is allowed, and whose counter counts it. */
export interface LimitOptions {
  readonly environmentName: string;
  /** Whether other spokes count their callers' tokens on the same gateway: counters of one key are one counter there. */
  readonly sharesGateway: boolean;
  readonly perPerson: Limits['perPerson'];
}

/** Tokens per minute and per period, counted by `oid`, which never changes. */
export function usageLimits({ perPerson, environmentName, sharesGateway }: LimitOptions): string {
  const person = '(string)context.Variables["person"]';
  const counter = sharesGateway ? `"${environmentName}:" + ${person}` : person;
  const quota =
    perPerson.tokenQuota === undefined
      ? ''
      : ` token-quota="${perPerson.tokenQuota.tokens}" token-quota-period="${perPerson.tokenQuota.period}"`;
  return choose(
    when(
      isOneOf(INFERENCE_OPERATIONS),
      `        <llm-token-limit counter-key="${escapeAttribute(`@(${counter})`)}" tokens-per-minute="${perPerson.tokensPerMinute}"${quota} estimate-prompt-tokens="true" remaining-tokens-header-name="x-ratelimit-remaining-tokens" />`,
    ),
  );
}
