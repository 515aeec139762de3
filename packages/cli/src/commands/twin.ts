import { once } from 'node:events';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { Twin } from '@lz/twin';
import { Command } from 'commander';
import { messageOf, Refused } from '../exit.ts';
import { createOrRefuse } from '../run/connection.ts';
import { collect, readFaults, wholeNumber } from './options.ts';

interface TwinFlags {
  readonly ready?: string;
  readonly seed: number;
  readonly faults?: string;
  readonly withoutRule: readonly string[];
}

/** `lz twin`. */
export function twinCommand(): Command {
  return new Command('twin')
    .description('Run the local Azure twin alone, until SIGINT.')
    .option('--ready <file>', 'write addresses, identities and variables here once the twin answers')
    .option('--seed <number>', 'same seed, same durations and ids', wholeNumber, 1)
    .option('--faults <file>', 'JSON list of fault rules that hold from the start')
    .option('--without-rule <id>', 'do not enforce this rule of docs/provider-rules.md; may be repeated', collect, [])
    .action(async ({ ready, seed, faults, withoutRule }: TwinFlags) => {
      const twin = await createOrRefuse({
        seed,
        withoutRules: withoutRule,
        ...(faults === undefined ? {} : { faults: await readFaults(faults) }),
      });
      for (const id of withoutRule) warn(id);
      // Whoever reads that it answers may stop it at once: it must be listening for that by then.
      const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      if (ready !== undefined) await announce(ready, twin);
      process.stdout.write(
        `twin: proxy ${twin.proxyUrl}, control ${twin.controlUrl}${ready === undefined ? '' : `, ready file ${ready}`}\n`,
      );
      await asked;
      if (ready !== undefined) await rm(ready, { force: true });
      await twin.close();
    });
}

/** A rule is missed by nobody until Azure enforces it: whoever switches one off is told so. */
function warn(id: string): void {
  process.stderr.write(`WARNING: rule '${id}' is switched off. What deploys on this twin may be refused by Azure.\n`);
}

/** Whoever waits for the file must never read half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text, { mode: 0o600 });
  await rename(`${file}.part`, file);
}

async function announce(file: string, twin: Twin): Promise<void> {
  try {
    await writeWhole(file, JSON.stringify(twin.ready, null, 2));
  } catch (error) {
    await twin.close();
    throw new Refused(`${file}: ${messageOf(error)}`);
  }
}
