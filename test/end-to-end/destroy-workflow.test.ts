import { describe, expect, test } from 'vitest';
import { lz, startTwinProcess } from '../support/command-line.ts';

interface Result {
  readonly conclusion: string;
  readonly steps: readonly { readonly name: string; readonly conclusion: string; readonly resourcesWritten: number }[];
  readonly reports: readonly { readonly action: string; readonly mode: string }[];
}

async function destroyWith(twin: string, ...more: readonly string[]): Promise<Result> {
  const run = await lz(['destroy', '--twin', twin, '--json', ...more]);
  return JSON.parse(run.stdout) as Result;
}

describe('lz destroy, by the workflow', () => {
  test('lists without confirmation, removes with it, step by step, and the hub only where it is told to', async () => {
    await using twin = await startTwinProcess();
    const { readyFile } = twin;
    const made = await lz(['run', '--twin', readyFile]);
    expect(made.exitCode, made.stdout).toBe(0);

    const listed = await destroyWith(readyFile, '--hub');
    expect(listed.conclusion).toBe('success');
    expect(listed.reports.map(({ mode }) => mode)).toEqual(['plan-destroy', 'plan-destroy', 'plan-destroy']);
    expect(listed.steps.map(({ resourcesWritten }) => resourcesWritten)).toEqual(listed.steps.map(() => 0));

    const wrong = await destroyWith(readyFile, '--confirm', 'dev');
    expect(wrong.conclusion).toBe('failure');

    const spoke = await lz(['destroy', '--twin', readyFile, '--confirm', 'contoso-dev']);
    expect(spoke.exitCode, spoke.stdout).toBe(0);
    expect(spoke.stdout).toMatch(/^Remove the spoke +\d+ min/m);
    expect(spoke.stdout).not.toContain('makespan');

    const hub = await destroyWith(readyFile, '--confirm', 'contoso-dev', '--hub');
    expect(hub.conclusion).toBe('success');
    expect(hub.steps.map(({ name, conclusion }) => `${name}: ${conclusion}`)).toEqual([
      'Check out the environment file: success',
      'Remove what the spoke has on the gateway: success',
      'Remove the spoke: success',
      'Remove the hub: success',
      'Keep the reports: success',
    ]);
    const resources = (await (await fetch(`${twin.ready.control}/resources`)).json()) as readonly { id: string }[];
    expect(resources.filter(({ id }) => id.includes('contoso-dev'))).toEqual([]);
  });
});
