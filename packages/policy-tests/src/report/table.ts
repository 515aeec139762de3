import { formatMistakes } from '@lz/config';
import { describeMistake } from '@lz/policy';
import type { DocumentCoverage } from '../coverage.ts';
import type { CaseResult, Failure, FileResult } from '../run-file.ts';
import { countsOf, type Report } from '../report.ts';

/** The report for a terminal: files, cases, the places of what failed, and the sum at the end. */
export function reportText(report: Report): string {
  const { cases, failed, files, brokenFiles } = countsOf(report);
  const parts = [
    `${cases - failed} passed`,
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(brokenFiles === 0 ? [] : [`${brokenFiles} of ${files} files could not be run`]),
  ];
  return [
    ...report.results.flatMap(fileLines),
    ...(report.mistakes.length === 0 ? [] : [formatMistakes(report.mistakes), '']),
    `${parts.join(', ')} (${files} ${files === 1 ? 'file' : 'files'}, ${Math.round(report.milliseconds)} ms)`,
    '',
  ].join('\n');
}

function fileLines({ file, refused, cases }: FileResult): readonly string[] {
  return [
    file,
    ...cases.flatMap((each) => caseLines(file, each)),
    ...refused.map((mistake) => `  ✗ ${mistake.document}: ${describeMistake(mistake)}`),
    '',
  ];
}

function caseLines(file: string, { name, failures }: CaseResult): readonly string[] {
  return [
    `  ${failures.length === 0 ? '✓' : '✗'} ${name}`,
    ...failures.flatMap((failure) => failureLines(file, failure)),
  ];
}

function failureLines(file: string, { line, column, what, expected, actual }: Failure): readonly string[] {
  return [`      ${file}:${line}:${column} ${what}`, `        - expected ${expected}`, `        + is       ${actual}`];
}

/** Coverage for a terminal: a line a document, and the lines that no case reached. */
export function coverageText(coverage: readonly DocumentCoverage[]): string {
  const width = Math.max(...coverage.map(({ document }) => document.length), 'all documents'.length);
  const row = (name: string, executed: number, policies: number, missed: string): string =>
    `${name.padEnd(width)}  ${percent(executed, policies).padStart(5)}  ${`${executed}/${policies}`.padStart(7)}  ${missed}`.trimEnd();
  const sum = (of: (each: DocumentCoverage) => number): number => coverage.reduce((total, each) => total + of(each), 0);
  return [
    'policies executed',
    ...coverage.map(({ document, executed, policies, missed }) =>
      row(document, executed, policies, missed.map(({ name, line }) => `${line} ${name}`).join(', ')),
    ),
    row(
      'all documents',
      sum((each) => each.executed),
      sum((each) => each.policies),
      '',
    ),
    '',
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '100 %' : `${Math.floor((part / whole) * 100)} %`;
}
