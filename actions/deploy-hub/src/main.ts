import { runAction } from '@lz/action';
import { definition } from './definition.ts';
import { deployHub } from './deploy-hub.ts';

/** Runs the action in this process. */
export function main(): Promise<void> {
  return runAction(definition, deployHub);
}
