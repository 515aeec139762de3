import { sendAndWait, type AzureClient } from '@lz/azure';
import { API_MANAGEMENT_VERSION as apiVersion } from './desired-state.ts';
import { withoutLayout } from './policy/xml.ts';

/** An operation as API Management must hold it after the import. */
export interface ImportedOperation {
  readonly name: string;
  readonly method: string;
  readonly urlTemplate: string;
}

/** Which API takes which document. */
export interface ImportRequest {
  readonly serviceId: string;
  readonly apiId: string;
  /** Members of the API other than the document: a PUT replaces all of them. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly document: {
    readonly format: string;
    readonly text: string;
    readonly hash: string;
    readonly operations: readonly ImportedOperation[];
  };
  readonly mode: 'plan' | 'apply';
  readonly onStep: (text: string) => void;
}

/** What the import changed, or in a plan would change. */
export interface ImportResult {
  readonly changed: boolean;
  /** The current revision afterwards; in a plan the one that is current now. */
  readonly revision: string;
  readonly operations: number;
  /** Why an import is or was needed; empty where it was not. */
  readonly reason: string;
}

/** The import left the old revision current; says which difference or refusal stopped it. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** What to do, where it is known. */
  readonly remedy: string | undefined;

  constructor(message: string, options: ErrorOptions & { readonly remedy?: string } = {}) {
    super(message, options);
    this.remedy = options.remedy;
  }
}

interface ApiResource {
  readonly properties: {
    readonly apiRevision: string;
    readonly apiRevisionDescription?: string | null;
    readonly path: string;
    readonly serviceUrl?: string | null;
    readonly subscriptionRequired?: boolean;
  };
}

/**
 * Imports an OpenAPI document as a transaction: a new revision that starts as a copy of the current one, policy and all,
 * takes the document, is compared with what it must hold, and only then is released. Whatever fails before the release
 * leaves the current revision as it is; the new one is removed.
 */
export async function importApi(client: AzureClient, request: ImportRequest): Promise<ImportResult> {
  const api = `${request.serviceId}/apis/${request.apiId}`;
  const current = await client.find<ApiResource>(api, apiVersion);
  if (current === undefined) {
    const remedy = 'Run configure-apim first: it makes the API and its policy.';
    throw new ImportError(`API '${request.apiId}' does not exist.`, { remedy });
  }
  const revision = current.properties.apiRevision;
  const reason = await whyImport(client, api, current, request);
  const operations = request.document.operations.length;
  if (reason === '' || request.mode === 'plan') return { changed: reason !== '', revision, operations, reason };
  request.onStep(reason);
  const next = await nextRevision(client, api);
  await importAndRelease(client, api, current, next, request);
  return { changed: true, revision: next, operations, reason };
}

async function importAndRelease(
  client: AzureClient,
  api: string,
  current: ApiResource,
  next: string,
  request: ImportRequest,
): Promise<void> {
  const target = `${api};rev=${next}`;
  try {
    request.onStep(`revision ${next}: copied from ${current.properties.apiRevision}`);
    await putRevision(client, target, {
      ...request.properties,
      sourceApiId: api,
      apiRevisionDescription: 'being imported',
    });
    await requireSamePolicy(client, api, target);
    request.onStep(`revision ${next}: importing ${request.document.operations.length} operations`);
    await putRevision(client, target, {
      ...request.properties,
      apiRevisionDescription: describe(request.document.hash),
      format: request.document.format,
      value: request.document.text,
      translateRequiredQueryParameters: 'query',
    });
    await requireComplete(client, target, request);
    await requireSamePolicy(client, api, target);
    request.onStep(`revision ${next}: verified, releasing`);
    await release(client, api, target, next);
  } catch (error) {
    await sendAndWait(client, { method: 'DELETE', url: target, apiVersion, ifMatch: '*', accept: [404] });
    throw new ImportError(
      `revision ${next} was not released and is removed; revision ${current.properties.apiRevision} is still current: ${messageOf(error)}`,
      { cause: error, ...(error instanceof ImportError && error.remedy !== undefined ? { remedy: error.remedy } : {}) },
    );
  }
}

