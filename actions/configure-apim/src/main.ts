import { runAction } from '@lz/action';
import { configureApim } from './configure-apim.ts';
import { definition } from './definition.ts';

/** Runs the action in this process. */
export function main(): Promise<void> {
  return runAction(definition, configureApim);
}
