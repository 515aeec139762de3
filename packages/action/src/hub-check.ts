import { checked, type Finding } from '@lz/azure';
import type { Run } from './run.ts';

const NETWORK_VERSION = '2025-05-01';
const WORKSPACE_VERSION = '2025-02-01';

/**
 * Whether the hub is there: without its network and its logs the spoke's deployment would fail half way. A plan does
 * without a hub of its own, because the hub's own plan says that it would be created; nothing of ours makes another's.
 */
export async function checkHub(
  run: Pick<Run, 'azure' | 'mode' | 'names'> & { readonly environment: Pick<Run['environment'], 'hub'> },
): Promise<readonly Finding[]> {
  const { azure, names } = run;
  if (run.mode === 'plan' && run.environment.hub.kind === 'own') return [];
  return await checked('The hub', async () => {
    const parts = [
      { title: `network ${names.hub.vnet}`, found: await azure.find(names.hub.vnetId, NETWORK_VERSION) },
      {
        title: `workspace ${names.hub.logAnalytics}`,
        found: await azure.find(names.hub.logAnalyticsId, WORKSPACE_VERSION),
      },
    ];
    const missing = parts.filter(({ found }) => found === undefined).map(({ title }) => title);
    return missing.length === 0 ? [] : [absent(run, missing.join(' and its '))];
  });
}

function absent({ environment, names }: Parameters<typeof checkHub>[0], missing: string): Finding {
  const finding = { severity: 'error', code: 'HubNotDeployed' } as const;
  if (environment.hub.kind === 'own') {
    return { ...finding, message: `The hub lacks its ${missing}.`, remedy: 'Run deploy-hub first.' };
  }
  const { owner, subscriptionId } = names.hub;
  return {
    ...finding,
    message: `The hub ${owner} in subscription ${subscriptionId} lacks its ${missing}, or this identity cannot see it.`,
    remedy: `Run deploy-hub with the environment file of ${owner} first, or correct \`hub.reference\`.`,
    pointer: '/hub/reference',
  };
}
