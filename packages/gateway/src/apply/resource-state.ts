import type { AzureClient, AzureResponse } from '@lz/azure';
import type { DesiredResource } from '../desired-state.ts';

/** What is needed to read or write a resource. */
export type Address = Pick<DesiredResource, 'title' | 'id' | 'apiVersion' | 'policy' | 'link'>;

/** A resource as it was read. */
export interface ResourceState {
  readonly etag: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Members that no GET shows, and that a restore needs. */
  readonly hidden?: Readonly<Record<string, unknown>>;
}

/** Members that Azure shows and no write may set. */
const READ_ONLY = new Set(['isCurrent', 'isOnline', 'provisioningState', 'createdDate', 'lastStatus']);

/** Reads a resource with its ETag; undefined where there is none. */
export async function readState(
  client: AzureClient,
  { id, apiVersion, policy, link }: Address,
): Promise<ResourceState | undefined> {
  const response = await client.request<unknown>({
    // A GET of a link is refused with 405.
    method: link === true ? 'HEAD' : 'GET',
    url: id,
    apiVersion,
    accept: [404],
    ...(policy === true ? { query: { format: 'rawxml' } } : {}),
  });
  return response.status === 404 ? undefined : stateOf(response);
}

/** API Management answers some policies as XML and not as JSON (facts of Azure/apiops-cli, `src/clients`). */
function stateOf({ body, etag }: AzureResponse<unknown>): ResourceState {
  if (typeof body === 'string') return { etag, properties: { format: 'rawxml', value: body } };
  return { etag, properties: isMembers(body) && isMembers(body['properties']) ? body['properties'] : {} };
}

/** What a PUT may send of what a GET has shown: without read-only members and those that have no value. */
export function writableMembers(properties: ResourceState['properties']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => value !== null && value !== undefined && !READ_ONLY.has(name)),
  );
}

/** Whether `id` is that of an API, and not of a product's link to one. */
export function isApi(id: string): boolean {
  return /\/service\/[^/]+\/apis\/[^/]+$/i.test(id);
}

/**
 * The state with what a GET hides and a restore needs: the text of a secret named value. A reference to Key Vault and a
 * logger's credentials are shown in a form that can be written again.
 */
export async function withHiddenMembers(
  client: AzureClient,
  { id, apiVersion }: Address,
  state: ResourceState | undefined,
): Promise<ResourceState | undefined> {
  const { secret, keyVault, value } = state?.properties ?? {};
  const isHidden = /\/namedValues\/[^/]+$/i.test(id) && secret === true && value === undefined;
  if (state === undefined || !isHidden || (keyVault !== undefined && keyVault !== null)) return state;
  const answer = await client.request<{ readonly value?: string }>({
    method: 'POST',
    url: `${id}/listValue`,
    apiVersion,
    idempotent: true,
  });
  return { ...state, hidden: { value: answer.body.value } };
}

/** Whether `id` lies below `ancestor`. */
export function isBelow(id: string, ancestor: string): boolean {
  return id.toLowerCase().startsWith(`${ancestor.toLowerCase()}/`);
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
