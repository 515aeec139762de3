import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import { createTwin, type LoggedRequest } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { loggedRequests, runChain } from '../support/action-process.ts';

interface Trace {
  /** By host: the smoke test's probe is a process of its own, which runs while the action waits for it. */
  readonly requests: Readonly<Record<string, readonly LoggedRequest[] | undefined>>;
  /** Every write of a resource, with its virtual start and end. */
  readonly writes: readonly string[];
}

async function trace(seed: number): Promise<Trace> {
  await using twin = await createTwin({ seed });
  await runChain(twin);
  const writes = twin.arm.state.timeline.map(
    ({ resourceId, kind, startedAt, endedAt }) => `${startedAt} ${endedAt ?? 'running'} ${kind} ${resourceId}`,
  );
  return { requests: Object.groupBy((await loggedRequests(twin)).map(withoutRandom), ({ host }) => host), writes };
}

/** Ids that a client draws for each request, so that it can be found in a log. */
function withoutRandom(request: LoggedRequest): LoggedRequest {
  return { ...request, path: request.path.replace(/(?<=[?&]client-request-id=)[^&]+/, '') };
}

/** The same with every core kept busy meanwhile. */
async function traceUnderLoad(seed: number): Promise<Trace> {
  const workers = Array.from({ length: availableParallelism() }, () => new Worker('for (;;);', { eval: true }));
  try {
    return await trace(seed);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

describe('the same seed', () => {
  test('gives the same requests at the same virtual times, however busy the machine is', async () => {
    const idle = await trace(3);
    const busy = await traceUnderLoad(3);
    expect(busy.requests).toEqual(idle.requests);
    expect(busy.writes).toEqual(idle.writes);
    expect(idle.writes.length).toBeGreaterThan(80);
    const other = await trace(4);
    expect(other.writes).not.toEqual(idle.writes);
  });
});
