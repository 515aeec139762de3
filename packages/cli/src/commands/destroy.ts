import { Command, Option } from 'commander';
import { EXIT, Refused } from '../exit.ts';
import { connectTo } from '../run/connection.ts';
import { printResult } from '../run/result.ts';
import { runDeployment } from '../run/run-deployment.ts';
import { requireValid } from './options.ts';

interface DestroyFlags {
  readonly config: string;
  readonly workflow: string;
  readonly environment: string;
  readonly confirm?: string;
  readonly hub?: boolean;
  readonly purge: 'none' | 'soft-deleted';
  readonly entraApplication: 'keep' | 'delete';
  readonly foreignResources: 'stop' | 'delete';
  readonly twin?: string;
  readonly target: 'twin' | 'azure';
  readonly json?: boolean;
}

/** `lz destroy`. */
export function destroyCommand(exit: (code: number) => void): Command {
  return new Command('destroy')
    .description('List what the removal of an environment takes and leaves; with --confirm, remove it.')
    .option('--config <file>', 'environment file', 'environments/example.yml')
    .option('--workflow <file>', 'workflow file', '.github/workflows/destroy.yml')
    .option('--environment <name>', 'GitHub environment that the job runs in', 'dev')
    .option('--confirm <name>', 'name of the environment as its file has it; without it nothing is removed')
    .option('--hub', 'the hub as well; refused while another spoke stands on it')
    .addOption(new Option('--purge <what>', 'names to free').choices(['none', 'soft-deleted']).default('none'))
    .addOption(
      new Option('--entra-application <what>', 'what becomes of it').choices(['keep', 'delete']).default('keep'),
    )
    .addOption(
      new Option('--foreign-resources <what>', 'what others put into a group')
        .choices(['stop', 'delete'])
        .default('stop'),
    )
    .option('--twin <file>', 'the running twin of this ready file')
    .addOption(new Option('--target <target>', 'where it is').choices(['twin', 'azure']).default('twin'))
    .option('--json', 'print the result as JSON, the progress on stderr')
    .action(async (flags: DestroyFlags) => {
      requireValid(flags.config);
      const connection = flags.target === 'azure' ? undefined : await connectTo(twinOf(flags));
      const result = await runDeployment({ ...flags, inputs: inputsOf(flags) }, connection);
      printResult(result, flags.json === true);
      exit(result.conclusion === 'success' ? EXIT.done : EXIT.failed);
    });
}

/** A twin of its own would be empty. */
function twinOf({ twin }: DestroyFlags): string {
  if (twin !== undefined) return twin;
  throw new Refused('What is to be removed? Say --twin FILE, the ready file of a running twin, or --target azure.');
}

function inputsOf(flags: DestroyFlags): Readonly<Record<string, string>> {
  return {
    mode: flags.confirm === undefined ? 'plan-destroy' : 'destroy',
    confirm: flags.confirm ?? '',
    hub: String(flags.hub === true),
    purge: flags.purge,
    'entra-application': flags.entraApplication,
    'foreign-resources': flags.foreignResources,
  };
}
