import { parseIsoDuration } from '../kernel/iso-duration.ts';
import type { TwinResponse } from '../kernel/http.ts';
import { matchesGlob } from './globs.ts';

/** One fault on demand, as `POST /faults` takes it. Host and path are globs. */
export interface FaultRule {
  readonly host?: string;
  readonly method?: string;
  readonly path?: string;
  /** The first matching request that is hit, counted from 1. */
  readonly nth?: number;
  /** How many are hit from there on. Default: one where `nth` is given, else all. */
  readonly times?: number;
  /**
   * A status code, `after:` with a status code (the request is carried out, and answered with that), `reset`, `truncate`,
   * `expired-token`, `delay:PT5S` (virtual time) or `slow:PT0.2S` (real time).
   */
  readonly do: number | string;
  /** Further headers of an answer made from a status code, such as Retry-After. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a rule does to the request it hits. */
export type Fault =
  | { readonly kind: 'answer'; readonly response: TwinResponse }
  | { readonly kind: 'answer-after'; readonly response: TwinResponse }
  | { readonly kind: 'reset' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'delay'; readonly virtualMs: number }
  | { readonly kind: 'slow'; readonly realMs: number };

interface InstalledRule {
  readonly rule: FaultRule;
  readonly fault: Fault;
  seen: number;
}

/** The rules in force. Each counts the requests that match it, whether or not it hits them. */
export class FaultRules {
  readonly #rules: InstalledRule[] = [];

  constructor(rules: readonly FaultRule[] = []) {
    this.install(rules);
  }

  /** Adds rules, all or none. Throws RangeError naming the rule that is not understood. */
  install(rules: readonly FaultRule[]): void {
    this.#rules.push(...rules.map((rule) => ({ rule, fault: parseFault(rule), seen: 0 })));
  }

  /** Takes every rule away. */
  clear(): void {
    this.#rules.length = 0;
  }

  /** What happens to this request: the first rule that hits decides, and all matching rules count it. */
  next(host: string, method: string, path: string): Fault | undefined {
    let chosen: Fault | undefined;
    for (const installed of this.#rules) {
      if (!matches(installed.rule, host, method, path)) continue;
      installed.seen += 1;
      if (chosen === undefined && hits(installed)) chosen = installed.fault;
    }
    return chosen;
  }
}

function matches(rule: FaultRule, host: string, method: string, path: string): boolean {
  return (
    matchesGlob(rule.host ?? '*', host) &&
    matchesGlob(rule.path ?? '*', path) &&
    (rule.method === undefined || rule.method.toUpperCase() === method)
  );
}

function hits({ rule, seen }: InstalledRule): boolean {
  const first = rule.nth ?? 1;
  const count = rule.times ?? (rule.nth === undefined ? Infinity : 1);
  return seen >= first && seen < first + count;
}

/** What each member of a rule must be. A rule with a slip in it would hit nothing, and its test would pass. */
const MEMBERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  host: isText,
  method: isText,
  path: isText,
  nth: isCount,
  times: isCount,
  do: (value) => isText(value) || isCount(value),
  // An empty value takes the header away: a 429 without Retry-After.
  headers: (value) =>
    typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string'),
};

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1;
}

function requireMembers(rule: unknown): void {
  const entries = typeof rule === 'object' && rule !== null ? Object.entries(rule) : [];
  const wrong = entries.find(([key, value]) => MEMBERS[key]?.(value) !== true);
  if (wrong === undefined) return;
  const known = Object.keys(MEMBERS).join(', ');
  throw new RangeError(
    `The fault rule ${JSON.stringify(rule)} is not understood: '${wrong[0]}' is none of ${known}, or has a value that it cannot have.`,
  );
}

function parseFault(rule: FaultRule): Fault {
  requireMembers(rule);
  const wish = String(rule.do);
  if (/^[1-5]\d\d$/.test(wish)) return { kind: 'answer', response: faultAnswer(Number(wish), rule.headers) };
  if (wish === 'reset' || wish === 'truncate') return { kind: wish };
  if (wish === 'expired-token') return { kind: 'answer', response: EXPIRED_TOKEN };
  const after = /^after:([1-5]\d\d)$/.exec(wish)?.[1];
  if (after !== undefined) return { kind: 'answer-after', response: faultAnswer(Number(after), rule.headers) };
  const [verb, duration] = wish.split(':');
  const milliseconds = parseIsoDuration(duration ?? '');
  if (verb === 'delay' && milliseconds !== undefined) return { kind: 'delay', virtualMs: milliseconds };
  if (verb === 'slow' && milliseconds !== undefined) return { kind: 'slow', realMs: milliseconds };
  throw new RangeError(
    `The fault rule ${JSON.stringify(rule)} is not understood: 'do' is a status code, after:500, reset, truncate, expired-token, delay:PT5S or slow:PT0.2S.`,
  );
}

const EXPIRED_TOKEN: TwinResponse = {
  status: 401,
  headers: { 'www-authenticate': 'Bearer error="invalid_token", error_description="The access token has expired."' },
  body: { error: { code: 'ExpiredAuthenticationToken', message: 'The access token expiry is in the past.' } },
  wrote: false,
};

const CODES: Readonly<Record<number, string>> = {
  403: 'AuthorizationFailed',
  408: 'RequestTimeout',
  409: 'Conflict',
  422: 'ManagementApiRequestFailed',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

function faultAnswer(status: number, headers: FaultRule['headers']): TwinResponse {
  const throttling = status === 429 || status === 503;
  const code = CODES[status] ?? `Status${status}`;
  return {
    status,
    // Azure says when to come back; clients that get no Retry-After give up at once (facts/clients.md section 1).
    headers: { ...(throttling ? { 'retry-after': '1' } : {}), ...headers },
    body: { error: { code, message: `The twin was told to answer ${status} here.` } },
    wrote: false,
  };
}
