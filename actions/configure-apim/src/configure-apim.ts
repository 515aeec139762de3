import type { Run } from '@lz/action';
import { desiredGateway, reconcile, type Change } from '@lz/gateway';
import type { definition } from './definition.ts';
import { readGatewayFacts } from './gateway-facts.ts';
import { gatewayIsReady, waitForGateway } from './wait-for-gateway.ts';

/**
 * P5: brings API Management's configuration to what the environment file says. The policy stands before any operation
 * does, so that what is imported later is governed from its first second.
 */
export async function configureApim(run: Run<typeof definition>): Promise<void> {
  const { environment, names, mode, log, report } = run;
  run.output('gateway-url', `https://${names.hub.gatewayHost}/${environment.api.path}`);
  run.output('api-id', `${names.hub.apimId}/apis/${names.gateway.apiId}`);
  if (mode === 'plan' && !(await gatewayIsReady(run))) {
    report.unseen('API Management is not there yet: its whole configuration would be created.');
    return;
  }
  await run.phase('P3', () => waitForGateway(run));
  await run.phase('P5', async () => {
    const facts = await readGatewayFacts(run);
    const changes = await reconcile(run.azure, desiredGateway(environment, names, facts), {
      mode: mode === 'plan' ? 'plan' : 'apply',
      onChange: (change) => {
        log.info(describe(change, mode === 'plan'));
      },
    });
    for (const { kind, title, id, members } of changes) {
      if (kind === 'none') continue;
      report.change({
        kind: kind === 'create' ? 'create' : 'modify',
        type: 'API Management',
        name: title,
        resourceId: id,
        details: members,
      });
    }
  });
  run.checkPlan();
}

function describe({ kind, title, members }: Change, planned: boolean): string {
  if (kind === 'none') return `${title}: as it shall be`;
  const verb = planned ? `would ${kind}` : kind === 'create' ? 'creating' : 'updating';
  return `${title}: ${verb}${members.length === 0 ? '' : ` (${members.join(', ')})`}`;
}
