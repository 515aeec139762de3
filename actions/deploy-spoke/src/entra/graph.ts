import type { AzureClient, AzureRequest, AzureResponse } from '@lz/azure';

/** What Graph says while something just written is not visible everywhere yet. */
const REPLICATION_CODES = ['Request_ResourceNotFound', 'ResourceNotFound', 'Directory_ObjectNotFound'];

const GRAPH = 'https://graph.microsoft.com/v1.0';

/** Requests to Microsoft Graph, version 1.0. */
export class Graph {
  readonly #azure: AzureClient;

  constructor(azure: AzureClient) {
    this.#azure = azure;
  }

  /** GET that answers undefined for 404. */
  async find<T>(path: string): Promise<T | undefined> {
    return await this.#azure.find<T>(GRAPH + path);
  }

  async list<T>(path: string): Promise<readonly T[]> {
    return await this.#azure.list<T>(GRAPH + path);
  }

  /** GET of something that was written a moment ago: its absence passes. */
  async getReplicated<T>(path: string): Promise<T> {
    return (await this.#send<T>({ method: 'GET', url: GRAPH + path })).body;
  }

  /** A write whose references may not be visible everywhere yet. A refusal because it is already so is an answer. */
  async write<T>(request: Pick<AzureRequest, 'method' | 'body' | 'headers'> & { readonly path: string }): Promise<T> {
    const { path, ...rest } = request;
    return (await this.#send<T>({ ...rest, url: GRAPH + path, idempotent: true })).body;
  }

  async #send<T>(request: AzureRequest): Promise<AzureResponse<T>> {
    return await this.#azure.request<T>({ ...request, retryCodes: REPLICATION_CODES });
  }
}

/** A string literal of OData. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
