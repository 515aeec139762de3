import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { parse } from 'yaml';
import { WorkflowError } from './errors.ts';
import type { ActionFile } from './model.ts';

/** An `action.yml` that GitHub's own parser accepts, and its folder. */
export interface LoadedAction {
  readonly directory: string;
  readonly file: ActionFile;
}

/** Reads `action.yml` or `action.yaml` below `directory`. Throws `WorkflowError` where there is none or it is wrong. */
export async function loadAction(directory: string): Promise<LoadedAction> {
  const path = await firstExisting([join(directory, 'action.yml'), join(directory, 'action.yaml')]);
  if (path === undefined) {
    throw new WorkflowError(
      `Can't find 'action.yml' or 'action.yaml' under '${directory}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
  const content = await readFile(path, 'utf8');
  const { context } = parseAction({ name: path, content }, new NoOperationTraceWriter());
  const mistakes = context.errors.getErrors().map((error) => error.message);
  if (mistakes.length > 0) throw new WorkflowError(mistakes.join('\n'));
  return { directory, file: parse(content) as ActionFile };
}

async function firstExisting(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists) return path;
  }
  return undefined;
}
