import { Command } from 'commander';
import { formatMistakes, loadEnvironmentFile } from '@lz/config';
import { EXIT } from '../exit.ts';

/** `lz validate CONFIG`. */
export function validateCommand(exit: (code: number) => void): Command {
  return new Command('validate')
    .description('Print every mistake in an environment file, with line, column and what to write instead.')
    .argument('<config>', 'environment file')
    .option('--json', 'print the mistakes as JSON')
    .action((file: string, { json }: { json?: boolean }) => {
      const { mistakes } = loadEnvironmentFile(file);
      if (json === true) process.stdout.write(`${JSON.stringify({ mistakes: mistakes ?? [] }, null, 2)}\n`);
      else process.stdout.write(mistakes === undefined ? `${file}: no mistakes\n` : `${formatMistakes(mistakes)}\n`);
      exit(mistakes === undefined ? EXIT.done : EXIT.badUsage);
    });
}
