import { Command, CommanderError } from 'commander';
import { EXIT, Refused } from './exit.ts';

type MakeCommand = (exit: (code: number) => void) => Command;

/** The commands, in the order of the help. Each is loaded when it is named: the twin alone takes a tenth of a second. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  run: async () => (await import('./commands/run.ts')).runCommand,
  destroy: async () => (await import('./commands/destroy.ts')).destroyCommand,
  twin: async () => (await import('./commands/twin.ts')).twinCommand,
  expand: async () => (await import('./commands/expand.ts')).expandCommand,
  policy: async () => (await import('./commands/policy.ts')).policyCommand,
  prepare: async () => (await import('./commands/prepare.ts')).prepareCommand,
  validate: async () => (await import('./commands/validate.ts')).validateCommand,
  cost: async () => (await import('./commands/cost.ts')).costCommand,
};

/** Reads the command line and runs one command; resolves with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('lz')
    .description('Open WebUI on Azure: run, try and check a landing zone from this machine.')
    .exitOverride()
    // So that `lz policy test --json` is an option of `test`, and not of `policy`, which has one of that name too.
    .enablePositionalOptions()
    .showHelpAfterError('Run with --help to see what there is.');
  let code: number = EXIT.done;
  const setCode = (result: number): void => {
    code = result;
  };
  for (const command of await commandsFor(args)) {
    program.addCommand(command(setCode).exitOverride());
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badUsage;
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.badUsage;
  }
}

/** The command that is named; all of them for the help, and to say which there are. */
async function commandsFor([first = '']: readonly string[]): Promise<readonly MakeCommand[]> {
  const named = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return await Promise.all((named === undefined ? Object.values(COMMANDS) : [named]).map((load) => load()));
}
