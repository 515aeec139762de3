import { runAction } from '@lz/action';
import { importOpenApi } from './import-openapi.ts';
import { definition } from './definition.ts';

/** Runs the action in this process. */
export function main(): Promise<void> {
  return runAction(definition, importOpenApi);
}
