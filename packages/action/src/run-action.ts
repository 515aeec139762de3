import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AzureClient, createCredential, type HttpClient, type TokenCredential } from '@lz/azure';
import { namesOf, type AnyEnvironment } from '@lz/config';
import { CANCEL_DEADLINE_MS, Cancellation } from './cancellation.ts';
import type { ActionDefinition, InputValues } from './definition.ts';
import { checkNamedFiles, loadEnvironmentFile } from './environment-file.ts';
import { ConfigurationError } from './errors.ts';
import { leafErrorsOf } from './failure.ts';
import { hostOf, type Host } from './host.ts';
import { readInputs } from './inputs.ts';
import { Log } from './log.ts';
import { ReportBuilder, type Result, type RunReport } from './report.ts';
import { createRun, type CommonValues, type Run } from './run.ts';
import { renderSummary } from './summary.ts';

/** What a test may replace; an action gives none of it. */
export interface RunOptions {
  readonly host?: Host;
  readonly credential?: TokenCredential;
  readonly httpClient?: HttpClient;
  /** Emits SIGINT and SIGTERM; default: this process. */
  readonly signals?: NodeJS.EventEmitter;
}

/**
 * Runs an action from its inputs to its exit code: 0, or 1 with one annotation for each thing that is wrong. Resolves in
 * any case; nothing is left to the caller but to call it.
 */
export async function runAction<A extends ActionDefinition>(
  definition: A,
  body: (run: Run<A>) => Promise<void>,
  options: RunOptions = {},
): Promise<void> {
  const host = options.host ?? hostOf(process.env);
  let prepared: Prepared<A>;
  try {
    prepared = await prepare(definition, host);
  } catch (error) {
    reportMistakes(host, definition, error);
    process.exitCode = 1;
    return;
  }
  const isHubAlone = prepared.environment.spoke === undefined;
  const work = isHubAlone && definition.worksOnHubAlone !== true ? sayNothingToDo : body;
  const result = await new Session(definition, host, prepared, options).execute(work);
  if (result !== 'succeeded') process.exitCode = 1;
  if (options.host === undefined) endProcess();
}

/**
 * Lets the process end by itself, and ends it where something still holds it: Node keeps the half of a proxy's tunnel
 * whose other half was reset, and a job must not wait hours for that.
 */
function endProcess(): void {
  setTimeout(() => process.exit(), 200).unref();
}

/** One workflow serves every environment file; where there is no spoke, what works on spokes has nothing to do. */
function sayNothingToDo({ log, environment }: Pick<Run, 'log' | 'environment'>): Promise<void> {
  log.info(`${environment.name} is a hub alone: it has no spoke, so there is nothing to do here`);
  return Promise.resolve();
}

interface Prepared<A extends ActionDefinition> {
  readonly inputs: InputValues<A['inputs']>;
  readonly common: CommonValues;
  readonly environment: AnyEnvironment;
}

/** Everything that can be wrong without asking Azure. */
async function prepare<A extends ActionDefinition>(definition: A, host: Host): Promise<Prepared<A>> {
  const inputs = readInputs<A['inputs']>(definition.inputs, host.env);
  // Every definition has the common inputs; `defineAction` adds them.
  const common = inputs as unknown as CommonValues;
  if (!definition.modes.includes(common.mode)) {
    throw new ConfigurationError([
      {
        message: `Input "mode" is "${common.mode}", which ${definition.name} does not have: it may be ${definition.modes.join(' or ')} here.`,
      },
    ]);
  }
  const environment = loadEnvironmentFile(common.config);
  // Nothing in them is of use to a removal, which a mistake there must not keep from its work.
  if (common.mode !== 'destroy') await checkNamedFiles(environment);
  return { inputs, common, environment };
}

function reportMistakes(host: Host, definition: ActionDefinition, error: unknown): void {
  const mistakes = error instanceof ConfigurationError ? error.mistakes : [{ message: String(error) }];
  for (const mistake of mistakes) host.error(mistake, definition.title);
  host.info(`${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}; nothing was sent to Azure.`);
}

/** One run after its inputs are known to be right. */
class Session<A extends ActionDefinition> {
  readonly #definition: A;
  readonly #host: Host;
  readonly #common: CommonValues;
  readonly #cancellation = new Cancellation();
  readonly #log: Log;
  readonly #report: ReportBuilder;
  readonly #azure: AzureClient;
  readonly #run: Run<A>;
  readonly #signals: NodeJS.EventEmitter;
  #settled: Promise<void> | undefined;

