import { planDeployment, type DeploymentPlan } from '@lz/arm';
import type { TwinResponse } from '../../kernel/http.ts';
import type { JsonObject } from '../../kernel/store.ts';
import { originOf, requireRight, type ArmContext } from '../context.ts';

import { requireGroup, requireSubscription } from '../write-prepare.ts';
import { acceptDeployment } from './accept.ts';
import { readVaultSecret } from './key-vault.ts';
import { preflight } from './preflight.ts';
import { deploymentId, type DeploymentScope } from './record.ts';
import { asArmError, planContext, readRequest, refuseOtherScope, type DeploymentRequest } from './request.ts';
import { DeploymentRun } from './run.ts';
import { templateHash } from './hash.ts';
import { viewDeployment } from './view.ts';

/** `PUT …/deployments/{name}`: checked whole, accepted, and begun when the clock next moves. */
export function createDeployment(context: ArmContext, scope: DeploymentScope, name: string): TwinResponse {
  const { arm } = context;
  const id = deploymentId(scope, name);
  requireRight(context, 'Microsoft.Resources/deployments/write', id);
  const request = readRequest(context, scope, name);
  const attempt = String(arm.state.nextNumber());
  const plan = planRequest(context, request, attempt);
  preflight(arm, plan, context.caller.principalId, name);
  const isNew = !arm.state.deployments.has(id.toLowerCase());
  const tree = { arm, principalId: context.caller.principalId, memory: { deployments: new Map<string, JsonObject>() } };
  const { location, tags } = request;
  const correlationId = correlationOf(context, id, attempt);
  const deployment = acceptDeployment(tree, { scope, name, location, tags, plan, correlationId });
  new DeploymentRun(tree, deployment, plan, () => undefined).start();
  const status = `${originOf(context)}${id}/operationStatuses/${deployment.operationId}?api-version=${context.apiVersion}`;
  const headers = {
    'azure-asyncoperation': status,
    'x-ms-correlation-request-id': correlationId,
    ...context.arm.retryAfter,
  };
  return { status: isNew ? 201 : 200, body: viewDeployment(deployment), headers };
}

/** `POST …/deployments/{name}/validate`: what a PUT would be told, and nothing is kept. */
export function validateDeployment(context: ArmContext, scope: DeploymentScope, name: string): TwinResponse {
  const { arm } = context;
  const id = deploymentId(scope, name);
  requireRight(context, 'Microsoft.Resources/deployments/validate/action', id);
  const request = readRequest(context, scope, name);
  const attempt = 'validate';
  const plan = planRequest(context, request, attempt);
  preflight(arm, plan, context.caller.principalId, name);
  const validated = plan.resources.filter((resource) => resource.condition && !resource.existing);
  const properties = {
    templateHash: templateHash(request.template),
    parameters: plan.parameters,
    mode: 'Incremental',
    provisioningState: 'Succeeded',
    timestamp: new Date(arm.world.clock.now).toISOString(),
    duration: 'PT0S',
    correlationId: correlationOf(context, id, attempt),
    providers: [],
    dependencies: [],
    validatedResources: validated.flatMap(({ id: resourceId }) =>
      resourceId === undefined ? [] : [{ id: resourceId }],
    ),
  };
  const location = request.location === undefined ? {} : { location: request.location };
  return {
    status: 200,
    body: { id, name, type: 'Microsoft.Resources/deployments', ...location, properties },
    wrote: false,
  };
}

/** Plans what the client asks for at a scope that exists. Throws ARM's refusals. */
export function planRequest(context: ArmContext, request: DeploymentRequest, attempt: string): DeploymentPlan {
  const { arm, caller } = context;
  const { scope, template, parameters } = request;
  requireSubscription(arm, scope);
  if (scope.kind === 'resourceGroup') requireGroup(arm, scope);
  refuseOtherScope(arm, request);
  return asArmError(() =>
    planDeployment({
      template,
      parameters,
      context: planContext(arm, request, caller.principalId, attempt),
      keyVaultSecret: (secret) => readVaultSecret(arm, caller.principalId, secret),
    }),
  );
}

function correlationOf(context: ArmContext, id: string, attempt: string): string {
  const sent = context.request.headers['x-ms-correlation-request-id'];
  return typeof sent === 'string' ? sent : context.arm.world.guid(`correlation:${id.toLowerCase()}:${attempt}`);
}
