import { formatMistakes, loadEnvironmentFile, type AnyEnvironment } from '@lz/config';
import { billOf, estimate, header, totalOf, type Estimate } from '@lz/cost';
import { Command } from 'commander';
import { Refused } from '../exit.ts';
import { table } from '../run/table.ts';

/** `lz cost CONFIG`. */
export function costCommand(): Command {
  return new Command('cost')
    .description('Print what an environment costs in a month, item by item, from a dated table of prices.')
    .argument('<config>', 'environment file')
    .option('--json', 'print the items as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const result = await estimate(loadOrRefuse(file));
      process.stdout.write(json === true ? `${JSON.stringify(result, null, 2)}\n` : billText(result));
    });
}

function loadOrRefuse(file: string): AnyEnvironment {
  const { environment, mistakes } = loadEnvironmentFile(file);
  if (environment === undefined) throw new Refused(formatMistakes(mistakes));
  return environment;
}

function billText(result: Estimate): string {
  const place = `Prices are list prices of the regions named, without tax; ${result.environment} stands in ${result.location}.`;
  return `${table(header, billOf(result)).join('\n')}\n\n${totalOf(result)}\n${place}\n`;
}
