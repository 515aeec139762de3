import { runAction } from '@lz/action';
import { definition } from './definition.ts';
import { deploySpoke } from './deploy-spoke.ts';

/** Runs the action in this process. */
export function main(): Promise<void> {
  return runAction(definition, deploySpoke);
}
