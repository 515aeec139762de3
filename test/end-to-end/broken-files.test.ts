import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTwin } from '@lz/twin';
import { brokenFiles, textOf, type BrokenFile } from '../../packages/config/test/broken/index.ts';
import { CHAIN, runActionProcess } from '../support/action-process.ts';
import { lz, startTwinProcess } from '../support/command-line.ts';

/** Every seventh of the table: one of each kind, and the first. */
const SAMPLE = brokenFiles.filter((_, index) => index % 7 === 0);

describe('a broken environment file', () => {
  test('lz validate prints every mistake with line and column, and ends with 2', async () => {
    for (const broken of SAMPLE) {
      const run = await lz(['validate', await write(broken)]);
      expect(run.exitCode, broken.what).toBe(2);
      expect(placesIn(run.stdout), broken.what).toEqual(placesOf(broken));
    }
  });

  test('lz run ends with 2 before anything reaches the twin', async () => {
    await using twin = await startTwinProcess();
    for (const broken of SAMPLE.slice(0, 4)) {
      const run = await lz(['run', '--twin', twin.readyFile, '--config', await write(broken)]);
      expect(run.exitCode, broken.what).toBe(2);
      expect(placesIn(run.stderr), broken.what).toEqual(placesOf(broken));
    }
    expect(await twin.requests()).toEqual([]);
  });

  test.each(CHAIN)('%s ends with 1 and annotates every mistake, before anything reaches the twin', async (action) => {
    await using twin = await createTwin();
    const broken = SAMPLE[CHAIN.indexOf(action) + 1];
    if (broken === undefined) throw new Error('the sample is too small');
    const run = await runActionProcess(action, twin, { environment: textOf(broken) });
    expect(run.exitCode, run.log).toBe(1);
    const places = [...run.log.matchAll(/^::error .*line=(\d+),col=(\d+)::/gm)].map(
      ([, line, column]) => `${line}:${column}`,
    );
    expect(places, run.log).toEqual(placesOf(broken));
    expect(run.requests).toEqual([]);
  });
});

async function write(broken: BrokenFile): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'lz-broken-')), 'dev.yml');
  await writeFile(file, textOf(broken));
  return file;
}

function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/dev\.yml:(\d+:\d+): /g)].map(([, place]) => place ?? '');
}

function placesOf({ mistakes }: BrokenFile): readonly string[] {
  return mistakes.map(([line, column]) => `${line}:${column}`);
}
