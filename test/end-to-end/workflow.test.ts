import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lz } from '../support/command-line.ts';
import { checkoutWith, withoutSteps } from '../support/workflow-copy.ts';

interface Result {
  readonly conclusion: string;
  readonly steps: readonly {
    readonly name: string;
    readonly conclusion: string;
    readonly virtualMs: number;
    readonly resourcesWritten: number;
  }[];
  readonly reports: readonly { readonly action: string; readonly mode: string; readonly environment: string }[];
}

const LATER = ['Deploy the spoke', 'Configure the gateway', 'Import the API', 'Smoke test'];

describe('lz run', () => {
  test('deploys the example in one pass and says how long it took and where it answers', async () => {
    const run = await lz(['run']);
    expect(run.exitCode, run.stdout + run.stderr).toBe(0);
    const steps = LATER.map((name) => new RegExp(String.raw`^${name} +(?:\d+ min )?[\d.]+ m?s +[\d.]+ m?s +\d+$`, 'm'));
    for (const step of steps) expect(run.stdout).toMatch(step);
    expect(run.stdout).toMatch(/^first token +\d+ ms /m);
    expect(run.stdout).toMatch(/^makespan +\d+ min \d\d s virtual; API Management alone \d+ min/m);
    expect(run.stdout).toMatch(/^made by hand +\d+ min/m);
    expect(run.stdout).toMatch(/^Open WebUI: https:\/\/chat\.contoso\.com$/m);
    expect(run.stdout).toMatch(/^Gateway \(inside the network\): https:\/\/apim-contoso-dev-\w+\.azure-api\.net$/m);
    expect(run.stdout.trimEnd().split('\n').at(-1)).toBe('Done.');
  });

  test('runs what the workflow says: without a step, that step does not happen', async () => {
    const folder = await checkoutWith((workflow) => withoutSteps(workflow, LATER));
    const result = await runIn(folder);
    expect(result.steps.map(({ name }) => name)).toEqual([
      'Check out the environment file',
      'Deploy the hub',
      'Keep the reports',
    ]);
    expect(result.reports.map(({ action }) => action)).toEqual(['deploy-hub']);
  });

  test('runs what the workflow says: a step in mode plan writes nothing', async () => {
    const folder = await checkoutWith((workflow) =>
      withoutSteps(workflow, LATER).replace('mode: ${{ inputs.mode }}', 'mode: plan'),
    );
    const result = await runIn(folder);
    expect(result.reports.map(({ action, mode }) => `${action} ${mode}`)).toEqual(['deploy-hub plan']);
    expect(result.steps.map(({ resourcesWritten }) => resourcesWritten)).toEqual([0, 0, 0]);
  });

  test('runs what the workflow says: another environment file makes another hub', async () => {
    const folder = await checkoutWith((workflow) =>
      withoutSteps(workflow, LATER).replace('config: ${{ env.CONFIG }}', 'config: environments/other.yml'),
    );
    const example = await readFile(join(folder, 'environments/example.yml'), 'utf8');
    await writeFile(join(folder, 'environments/other.yml'), example.replace('contoso-dev', 'fabrikam'));
    const result = await runIn(folder);
    expect(result.reports.map(({ environment }) => environment)).toEqual(['fabrikam']);
  });

  test('a job without id-token: write gets no token, and the run fails', async () => {
    const folder = await checkoutWith((workflow) =>
      withoutSteps(workflow, LATER).replace(/^ +id-token: write.*\n/m, ''),
    );
    const run = await lz(['run', '--json'], { cwd: folder });
    expect(run.exitCode).toBe(1);
    expect((JSON.parse(run.stdout) as Result).conclusion).toBe('failure');
    expect(run.stderr).toContain('grant the job `permissions: id-token: write`');
  });

  test('a step that fails skips the rest, but the reports are kept', async () => {
    const folder = await checkoutWith((workflow) =>
      workflow.replace(/uses: \$\/actions\/deploy-hub\n {8}with:\n(?: {10}.*\n)+/, 'run: exit 3\n'),
    );
    const run = await lz(['run', '--json'], { cwd: folder });
    expect(run.exitCode).toBe(1);
    const { steps } = JSON.parse(run.stdout) as Result;
    expect(steps.map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'failure',
      ...LATER.map(() => 'skipped'),
      'success',
    ]);
  });
});

async function runIn(folder: string): Promise<Result> {
  const run = await lz(['run', '--json'], { cwd: folder });
  expect(run.exitCode, run.stderr).toBe(0);
  return JSON.parse(run.stdout) as Result;
}
