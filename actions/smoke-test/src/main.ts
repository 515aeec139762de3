import { runAction } from '@lz/action';
import { definition } from './definition.ts';
import { smokeTest } from './smoke-test.ts';

/** Runs the action in this process. */
export function main(): Promise<void> {
  return runAction(definition, smokeTest);
}
