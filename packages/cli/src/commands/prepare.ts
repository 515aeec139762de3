import { Command } from 'commander';
import {
  describePreparation,
  httpsFetch,
  OpenApiError,
  prepare,
  type DocumentSource,
  type PreparedDocument,
} from '@lz/openapi';
import { EXIT, Refused } from '../exit.ts';

interface PrepareFlags {
  readonly operations?: readonly string[];
  readonly json?: boolean;
}

/** `lz prepare SPEC`. */
export function prepareCommand(exit: (code: number) => void): Command {
  return new Command('prepare')
    .description('Print the OpenAPI document that import-openapi would send; what was changed in it goes to stderr.')
    .argument('<spec>', 'OpenAPI document: a file, an https URL, or "built-in"')
    .option(
      '--operations <glob...>',
      'which operations: "POST /chat/**", "/chat/*", an operationId, "tag:Chat"; with ! in front: not these',
    )
    .option('--json', 'print document, report and mistakes as one JSON object')
    .action(async (spec: string, { operations = [], json = false }: PrepareFlags) => {
      const prepared = await prepareOrRefuse(spec, operations, json);
      if (prepared === undefined) exit(EXIT.badUsage);
      else if (json) writeJson(prepared);
      else writeBoth(prepared);
    });
}

/** Undefined where the mistakes were already written as JSON. */
async function prepareOrRefuse(
  spec: string,
  operations: readonly string[],
  json: boolean,
): Promise<PreparedDocument | undefined> {
  try {
    return await prepare(sourceOf(spec), { fetch: httpsFetch(process.env), operations });
  } catch (error) {
    if (!(error instanceof OpenApiError)) throw error;
    if (!json) throw new Refused(error.message);
    process.stdout.write(`${JSON.stringify({ mistakes: error.mistakes }, null, 2)}\n`);
    return undefined;
  }
}

function writeJson({ text, changes, ...report }: PreparedDocument): void {
  const counts: Record<string, number> = {};
  for (const { rule } of changes) counts[rule] = (counts[rule] ?? 0) + 1;
  process.stdout.write(`${JSON.stringify({ document: text, ...report, counts, changes }, null, 2)}\n`);
}

function writeBoth(prepared: PreparedDocument): void {
  process.stdout.write(`${prepared.text}\n`);
  process.stderr.write(`${describePreparation(prepared).join('\n')}\n`);
}

function sourceOf(spec: string): DocumentSource {
  if (spec === 'built-in') return { kind: 'built-in' };
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(spec) ? { kind: 'url', url: spec } : { kind: 'file', file: spec };
}
