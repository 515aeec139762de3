import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import { parse } from 'yaml';
import { WorkflowError } from './errors.ts';
import type { InputDefinition, WorkflowFile } from './model.ts';
import type { Repository } from './references.ts';

/** A workflow file that GitHub's own parser accepts, and where it came from. */
export interface LoadedWorkflow {
  readonly repository: Repository;
  /** Relative to the repository: `.github/workflows/deploy.yml`. */
  readonly path: string;
  readonly file: WorkflowFile;
}

/** Reads and checks a workflow file. Throws `WorkflowError` with every mistake that GitHub's parser finds. */
export async function loadWorkflow(repository: Repository, path: string): Promise<LoadedWorkflow> {
  const content = await readFile(join(repository.directory, path), 'utf8').catch(() => {
    throw new WorkflowError(`${path}: no such workflow file in ${repository.directory}`);
  });
  const { context, value } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  const mistakes = context.errors.getErrors().map((error) => error.message);
  if (mistakes.length > 0) throw new WorkflowError(mistakes.join('\n'));
  return { repository, path, file: parse(content) as WorkflowFile };
}

/** The inputs a trigger declares; throws where the workflow has no such trigger. */
export function inputDefinitions(
  { file, path }: LoadedWorkflow,
  trigger: 'workflow_call' | 'workflow_dispatch',
): Readonly<Record<string, InputDefinition>> {
  const section = triggerSection(file.on, trigger);
  if (section === undefined) throw new WorkflowError(`${path} has no ${trigger} trigger`);
  return section.inputs ?? {};
}

/** `on.workflow_call.outputs`: name to expression. */
export function callOutputs({ file }: LoadedWorkflow): Readonly<Record<string, string>> {
  const outputs = triggerSection(file.on, 'workflow_call')?.outputs ?? {};
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}

interface TriggerSection {
  readonly inputs?: Readonly<Record<string, InputDefinition>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
}

/** `undefined` where the trigger is absent, empty where it stands without a body. */
function triggerSection(on: unknown, trigger: string): TriggerSection | undefined {
  if (typeof on === 'string') return on === trigger ? {} : undefined;
  if (Array.isArray(on)) return (on as unknown[]).includes(trigger) ? {} : undefined;
  const sections = on as Readonly<Record<string, TriggerSection | null>>;
  return trigger in sections ? (sections[trigger] ?? {}) : undefined;
}
