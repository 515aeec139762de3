import { Command } from 'commander';
import { loadDocument, OpenApiError, prepare, type DocumentSource, type PreparedDocument } from '@lz/openapi';
import { messageOf, Refused } from '../exit.ts';

/** `lz prepare SPEC`. */
export function prepareCommand(): Command {
  return new Command('prepare')
    .description('Print the OpenAPI document that import-openapi would send; what was changed in it goes to stderr.')
    .argument('<spec>', 'OpenAPI document: a file, an https URL, or "built-in"')
    .option('--operations <glob...>', 'not supported yet: choosing operations')
    .option('--json', 'print document and report as one JSON object')
    .action(async (spec: string, { operations, json }: { operations?: readonly string[]; json?: boolean }) => {
      if (operations !== undefined)
        throw new Refused('not supported yet: --operations; the whole document is prepared');
      const prepared = await prepareOrRefuse(spec);
      const { text, format, bytes, hash, changes } = prepared;
      const report = { format, bytes, hash, operations: prepared.operations.length, changes };
      if (json === true) {
        process.stdout.write(`${JSON.stringify({ ...report, document: text }, null, 2)}\n`);
        return;
      }
      process.stdout.write(`${text}\n`);
      process.stderr.write(`${report.operations} operations, ${bytes} bytes, ${hash}\n`);
      for (const change of changes) process.stderr.write(`${change}\n`);
    });
}

async function prepareOrRefuse(spec: string): Promise<PreparedDocument> {
  try {
    return prepare(await loadDocument(sourceOf(spec), fetchText));
  } catch (error) {
    if (!(error instanceof OpenApiError)) throw error;
    throw new Refused(error.message);
  }
}

function sourceOf(spec: string): DocumentSource {
  if (spec === 'built-in') return { kind: 'built-in' };
  return spec.startsWith('https://') ? { kind: 'url', url: spec } : { kind: 'file', file: spec };
}

async function fetchText(url: string): Promise<string> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return await response.text();
  } catch (error) {
    throw new OpenApiError(`${url}: cannot be fetched: ${messageOf(error)}`);
  }
}
