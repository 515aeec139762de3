import type { Limits, LimitsOfMany, TokenLimit, TokenQuota } from '@lz/config';
import { hasRole, isInGroup } from './caller-variables.ts';
import { choose, literal, otherwise, text, when } from './pieces.ts';
import { escapeAttribute } from './xml.ts';

/** How much is allowed, and whose counter counts it. */
export interface LimitOptions {
  /** Stands in every counter's key: counters of one key are one counter for all spokes of a gateway. */
  readonly environmentName: string;
  readonly limits: Limits;
}

/** Whether the request asks a model, whichever operation carries it. */
export const ASKS_MODEL = `${text('model')} != ""`;

/**
 * Every limit that applies must have room: the person's, those that groups and roles share, and the model's. The
 * person's comes first, so that whoever is over it takes nothing from what others share.
 */
export function usageLimits(options: LimitOptions): string {
  const { perRole, perGroup, perModel } = options.limits;
  const roles = Object.entries(perRole).map(([role, limits]) => [`role:${role}`, hasRole(role), limits] as const);
  const groups = Object.entries(perGroup).map(([name, limits]) => [`group:${name}`, isInGroup(name), limits] as const);
  const parts = [
    ...personLimits(options),
    ...[...groups, ...roles].flatMap(([key, condition, { shared }]) => sharedLimits(options, key, condition, shared)),
    ...Object.entries(perModel).flatMap(([name, limits]) => modelLimits(options, name, limits)),
  ];
  return choose(when(ASKS_MODEL, parts.join('\n')));
}

/** The general limits of a person, or in their place the most generous of those of the person's roles and groups. */
function personLimits({ environmentName, limits }: LimitOptions): readonly string[] {
  const special = [
    ...Object.entries(limits.perRole).map(([role, { perPerson }]) => [hasRole(role), perPerson] as const),
    ...Object.entries(limits.perGroup).map(([name, { perPerson }]) => [isInGroup(name), perPerson] as const),
  ];
  const of = (kind: Kind): string => {
    const counter = personCounter(`${environmentName}:person`);
    const element = (limit: TokenLimit): string => tokenLimit({ kind, limit, counter, whose: 'Your', isPersons: true });
    const branches = special
      .flatMap(([condition, limit]) => (limit?.[kind] === undefined ? [] : [{ condition, limit }]))
      .sort((one, other) => generosity(other.limit, kind) - generosity(one.limit, kind));
    return firstOf(
      branches.map(({ condition, limit }) => [condition, element(limit)]),
      limits.perPerson[kind] === undefined ? undefined : element(limits.perPerson),
    );
  };
  return (['tokensPerMinute', 'tokenQuota'] as const).map(of).filter((part) => part !== '');
}

function firstOf(branches: readonly (readonly [string, string])[], rest: string | undefined): string {
  if (branches.length === 0) return rest ?? '';
  return choose(
    ...branches.map(([condition, body]) => when(condition, body)),
    ...(rest === undefined ? [] : [otherwise(rest)]),
  );
}

function sharedLimits(
  { environmentName }: LimitOptions,
  key: string,
  condition: string,
  limit: TokenLimit | undefined,
): readonly string[] {
  const [kind = '', name = ''] = key.split(':');
  const counter = literal(`${environmentName}:${key}`);
  const whose = kind === 'role' ? `everybody with the role ${name}` : `everybody in the group ${name}`;
  const body = bothKinds(limit, { counter, shared: `${whose} shares` });
  return body === '' ? [] : [choose(when(condition, body))];
}

function modelLimits({ environmentName }: LimitOptions, name: string, limits: LimitsOfMany): readonly string[] {
  const key = `${environmentName}:model:${name}`;
  const body = [
    bothKinds(limits.perPerson, { counter: personCounter(key), of: `for the model ${name}` }),
    bothKinds(limits.shared, { counter: literal(key), shared: `everybody shares for the model ${name}` }),
  ];
  return [choose(when(`${text('model')} == ${literal(name)}`, body.filter((part) => part !== '').join('\n')))];
}

/** Names of environments, roles, groups and models hold no colon, so no two keys can be alike. */
function personCounter(key: string): string {
  return `${literal(`${key}:`)} + ${text('person')}`;
}

type Kind = 'tokensPerMinute' | 'tokenQuota';

const HOURS: Readonly<Record<TokenQuota['period'], number>> = { Hourly: 1, Daily: 24, Weekly: 168, Monthly: 730 };

/** Quotas of different periods are compared by what they give in an hour. */
function generosity({ tokensPerMinute = 0, tokenQuota }: TokenLimit, kind: Kind): number {
  if (kind === 'tokensPerMinute') return tokensPerMinute;
  return tokenQuota === undefined ? 0 : tokenQuota.tokens / HOURS[tokenQuota.period];
}

function bothKinds(
  limit: TokenLimit | undefined,
  { counter, of, shared }: { readonly counter: string; readonly of?: string; readonly shared?: string },
): string {
  const kinds = (['tokensPerMinute', 'tokenQuota'] as const).filter((kind) => limit?.[kind] !== undefined);
  if (limit === undefined) return '';
  const whose = shared === undefined ? 'Your' : 'The';
  const suffix = shared === undefined ? of : `that ${shared}`;
  return kinds
    .map((kind) => tokenLimit({ kind, limit, counter, whose, ...(suffix === undefined ? {} : { suffix }) }))
    .join('\n');
}

interface TokenLimitElement {
  readonly kind: Kind;
  readonly limit: TokenLimit;
  /** C# text. */
  readonly counter: string;
  readonly whose: string;
  readonly suffix?: string;
  /** The person's own limit tells what is left of it. */
  readonly isPersons?: boolean;
}

const PERIODS: Readonly<Record<TokenQuota['period'], string>> = {
  Hourly: 'an hour',
  Daily: 'a day',
  Weekly: 'a week',
  Monthly: 'a month',
};

/**
 * One limit with a counter of its own, and before it, for the section on-error, what it is in words: the error names
 * the policy and not which of several.
 */
function tokenLimit({ kind, limit, counter, whose, suffix, isPersons = false }: TokenLimitElement): string {
  const { tokensPerMinute, tokenQuota } = limit;
  const quota = kind === 'tokenQuota' ? tokenQuota : undefined;
  const amount =
    quota === undefined
      ? `limit of ${tokensPerMinute ?? 0} tokens a minute`
      : `quota of ${quota.tokens} tokens ${PERIODS[quota.period]}`;
  const words = [whose, amount, ...(suffix === undefined ? [] : [suffix])].join(' ');
  const key = quota === undefined ? `${counter} + ":minute"` : `${counter} + ":quota"`;
  const bound =
    quota === undefined
      ? `tokens-per-minute="${tokensPerMinute ?? 0}"`
      : `token-quota="${quota.tokens}" token-quota-period="${quota.period}"`;
  const remaining = !isPersons
    ? ''
    : quota === undefined
      ? ' remaining-tokens-header-name="x-ratelimit-remaining-tokens"'
      : ' remaining-quota-tokens-header-name="x-ratelimit-remaining-quota-tokens"';
  return `        <set-variable name="limit" value="${escapeAttribute(words)}" />
        <llm-token-limit counter-key="${escapeAttribute(`@(${key})`)}" ${bound} estimate-prompt-tokens="true" retry-after-variable-name="retryAfter"${remaining} />`;
}
