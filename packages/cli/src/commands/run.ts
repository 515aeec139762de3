import { Command, Option } from 'commander';
import { EXIT } from '../exit.ts';
import { connectTo, startTwin, type TwinConnection } from '../run/connection.ts';
import { printResult } from '../run/result.ts';
import { runDeployment } from '../run/run-deployment.ts';
import { readFaults, requireValid, wholeNumber } from './options.ts';

interface RunFlags {
  readonly config: string;
  readonly workflow: string;
  readonly environment: string;
  readonly mode: 'apply' | 'plan';
  readonly twin?: string;
  readonly target: 'twin' | 'azure';
  readonly seed: number;
  readonly faults?: string;
  readonly json?: boolean;
}

/** `lz run`. */
export function runCommand(exit: (code: number) => void): Command {
  return new Command('run')
    .description('Run the deployment workflow with the real action bundles, against the local twin or Azure.')
    .option('--config <file>', 'environment file', 'environments/example.yml')
    .option('--workflow <file>', 'workflow file', '.github/workflows/deploy.yml')
    .option('--environment <name>', 'GitHub environment that the job runs in', 'dev')
    .addOption(new Option('--mode <mode>', 'plan writes nothing').choices(['apply', 'plan']).default('apply'))
    .option('--twin <file>', 'use the running twin of this ready file; default: start one for this run')
    .addOption(new Option('--target <target>', 'where to deploy').choices(['twin', 'azure']).default('twin'))
    .option('--seed <number>', 'seed of the twin that is started', wholeNumber, 1)
    .option('--faults <file>', 'JSON list of fault rules for the twin that is started')
    .option('--json', 'print the result as JSON, the progress on stderr')
    .action(async (flags: RunFlags) => {
      requireValid(flags.config);
      const connection = await open(flags);
      try {
        const result = await runDeployment({ ...flags, inputs: { mode: flags.mode } }, connection);
        printResult(result, flags.json === true);
        exit(result.conclusion === 'success' ? EXIT.done : EXIT.failed);
      } finally {
        await connection?.close();
      }
    });
}

async function open({ target, twin, seed, faults, environment }: RunFlags): Promise<TwinConnection | undefined> {
  if (target === 'azure') return undefined;
  if (twin !== undefined) return await connectTo(twin);
  return await startTwin({
    seed,
    environments: [environment],
    ...(faults === undefined ? {} : { faults: await readFaults(faults) }),
  });
}
