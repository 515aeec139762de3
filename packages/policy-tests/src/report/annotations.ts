import { describeMistake } from '@lz/policy';
import type { Report } from '../report.ts';

/** Workflow commands that put every failure beside its line in a pull request. */
export function annotationsText({ results, mistakes }: Report): string {
  const found = [
    ...results.flatMap(({ file, cases, refused }) => [
      ...cases.flatMap(({ name, failures }) =>
        failures.map(({ line, column, what, expected, actual }) => ({
          ...{ file, line, column },
          title: name,
          message: `${what}\nexpected ${expected}\nis ${actual}`,
        })),
      ),
      ...refused.map((mistake) => ({
        ...{ file: mistake.document, line: mistake.line, column: mistake.column },
        title: 'API Management refuses this document',
        message: describeMistake(mistake),
      })),
    ]),
    ...mistakes.map(({ file, line, column, message, fix }) => ({
      ...{ file, line, column, title: 'Test file' },
      message: `${message}\nfix: ${fix}`,
    })),
  ];
  return found
    .map(
      ({ file, line, column, title, message }) =>
        `::error file=${property(file)},line=${line},col=${column},title=${property(title)}::${data(message)}\n`,
    )
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
