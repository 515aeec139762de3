import type { AzureClient, AzureResponse } from '../client.ts';
import { AzureRequestError, isAzureError } from '../errors.ts';
import { failIfUnsuccessful, isTerminal, provisioningState, statusOf, waitOf } from '../long-running.ts';
import type { Removal } from './removal.ts';

/** Where an accepted delete is asked after. */
type Follow = { readonly by: 'status' | 'location'; readonly url: string } | { readonly by: 'resource' };

/** What is left of a delete after it was sent: nothing to wait for, or something. */
export type StartedDelete = 'absent' | 'gone' | PendingDelete;

/** Polls that a resource may outlive the end of its own deletion: ARM's lists and reads lag behind. */
const MOST_LINGERING = 40;

/** A delete that Azure accepted: asked after in whichever of ARM's styles, until the resource itself is gone. */
export class PendingDelete {
  readonly removal: Removal;
  readonly #client: AzureClient;
  readonly #startedAt: number;
  #follow: Follow;
  #waitMs: number;
  #lingering = 0;

  private constructor(client: AzureClient, removal: Removal, follow: Follow, waitMs: number) {
    this.#client = client;
    this.removal = removal;
    this.#follow = follow;
    this.#waitMs = waitMs;
    this.#startedAt = client.azureTime ?? Date.now();
  }

  /** Sends the delete. Throws where Azure refuses it. */
  static async start(client: AzureClient, removal: Removal): Promise<StartedDelete> {
    const { id, apiVersion, query, ifMatch } = removal;
    const options = { ...(query === undefined ? {} : { query }), ...(ifMatch === undefined ? {} : { ifMatch }) };
    try {
      const response = await client.request({ method: 'DELETE', url: id, apiVersion, ...options, accept: [404] });
      if (response.status === 404) return 'absent';
      if (response.status === 204) return 'gone';
      return new PendingDelete(client, removal, followOf(response), waitOf(response));
    } catch (error) {
      // An earlier run's delete goes on: some services refuse a second one.
      if (!isAzureError(error) || error.status !== 409 || !(await isBeingDeleted(client, removal))) throw error;
      return new PendingDelete(client, removal, { by: 'resource' }, 5000);
    }
  }

  /** Milliseconds until it is worth asking again, as Azure says. */
  get waitMs(): number {
    return this.#waitMs;
  }

  /** Milliseconds on Azure's clock since the delete was sent. */
  get ageMs(): number {
    return Math.max(0, (this.#client.azureTime ?? Date.now()) - this.#startedAt);
  }

  /** Asks once; true when the resource is gone. Throws where the delete failed. */
  async poll(): Promise<boolean> {
    if (this.#follow.by !== 'resource' && !(await this.#operationIsOver(this.#follow))) return false;
    this.#follow = { by: 'resource' };
    const { id, apiVersion } = this.removal;
    const response = await this.#client.request({ method: 'GET', url: id, apiVersion, accept: [404] });
    if (response.status === 404) return true;
    this.#waitMs = waitOf(response);
    if (!isDeleting(response.body)) this.#countLingering(response);
    return false;
  }

  #countLingering(response: AzureResponse<unknown>): void {
    this.#lingering += 1;
    if (this.#lingering <= MOST_LINGERING) return;
    const { id, name } = this.removal;
    const state = provisioningState(response.body) ?? 'there';
    throw new AzureRequestError({
      status: response.status,
      method: 'DELETE',
      url: `https://management.azure.com${id}`,
      code: 'StillThere',
      message: `Azure says that ${name} was deleted, and it is still ${state}.`,
      details: [],
    });
  }

  async #operationIsOver({ by, url }: Exclude<Follow, { by: 'resource' }>): Promise<boolean> {
    const response = await this.#client.request({ method: 'GET', url, accept: [404] });
    this.#waitMs = waitOf(response);
    if (response.status === 404) return true;
    if (by === 'location' && response.status === 202) {
      this.#follow = { by, url: response.headers.get('location') ?? url };
      return false;
    }
    const status = statusOf(response.body);
    if (by === 'status' && !isTerminal(status)) return false;
    failIfUnsuccessful({ method: 'DELETE', url: this.removal.id }, response, status);
    return true;
  }
}

function followOf(response: AzureResponse<unknown>): Follow {
  const status = response.headers.get('azure-asyncoperation') ?? response.headers.get('operation-location');
  if (status !== undefined && status !== '') return { by: 'status', url: status };
  const location = response.headers.get('location');
  return response.status === 202 && location !== undefined ? { by: 'location', url: location } : { by: 'resource' };
}

async function isBeingDeleted(client: AzureClient, { id, apiVersion }: Removal): Promise<boolean> {
  const found = await client.find(id, apiVersion);
  return found === undefined || isDeleting(found);
}

function isDeleting(body: unknown): boolean {
  return /delet/i.test(provisioningState(body) ?? '');
}
