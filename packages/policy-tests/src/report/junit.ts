import { describeMistake } from '@lz/policy';
import type { CaseResult, FileResult } from '../run-file.ts';
import { countsOf, type Report } from '../report.ts';

/** The report in the XML that JUnit writes and most CI systems read: a suite a file, a test a case. */
export function junitText(report: Report): string {
  const { cases, failed, brokenFiles } = countsOf(report);
  const broken = report.mistakes.map(({ file, line, column, message }) =>
    suite(file, [testCase('the file can be read', file, `${file}:${line}:${column}: ${message}`)], 1, 1),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${cases + brokenFiles}" failures="${failed + brokenFiles}" time="${seconds(report.milliseconds)}">`,
    ...report.results.map(fileSuite),
    ...broken,
    '</testsuites>',
    '',
  ].join('\n');
}

function fileSuite({ file, cases, refused }: FileResult): string {
  if (refused.length > 0) {
    const text = refused.map((mistake) => `${mistake.document}: ${describeMistake(mistake)}`).join('\n');
    return suite(file, [testCase('the documents are accepted', file, text)], 1, 1);
  }
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  return suite(
    file,
    cases.map((each) => testCase(each.name, file, failureText(file, each), each.milliseconds)),
    cases.length,
    failed,
  );
}

function failureText(file: string, { failures }: CaseResult): string | undefined {
  if (failures.length === 0) return undefined;
  return failures
    .map(
      ({ line, column, what, expected, actual }) =>
        `${file}:${line}:${column} ${what}\n- expected ${expected}\n+ is       ${actual}`,
    )
    .join('\n');
}

function suite(name: string, cases: readonly string[], tests: number, failures: number): string {
  return [
    `  <testsuite name="${escaped(name)}" tests="${tests}" failures="${failures}">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function testCase(name: string, file: string, failure: string | undefined, took = 0): string {
  const start = `    <testcase name="${escaped(name)}" classname="${escaped(file)}" time="${seconds(took)}"`;
  if (failure === undefined) return `${start}/>`;
  return `${start}>\n      <failure message="${escaped(failure.split('\n')[0] ?? '')}">${escaped(failure)}</failure>\n    </testcase>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** XML knows no control characters, not even escaped. */
function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '�')
  );
}
