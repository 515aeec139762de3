import { ActionError, type Run } from '@lz/action';
import { findRunning, watchDeployment } from '@lz/azure';
import { API_MANAGEMENT_VERSION } from '@lz/gateway';
import type { definition } from './definition.ts';

interface Service {
  readonly properties: { readonly provisioningState: string };
}

/** Whether API Management exists and takes writes now. */
export async function gatewayIsReady({ azure, names }: Run<typeof definition>): Promise<boolean> {
  const service = await azure.find<Service>(names.hub.apimId, API_MANAGEMENT_VERSION);
  return service?.properties.provisioningState === 'Succeeded';
}

/**
 * Waits until API Management takes writes: follows its deployment while that runs, with the same progress as a
 * deployment of this action's own. Throws where it failed, or was never started.
 */
export async function waitForGateway(run: Run<typeof definition>): Promise<void> {
  const { azure, names, log, tenantId } = run;
  const target = { scope: `/subscriptions/${names.hub.subscriptionId}`, name: names.deployments.hubGateway };
  if ((await findRunning(azure, target)) !== undefined) {
    log.info(`${target.name}: running; waiting for API Management`);
    await watchDeployment(azure, target, {
      tenantId,
      onEvent: (event) => {
        log.deployment(event);
      },
    });
  }
  for (;;) {
    const service = await azure.find<Service>(names.hub.apimId, API_MANAGEMENT_VERSION);
    const state = service?.properties.provisioningState;
    if (state === 'Succeeded') return;
    if (state === undefined || /failed|terminat|delet/i.test(state)) {
      throw new ActionError(
        'GatewayNotReady',
        state === undefined
          ? `API Management ${names.hub.apim} does not exist.`
          : `API Management ${names.hub.apim} is ${state}.`,
        'Run deploy-hub: it creates API Management, or repairs it.',
        names.hub.apimId,
      );
    }
    log.info(`${names.hub.apim}: ${state}`);
    await azure.pacing.poll(10_000);
  }
}
