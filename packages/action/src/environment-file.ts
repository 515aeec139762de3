import { loadEnvironmentFile as load, type AnyEnvironment, type Mistake as FileMistake } from '@lz/config';
import { ConfigurationError } from './errors.ts';

/** Reads an environment file; throws ConfigurationError with every mistake in it, each with its place. */
export function loadEnvironmentFile(file: string): AnyEnvironment {
  const { environment, mistakes } = load(file);
  if (environment !== undefined) return environment;
  throw asError(mistakes);
}

/**
 * Checks what the file names beside: the policy fragments of the environment, as API Management would when they are saved.
 * Throws ConfigurationError with every mistake, each in its own file.
 */
export async function checkNamedFiles(environment: AnyEnvironment): Promise<void> {
  if (environment.spoke === undefined) return;
  const places = Object.values(environment.api.fragments).flatMap((section) => Object.values(section));
  if (places.every((files) => files.length === 0)) return;
  // The policy engine is loaded by those alone that have fragments.
  const { checkFragments } = await import('@lz/gateway');
  const mistakes = await checkFragments(environment);
  if (mistakes.length > 0) throw asError(mistakes);
}

function asError(mistakes: readonly FileMistake[]): ConfigurationError {
  return new ConfigurationError(
    mistakes.map(({ message, path, fix, file, line, column }) => ({
      message: `${path === '' ? '' : `${path}: `}${message}; ${fix}`,
      file,
      line,
      column,
    })),
  );
}
