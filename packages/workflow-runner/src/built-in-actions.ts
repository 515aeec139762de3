import { cp, glob, mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { WorkflowError } from './errors.ts';
import type { JobScope } from './job-scope.ts';
import type { StepOutcome } from './steps.ts';

type BuiltInAction = (job: JobScope, inputs: Readonly<Record<string, string>>) => Promise<StepOutcome>;

/**
 * The actions of other repositories that a local run stands in for, because nothing can be downloaded: checking out is
 * a no-op (the workspace is the checkout), artifacts go into a folder of the run.
 */
export function builtInAction(slug: string): BuiltInAction | undefined {
  return { 'actions/checkout': checkout, 'actions/upload-artifact': uploadArtifact }[slug.toLowerCase()];
}

const checkout: BuiltInAction = (job, inputs) => {
  const { repository } = inputs;
  if (repository !== undefined && repository !== '' && repository !== job.workspace.slug) {
    throw new WorkflowError(`not supported here: actions/checkout of another repository (${repository})`);
  }
  job.session.log(`The workspace is this checkout: ${job.workspace.slug}@${job.workspace.sha.slice(0, 12)}`);
  return Promise.resolve({ ok: true, outputs: { ref: job.workspace.ref, commit: job.workspace.sha } });
};

const uploadArtifact: BuiltInAction = async (job, inputs) => {
  const { name = 'artifact', path = '' } = inputs;
  const target = join(job.session.options.directory, 'artifacts', name);
  const files = await findFiles(job.workspace.directory, path);
  if (files.length === 0) {
    const missing = `No files were found with the provided path: ${path}.`;
    if (inputs['if-no-files-found'] === 'error') throw new WorkflowError(missing);
    job.session.processLine(`::warning::${missing}`);
  }
  await mkdir(target, { recursive: true });
  for (const file of files) {
    const inside = relative(job.workspace.directory, file);
    const copy = join(target, inside.startsWith('..') ? basename(file) : inside);
    await mkdir(dirname(copy), { recursive: true });
    await cp(file, copy, { recursive: true });
  }
  job.session.log(`${files.length} file(s) in ${target}`);
  return { ok: true, outputs: { 'artifact-id': '1' } };
};

async function findFiles(workspace: string, patterns: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pattern of patterns.split('\n').filter((line) => line.trim() !== '')) {
    const absolute = join(pattern.startsWith('/') ? '/' : workspace, pattern.trim());
    for await (const match of glob(absolute)) if ((await stat(match)).isFile()) found.push(match);
  }
  return found;
}
