import { probe } from './probe.ts';

/** The Node program that the smoke test's job runs: `node -e <this>`. */
export const PROBE_SCRIPT = `(${probe.toString()})(process.env)`;

/** One check that the program reported. */
export interface ProbeResult {
  readonly name: string;
  readonly verdict: 'passed' | 'failed' | 'warning';
  readonly detail: string;
  /** Milliseconds from the request to the first piece of text; only of the chat answer. */
  readonly firstTokenMs?: number;
}

/** The checks in a job's log; other lines are passed over, whatever a log stream puts around a line. */
export function parseProbeLog(log: string): readonly ProbeResult[] {
  return log.split('\n').flatMap((line) => {
    const start = line.indexOf('{"probe":');
    if (start === -1) return [];
    try {
      const {
        probe: name,
        verdict,
        detail,
        firstTokenMs,
      } = JSON.parse(line.slice(start)) as Omit<ProbeResult, 'name'> & {
        readonly probe: string;
      };
      return [{ name, verdict, detail, ...(firstTokenMs === undefined ? {} : { firstTokenMs }) }];
    } catch {
      // A line that the log cut off.
      return [];
    }
  });
}
