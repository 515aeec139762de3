import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunReport } from '@lz/action';
import type { LoggedRequest, Twin } from '@lz/twin';

/** The environment file of ten lines that must deploy. */
export const ENVIRONMENT = `name: contoso-dev
location: swedencentral
hub:
  addressSpace: 10.10.0.0/22
  gateway: { publisherEmail: platform@contoso.com }
spoke:
  addressSpace: 10.10.4.0/22
  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }
models:
  - gpt-5-mini
`;

export interface ActionOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: string;
  /** What runs below `actions/<name>`. Default: the committed bundle. */
  readonly entry?: string;
  /** Name of the run among others that go on at the same moment: the twin's clock waits for each of them. */
  readonly party?: string;
  /** Further variables of the process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Sees every line as it is written, and the process, to signal it. */
  readonly onLine?: (line: string, process: ChildProcess) => void;
}

/** What an action left behind. */
export interface ActionRun {
  readonly exitCode: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly report: RunReport | undefined;
  /** The requests that the twin got from this run. */
  readonly requests: readonly LoggedRequest[];
  /** Those of them that changed something. */
  readonly writes: readonly LoggedRequest[];
  readonly durationMs: number;
  /** RUNNER_TEMP: everything that the action wrote, with its output and summary files and the environment file. */
  readonly folder: string;
}

/** The five actions in the order of the workflow. */
export const CHAIN = ['deploy-hub', 'deploy-spoke', 'configure-apim', 'import-openapi', 'smoke-test'] as const;

/** Runs actions one after another, each with nothing of the one before. Throws with the log where one fails. */
export async function runChain(
  twin: Twin,
  options: ActionOptions = {},
  actions: readonly string[] = CHAIN,
): Promise<readonly ActionRun[]> {
  const runs: ActionRun[] = [];
  for (const name of actions) {
    const run = await runActionProcess(name, twin, options);
    if (run.exitCode !== 0) throw new Error(`${name} ended with ${String(run.exitCode)}:\n${run.log}`);
    runs.push(run);
  }
  return runs;
}

/** Runs the committed bundle of an action as GitHub's runner does: a process of its own, inputs in the environment. */
export async function runActionProcess(name: string, twin: Twin, options: ActionOptions = {}): Promise<ActionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'lz-job-'));
  const file = (base: string) => join(folder, base);
  await Promise.all(['output', 'summary'].map((base) => writeFile(file(base), '')));
  await writeFile(file('dev.yml'), options.environment ?? ENVIRONMENT);
  // What an environment file of `environments/` names beside it.
  await cp(join(import.meta.dirname, '../../environments/policies'), file('policies'), { recursive: true });
  const inputs = { config: file('dev.yml'), 'poll-interval': '1ms', ...options.inputs };
  const before = (await loggedRequests(twin)).length;
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../actions', name, options.entry ?? 'dist/index.js')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...twin.ready.env,
        ...Object.fromEntries(Object.entries(inputs).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value])),
        PATH: process.env['PATH'],
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        RUNNER_TEMP: folder,
        ...(options.party === undefined ? {} : proxyOf(twin, options.party)),
        ...options.env,
      },
    },
  );
  const log = await collect(child, options.onLine);
  const durationMs = performance.now() - started;
  const requests = (await loggedRequests(twin)).slice(before);
  const outputs = parseOutputs(await readFile(file('output'), 'utf8'));
  return {
    exitCode: child.exitCode,
    log,
    outputs,
    summary: await readFile(file('summary'), 'utf8'),
    report:
      outputs['report'] === undefined
        ? undefined
        : (JSON.parse(await readFile(outputs['report'], 'utf8')) as RunReport),
    requests,
    writes: requests.filter(({ wrote }) => wrote),
    durationMs,
    folder,
  };
}

/** The proxy's address with the name of a party in it. */
function proxyOf(twin: Twin, party: string): Readonly<Record<string, string>> {
  const proxy = new URL(twin.proxyUrl);
  proxy.username = `party.${party}`;
  proxy.password = 'party';
  const address = proxy.href.replace(/\/$/, '');
  return { HTTPS_PROXY: address, HTTP_PROXY: address, https_proxy: address, http_proxy: address };
}

/** Counts a party in or out. */
export async function tellParty(
  twin: Twin,
  told: { readonly join: string } | { readonly leave: string },
): Promise<void> {
  await fetch(`${twin.controlUrl}/parties`, { method: 'POST', body: JSON.stringify(told) });
}

async function collect(child: ChildProcess, onLine: ActionOptions['onLine']): Promise<string> {
  let log = '';
  let rest = '';
  const read = (chunk: Buffer) => {
    log += chunk.toString();
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine?.(line, child);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  await new Promise((resolve) => child.once('close', resolve));
  return log;
}

/** Every request that the twin got so far. */
export async function loggedRequests(twin: Twin): Promise<readonly LoggedRequest[]> {
  return (await (await fetch(`${twin.controlUrl}/requests`)).json()) as readonly LoggedRequest[];
}

/** GitHub's file of `name<<delimiter` blocks. */
function parseOutputs(text: string): Record<string, string> {
  const blocks = text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]));
}
