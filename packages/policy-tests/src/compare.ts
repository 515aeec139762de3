import type { Path } from '@lz/config';
import type { ExpectedBody, ExpectedText } from './test-file.ts';

/** An expectation that does not hold. */
export interface Difference {
  /** Below the expectation that was compared. */
  readonly path: Path;
  readonly expected: string;
  readonly actual: string;
}

/** A value for a message: text in quotes, all else as JSON. */
export function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

/** Compares something that must be equal, where anything is expected at all. */
export function compareValue(expected: unknown, actual: unknown, path: Path): readonly Difference[] {
  return expected === undefined || expected === actual
    ? []
    : [{ path, expected: shown(expected), actual: shown(actual) }];
}

/** Compares a text with what it must be or hold. `actual` is undefined where there is none. */
export function compareText(expected: ExpectedText, actual: string | undefined, path: Path): readonly Difference[] {
  if (typeof expected !== 'object') return compareValue(String(expected), actual, path);
  const text = actual ?? '';
  const failed = (what: string, key: string): Difference => ({
    path: [...path, key],
    expected: what,
    actual: shown(actual),
  });
  const { contains, matches, lacks } = expected;
  if (actual === undefined) return [failed('a text', Object.keys(expected)[0] ?? '')];
  return [
    ...(contains === undefined || text.includes(contains)
      ? []
      : [failed(`a text with ${shown(contains)}`, 'contains')]),
    ...(matches === undefined || new RegExp(matches).test(text) ? [] : [failed(`a text like /${matches}/`, 'matches')]),
    ...(lacks === undefined || !text.includes(lacks) ? [] : [failed(`a text without ${shown(lacks)}`, 'lacks')]),
  ];
}

/** Compares a body with what it must be or hold. */
export function compareBody(expected: ExpectedBody, actual: string, path: Path): readonly Difference[] {
  if (typeof expected === 'string') return compareValue(expected, actual, path);
  const { json, partial, empty, ...text } = expected;
  return [
    ...(json === undefined ? [] : compareJson(json, actual, [...path, 'json'], true)),
    ...(partial === undefined ? [] : compareJson(partial, actual, [...path, 'partial'], false)),
    ...(Object.keys(text).length === 0 ? [] : compareText(text, actual, path)),
    ...(empty === undefined || empty === (actual === '')
      ? []
      : [{ path: [...path, 'empty'], expected: empty ? 'no body' : 'a body', actual: shown(actual) }]),
  ];
}

function compareJson(expected: unknown, text: string, path: Path, whole: boolean): readonly Difference[] {
  let actual: unknown;
  try {
    actual = JSON.parse(text);
  } catch {
    return [{ path, expected: 'JSON', actual: shown(text) }];
  }
  return compareData(expected, actual, path, whole);
}

/** Compares data member by member, so that the place of a difference is told. `whole`: nothing else may be there. */
export function compareData(expected: unknown, actual: unknown, path: Path, whole: boolean): readonly Difference[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [{ path, expected: shown(expected), actual: shown(actual) }];
    const length = compareValue(expected.length, actual.length, path).map((difference) => ({
      ...difference,
      expected: `${expected.length} entries`,
      actual: `${actual.length}: ${shown(actual)}`,
    }));
    return length.length > 0
      ? length
      : expected.flatMap((item, index) => compareData(item, actual[index], [...path, index], whole));
  }
  if (!isMap(expected)) return compareValue(expected, actual, path);
  if (!isMap(actual)) return [{ path, expected: shown(expected), actual: shown(actual) }];
  const surplus = whole ? Object.keys(actual).filter((key) => !Object.hasOwn(expected, key)) : [];
  return [
    ...Object.entries(expected).flatMap(([key, value]) =>
      compareData(value, Object.hasOwn(actual, key) ? actual[key] : undefined, [...path, key], whole),
    ),
    ...surplus.map((key) => ({ path, expected: `no member ${shown(key)}`, actual: shown(actual[key]) })),
  ];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
