import type { Environment } from '@lz/config';
import { ConfigurationError } from './errors.ts';

/** Reads an environment file; throws ConfigurationError with every mistake in it, each with its place. */
export function loadEnvironmentFile(file: string): Promise<Environment> {
  return Promise.reject(new ConfigurationError([{ message: 'the loader of @lz/config is not there yet', file }]));
}
