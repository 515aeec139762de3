import { describe, expect, test } from 'vitest';
import type { LoggedRequest } from '@lz/twin';
import { lz, startTwinProcess } from '../support/command-line.ts';

/** Real time that a second run may take. */
const LIMIT_MS = 20_000;

/** Hosts of ARM, Graph and Key Vault: where a write would be a change. */
const GUARDED = /^(?:management\.azure\.com|graph\.microsoft\.com|.*\.vault\.azure\.net)$/;

describe('a run against a twin that goes on', () => {
  test('writes at first, and the second time nothing at all', async () => {
    await using twin = await startTwinProcess();
    const first = await lz(['run', '--twin', twin.readyFile]);
    expect(first.exitCode, first.stdout + first.stderr).toBe(0);
    const before = await twin.requests();
    expect(writes(before).length).toBeGreaterThan(10);
    const resources = (await twin.summary()).writes.length;

    const second = await lz(['run', '--twin', twin.readyFile]);
    expect(second.exitCode, second.stdout + second.stderr).toBe(0);
    const after = (await twin.requests()).slice(before.length);
    console.log(
      `first run: ${before.length} requests, ${writes(before).length} of them writes, ${resources} resources, ${Math.round(first.durationMs)} ms; ` +
        `second: ${after.length} requests, ${Math.round(second.durationMs)} ms`,
    );
    expect(writes(after)).toEqual([]);
    expect(second.durationMs).toBeLessThan(LIMIT_MS);
    expect((await twin.summary()).writes.length).toBe(resources);
    // What a write is, is the twin's word: no PUT, PATCH or DELETE may hide behind `wrote: false`.
    const sent = after.filter(({ host, method }) => GUARDED.test(host) && /^(?:PUT|PATCH|DELETE)$/.test(method));
    expect(sent).toEqual([]);
    const posts = after
      .filter(({ host, method }) => GUARDED.test(host) && method === 'POST')
      .map(({ path }) => verb(path));
    expect([...new Set(posts)].sort()).toEqual(['backendhealth', 'getAuthToken', 'start', 'whatIf']);
  });
});

function writes(requests: readonly LoggedRequest[]): readonly LoggedRequest[] {
  return requests.filter(({ host, wrote }) => wrote && GUARDED.test(host));
}

/** The last part of a path: what a POST asks for. */
function verb(path: string): string {
  return path.split('?')[0]?.split('/').at(-1) ?? '';
}