  constructor(definition: A, host: Host, { inputs, common, environment }: Prepared<A>, options: RunOptions) {
    const masked = new Set<string>();
    const mask = (secret: string) => {
      masked.add(secret);
      host.mask(secret);
    };
    const log = new Log(host);
    const { tenantId, clientId, pollInterval, retryBudget } = common;
    const polling = pollInterval === undefined ? {} : { pollIntervalMs: pollInterval };
    const transport = options.httpClient === undefined ? {} : { httpClient: options.httpClient };
    const credential =
      options.credential ??
      createCredential({
        tenantId,
        clientId,
        env: host.env,
        maskSecret: mask,
        onRetry: (retry) => {
          this.#azure.noteRetry(retry);
        },
        ...polling,
        ...transport,
      });
    this.#azure = new AzureClient({
      credential,
      env: host.env,
      signal: this.#cancellation.signal,
      retryLimits: { perRun: retryBudget },
      onRetry: (retry) => {
        log.retry(retry);
      },
      onWait: () => {
        log.stillWaiting('… waiting for Azure');
      },
      ...polling,
      ...transport,
    });
    this.#definition = definition;
    this.#host = host;
    this.#common = common;
    this.#log = log;
    this.#signals = options.signals ?? process;
    this.#report = new ReportBuilder({ action: definition.name, mode: common.mode, environment: environment.name });
    this.#run = createRun({
      host,
      inputs,
      common,
      environment,
      names: namesOf(environment, common.subscriptionId),
      azure: this.#azure,
      log,
      report: this.#report,
      cancellation: this.#cancellation,
      masked,
    });
  }

  async execute(body: (run: Run<A>) => Promise<void>): Promise<Result> {
    const stop = this.#cancellation.listen(this.#signals, () => {
      this.#settled = this.#settle();
      this.#leaveInTime();
    });
    try {
      await body(this.#run);
      return await this.#finish(this.#cancellation.signal.aborted ? 'cancelled' : 'succeeded');
    } catch (error) {
      return await this.#fail(error);
    } finally {
      stop();
    }
  }

  async #fail(error: unknown): Promise<Result> {
    if (this.#cancellation.signal.aborted) return this.#finish('cancelled');
    const leaves = leafErrorsOf(error, this.#common);
    this.#report.error(...leaves);
    for (const leaf of leaves) {
      const where = leaf.resourceName === undefined ? '' : ` (${leaf.resourceName})`;
      const advice = leaf.remedy === undefined ? '' : ` What to do: ${leaf.remedy}`;
      this.#host.error(
        { message: `${leaf.code}${where}: ${leaf.message}${advice}`, ...leaf.place },
        this.#definition.title,
      );
      this.#log.leafDetails(leaf);
    }
    if (error instanceof Error && error.stack !== undefined) this.#host.debug(error.stack);
    this.#report.resume('Run the workflow again: what is done already is found and kept.');
    return this.#finish('failed');
  }

  async #settle(): Promise<void> {
    this.#log.info('Cancelled: stopping.');
    const sentences = await this.#cancellation.settle(this.#common.onCancel);
    const resume = [
      ...sentences,
      'To resume, run the workflow again: it finds what is done and takes over what is running.',
    ];
    for (const sentence of resume) this.#log.info(sentence);
    this.#report.resume(resume.join(' '));
  }

  /** Whatever hangs, the process is gone before the runner kills it. */
  #leaveInTime(): void {
    setTimeout(() => {
      this.#log.info('Stopped waiting for Azure.');
      process.exit(1);
    }, CANCEL_DEADLINE_MS).unref();
  }

  async #finish(result: Result): Promise<Result> {
    await this.#settled;
    const report = this.#report.build(result, this.#azure.retries);
    const file = await writeReport(this.#host.env, report);
    for (const [name, value] of Object.entries(outputsOfReport(report))) this.#run.output(name, value);
    this.#run.output('report', file);
    await this.#host.summary(renderSummary(this.#definition, report));
    if (result === 'cancelled') this.#host.error({ message: report.resume ?? 'Cancelled.' }, this.#definition.title);
    return result;
  }
}

function outputsOfReport(report: RunReport): Record<string, string> {
  const { create, modify, delete: deletes } = report.counts;
  return {
    'has-changes': String(report.hasChanges),
    creates: String(create),
    modifies: String(modify),
    deletes: String(deletes),
    retries: String(report.retries.length),
    ...(report.planFingerprint === undefined ? {} : { 'plan-fingerprint': report.planFingerprint }),
  };
}

async function writeReport(env: NodeJS.ProcessEnv, report: RunReport): Promise<string> {
  const file = join(env['RUNNER_TEMP'] ?? tmpdir(), 'landing-zone', `${report.action}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}
