import { sendAndWaitForAnswer, type AzureClient } from '@lz/azure';
import { API_MANAGEMENT_VERSION as apiVersion } from '../api-version.ts';
import type { ImportedDocument } from './import-request.ts';
import { storedOperations } from './stored-contract.ts';
import { operationDifferences } from './verify.ts';

/** How often it is looked whether an import goes on in the background: at ten seconds each, five minutes. */
const LOOKS = 30;

/**
 * Sends the document into a revision and waits until API Management is done with it. A large document may be answered
 * with 422 while the work goes on (Azure/apiops#689): then the revision itself tells when it holds the operations. The
 * same answer may mean that nothing was begun, so the document is sent once more where nothing came of it.
 */
export async function importDocument(
  client: AzureClient,
  revision: string,
  properties: Readonly<Record<string, unknown>>,
  document: ImportedDocument,
): Promise<void> {
  const { format, text } = document;
  const request = {
    method: 'PUT',
    url: revision,
    apiVersion,
    body: { properties: { ...properties, format, value: text, translateRequiredQueryParameters: 'query' } },
  } as const;
  const answer = await sendAndWaitForAnswer<unknown>(client, { ...request, accept: [422] });
  if (answer.status !== 422) return;
  // Azure did not even reach the service: no use in looking.
  const reached = !/failed to connect/i.test(JSON.stringify(answer.body));
  if (reached && (await comesToHold(client, revision, document))) return;
  await sendAndWaitForAnswer(client, request);
}

async function comesToHold(client: AzureClient, revision: string, { operations }: ImportedDocument): Promise<boolean> {
  for (let look = 0; look < LOOKS; look += 1) {
    await client.pacing.poll(10_000);
    await client.get(revision, apiVersion);
    if (operationDifferences(await storedOperations(client, revision), operations).length === 0) return true;
  }
  return false;
}

/** Gives the revision its final description; nobody else knows of it, so any ETag will do. */
export async function describeRevision(client: AzureClient, revision: string, description: string): Promise<void> {
  await sendAndWaitForAnswer(client, {
    method: 'PATCH',
    url: revision,
    apiVersion,
    ifMatch: '*',
    body: { properties: { apiRevisionDescription: description } },
  });
}
