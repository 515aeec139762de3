import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What GitHub's runner gives an entry process to end by itself after a cancellation. */
const GRACE_AFTER_SIGINT_MS = 7_500;
const GRACE_AFTER_SIGTERM_MS = 2_500;

/** A process to run, and who hears its lines. */
export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Real milliseconds; the process is stopped as on cancellation when they are over. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly onLine: (line: string) => void;
}

/**
 * Runs a process to its end and returns its exit code, 1 where a signal ended it. On abort or time-out it gets SIGINT,
 * then SIGTERM, then SIGKILL, as on GitHub's runner; only the entry process is signalled at first.
 */
export async function runProcess(request: ProcessRequest): Promise<number> {
  const child = spawn(request.command, request.args, {
    cwd: request.cwd,
    env: request.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const escalation: NodeJS.Timeout[] = [];
  const stop = (): void => {
    child.kill('SIGINT');
    escalation.push(setTimeout(() => child.kill('SIGTERM'), GRACE_AFTER_SIGINT_MS));
    escalation.push(setTimeout(() => child.kill('SIGKILL'), GRACE_AFTER_SIGINT_MS + GRACE_AFTER_SIGTERM_MS));
  };
  if (request.timeoutMs !== undefined) escalation.push(setTimeout(stop, request.timeoutMs));
  // A step that starts after the cancellation (`if: always()`) is clean-up and runs to its end.
  const { signal } = request;
  if (signal?.aborted === false) signal.addEventListener('abort', stop, { once: true });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', request.onLine);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        resolve(code ?? 1);
      });
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    escalation.forEach(clearTimeout);
  }
}
