import { writeFile } from 'node:fs/promises';
import {
  annotationsText,
  countsOf,
  coverageText,
  junitText,
  reportText,
  runTests,
  testFilesOf,
} from '@lz/policy-tests';
import { Command } from 'commander';
import { EXIT, messageOf, Refused } from '../exit.ts';

interface TestFlags {
  readonly json?: boolean;
  readonly junit?: string;
  readonly filter?: string;
  readonly coverage?: boolean;
}

/** `lz policy test`. */
export function policyTestCommand(exit: (code: number) => void): Command {
  return new Command('test')
    .description('Run tests of policy documents: files, folders (every *.test.yml below) or patterns.')
    .argument('<path...>', 'test files, folders or patterns')
    .option('--filter <text>', 'only the cases whose name holds this text')
    .option('--coverage', 'say which policies of each document were executed')
    .option('--junit <file>', 'write a JUnit report')
    .option('--json', 'print one JSON object')
    .action(async (paths: readonly string[], { json, junit, filter, coverage }: TestFlags) => {
      const { files, nothing } = testFilesOf(paths);
      if (nothing.length > 0) throw new Refused(nothing.map((path) => `${path}: there is no test file`).join('\n'));
      const report = await runTests(files, filter);
      const counts = countsOf(report);
      if (filter !== undefined && counts.cases === 0 && counts.brokenFiles === 0)
        throw new Refused(`no case has '${filter}' in its name`);
      if (junit !== undefined) await writeReport(junit, junitText(report));
      if (json === true) process.stdout.write(`${JSON.stringify({ ...counts, ...report }, null, 2)}\n`);
      else {
        if (process.env['GITHUB_ACTIONS'] === 'true') process.stdout.write(annotationsText(report));
        process.stdout.write(coverage === true ? `${coverageText(report.coverage)}\n` : '');
        process.stdout.write(reportText(report));
      }
      exit(counts.brokenFiles > 0 ? EXIT.badUsage : counts.failed > 0 ? EXIT.failed : EXIT.done);
    });
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new Refused(`${file}: ${messageOf(error)}`);
  }
}
