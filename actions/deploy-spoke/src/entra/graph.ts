import { isAzureError, type AzureClient, type AzureRequest, type AzureResponse } from '@lz/azure';

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

  /**
   * POST of something that was not there a moment ago. A refusal because it is there is no failure: the answer to an
   * earlier attempt was lost, or another run was faster.
   */
  async create(path: string, body: object): Promise<void> {
    try {
      await this.write({ method: 'POST', path, body });
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
  }

  /** A write whose references may not be visible everywhere yet. */
  async write<T>(request: Pick<AzureRequest, 'method' | 'body' | 'headers'> & { readonly path: string }): Promise<T> {
    const { path, ...rest } = request;
    return (await this.#send<T>({ ...rest, url: GRAPH + path, idempotent: true })).body;
  }

  async #send<T>(request: AzureRequest): Promise<AzureResponse<T>> {
    return await this.#azure.request<T>({ ...request, retryCodes: REPLICATION_CODES });
  }
}

/** Graph has one code for objects, and only a sentence for role assignments. */
function isAlreadyThere(error: unknown): boolean {
  if (isAzureError(error, 'Request_MultipleObjectsWithSameKeyValue')) return true;
  return isAzureError(error) && /permission (?:being assigned|entry) already exists/i.test(error.message);
}

/** A string literal of OData. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
