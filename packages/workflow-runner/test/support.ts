import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runWorkflow, type RunOptions, type RunResult } from '../src/index.ts';
import type { StepReport } from '../src/session.ts';

export interface Observed extends RunResult {
  readonly lines: readonly string[];
  readonly steps: readonly StepReport[];
}

/** Writes `files` as a repository into a temporary folder and runs `.github/workflows/main.yml` in it. */
export async function runFiles(
  files: Readonly<Record<string, string>>,
  options: Partial<RunOptions> = {},
): Promise<Observed> {
  const root = await mkdtemp(join(tmpdir(), 'workflow-'));
  try {
    const directory = join(root, 'repository');
    await writeFiles(directory, files);
    const lines: string[] = [];
    const steps: StepReport[] = [];
    const result = await runWorkflow({
      repository: { slug: 'contoso/chat', ref: 'refs/heads/main', sha: 'a'.repeat(40), directory },
      workflow: '.github/workflows/main.yml',
      inputs: {},
      processEnvironment: { PATH: process.env['PATH'] ?? '' },
      directory: join(root, 'run'),
      onLine: (line) => lines.push(line),
      onStep: (step) => steps.push(step),
      ...options,
    });
    return { ...result, lines, steps };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

export async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
}

/** A workflow with one job whose steps are given as YAML, indented by six spaces. */
export function singleJob(steps: string, jobKeys = ''): string {
  return `on: workflow_dispatch\njobs:\n  only:\n    runs-on: ubuntu-latest\n${jobKeys}    steps:\n${steps}`;
}
