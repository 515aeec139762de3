import { createContext, Script } from 'node:vm';
import { NetException } from '../values/value.ts';

/** Longer than any pattern of a policy takes; what backtracks without end is stopped here. */
const MILLISECONDS = 1_000;

/** Patterns that can backtrack without end: a repeated group with a repetition or a choice inside, many wild cards. */
const RISKY = /\([^()]*(?:[+*}]|\|)[^()]*\)[+*{]|(?:[+*][^+*]*){4}|\\[1-9k]/;

const sandbox: { run: () => unknown } = { run: () => undefined };
const context = createContext(sandbox);
const script = new Script('run()');

/** Runs a match; one that could take for ever under a watch that ends it. */
export function bounded<T>(pattern: RegExp, input: string, run: () => T): T {
  if (input.length < 20 || !RISKY.test(pattern.source)) return run();
  sandbox.run = run;
  try {
    return script.runInContext(context, { timeout: MILLISECONDS }) as T;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new NetException(
      'RegexMatchTimeoutException',
      'The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors.',
    );
  }
}

/** The error comes from another realm: it is no instance of this one's Error. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
