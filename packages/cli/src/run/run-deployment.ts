import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Summary } from '@lz/twin';
import { runWorkflow, WorkflowError, type Repository } from '@lz/workflow-runner';
import { messageOf, Refused } from '../exit.ts';
import type { TwinConnection } from './connection.ts';
import type { ActionReport, DeploymentResult, StepResult } from './result.ts';

/** The flags of `lz run` and `lz destroy` that the workflow depends on. */
export interface DeploymentFlags {
  readonly config: string;
  readonly workflow: string;
  readonly environment: string;
  /** Inputs of the workflow beside those that every run gives. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly json?: boolean;
}

/** How often an action looks at a running deployment: the twin's time is virtual, so waiting would only cost real time. */
const TWIN_POLL_INTERVAL = '5ms';

/**
 * Runs the workflow in this checkout as GitHub would, against the twin or, without a connection, against Azure with the
 * credential of this shell. SIGINT cancels the run as GitHub's button does.
 */
export async function runDeployment(
  flags: DeploymentFlags,
  twin: TwinConnection | undefined,
): Promise<DeploymentResult> {
  const directory = await mkdtemp(join(tmpdir(), 'lz-run-'));
  const started = performance.now();
  const steps: StepResult[] = [];
  const boundaries: Promise<Summary | undefined>[] = [Promise.resolve(await twin?.summary())];
  const abort = new AbortController();
  const cancel = (): void => {
    abort.abort();
  };
  process.once('SIGINT', cancel);
  const say = (line: string): void => {
    (flags.json === true ? process.stderr : process.stdout).write(`${line}\n`);
  };
  try {
    const run = await runWorkflow({
      repository: repository(),
      workflow: flags.workflow,
      inputs: {
        environment: flags.environment,
        config: flags.config,
        ...flags.inputs,
        'poll-interval': twin === undefined ? '' : TWIN_POLL_INTERVAL,
      },
      variables: variables(twin),
      processEnvironment: processEnvironment(twin),
      directory,
      ...(twin === undefined ? {} : { oidc: (identity) => twin.oidc(identity) }),
      signal: abort.signal,
      onLine: say,
      onStep: ({ name, conclusion, durationMs }) => {
        boundaries.push(Promise.resolve(twin?.summary()));
        steps.push({ name, conclusion, realMs: durationMs });
      },
    });
    return {
      conclusion: run.conclusion,
      realMs: performance.now() - started,
      steps: withVirtualTime(steps, await Promise.all(boundaries)),
      reports: await readReports(join(directory, 'temp', 'landing-zone')),
      ...(twin === undefined ? {} : { twin: await twin.summary() }),
      directory,
    };
  } catch (error) {
    if (error instanceof WorkflowError) throw new Refused(messageOf(error));
    throw error;
  } finally {
    process.off('SIGINT', cancel);
  }
}

/** This checkout, under the name of the repository whose environments the twin's deployer trusts. */
function repository(): Repository {
  // Without git, or outside a checkout of it, the commit is unknown, which changes nothing else.
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' });
  return {
    slug: 'contoso/ai-platform',
    ref: 'refs/heads/main',
    sha: status === 0 ? stdout.trim() : '0'.repeat(40),
    directory: process.cwd(),
  };
}

const AZURE_VARIABLES = ['AZURE_CLIENT_ID', 'AZURE_TENANT_ID', 'AZURE_SUBSCRIPTION_ID'] as const;

function variables(twin: TwinConnection | undefined): Readonly<Record<string, string>> {
  const source: Readonly<Record<string, string | undefined>> = twin?.ready.env ?? process.env;
  return Object.fromEntries(AZURE_VARIABLES.map((name) => [name, source[name] ?? '']));
}

/**
 * What a process of the run sees. Against the twin nothing of this shell gets through but the path: a variable that
 * happens to be set here must not change the run. OIDC variables come from the job's own grant.
 */
function processEnvironment(twin: TwinConnection | undefined): Readonly<Record<string, string>> {
  if (twin === undefined) {
    return Object.fromEntries(
      Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  }
  const connection = Object.entries(twin.ready.env).filter(
    ([name]) => !name.startsWith('ACTIONS_') && !name.startsWith('AZURE_'),
  );
  return { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...Object.fromEntries(connection) };
}

function withVirtualTime(
  steps: readonly StepResult[],
  boundaries: readonly (Summary | undefined)[],
): readonly StepResult[] {
  return steps.map((step, index) => {
    const [before, after] = [boundaries[index], boundaries[index + 1]];
    if (before === undefined || after === undefined) return step;
    return {
      ...step,
      virtualMs: Date.parse(after.now) - Date.parse(before.now),
      resourcesWritten: after.writes.length - before.writes.length,
    };
  });
}

async function readReports(directory: string): Promise<readonly ActionReport[]> {
  const names = await readdir(directory).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  return texts.map((text) => JSON.parse(text) as ActionReport);
}
