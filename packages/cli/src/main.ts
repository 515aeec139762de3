import { Command, CommanderError } from 'commander';
import { costCommand } from './commands/cost.ts';
import { destroyCommand } from './commands/destroy.ts';
import { expandCommand } from './commands/expand.ts';
import { policyCommand } from './commands/policy.ts';
import { prepareCommand } from './commands/prepare.ts';
import { runCommand } from './commands/run.ts';
import { twinCommand } from './commands/twin.ts';
import { validateCommand } from './commands/validate.ts';
import { EXIT, Refused } from './exit.ts';

const commands = [
  ...[runCommand, destroyCommand, twinCommand, expandCommand, policyCommand, prepareCommand],
  ...[validateCommand, costCommand],
];

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
  for (const command of commands) {
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
