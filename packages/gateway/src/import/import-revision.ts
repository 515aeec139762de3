import { sendAndWait, type AzureClient } from '@lz/azure';
import { messageOf } from '../apply/errors.ts';
import { API_MANAGEMENT_VERSION as apiVersion } from '../api-version.ts';
import { describeRevision, importDocument } from './import-document.ts';
import { ImportError, type ImportRequest } from './import-request.ts';
import { currentRevision, release, requireStillCurrent } from './release.ts';
import {
  abandoned,
  createRevision,
  deleteOwnRevision,
  deleteRevision,
  describeImported,
  describeRunning,
  listRevisions,
  nextNumber,
  superfluous,
  type Revision,
} from './revisions.ts';
import type { StoredOperation } from './stored-contract.ts';
import {
  belongings,
  carryDiagnostics,
  operationPolicies,
  requireComplete,
  requireGoverned,
  requireOperationPolicies,
} from './verify.ts';

/** One import: what it began with. */
export interface ImportRun {
  /** Id of the API. */
  readonly api: string;
  /** Number of the revision that was current at the start. */
  readonly current: string;
  readonly held: readonly StoredOperation[];
  /** Tells this run's revision from those of others. */
  readonly id: string;
  /** All members that the new revision is to have. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Makes a revision of the document, verifies it, releases it. Answers the revision that is current then. */
export async function importRevision(client: AzureClient, run: ImportRun, request: ImportRequest): Promise<string> {
  const safe = client.forRestoring();
  const revisions = await listRevisions(client, run.api);
  let number = String(nextNumber(revisions));
  try {
    await dropAbandoned(client, run, revisions, request);
    number = await make(client, run, Number(number), request);
    await verify(client, run, number, request);
    await requireStillCurrent(client, run.api, run.current);
  } catch (error) {
    throw await withdrawn(safe, run, number, request, error);
  }
  const belongsTo = await belongingsBefore(client, safe, run, number, request);
  const { current, error } = await release(client, safe, run.api, number);
  if (current !== number) throw await withdrawn(safe, run, number, request, error);
  if (error !== undefined) request.onStep(`revision ${number}: released, although the answer was ${messageOf(error)}`);
  await tidyUp(client, run, belongsTo, request);
  return number;
}

async function make(client: AzureClient, run: ImportRun, first: number, request: ImportRequest): Promise<string> {
  const { api, current, properties } = run;
  const own = { ...properties, apiRevisionDescription: describeRunning(run.id) };
  const number = await createRevision(client, api, first, { ...own, sourceApiId: `${api};rev=${current}` });
  request.onStep(`revision ${number}: copied from ${current}`);
  const revision = `${api};rev=${number}`;
  await requireGoverned(client, api, revision);
  await importDocument(client, revision, own, request.document);
  return number;
}

async function verify(client: AzureClient, run: ImportRun, number: string, request: ImportRequest): Promise<void> {
  const { api, held, properties } = run;
  const revision = `${api};rev=${number}`;
  const { document } = request;
  await requireComplete(client, revision, { properties, operations: document.operations });
  await requireOperationPolicies(client, revision, await operationPolicies(client, api, held), document.operations);
  await carryDiagnostics(client, api, revision);
  await requireGoverned(client, api, revision);
  await describeRevision(client, revision, describeImported(document.hash));
  request.onStep(`revision ${number}: verified, releasing`);
}

async function belongingsBefore(
  client: AzureClient,
  safe: AzureClient,
  run: ImportRun,
  number: string,
  request: ImportRequest,
): Promise<readonly string[]> {
  try {
    return await belongings(client, run.api);
  } catch (error) {
    throw await withdrawn(safe, run, number, request, error);
  }
}

/** Removes the new revision, and answers what to throw: why, and which revision callers meet. */
async function withdrawn(
  safe: AzureClient,
  run: ImportRun,
  revision: string,
  request: ImportRequest,
  cause: unknown,
): Promise<ImportError> {
  const descriptions = [describeRunning(run.id), describeImported(request.document.hash)];
  let fate = `revision ${revision} was not released and is removed`;
  try {
    await deleteOwnRevision(safe, run.api, { revision, descriptions });
  } catch (error) {
    fate = `revision ${revision} was not released, and could not be removed (${messageOf(error)}), which a later import does`;
  }
  const remedy = cause instanceof ImportError && cause.remedy !== undefined ? { remedy: cause.remedy } : {};
  const why = cause === undefined ? 'Azure said yes to the release and did not do it' : messageOf(cause);
  return new ImportError(`${fate}; ${await whatIsCurrent(safe, run)}: ${why}`, { cause, ...remedy });
}

async function whatIsCurrent(safe: AzureClient, { api, current }: ImportRun): Promise<string> {
  try {
    const now = await currentRevision(safe, api);
    return now === current ? `revision ${now} is still current` : `revision ${now} of another import is current`;
  } catch {
    return `revision ${current} was current, and this run has changed nothing of that`;
  }
}

/** What is left to do once the new revision serves. None of it is worth taking the release back. */
async function tidyUp(
  client: AzureClient,
  run: ImportRun,
  belongsTo: readonly string[],
  { onStep }: ImportRequest,
): Promise<void> {
  try {
    const now = new Set(await belongings(client, run.api));
    for (const lost of belongsTo.filter((one) => !now.has(one))) await joinAgain(client, run.api, lost);
    for (const { apiRevision } of superfluous(await listRevisions(client, run.api))) {
      await deleteRevision(client, run.api, apiRevision);
      onStep(`revision ${apiRevision}: removed, older than those that are kept`);
    }
  } catch (error) {
    onStep(`what was to be tidied up is left to the next import: ${messageOf(error)}`);
  }
}

async function joinAgain(client: AzureClient, api: string, belonging: string): Promise<void> {
  const [service = '', name = ''] = api.split('/apis/');
  const [kind, id = ''] = belonging.split('/');
  const url = kind === 'products' ? `${service}/products/${id}/apis/${name}` : `${api}/tags/${id}`;
  await sendAndWait(client, { method: 'PUT', url, apiVersion });
}

async function dropAbandoned(
  client: AzureClient,
  { api }: ImportRun,
  revisions: readonly Revision[],
  { onStep }: ImportRequest,
): Promise<void> {
  for (const { apiRevision } of abandoned(revisions, client.azureTime ?? Date.now())) {
    await deleteRevision(client, api, apiRevision);
    onStep(`revision ${apiRevision}: removed, left by an import that did not come to its end`);
  }
}
