import type { Path } from '@lz/config';
import type { BackendRequest, GatewayMessage, Metric, Outcome, Pairs } from '@lz/policy';
import { compareBody, compareData, compareText, compareValue, shown, type Difference } from './compare.ts';
import { durationText, milliseconds } from './duration.ts';
import type { Expectation, ExpectedAnswer, ExpectedRequest } from './test-file.ts';

/** What came of one request. */
export interface Result {
  readonly outcome: Outcome;
  /** The caller's body, read to its end. */
  readonly body: string;
  readonly streamed: boolean;
  readonly requests: readonly BackendRequest[];
  readonly metrics: readonly Metric[];
  readonly messages: readonly GatewayMessage[];
  readonly elapsedMs: number;
}

type Compare<K extends keyof Expectation> = (
  expected: NonNullable<Expectation[K]>,
  result: Result,
  path: Path,
) => readonly Difference[];

const COMPARE: { readonly [K in keyof Required<Expectation>]: Compare<K> } = {
  caller: compareCaller,
  backend: (expected, { outcome }, path) => {
    if (expected === 'none')
      return outcome.backend === null
        ? []
        : [{ path, expected: 'no request to a backend', actual: `${outcome.backend.method} ${outcome.backend.url}` }];
    return compareRequest(expected, outcome.backend, path);
  },
  requests: (expected, { requests }, path) =>
    sameLength(expected, requests, path, ({ method, url }) => `${method} ${url}`) ??
    expected.flatMap((request, index) => compareRequest(request, requests[index] ?? null, [...path, index])),
  calls: (expected, { requests }, path) =>
    expected === requests.length
      ? []
      : [{ path, expected: String(expected), actual: listText(requests, ({ method, url }) => `${method} ${url}`) }],
  error: (expected, { outcome: { error } }, path) => {
    if (expected === 'none')
      return error === null
        ? []
        : [{ path, expected: 'no error', actual: `${error.source}: ${error.reason}: ${error.message}` }];
    if (error === null) return [{ path, expected: 'an error', actual: 'none' }];
    const { message, ...rest } = expected;
    return [
      ...Object.entries(rest).flatMap(([key, value]) =>
        compareValue(value, error[key as keyof typeof rest] ?? undefined, [...path, key]),
      ),
      ...(message === undefined ? [] : compareText(message, error.message, [...path, 'message'])),
    ];
  },
  variables: (expected, { outcome }, path) => {
    const variables = outcome.variables();
    return Object.entries(expected).flatMap(([name, value]) => {
      if (value === 'absent' && !Object.hasOwn(variables, name)) return [];
      return compareData(value, variables[name], [...path, name], true);
    });
  },
  metrics: (expected, { metrics }, path) =>
    sameLength(expected, metrics, path, ({ name, value }) => `${name} ${value}`) ??
    expected.flatMap(({ dimensions = {}, ...rest }, index) => {
      const metric = metrics[index];
      return [
        ...Object.entries(rest).flatMap(([key, value]) =>
          compareValue(value, metric?.[key as keyof typeof rest], [...path, index, key]),
        ),
        ...Object.entries(dimensions).flatMap(([name, value]) =>
          compareText(value, metric?.dimensions[name], [...path, index, 'dimensions', name]),
        ),
      ];
    }),
  messages: (expected, { messages }, path) =>
    sameLength(expected, messages, path, (message) => `${targetOf(message)}: ${message.text}`) ??
    messages.flatMap((message, index) => {
      const { kind, to, body, properties = {} } = expected[index] ?? {};
      const sent: Readonly<Record<string, string>> = message.kind === 'service-bus' ? message.properties : {};
      return [
        ...compareValue(kind, message.kind, [...path, index, 'kind']),
        ...compareValue(to, targetOf(message), [...path, index, 'to']),
        ...(body === undefined ? [] : compareBody(body, message.text, [...path, index, 'body'])),
        ...Object.entries(properties).flatMap(([name, value]) =>
          compareText(value, sent[name], [...path, index, 'properties', name]),
        ),
      ];
    }),
  traces: (expected, { outcome }, path) => {
    let from = 0;
    return expected.flatMap(({ message, ...rest }, index) => {
      const at = outcome.trace.findIndex(
        (entry, position) =>
          position >= from &&
          Object.entries(rest).every(([key, value]) => entry[key as keyof typeof rest] === value) &&
          (message === undefined || compareText(message, entry.message, []).length === 0),
      );
      if (at !== -1) {
        from = at + 1;
        return [];
      }
      const actual = listText(outcome.trace.slice(from), (entry) => `${entry.source}: ${entry.message}`);
      return [{ path: [...path, index], expected: 'this trace', actual }];
    });
  },
  elapsed: (expected, { elapsedMs }, path) =>
    milliseconds(expected) === elapsedMs ? [] : [{ path, expected, actual: durationText(elapsedMs) }],
};

