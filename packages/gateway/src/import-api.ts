import { randomUUID } from 'node:crypto';
import type { AzureClient } from '@lz/azure';
import { messageOf } from './apply/errors.ts';
import { readState, writableMembers, type ResourceState } from './apply/resource-state.ts';
import { API_MANAGEMENT_VERSION as apiVersion } from './api-version.ts';
import { breakingChanges } from './import/breaking-changes.ts';
import { documentContract } from './import/document-contract.ts';
import { BreakingChangesError, ImportError, type ImportRequest, type ImportResult } from './import/import-request.ts';
import { importRevision } from './import/import-revision.ts';
import { describeImported } from './import/revisions.ts';
import { storedContract, storedOperations, type StoredOperation } from './import/stored-contract.ts';
import { operationDifferences } from './import/verify.ts';

/**
 * Imports an OpenAPI document as a transaction: a new revision that starts as a copy of the current one, policy and all,
 * takes the document, is compared with what it must hold, and only then is released. Whatever fails before the release
 * leaves the current revision as it is; the new one is removed.
 */
export async function importApi(client: AzureClient, request: ImportRequest): Promise<ImportResult> {
  const api = `${request.serviceId}/apis/${request.apiId}`;
  const current = await readState(client, { title: 'API', id: api, apiVersion });
  if (current === undefined) {
    const remedy = 'Run configure-apim first: it makes the API and its policy.';
    throw new ImportError(`API '${request.apiId}' does not exist.`, { remedy });
  }
  const revision = String(current.properties['apiRevision']);
  const held = await storedOperations(client, api);
  const reason = whyImport(current, held, request);
  const operations = request.document.operations.length;
  if (reason === '') return { changed: false, revision, operations, reason, breaking: [] };
  const breaking = await breakingChangesOf(client, api, held, request);
  const planned = { changed: true, revision, operations, reason, breaking };
  if (request.mode === 'plan') return planned;
  if (breaking.length > 0 && !request.allowBreakingChanges) throw new BreakingChangesError(revision, breaking);
  request.onStep(reason);
  const run = {
    api,
    held,
    current: revision,
    id: randomUUID().slice(0, 8),
    properties: propertiesOf(current, request),
  };
  return { ...planned, revision: await importRevision(client, run, request) };
}

/** Empty where the current revision already holds this very document. */
function whyImport(current: ResourceState, held: readonly StoredOperation[], { document }: ImportRequest): string {
  if (current.properties['apiRevisionDescription'] !== describeImported(document.hash)) {
    return 'the document has changed';
  }
  const differences = operationDifferences(held, document.operations);
  return differences.length === 0 ? '' : `operations were changed by hand: ${differences.slice(0, 3).join('; ')}`;
}

async function breakingChangesOf(
  client: AzureClient,
  api: string,
  held: readonly StoredOperation[],
  { document }: ImportRequest,
): Promise<ImportResult['breaking']> {
  if (held.length === 0) return [];
  try {
    return breakingChanges(
      await storedContract(client, api, held),
      documentContract(document.text, document.operations),
    );
  } catch (error) {
    throw new ImportError(`the current revision cannot be compared with the document: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** All members of the new revision. What we do not set is as in the current one: the key's header among them. */
function propertiesOf({ properties }: ResourceState, request: ImportRequest): Readonly<Record<string, unknown>> {
  const kept = Object.entries(writableMembers(properties)).filter(([name]) => !name.startsWith('apiRevision'));
  return { ...Object.fromEntries(kept), ...request.properties };
}
