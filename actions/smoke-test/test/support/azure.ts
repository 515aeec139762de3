import type { Twin } from '@lz/twin';
import { send, type Answer } from './client.ts';

export interface AzureResource {
  readonly id: string;
  readonly name: string;
  readonly location?: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const VERSIONS: Readonly<Record<string, string>> = {
  'microsoft.app': '2025-07-01',
  'microsoft.network/privatednszones': '2024-06-01',
  'microsoft.network': '2025-05-01',
  'microsoft.apimanagement': '2024-05-01',
  'microsoft.cognitiveservices': '2025-06-01',
  'microsoft.keyvault': '2024-11-01',
};

/** Azure as an administrator changes it by hand: plain requests to ARM and Graph. */
export class Azure {
  readonly #twin: Twin;
  readonly #tokens = new Map<string, string>();

  constructor(twin: Twin) {
    this.#twin = twin;
  }

  /** Ids of the resources of a type. */
  idsOf(type: string): readonly string[] {
    return this.#twin.world.store.ofType(type).map(({ id }) => id);
  }

  /** The one resource of a type whose id ends like that. */
  idOf(type: string, end = ''): string {
    const [id, ...others] = this.idsOf(type).filter((one) => one.toLowerCase().endsWith(end.toLowerCase()));
    if (id === undefined || others.length > 0) throw new Error(`${others.length + 1} of ${type} end with '${end}'`);
    return id;
  }

  async get(id: string): Promise<AzureResource> {
    return JSON.parse((await this.#arm('GET', id)).text) as AzureResource;
  }

  /** Writes a resource and waits until it is settled. */
  async put(id: string, body: object): Promise<void> {
    await this.#arm('PUT', id, body);
    for (;;) {
      const { properties } = await this.get(id);
      const state = properties['provisioningState'];
      if (state === undefined || state === 'Succeeded') return;
      if (state === 'Failed') throw new Error(`${id} failed`);
    }
  }

  /** Deletes a resource and waits until it is gone. */
  async delete(id: string): Promise<void> {
    await this.#arm('DELETE', id);
    while ((await this.#arm('GET', id, undefined, [404])).status !== 404);
  }

  /** Lets virtual time pass. */
  spend(minutes: number): void {
    this.#twin.world.clock.spend(minutes * 60_000);
  }

  async graph(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const token = await this.#token('https://graph.microsoft.com');
    const answer = await this.#send(method, `https://graph.microsoft.com/v1.0${path}`, token, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.text === '' ? {} : (JSON.parse(answer.text) as Record<string, unknown>);
  }

  async #arm(method: string, id: string, body?: object, accept: readonly number[] = []): Promise<Answer> {
    const token = await this.#token('https://management.azure.com');
    const url = `https://management.azure.com${id}?api-version=${versionOf(id)}`;
    const answer = await this.#send(method, url, token, body);
    if (answer.status >= 400 && !accept.includes(answer.status))
      throw new Error(`${method} ${id}: ${answer.status} ${answer.text}`);
    return answer;
  }

  async #send(method: string, url: string, token: string, body?: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, ...(method === 'DELETE' ? { 'if-match': '*' } : {}) };
    return await send(this.#twin, url, { method, headers, ...(body === undefined ? {} : { body }) });
  }

  async #token(resource: string): Promise<string> {
    const known = this.#tokens.get(resource);
    if (known !== undefined) return known;
    const { tenantId, identities } = this.#twin.ready;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: identities.client.clientId,
      client_secret: identities.client.secret,
      scope: `${resource}/.default`,
    });
    const answer = await send(this.#twin, `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    const { access_token: token } = JSON.parse(answer.text) as { access_token: string };
    this.#tokens.set(resource, token);
    return token;
  }
}

function versionOf(id: string): string {
  const type = /\/providers\/(.+)$/i.exec(id)?.[1]?.toLowerCase() ?? '';
  const found = Object.keys(VERSIONS).find((prefix) => type.startsWith(`${prefix}/`));
  if (found === undefined) throw new Error(`no API version is known for ${id}`);
  return VERSIONS[found] ?? '';
}
