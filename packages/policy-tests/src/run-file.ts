import type { Path } from '@lz/config';
import {
  describeMistake,
  executePolicies,
  PolicyDocumentError,
  readBody,
  validateFragment,
  validatePolicy,
  type Known,
  type PolicyMistake,
  type ValidateOptions,
} from '@lz/policy';
import { isWhole } from './answers.ts';
import { compareText, type Difference } from './compare.ts';
import type { Coverage } from './coverage.ts';
import type { Documents } from './documents.ts';
import { milliseconds } from './duration.ts';
import { differencesOf, type Result } from './expectations.ts';
import { VirtualGateway } from './gateway.ts';
import type { LoadedTest, Place } from './load.ts';
import { overlay, type Effective, type Placed } from './merge.ts';
import { callOf } from './request.ts';
import type { Expectation, Step, TestCase, TestFile } from './test-file.ts';
import type { TokenIssuer } from './tokens.ts';

/** A failing expectation, with its place in the test file. */
export interface Failure extends Place {
  /** `expect.caller.status`, with the step and the call before it where there are several. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

export interface CaseResult {
  readonly name: string;
  readonly place: Place;
  readonly failures: readonly Failure[];
  readonly milliseconds: number;
}

/** A mistake of a document, for which API Management would refuse it. */
export interface DocumentMistake extends PolicyMistake {
  readonly document: string;
}

export interface FileResult {
  readonly file: string;
  readonly description: string | undefined;
  /** Mistakes of the documents that the test did not expect: no case was run. */
  readonly refused: readonly DocumentMistake[];
  readonly cases: readonly CaseResult[];
}

type SavedAt = Omit<ValidateOptions, 'format' | 'scope'>;

const START = '2026-01-01T00:00:00Z';

/** Runs every case of a file whose name holds `filter`. */
export async function runTest(
  test: LoadedTest,
  tools: { readonly issuer: TokenIssuer; readonly coverage: Coverage; readonly filter?: string },
): Promise<FileResult> {
  const { file, documents } = test;
  const { description, refused, cases = [] } = test.test;
  const mistakes = mistakesOf(documents, test.test);
  const start = { file, description };
  if (refused !== undefined)
    return { ...start, refused: [], cases: [refusalCase(test, mistakes, tools.filter)].flat() };
  if (mistakes.length > 0) return { ...start, refused: mistakes, cases: [] };
  const onPolicy = tools.coverage.watch(documents);
  const results: CaseResult[] = [];
  for (const [index, each] of cases.entries()) {
    if (!each.name.includes(tools.filter ?? '')) continue;
    const begun = performance.now();
    const now = Date.parse(each.now ?? test.test.defaults?.now ?? START);
    const gateway = new VirtualGateway(now, tools.issuer, test.test.openIdConfigurations ?? {}, onPolicy);
    const failures = await runCase(test, each, ['cases', index], gateway, tools.issuer);
    const place = test.placeOf(['cases', index]);
    results.push({ name: each.name, place, failures, milliseconds: performance.now() - begun });
  }
  return { ...start, refused: [], cases: results };
}

/** Every mistake of the documents, each with the name of its document. */
function mistakesOf(
  { scopes, fragments, namedValues, backends }: Documents,
  { tier, defaults }: TestFile,
): readonly DocumentMistake[] {
  const known: Known = {
    backends: new Set(backends.keys()),
    fragments: new Set(fragments.keys()),
    namedValues: new Set(namedValues.keys()),
  };
  const urlTemplate = defaults?.context?.operation?.['urlTemplate'];
  const at: SavedAt = {
    known,
    ...(tier === undefined ? {} : { tier }),
    ...(typeof urlTemplate === 'string' ? { urlTemplate } : {}),
  };
  return [
    ...[...scopes].flatMap(([scope, { name, text, format }]) =>
      named(name, validatePolicy(text, { ...at, format, scope })),
    ),
    ...[...fragments.values()].flatMap(({ name, text, format }) =>
      named(name, validateFragment(text, { ...at, format })),
    ),
  ];
}

function named(document: string, mistakes: readonly PolicyMistake[]): readonly DocumentMistake[] {
  return mistakes.map((mistake) => ({ ...mistake, document }));
}

/** The one case of a file whose documents must be refused. */
function refusalCase(test: LoadedTest, mistakes: readonly DocumentMistake[], filter = ''): readonly CaseResult[] {
  const name = 'the document is refused';
  if (!name.includes(filter)) return [];
  const expected = test.test.refused ?? [];
  const failures = expected.flatMap((refusal, index): readonly Failure[] => {
    const document = documentName(test.documents, refusal.in);
    const here = mistakes.filter(
      (mistake) =>
        mistake.document === document &&
        mistake.line === refusal.line &&
        (refusal.column === undefined || mistake.column === refusal.column),
    );
    const fits = here.some(({ message }) => compareText(refusal.message, message, []).length === 0);
    if (fits) return [];
    const [difference] = compareText(refusal.message, here[0]?.message, []);
    const actual = here.length === 0 ? listed(mistakes) : here.map(({ message }) => JSON.stringify(message)).join('; ');
    return [
      {
        ...test.placeOf(['refused', index]),
        what: `refused[${index}]`,
        expected: `on line ${refusal.line}: ${difference?.expected ?? ''}`,
        actual,
      },
    ];
  });
  const surplus =
    mistakes.length > expected.length
      ? [
          {
            ...test.placeOf(['refused']),
            what: 'refused',
            expected: `${expected.length} mistakes`,
            actual: listed(mistakes),
          },
        ]
      : [];
  return [{ name, place: test.placeOf(['refused']), failures: [...failures, ...surplus], milliseconds: 0 }];
}

function documentName({ scopes, fragments }: Documents, where = 'api'): string | undefined {
  const scope = [...scopes].find(([name]) => name === where)?.[1];
  return (scope ?? fragments.get(where))?.name;
}

function listed(mistakes: readonly DocumentMistake[]): string {
  return mistakes.length === 0 ? 'the documents are accepted' : mistakes.map(describeMistake).join('; ');
}

async function runCase(
  test: LoadedTest,
  each: TestCase,
  path: Path,
  gateway: VirtualGateway,
  issuer: TokenIssuer,
): Promise<readonly Failure[]> {
  const { defaults = {} } = test.test;
  const base: readonly Placed[] = [
    { part: defaults, path: ['defaults'] },
    { part: each, path },
  ];
  const steps: readonly Step[] = each.steps ?? [{}];
  const failures: Failure[] = [];
  for (const [index, step] of steps.entries()) {
    const effective = overlay([...base, { part: step, path: [...path, 'steps', index] }]);
    gateway.clock.now += step.after === undefined ? 0 : milliseconds(step.after);
    const { repeat = 1 } = step;
    for (let call = 1; call <= repeat; call += 1) {
      const where = [each.steps === undefined ? '' : `step ${index + 1}`, repeat === 1 ? '' : `call ${call}`];
      const prefix = where.filter((word) => word !== '').join(', ');
      const found = await runRequest(test, effective, gateway, issuer, path);
      failures.push(...found.map((each) => ({ ...each, what: prefix === '' ? each.what : `${prefix}: ${each.what}` })));
      // One call of many that fails says it all: the others would repeat it.
      if (found.length > 0) break;
    }
  }
  return failures;
}

async function runRequest(
  test: LoadedTest,
  effective: Effective,
  gateway: VirtualGateway,
  issuer: TokenIssuer,
  path: Path,
): Promise<readonly Failure[]> {
  gateway.rules = effective.answers;
  gateway.backend = effective.backend;
  gateway.requests = [];
  gateway.metrics = [];
  gateway.messages = [];
  try {
    const result = await send(test.documents, effective, gateway, issuer);
    return Object.entries(effective.expect ?? {}).flatMap(([key, expected]) => {
      const at = effective.places.get(key) ?? path;
      const found = differencesOf(key as keyof Expectation, expected as never, result, at);
      return found.map((difference) => failureOf(test, difference, key, at));
    });
  } catch (error) {
    const message =
      error instanceof PolicyDocumentError ? error.mistakes.map(describeMistake).join('; ') : String(error);
    return [{ ...test.placeOf(path), what: 'the request', expected: 'an answer', actual: message }];
  }
}

async function send(
  { scopes, fragments, namedValues, backends }: Documents,
  { request, context }: Effective,
  gateway: VirtualGateway,
  issuer: TokenIssuer,
): Promise<Result> {
  const begun = gateway.clock.now;
  const outcome = await executePolicies(
    {
      documents: Object.fromEntries(scopes),
      configuration: { fragments, namedValues, backends },
      ...callOf(request, context, issuer, begun),
    },
    gateway.ports,
  );
  const streamed = !isWhole(outcome.caller.body);
  const body = Buffer.from(await readBody(outcome.caller.body)).toString('utf8');
  const { requests, metrics, messages, clock } = gateway;
  return { outcome, body, streamed, requests, metrics, messages, elapsedMs: clock.now - begun };
}

function failureOf(test: LoadedTest, { path, expected, actual }: Difference, key: string, at: Path): Failure {
  const below = path.slice(at.length).map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`));
  return { ...test.placeOf(path), what: `expect.${key}${below.join('')}`, expected, actual };
}
