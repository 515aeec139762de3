import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Log } from '../src/index.ts';
import { recordingHost } from './support/recording-host.ts';

describe('the progress log', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => vi.useRealTimers());

  test('breaks a silence of 20 s, and no shorter one', () => {
    const host = recordingHost();
    const log = new Log(host);
    for (let second = 0; second <= 60; second += 5) {
      if (second === 30) log.info('something happened');
      log.stillWaiting(`still waiting at ${second} s`);
      vi.advanceTimersByTime(5000);
    }
    expect(host.lines).toEqual(['still waiting at 20 s', 'something happened', 'still waiting at 50 s']);
  });

  test('tells resources with state and age, and what still runs', () => {
    const host = recordingHost();
    const log = new Log(host);
    const resource = {
      kind: 'resource',
      deployment: 'd',
      resourceId: '/x',
      resourceType: 'T/t',
      resourceName: 'n',
      operation: 'Create',
    } as const;
    log.deployment({ ...resource, state: 'Running', ageMs: 0 });
    log.deployment({ ...resource, state: 'Succeeded', ageMs: 65_000 });
    log.deployment({ ...resource, state: 'Failed', ageMs: 3_600_000 });
    log.deployment({
      kind: 'heartbeat',
      deployment: 'd',
      ageMs: 90_000,
      running: [{ resourceName: 'n', resourceType: 'T/t', ageMs: 60_000 }],
    });
    expect(host.lines).toEqual([
      '  · T/t n: Running after 0 s',
      '  ✓ T/t n: Succeeded after 1 min 5 s',
      '  ✗ T/t n: Failed after 1 h',
      '  … d, 1 min 30 s: still running: n (1 min)',
    ]);
  });
});
