import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annotationsText, coverageText, junitText, reportText, runTests, type Report } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lz-policy-tests-'));

/** Runs a test file with this text. */
async function run(text: string): Promise<Report> {
  const file = join(folder, 'x.test.yml');
  writeFileSync(file, text);
  return await runTests([file]);
}

const POLICY = `policy: |
  <policies>
    <inbound>
      <set-variable name="tier" value="gold" />
      <set-header name="X-Tier" exists-action="override"><value>gold</value></set-header>
      <trace source="tiers"><message>gold it is</message></trace>
      <emit-metric name="calls" namespace="n" value="2"><dimension name="Tier" value="gold" /></emit-metric>
    </inbound>
    <backend><forward-request timeout="20" /></backend>
  </policies>
`;

describe('an expectation that does not hold is told with its place', () => {
  const cases: readonly (readonly [expect: string, what: string, expected: string, actual: string])[] = [
    ['caller: { status: 201 }', 'expect.caller.status', '201', '200'],
    ['caller: { reason: Made }', 'expect.caller.reason', '"Made"', '"OK"'],
    ['caller: { headers: { X-A: b } }', 'expect.caller.headers.X-A', '"b"', 'nothing'],
    ['caller: { absent: [content-type] }', 'expect.caller.absent[0]', 'no header content-type', '"application/json"'],
    ['caller: { body: x }', 'expect.caller.body', '"x"', '"{\\"a\\":[1,{\\"b\\":2}]}"'],
    ['caller: { body: { json: { a: [1, { b: 3 }] } } }', 'expect.caller.body.json.a[1].b', '3', '2'],
    ['caller: { body: { json: {} } }', 'expect.caller.body.json', 'no member "a"', '[1,{"b":2}]'],
    ['caller: { body: { partial: { c: 1 } } }', 'expect.caller.body.partial.c', '1', 'nothing'],
    ['caller: { body: { partial: { a: [1] } } }', 'expect.caller.body.partial.a', '1 entries', '2: [1,{"b":2}]'],
    [
      'caller: { body: { contains: zz } }',
      'expect.caller.body.contains',
      'a text with "zz"',
      '"{\\"a\\":[1,{\\"b\\":2}]}"',
    ],
    [
      'caller: { body: { matches: "^x" } }',
      'expect.caller.body.matches',
      'a text like /^x/',
      '"{\\"a\\":[1,{\\"b\\":2}]}"',
    ],
    ['caller: { body: { lacks: b } }', 'expect.caller.body.lacks', 'a text without "b"', '"{\\"a\\":[1,{\\"b\\":2}]}"'],
    ['caller: { body: { empty: true } }', 'expect.caller.body.empty', 'no body', '"{\\"a\\":[1,{\\"b\\":2}]}"'],
    ['caller: { streamed: true }', 'expect.caller.streamed', 'true', 'false'],
    ['backend: none', 'expect.backend', 'no request to a backend', 'GET https://backend.example/'],
    ['backend: { method: PUT }', 'expect.backend.method', '"PUT"', '"GET"'],
    [
      'backend: { url: https://b.example/ }',
      'expect.backend.url',
      '"https://b.example/"',
      '"https://backend.example/"',
    ],
    ['backend: { headers: { X-Tier: silver } }', 'expect.backend.headers.X-Tier', '"silver"', '"gold"'],
    ['backend: { timeout: 30 }', 'expect.backend.timeout', '30', '20'],
    ['backend: { body: { empty: false } }', 'expect.backend.body.empty', 'a body', '""'],
    ['requests: []', 'expect.requests', '0 entries', '1: GET https://backend.example/'],
    ['calls: 2', 'expect.calls', '2', '1: GET https://backend.example/'],
    ['error: { source: x }', 'expect.error', 'an error', 'none'],
    ['variables: { tier: silver }', 'expect.variables.tier', '"silver"', '"gold"'],
    ['variables: { tier: absent }', 'expect.variables.tier', '"absent"', '"gold"'],
    ['variables: { other: 1 }', 'expect.variables.other', '1', 'nothing'],
    ['metrics: []', 'expect.metrics', '0 entries', '1: calls 2'],
    ['metrics: [{ value: 3 }]', 'expect.metrics[0].value', '3', '2'],
    ['metrics: [{ dimensions: { Tier: x } }]', 'expect.metrics[0].dimensions.Tier', '"x"', '"gold"'],
    ['traces: [{ source: other }]', 'expect.traces[0]', 'this trace', '1: tiers: gold it is'],
    ['elapsed: PT1S', 'expect.elapsed', 'PT1S', 'PT0S'],
  ];

  test.each(cases)('%s', async (text, what, expected, actual) => {
    const report = await run(
      `${POLICY}cases:\n  - name: a\n    backend: { body: { a: [1, { b: 2 }] } }\n    expect:\n      ${text}\n`,
    );
    expect(report.mistakes).toEqual([]);
    const failures = report.results[0]?.cases[0]?.failures;
    expect(failures).toEqual([expect.objectContaining({ line: 15, what, expected, actual })]);
  });

  test('an error that is there, in every part of it', async () => {
    const boom =
      'policy: <policies><inbound><set-variable name="a" value="@(int.Parse(&quot;x&quot;))" /></inbound></policies>\n';
    const report = await run(
      `${boom}cases: [{ name: a, expect: { error: { source: x, reason: y, message: z, section: outbound, scope: global, line: 2, type: E } } }]\n`,
    );
    const found = report.results[0]?.cases[0]?.failures.map(({ what, actual }) => `${what} ${actual}`);
    expect(found).toEqual([
      'expect.error.source "set-variable"',
      'expect.error.reason "ExpressionValueEvaluationFailure"',
      'expect.error.section "inbound"',
      'expect.error.scope "api"',
      'expect.error.line 1',
      'expect.error.type "FormatException"',
      expect.stringMatching(/^expect\.error\.message "/),
    ]);
    const none = await run(`${boom}cases: [{ name: a, expect: { error: none } }]\n`);
    expect(none.results[0]?.cases[0]?.failures).toHaveLength(1);
  });

  test('of defaults at its place there, of a step with its number and call', async () => {
    const report = await run(
      `${POLICY}defaults:\n  expect:\n    caller: { status: 404 }\ncases:\n  - name: a\n    steps:\n      - expect: { caller: { status: 200 } }\n      - repeat: 3\n`,
    );
    expect(report.results[0]?.cases[0]?.failures).toEqual([
      { line: 13, column: 15, what: 'step 2, call 1: expect.caller.status', expected: '404', actual: '200' },
    ]);
  });
});

describe('mistakes of a test file', () => {
  const cases: readonly (readonly [what: string, text: string, message: string])[] = [
    ['an empty file', '', 'the file is empty'],
    ['a key with a slip of the pen', 'polcy: x', '`polcy` is not a key of the file'],
    ['no documents', 'cases: [{ name: a }]', 'nothing says which documents are tested'],
    [
      'two subjects',
      'policy: <policies/>\nconfig: x.yml\ncases: [{ name: a }]',
      '`policy` and `config` exclude each other',
    ],
    ['no cases', 'policy: <policies/>', '`cases` is missing'],
    ['a file that is not there', 'policy: none.xml\ncases: [{ name: a }]', 'there is no file'],
    ['two cases of one name', 'policy: <policies/>\ncases: [{ name: a }, { name: a }]', 'another case is called "a"'],
    ['a wrong duration', 'policy: <policies/>\ncases: [{ name: a, steps: [{ after: 30s }] }]', 'must be a duration'],
    ['a wrong instant', 'policy: <policies/>\ncases: [{ name: a, now: today }]', 'must be a time in UTC'],
    [
      'an answer and a failure',
      'policy: <policies/>\ncases: [{ name: a, backend: { failure: timeout, status: 500 } }]',
      'with `failure` there is no answer',
    ],
    [
      'lists in a list',
      'policy: <policies/>\ncases: [{ name: a, backend: [[{}]] }]',
      'a list of answers holds answers',
    ],
    [
      'a broken expression',
      'policy: <policies/>\ncases: [{ name: a, expect: { caller: { body: { matches: "(" } } } }]',
      'the regular expression cannot be read',
    ],
    [
      'none in a list',
      'policy: <policies/>\ncases: [{ name: a, expect: { requests: [none] } }]',
      'a request is expected here',
    ],
    ['an environment file with mistakes', 'config: x.test.yml\ncases: [{ name: a }]', 'is not a key of the file'],
  ];

  test.each(cases)('%s', async (_what, text, message) => {
    const { mistakes, results } = await run(text);
    expect(results).toEqual([]);
    expect(mistakes.map((mistake) => mistake.message).join('\n')).toContain(message);
  });

  test('all at once, in the order of the file', async () => {
    const { mistakes } = await run(
      'policy: <policies/>\ncases:\n  - nme: a\n    request: { methd: GET }\n    expect: { caler: {} }\n',
    );
    expect(mistakes.map(({ line, fix }) => [line, fix])).toEqual([
      [3, 'did you mean `name`?'],
      [4, 'did you mean `method`?'],
      [5, 'did you mean `caller`?'],
    ]);
  });
});

describe('documents that API Management refuses', () => {
  const BAD = 'policy: |\n  <policies>\n    <inbound>\n      <set-hedder />\n    </inbound>\n  </policies>\n';

  test('are told where the test does not expect it', async () => {
    const report = await run(`${BAD}cases: [{ name: a }]\n`);
    expect(report.results[0]?.refused).toEqual([expect.objectContaining({ document: 'api', line: 3, column: 6 })]);
    expect(reportText(report)).toContain("✗ api: Error in element 'set-hedder' on line 3, column 6:");
  });

  test.each([
    ['where the place and the text are right', '{ line: 3, column: 6, message: { contains: set-hedder } }', 0],
    ['not on another line', '{ line: 2, message: { contains: set-hedder } }', 1],
    ['not at another column', '{ line: 3, column: 7, message: { contains: set-hedder } }', 1],
    ['not with another text', '{ line: 3, message: nonsense }', 1],
  ])('pass as expected %s', async (_what, refused, failures) => {
    const report = await run(`${BAD}refused: [${refused}]\n`);
    expect(report.results[0]?.cases[0]?.failures).toHaveLength(failures);
  });

  test('more mistakes than expected, or none, fail', async () => {
    const two = BAD.replace('<set-hedder />', '<set-hedder /><nonsense />');
    const report = await run(`${two}refused: [{ line: 3, message: { contains: set-hedder } }]\n`);
    expect(report.results[0]?.cases[0]?.failures).toHaveLength(1);
    const none = await run(`${POLICY}refused: [{ line: 3, message: { contains: set-hedder } }]\n`);
    expect(none.results[0]?.cases[0]?.failures[0]?.actual).toBe('the documents are accepted');
  });
});

test('reports: coverage with missed lines, JUnit and annotations hold what failed, escaped', async () => {
  const policy =
    'policy: |\n  <policies><inbound><choose>\n  <when condition="@(false)">\n  <set-method>PUT</set-method></when></choose></inbound></policies>\n';
  const report = await run(`${policy}cases: [{ name: "a, <b>", expect: { caller: { body: "<x>&" } } }]\n`);
  expect(coverageText(report.coverage)).toMatch(/^api +50 % +1\/2 {2}3 set-method$/m);
  expect(junitText(report)).toContain('<testcase name="a, &lt;b&gt;"');
  expect(junitText(report)).toContain('expected &quot;&lt;x&gt;&amp;&quot;');
  expect(annotationsText(report)).toMatch(
    /^::error file=.*,line=5,col=\d+,title=a%2C <b>::expect\.caller\.body%0Aexpected "<x>&"%0Ais ""\n$/,
  );
});
