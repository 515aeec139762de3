import { dirname, resolve } from 'node:path';
import { ActionError, type Run } from '@lz/action';
import { fetchText } from '@lz/azure';
import { apiProperties, importApi, ImportError, type ImportResult } from '@lz/gateway';
import { loadDocument, OpenApiError, prepare, type DocumentSource, type PreparedDocument } from '@lz/openapi';
import type { definition } from './definition.ts';

/** P6: the OpenAPI document into a new revision of the API, verified, released. */
export async function importOpenApi(run: Run<typeof definition>): Promise<void> {
  const { names, report, log } = run;
  await run.phase('P6', async () => {
    const document = await loadAndPrepare(run);
    log.info(`document: ${document.operations.length} operations, ${document.bytes} bytes, ${document.hash}`);
    for (const change of document.changes) log.info(`document: ${change}`);
    const result = await runImport(run, document);
    log.info(
      result.changed
        ? `current revision: ${result.revision}`
        : `revision ${result.revision} is already current with this document`,
    );
    if (result.changed) {
      report.change({ kind: 'modify', type: 'API revision', name: names.gateway.apiId, details: [result.reason] });
    }
    run.output('revision', result.revision);
    run.output('operations', document.operations.length);
    run.output('hash', document.hash);
    report.fact('revision', result.revision);
    report.fact('operations', document.operations.length);
  });
  run.checkPlan();
}

async function runImport(run: Run<typeof definition>, document: PreparedDocument): Promise<ImportResult> {
  const { azure, environment, names, log, mode } = run;
  try {
    return await importApi(azure, {
      serviceId: names.hub.apimId,
      apiId: names.gateway.apiId,
      properties: apiProperties(environment, names),
      document,
      mode: mode === 'plan' ? 'plan' : 'apply',
      onStep: (text) => {
        log.info(text);
      },
    });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new ActionError(
      'ImportFailed',
      error.message,
      'Mend the document or the cause named here, and run import-openapi again.',
    );
  }
}

async function loadAndPrepare({ environment, inputs }: Run<typeof definition>): Promise<PreparedDocument> {
  try {
    const source = beside(inputs.config, environment.api.spec);
    return prepare(await loadDocument(source, fetchSpec));
  } catch (error) {
    if (!(error instanceof OpenApiError)) throw error;
    throw new ActionError(
      'DocumentRefused',
      error.message,
      'Change `api.spec` of the environment file, or the document.',
    );
  }
}

/** A file is named relative to the environment file that names it. */
function beside(config: string, spec: DocumentSource): DocumentSource {
  return spec.kind === 'file' ? { kind: 'file', file: resolve(dirname(config), spec.file) } : spec;
}

async function fetchSpec(url: string): Promise<string> {
  try {
    return await fetchText(url, process.env);
  } catch (error) {
    throw new OpenApiError(`${url}: cannot be fetched: ${error instanceof Error ? error.message : String(error)}`);
  }
}
