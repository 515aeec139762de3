import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggedRequest, ReadyFile, Summary } from '@lz/twin';

/** Root of this checkout. */
export const ROOT = join(import.meta.dirname, '../..');
const LZ = join(ROOT, 'packages/cli/dist/lz.js');

export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Real time. */
  readonly durationMs: number;
}

export interface CommandOptions {
  /** Default: the root of this checkout. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the built command line to its end, as a person would. */
export async function lz(args: readonly string[], options: CommandOptions = {}): Promise<CommandRun> {
  const started = performance.now();
  const child = start(args, options);
  options.onStart?.(child);
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  await once(child, 'close');
  return { exitCode: child.exitCode, ...output, durationMs: performance.now() - started };
}

/** A twin that `lz twin --ready` runs in a process of its own. */
export interface TwinProcess extends AsyncDisposable {
  readonly readyFile: string;
  readonly ready: ReadyFile;
  readonly child: ChildProcess;
  requests(): Promise<readonly LoggedRequest[]>;
  summary(): Promise<Summary>;
  /** Sends SIGINT and waits for the end; answers the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `lz twin`, and waits for the line that says it answers. */
export async function startTwinProcess(args: readonly string[] = []): Promise<TwinProcess> {
  const readyFile = join(await mkdtemp(join(tmpdir(), 'lz-ready-')), 'twin.json');
  const child = start(['twin', '--ready', readyFile, ...args], {});
  if (child.stdout === null) throw new Error('lz twin has no output');
  await Promise.race([once(createInterface(child.stdout), 'line'), failure(child)]);
  const ready = JSON.parse(await readFile(readyFile, 'utf8')) as ReadyFile;
  const ask = async (path: string): Promise<unknown> => await (await fetch(ready.control + path)).json();
  const stop = async (): Promise<number | null> => {
    if (child.exitCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    readyFile,
    ready,
    child,
    requests: async () => (await ask('/requests')) as readonly LoggedRequest[],
    summary: async () => (await ask('/summary')) as Summary,
    stop,
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}

async function failure(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error(`lz twin ended with ${String(child.exitCode)} before it was ready`);
}

function start(args: readonly string[], { cwd = ROOT, env = {} }: CommandOptions): ChildProcess {
  return spawn(process.execPath, [LZ, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
  });
}
