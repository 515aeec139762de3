import type { TwinHost } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { foundryHost } from './foundry/index.ts';
import { gatewayHost } from './gateway/index.ts';
import { insightsHost } from './insights/index.ts';
import type { DataPlanePorts } from './ports.ts';

export { callAmong, UnreachableError, type DataPlanePorts } from './ports.ts';
export { metricsOf, type RecordedMetric } from './insights/index.ts';

/** The data planes of everything that the resource store holds, apart from Key Vault. */
export function createDataPlaneHosts(world: World, ports: DataPlanePorts): readonly TwinHost[] {
  return [gatewayHost(world, ports), foundryHost(world), insightsHost(world)];
}
