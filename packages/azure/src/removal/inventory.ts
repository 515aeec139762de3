import type { AzureClient } from '../client.ts';
import { disposalOf } from './disposals.ts';
import { removalOf, type Removal } from './removal.ts';

const RESOURCES_VERSION = '2021-04-01';
const ACCOUNTS = 'microsoft.cognitiveservices/accounts';

/** A resource as the list of its group shows it. */
export interface ListedResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly location?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly identity?: { readonly principalId?: string };
}

/** What a resource group holds: ours, what Azure made for it, and what somebody else put there. */
export interface GroupInventory {
  readonly exists: boolean;
  readonly ours: readonly ListedResource[];
  readonly foreign: readonly ListedResource[];
}

/** The tag that every resource of a landing zone carries; the configuration refuses it in the file's own tags. */
const OUR_TAG = { name: 'managed-by', value: 'open-webui-landing-zone' } as const;

/** What Azure puts beside our resources by itself: network cards of private endpoints, App Insights' smart detection. */
const MADE_BY_AZURE: readonly RegExp[] = [
  /\/providers\/Microsoft\.Network\/networkInterfaces\/(nic-)?pe-[^/]+$/i,
  /\/providers\/microsoft\.alertsmanagement\/smartDetectorAlertRules\/Failure Anomalies - /i,
  /\/providers\/microsoft\.insights\/actionGroups\/Application Insights Smart Detection$/i,
];

/** Reads what is in a resource group, and whose it is. */
export async function readInventory(client: AzureClient, groupId: string): Promise<GroupInventory> {
  if ((await client.find(groupId, RESOURCES_VERSION)) === undefined) return { exists: false, ours: [], foreign: [] };
  const listed = await client.list<ListedResource>(`${groupId}/resources`, RESOURCES_VERSION);
  const ours = listed.filter(isOurs);
  const foreign = listed.filter((resource) => !isOurs(resource) && !belongsToOurs(resource, ours));
  return { exists: true, ours, foreign };
}

function isOurs({ tags = {} }: ListedResource): boolean {
  return Object.entries(tags).some(([name, value]) => name.toLowerCase() === OUR_TAG.name && value === OUR_TAG.value);
}

/** Made by Azure for one of ours, or a part of one of ours that carries no tags of its own. */
function belongsToOurs({ id }: ListedResource, ours: readonly ListedResource[]): boolean {
  if (MADE_BY_AZURE.some((pattern) => pattern.test(id))) return true;
  return ours.some((owner) => id.toLowerCase().startsWith(`${owner.id.toLowerCase()}/`));
}

/**
 * What must go before the group, one by one. Foundry's parts stand in one queue, since an account takes one write at a
 * time: deployments first, because provisioned throughput is billed as long as they exist.
 */
export async function removalsIn(
  client: AzureClient,
  resources: readonly ListedResource[],
): Promise<readonly Removal[]> {
  const removals: Removal[] = [];
  for (const { id, type } of resources) {
    const disposal = disposalOf(type);
    if (disposal === undefined || type.toLowerCase().startsWith(`${ACCOUNTS}/`)) continue;
    if (type.toLowerCase() === ACCOUNTS) removals.push(...(await accountRemovals(client, id)));
    else removals.push(removalOf(id, disposal.step, { apiVersion: disposal.apiVersion, ...queueOf(id, type) }));
  }
  return removals;
}

/** A zone takes one link at a time. */
function queueOf(id: string, type: string): { readonly queue?: string } {
  return /\/virtualNetworkLinks$/i.test(type) ? { queue: id.split('/').slice(0, -2).join('/').toLowerCase() } : {};
}

async function accountRemovals(client: AzureClient, accountId: string): Promise<readonly Removal[]> {
  const removals: Removal[] = [];
  for (const child of ['deployments', 'projects']) {
    const apiVersion = disposalOf(`${ACCOUNTS}/${child}`)?.apiVersion ?? '';
    const children = await client.list<ListedResource>(`${accountId}/${child}`, apiVersion);
    removals.push(...children.map(({ id }) => removalOf(id, 'back', { apiVersion, queue: accountId.toLowerCase() })));
  }
  const apiVersion = disposalOf(ACCOUNTS)?.apiVersion ?? '';
  return [...removals, removalOf(accountId, 'back', { apiVersion, queue: accountId.toLowerCase() })];
}
