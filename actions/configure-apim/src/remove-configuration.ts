import { checkConfirmation, confirmRemoval, type Kept } from '@lz/action';
import { spokeChildren } from '@lz/gateway';
import type { GatewayRun } from './configure-apim.ts';

/** Takes what the spoke has on the gateway away from it, and nothing that another spoke uses. */
export async function removeConfiguration(run: GatewayRun): Promise<void> {
  checkConfirmation(run);
  const goes = await run.phase('P0', () => spokeChildren(run.azure, run.names));
  const removal = await confirmRemoval(run, { goes, afterwards: [], stays: staysOnGateway(run) });
  await removal?.carryOut();
}

function staysOnGateway({ names: { hub, gateway } }: GatewayRun): readonly Kept[] {
  return [
    {
      type: 'API Management',
      name: hub.apim,
      where: hub.apimId,
      why: `the hub's, with the DNS record of ${hub.gatewayHost}, the logger ${gateway.loggerId} and the diagnostics`,
    },
  ];
}
