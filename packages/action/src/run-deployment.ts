import {
  cancelDeployment,
  ensureDeployment,
  parseIsoDuration,
  type DeploymentRequest,
  type EnsuredDeployment,
} from '@lz/azure';
import type { Cancellable } from './cancellation.ts';
import type { ActionDefinition } from './definition.ts';
import { changeOf, type Change } from './report.ts';
import type { RunParts } from './run.ts';

/**
 * Makes sure of a deployment for a run: progress into the log, what it made into the report, and something to cancel while
 * it runs. Throws DeploymentFailedError with the leaf errors where it fails.
 */
export async function runDeployment<A extends ActionDefinition>(
  parts: RunParts<A>,
  request: DeploymentRequest,
  wait: boolean,
): Promise<EnsuredDeployment> {
  const { azure, common, log, report, cancellation } = parts;
  let release: (() => void) | undefined;
  const made: Change[] = [];
  try {
    const ensured = await ensureDeployment(azure, request, {
      wait,
      tenantId: common.tenantId,
      onDecision: (outcome, reason) => {
        log.info(`${request.name}: ${decisions[outcome]} (${reason})`);
      },
      onRunning: () => {
        release ??= cancellation.register(cancellableDeployment(parts, request));
      },
      onEvent: (event) => {
        log.deployment(event);
        if (event.kind !== 'resource' || event.state !== 'Succeeded' || event.operation !== 'Create') return;
        const { resourceType: type, resourceName: name, resourceId } = event;
        made.push({ kind: 'create', type, name, resourceId });
      },
      onRedeploy: (errors, repetition) => {
        for (const error of errors) log.leafError(error);
        log.info(`${request.name}: all of this passes by itself; deploying again (repetition ${repetition})`);
      },
    });
    report.change(...changesOf(ensured, made));
    const { provisioningState: state, duration, correlationId } = ensured.deployment.properties;
    const azureDurationMs = parseIsoDuration(duration);
    report.deployment({
      name: request.name,
      outcome: ensured.outcome,
      state,
      redeployments: ensured.redeployments,
      ...(azureDurationMs === undefined ? {} : { azureDurationMs }),
      ...(correlationId === undefined ? {} : { correlationId }),
    });
    return ensured;
  } finally {
    // A deployment that goes on without us stays registered: a run that is cancelled later still ends it.
    if (wait && !cancellation.signal.aborted) release?.();
  }
}

/** Something that was started without waiting counts as made: its resources are not known yet. */
function changesOf({ outcome, changes, deployment }: EnsuredDeployment, made: readonly Change[]): readonly Change[] {
  if (outcome === 'current' || outcome === 'adopted') return [];
  if (changes !== undefined) return changes.map(changeOf);
  if (outcome === 'started')
    return [{ kind: 'create', type: 'deployment', name: deployment.name, resourceId: deployment.id }];
  return made;
}

const decisions = {
  current: 'nothing to do',
  adopted: 'taking over the running deployment',
  started: 'starting, without waiting',
  deployed: 'deploying',
} as const;

function cancellableDeployment<A extends ActionDefinition>(
  { azure }: RunParts<A>,
  request: DeploymentRequest,
): Cancellable {
  const group = /\/resourceGroups\/([^/]+)$/i.exec(request.scope)?.[1];
  const command = group === undefined ? 'az deployment sub cancel' : `az deployment group cancel -g ${group}`;
  return {
    what: `Deployment ${request.name}`,
    cancel: () => cancelDeployment(azure, request),
    cancelByHand: `${command} --name ${request.name}`,
  };
}
