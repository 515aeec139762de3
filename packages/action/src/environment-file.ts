import { loadEnvironmentFile as load, type AnyEnvironment } from '@lz/config';
import { ConfigurationError } from './errors.ts';

/** Reads an environment file; throws ConfigurationError with every mistake in it, each with its place. */
export function loadEnvironmentFile(file: string): AnyEnvironment {
  const { environment, mistakes } = load(file);
  if (environment !== undefined) return environment;
  throw new ConfigurationError(
    mistakes.map(({ message, path, fix, line, column }) => ({
      message: `${path === '' ? '' : `${path}: `}${message}; ${fix}`,
      file,
      line,
      column,
    })),
  );
}