/** Everything in which a result differs from one key of an expectation. */
export function differencesOf<K extends keyof Expectation>(
  key: K,
  expected: NonNullable<Expectation[K]>,
  result: Result,
  path: Path,
): readonly Difference[] {
  return COMPARE[key](expected, result, path);
}

/** Where a message goes. */
function targetOf(message: GatewayMessage): string {
  return message.kind === 'event-hub' ? message.loggerId : (message.queue ?? message.topic ?? '');
}

function compareCaller(expected: ExpectedAnswer, result: Result, path: Path): readonly Difference[] {
  const { caller } = result.outcome;
  return [
    ...compareValue(expected.status, caller.status, [...path, 'status']),
    ...(expected.reason === undefined ? [] : compareText(expected.reason, caller.reason, [...path, 'reason'])),
    ...compareMessage(expected, caller.headers, result.body, path),
    ...compareValue(expected.streamed, result.streamed, [...path, 'streamed']),
  ];
}

function compareRequest(expected: ExpectedRequest, actual: BackendRequest | null, path: Path): readonly Difference[] {
  if (actual === null) return [{ path, expected: 'a request to a backend', actual: 'none' }];
  const body = Buffer.from(actual.body ?? []).toString('utf8');
  return [
    ...compareValue(expected.method, actual.method, [...path, 'method']),
    ...(expected.url === undefined ? [] : compareText(expected.url, actual.url, [...path, 'url'])),
    ...compareMessage(expected, actual.headers, body, path),
    ...compareValue(expected.timeout, actual.timeoutMs / 1000, [...path, 'timeout']),
  ];
}

function compareMessage(
  { headers = {}, absent = [], body }: Pick<ExpectedAnswer, 'headers' | 'absent' | 'body'>,
  pairs: Pairs,
  text: string,
  path: Path,
): readonly Difference[] {
  return [
    ...Object.entries(headers).flatMap(([name, value]) =>
      compareText(value, headerOf(pairs, name), [...path, 'headers', name]),
    ),
    ...absent.flatMap((name, index) => {
      const actual = headerOf(pairs, name);
      return actual === undefined
        ? []
        : [{ path: [...path, 'absent', index], expected: `no header ${name}`, actual: shown(actual) }];
    }),
    ...(body === undefined ? [] : compareBody(body, text, [...path, 'body'])),
  ];
}

function headerOf(pairs: Pairs, name: string): string | undefined {
  const values = pairs.filter(([other]) => other.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(',');
}

function sameLength<T>(
  expected: readonly unknown[],
  actual: readonly T[],
  path: Path,
  text: (item: T) => string,
): readonly Difference[] | undefined {
  if (expected.length === actual.length) return undefined;
  return [{ path, expected: `${expected.length} entries`, actual: listText(actual, text) }];
}

function listText<T>(items: readonly T[], text: (item: T) => string): string {
  return items.length === 0 ? 'none' : `${items.length}: ${items.map(text).join('; ')}`;
}
