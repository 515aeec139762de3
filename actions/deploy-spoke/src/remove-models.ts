import type { Change } from '@lz/action';
import { isAzureError, sendAndWait, type AzureClient } from '@lz/azure';
import type { SpokeRun } from './deploy-spoke.ts';

const VERSION = '2026-05-01';
/** What Foundry says while it is at work on another child of the account. */
const BUSY = ['RequestConflict', 'IfMatchPreconditionFailed'];

/** A child of the Foundry account that the environment file does not name any more. */
interface Leftover {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

interface Child {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Model deployments and content filters that this product made and that the file does not name any more. What somebody
 * made by hand does not carry its tag, and is nobody's business here.
 */
async function leftovers({ azure, environment, names }: SpokeRun): Promise<readonly Leftover[]> {
  const { models, contentFilters } = environment;
  return [
    // Deployments first: a filter that one of them uses cannot go.
    ...(await unnamed(azure, `${names.spoke.foundryId}/deployments`, models)),
    ...(await unnamed(azure, `${names.spoke.foundryId}/raiPolicies`, contentFilters)),
  ];
}

async function unnamed(
  azure: AzureClient,
  list: string,
  wanted: readonly { readonly name: string }[],
): Promise<readonly Leftover[]> {
  const children = await azure.list<Child>(list, VERSION).catch((error: unknown) => {
    if (isAzureError(error) && error.status === 404) return [];
    throw error;
  });
  const named = new Set(wanted.map(({ name }) => name.toLowerCase()));
  return children
    .filter(({ name, tags }) => tags?.['managed-by'] === 'open-webui-landing-zone' && !named.has(name.toLowerCase()))
    .map(({ id, name, type }) => ({ id, name, type: type ?? 'Microsoft.CognitiveServices/accounts/deployments' }));
}

/** What an apply would take away. */
export async function planRemovals(run: SpokeRun): Promise<readonly Change[]> {
  return (await leftovers(run)).map(changeOf);
}

/** Takes away what the file does not name any more: last, when nobody is told to use it any longer. */
export async function removeModels(run: SpokeRun): Promise<void> {
  for (const leftover of await leftovers(run)) {
    const change = changeOf(leftover);
    run.log.info(`  ${change.type} ${change.name}: ${change.kind}`);
    await sendAndWait(run.azure, {
      method: 'DELETE',
      url: leftover.id,
      apiVersion: VERSION,
      accept: [404],
      retryCodes: BUSY,
    });
    run.report.change(change);
  }
}

function changeOf({ id, type, name }: Leftover): Change {
  return { kind: 'delete', type, name, resourceId: id };
}