/** Empty where the current revision already holds this very document. */
async function whyImport(
  client: AzureClient,
  api: string,
  current: ApiResource,
  request: ImportRequest,
): Promise<string> {
  if (current.properties.apiRevisionDescription !== describe(request.document.hash)) return 'the document has changed';
  const differences = await operationDifferences(client, api, request.document.operations);
  return differences.length === 0 ? '' : `operations were changed by hand: ${differences.slice(0, 3).join('; ')}`;
}

async function putRevision(
  client: AzureClient,
  id: string,
  properties: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sendAndWait(client, { method: 'PUT', url: id, apiVersion, body: { properties } });
}

async function release(client: AzureClient, api: string, target: string, revision: string): Promise<void> {
  await sendAndWait(client, {
    method: 'PUT',
    url: `${api}/releases/lz-revision-${revision}`,
    apiVersion,
    body: { properties: { apiId: target, notes: `Revision ${revision}, verified by import-openapi` } },
  });
  const released = await client.get<ApiResource>(api, apiVersion);
  if (released.properties.apiRevision !== revision) {
    throw new ImportError(`revision ${released.properties.apiRevision} is current after the release of ${revision}`);
  }
}

async function requireComplete(client: AzureClient, target: string, request: ImportRequest): Promise<void> {
  const { properties } = await client.get<ApiResource>(target, apiVersion);
  const wrong = (['path', 'serviceUrl', 'subscriptionRequired'] as const).filter(
    (name) => properties[name] !== request.properties[name],
  );
  const differences = await operationDifferences(client, target, request.document.operations);
  const all = [...wrong.map((name) => `${name} is ${JSON.stringify(properties[name])}`), ...differences];
  if (all.length > 0)
    throw new ImportError(`API Management made something else of the document: ${all.slice(0, 5).join('; ')}`);
}

async function operationDifferences(
  client: AzureClient,
  api: string,
  expected: readonly ImportedOperation[],
): Promise<readonly string[]> {
  interface Operation {
    readonly name: string;
    readonly properties: { readonly method: string; readonly urlTemplate: string };
  }
  const held = await client.list<Operation>(`${api}/operations`, apiVersion);
  const describeHeld = held.map(
    ({ name, properties }) => `${name} (${properties.method.toUpperCase()} ${properties.urlTemplate})`,
  );
  const describeExpected = expected.map(({ name, method, urlTemplate }) => `${name} (${method} ${urlTemplate})`);
  return [
    ...describeExpected
      .filter((operation) => !describeHeld.includes(operation))
      .map((operation) => `missing: ${operation}`),
    ...describeHeld
      .filter((operation) => !describeExpected.includes(operation))
      .map((operation) => `unexpected: ${operation}`),
  ];
}

/** A revision must never be reachable without the policy that governs the current one. */
async function requireSamePolicy(client: AzureClient, api: string, target: string): Promise<void> {
  const [governing, copied] = [await policyOf(client, api), await policyOf(client, target)];
  if (governing === undefined) throw new ImportError('the API has no policy', { remedy: 'Run configure-apim first.' });
  if (copied !== undefined && withoutLayout(governing) === withoutLayout(copied)) return;
  await sendAndWait(client, {
    method: 'PUT',
    url: `${target}/policies/policy`,
    apiVersion,
    body: { properties: { format: 'rawxml', value: governing } },
  });
}

async function policyOf(client: AzureClient, api: string): Promise<string | undefined> {
  const response = await client.request<{ properties?: { value?: string } }>({
    method: 'GET',
    url: `${api}/policies/policy`,
    apiVersion,
    query: { format: 'rawxml' },
    accept: [404],
  });
  return response.status === 404 ? undefined : response.body.properties?.value;
}

async function nextRevision(client: AzureClient, api: string): Promise<string> {
  const revisions = await client.list<{ readonly apiRevision: string }>(`${api}/revisions`, apiVersion);
  return String(Math.max(0, ...revisions.map(({ apiRevision }) => Number(apiRevision))) + 1);
}

function describe(hash: string): string {
  return `Imported by import-openapi, ${hash}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
