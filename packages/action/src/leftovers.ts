import { sendAndWait, type Leftover } from '@lz/azure';
import type { Change } from './report.ts';
import type { ActionDefinition } from './definition.ts';
import type { Run } from './run.ts';

/** What a service says while it is at work on another child of the same parent. */
const BUSY = ['RequestConflict', 'IfMatchPreconditionFailed', 'AnotherOperationInProgress'];

/** What a plan says of something that the environment file no longer asks for. */
export function leftoverChange({ id, type, name }: Leftover): Change {
  return { kind: 'delete', type, name, resourceId: id };
}

/** Deletes, one after another, what the environment file no longer asks for. What is gone already counts as done. */
export async function removeLeftovers<A extends ActionDefinition>(
  { azure, log, report }: Pick<Run<A>, 'azure' | 'log' | 'report'>,
  leftovers: readonly Leftover[],
): Promise<void> {
  for (const leftover of leftovers) {
    const change = leftoverChange(leftover);
    log.info(`  ${change.type} ${change.name}: ${change.kind}`);
    const { id: url, apiVersion } = leftover;
    await sendAndWait(azure, { method: 'DELETE', url, apiVersion, accept: [404], retryCodes: BUSY });
    report.change(change);
  }
}
