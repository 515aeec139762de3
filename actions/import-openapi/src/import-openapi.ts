import { ActionError, type Change, type Plan, type Run } from '@lz/action';
import {
  API_MANAGEMENT_VERSION,
  apiProperties,
  BreakingChangesError,
  importApi,
  ImportError,
  type BreakingChange,
  type ImportResult,
} from '@lz/gateway';
import { describePreparation, httpsFetch, OpenApiError, prepare, type PreparedDocument } from '@lz/openapi';
import type { definition } from './definition.ts';

type ImportRun = Run<typeof definition>;

/** P6: the OpenAPI document into a new revision of the API, verified, released. */
export async function importOpenApi(run: ImportRun): Promise<void> {
  const { log } = run;
  const document = await loadAndPrepare(run);
  for (const line of describePreparation(document)) log.info(`document: ${line}`);
  run.output('operations', document.operations.length);
  run.output('hash', document.hash);
  await run.confirmPlan(() => plan(run, document));
  if (run.mode === 'apply') await run.phase('P6', () => apply(run, document));
}

async function plan(run: ImportRun, document: PreparedDocument): Promise<Plan> {
  const { hub, gateway } = run.names;
  if ((await run.azure.find(`${hub.apimId}/apis/${gateway.apiId}`, API_MANAGEMENT_VERSION)) === undefined) {
    return { changes: [], unseen: ['The API is not there yet: every operation would be imported.'] };
  }
  return { changes: reported(run, await runImport(run, document, 'plan')), unseen: [], basis: [document.hash] };
}

async function apply(run: ImportRun, document: PreparedDocument): Promise<void> {
  const { log, report } = run;
  const result = await runImport(run, document, 'apply');
  const state = result.changed ? 'is current now' : 'is already current with this document';
  log.info(`revision ${result.revision} ${state}`);
  report.change(...reported(run, result));
  report.fact('revision', result.revision);
  report.fact('operations', document.operations.length);
  run.output('revision', result.revision);
}

function reported({ names }: ImportRun, { changed, reason, breaking }: ImportResult): readonly Change[] {
  if (!changed) return [];
  const details = [reason, ...breaking.map(breakingLine)];
  return [{ kind: 'modify', type: 'API revision', name: names.gateway.apiId, details }];
}

async function runImport(run: ImportRun, document: PreparedDocument, mode: 'plan' | 'apply'): Promise<ImportResult> {
  const { azure, environment, names, log, inputs } = run;
  const allowBreakingChanges = inputs.allowBreakingChanges || environment.api.allowBreakingChanges;
  try {
    const result = await importApi(azure, {
      serviceId: names.hub.apimId,
      apiId: names.gateway.apiId,
      properties: apiProperties(environment, names),
      document,
      mode,
      allowBreakingChanges,
      onStep: (text) => {
        log.info(text);
      },
    });
    // With an approved plan, `apply` compares first: it tells only once.
    if (mode === run.mode) tellBreaking(run, result.breaking, allowBreakingChanges);
    return result;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    if (error instanceof BreakingChangesError) tellBreaking(run, error.breaking, false);
    // A cancelled run ends without an error; what callers meet now is said all the same.
    if (run.signal.aborted) {
      log.info(error.message);
      run.report.check({ name: 'revision', verdict: 'warning', detail: error.message });
    }
    throw new ActionError(
      error instanceof BreakingChangesError ? 'BreakingChanges' : 'ImportFailed',
      error.message,
      error.remedy ?? 'Correct the document, or the cause named here, and run import-openapi again.',
    );
  }
}

/** One line each in the log, and a table in the summary. */
function tellBreaking(run: ImportRun, breaking: readonly BreakingChange[], allowed: boolean): void {
  run.output('breaking-changes', breaking.length);
  if (breaking.length > 0) {
    run.log.info(`${breaking.length} breaking: ${allowed ? 'allowed' : 'not allowed, so apply writes nothing'}`);
  }
  for (const change of breaking) {
    run.log.info(`  breaking: ${breakingLine(change)}`);
    run.report.check({ name: change.operation, verdict: allowed ? 'warning' : 'failed', detail: change.what });
  }
}

function breakingLine({ operation, what }: BreakingChange): string {
  return `${operation} ${what}`;
}

async function loadAndPrepare({ environment }: ImportRun): Promise<PreparedDocument> {
  try {
    const { spec, operations } = environment.api;
    return await prepare(spec, { fetch: httpsFetch(process.env), operations });
  } catch (error) {
    if (!(error instanceof OpenApiError)) throw error;
    throw new ActionError(
      'DocumentRefused',
      error.message,
      'Change `api.spec`, `api.operations` or `api.tags` of the environment file, or the document.',
    );
  }
}
