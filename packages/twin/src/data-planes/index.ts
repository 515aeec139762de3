import type { TwinHost } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { setJobRunner } from '../providers/app/job-runner.ts';
import { applicationGatewayHost } from './application-gateway/index.ts';
import { containerAppsHost } from './container-apps/index.ts';
import { logStreamHost, runJob } from './container-jobs/index.ts';
import { foundryHost } from './foundry/index.ts';
import { gatewayHost } from './gateway/index.ts';
import { insightsHost, logAnalyticsHost } from './insights/index.ts';
import { publicDnsHost } from './public-dns/index.ts';
import type { DataPlanePorts } from './ports.ts';

export { callAmong, UnreachableError, type DataPlanePorts } from './ports.ts';
export { metricsOf, type RecordedMetric } from './insights/index.ts';

/** The data planes of everything that the resource store holds, apart from Key Vault. */
export function createDataPlaneHosts(world: World, ports: DataPlanePorts): readonly TwinHost[] {
  setJobRunner(world, runJob);
  return [
    // First: it is found by the address that was connected to, whatever name stands in the request.
    applicationGatewayHost(world, ports),
    gatewayHost(world, ports),
    foundryHost(world),
    containerAppsHost(world, ports),
    logStreamHost(world),
    insightsHost(world),
    logAnalyticsHost(world),
    publicDnsHost(world),
  ];
}
