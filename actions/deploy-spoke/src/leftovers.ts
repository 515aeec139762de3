import { isAzureError, unwantedOperations, type AzureClient, type Leftover } from '@lz/azure';
import type { SpokeRun } from './deploy-spoke.ts';

const VERSION = '2026-05-01';

interface Child {
  readonly id: string;
  readonly name: string;
  readonly type?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Model deployments, content filters, budgets with their alert, and the locks that this product made and that the file does not name
 * any more. What somebody made by hand does not carry its mark, and is nobody's business here.
 */
export async function spokeLeftovers(run: SpokeRun): Promise<readonly Leftover[]> {
  const { azure, environment, names } = run;
  const { models, contentFilters, operations } = environment;
  const { foundryId, resourceGroupId } = names.spoke;
  const tokens = {
    wanted: operations.budget?.tokens !== undefined,
    alertId: names.spoke.tokenAlertId,
    actionGroupId: names.spoke.tokenActionGroupId,
  };
  const wanted = { budget: operations.budget?.spoke !== undefined, locks: operations.locks, tokens };
  return [
    // Deployments first: a filter that one of them uses cannot go.
    ...(await unnamed(azure, `${foundryId}/deployments`, models)),
    ...(await unnamed(azure, `${foundryId}/raiPolicies`, contentFilters)),
    ...(await unwantedOperations(azure, resourceGroupId, wanted)),
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
  const type = `Microsoft.CognitiveServices/accounts/${list.split('/').at(-1) ?? ''}`;
  return children
    .filter(({ name, tags }) => tags?.['managed-by'] === 'open-webui-landing-zone' && !named.has(name.toLowerCase()))
    .map(({ id, name }) => ({ id, name, type, apiVersion: VERSION }));
}
