import { ActionError, type Change, type Plan, type Run } from '@lz/action';
import { fetchText } from '@lz/azure';
import { API_MANAGEMENT_VERSION, apiProperties, importApi, ImportError, type ImportResult } from '@lz/gateway';
import { loadDocument, OpenApiError, prepare, type PreparedDocument } from '@lz/openapi';
import type { definition } from './definition.ts';

type ImportRun = Run<typeof definition>;

/** P6: the OpenAPI document into a new revision of the API, verified, released. */
export async function importOpenApi(run: ImportRun): Promise<void> {
  const { log } = run;
  const document = await loadAndPrepare(run);
  log.info(`document: ${document.operations.length} operations, ${document.bytes} bytes, ${document.hash}`);
  for (const change of document.changes) log.info(`document: ${change}`);
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

function reported({ names }: ImportRun, { changed, reason }: ImportResult): readonly Change[] {
  return changed ? [{ kind: 'modify', type: 'API revision', name: names.gateway.apiId, details: [reason] }] : [];
}

async function runImport(run: ImportRun, document: PreparedDocument, mode: 'plan' | 'apply'): Promise<ImportResult> {
  const { azure, environment, names, log } = run;
  try {
    return await importApi(azure, {
      serviceId: names.hub.apimId,
      apiId: names.gateway.apiId,
      properties: apiProperties(environment, names),
      document,
      mode,
      onStep: (text) => {
        log.info(text);
      },
    });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new ActionError(
      'ImportFailed',
      error.message,
      error.remedy ?? 'Correct the document, or the cause named here, and run import-openapi again.',
    );
  }
}

async function loadAndPrepare({ environment }: ImportRun): Promise<PreparedDocument> {
  try {
    return prepare(await loadDocument(environment.api.spec, fetchSpec));
  } catch (error) {
    if (!(error instanceof OpenApiError)) throw error;
    throw new ActionError(
      'DocumentRefused',
      error.message,
      'Change `api.spec` of the environment file, or the document.',
    );
  }
}

async function fetchSpec(url: string): Promise<string> {
  try {
    return await fetchText(url, process.env);
  } catch (error) {
    throw new OpenApiError(`${url}: cannot be fetched: ${error instanceof Error ? error.message : String(error)}`);
  }
}
