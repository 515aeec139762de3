import { checked, type Finding } from '@lz/azure';
import type { SpokeRun } from './deploy-spoke.ts';

const NETWORK_VERSION = '2025-05-01';
const WORKSPACE_VERSION = '2025-02-01';

/**
 * Whether the hub is there: without its network and its logs the spoke's deployment would fail half way. A plan does
 * without it, because the hub's own plan says that it would be created.
 */
export async function checkHub({ azure, mode, names: { hub } }: SpokeRun): Promise<readonly Finding[]> {
  if (mode === 'plan') return [];
  return await checked('The hub', async () => {
    const parts = [
      { title: `network ${hub.vnet}`, found: await azure.find(hub.vnetId, NETWORK_VERSION) },
      { title: `workspace ${hub.logAnalytics}`, found: await azure.find(hub.logAnalyticsId, WORKSPACE_VERSION) },
    ];
    const missing = parts.filter(({ found }) => found === undefined).map(({ title }) => title);
    if (missing.length === 0) return [];
    return [
      {
        severity: 'error',
        code: 'HubNotDeployed',
        message: `The hub lacks its ${missing.join(' and its ')}.`,
        remedy: 'Run deploy-hub first.',
      },
    ];
  });
}
