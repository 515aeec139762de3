import { Command } from 'commander';
import { formatMistakes, loadEnvironmentFile, type Mistake } from '@lz/config';
import { checkFragments } from '@lz/gateway';
import { EXIT } from '../exit.ts';

/** `lz validate CONFIG`. */
export function validateCommand(exit: (code: number) => void): Command {
  return new Command('validate')
    .description('Print every mistake in an environment file, with line, column and what to write instead.')
    .argument('<config>', 'environment file')
    .option('--json', 'print the mistakes as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const mistakes = await mistakesIn(file);
      if (json === true) process.stdout.write(`${JSON.stringify({ mistakes }, null, 2)}\n`);
      else process.stdout.write(mistakes.length === 0 ? `${file}: no mistakes\n` : `${formatMistakes(mistakes)}\n`);
      exit(mistakes.length === 0 ? EXIT.done : EXIT.badUsage);
    });
}

/** Those of the file; where it has none, those of the policy fragments that it names. */
async function mistakesIn(file: string): Promise<readonly Mistake[]> {
  const { environment, mistakes } = loadEnvironmentFile(file);
  if (environment === undefined) return mistakes;
  return environment.spoke === undefined ? [] : await checkFragments(environment);
}
