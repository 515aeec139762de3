import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host, Mistake, RunReport } from '../../src/index.ts';

/** A host that keeps what it is told. */
export interface RecordingHost extends Host {
  readonly lines: string[];
  readonly errors: Mistake[];
  readonly warnings: string[];
  readonly masks: string[];
  readonly outputs: Map<string, string>;
  readonly summaries: string[];
  report(): RunReport;
}

/** Variables of a job that is set up rightly, plus `env`. */
export function recordingHost(env: NodeJS.ProcessEnv = {}): RecordingHost {
  const host: RecordingHost = {
    env: { RUNNER_TEMP: mkdtempSync(join(tmpdir(), 'lz-action-')), ...env },
    lines: [],
    errors: [],
    warnings: [],
    masks: [],
    outputs: new Map(),
    summaries: [],
    info: (line) => host.lines.push(line),
    debug: () => undefined,
    error: (mistake) => host.errors.push(mistake),
    warning: (message) => host.warnings.push(message),
    mask: (secret) => host.masks.push(secret),
    output: (name, value) => host.outputs.set(name, value),
    summary: (markdown) => {
      host.summaries.push(markdown);
      return Promise.resolve();
    },
    report: () => JSON.parse(readFileSync(host.outputs.get('report') ?? '', 'utf8')) as RunReport,
  };
  return host;
}
