import type { TwinResponse } from '../../kernel/http.ts';
import { jsonBody, requireRight, type ArmContext } from '../context.ts';
import { armErrors, refuse } from '../errors.ts';
import { parseFilter, satisfies } from '../filter.ts';
import { sameText } from '../ids.ts';

import { requireGroup, requireSubscription } from '../write-prepare.ts';
import { templateHash } from './hash.ts';
import { deploymentId, isActive, scopePath, type Deployment, type DeploymentScope } from './record.ts';
import { viewDeployment, viewOperation } from './view.ts';

/** GET and HEAD of a deployment. */
export function readDeployment(context: ArmContext, scope: DeploymentScope, name: string): TwinResponse {
  const deployment = findDeployment(context, scope, name, 'read');
  const pending = isActive(deployment);
  if (context.method === 'HEAD') return { status: 204, pending };
  return { status: 200, body: viewDeployment(deployment), pending };
}

/** `GET …/deployments`, newest first, with `$filter=provisioningState eq 'Running'` and `$top`. */
export function listDeployments(context: ArmContext, scope: DeploymentScope): TwinResponse {
  requireRight(context, 'Microsoft.Resources/deployments/read', scopePath(scope));
  requireSubscription(context.arm, scope);
  if (scope.kind === 'resourceGroup') requireGroup(context.arm, scope);
  const clauses = parseFilter(context.query.get('$filter'));
  const top = context.query.get('$top');
  const listed = deploymentsAt(context, scope)
    .filter(({ state }) => satisfies(clauses, (field) => (field === 'provisioningstate' ? state : null)))
    .toSorted((a, b) => (b.endedAt ?? Infinity) - (a.endedAt ?? Infinity) || b.startedAt - a.startedAt)
    .slice(0, top === null ? undefined : Number(top));
  const value = listed.map((deployment) => viewDeployment(deployment));
  return { status: 200, body: { value }, pending: listed.some(isActive) };
}

/** `GET …/deployments/{name}/operations`: what has begun, in the order of ARM: last first. */
export function listOperations(context: ArmContext, scope: DeploymentScope, name: string): TwinResponse {
  const deployment = findDeployment(context, scope, name, 'operations/read');
  const value = deployment.operations.toReversed().map((item) => viewOperation(deployment, item, context.arm.world));
  return { status: 200, body: { value }, pending: isActive(deployment) };
}

/** `GET …/deployments/{name}/operations/{id}`. */
export function readOperation(
  context: ArmContext,
  scope: DeploymentScope,
  name: string,
  operationId: string,
): TwinResponse {
  const deployment = findDeployment(context, scope, name, 'operations/read');
  const operation = deployment.operations.find((item) => sameText(item.operationId, operationId));
  if (operation === undefined) throw armErrors.notFound(context.path);
  return { status: 200, body: viewOperation(deployment, operation, context.arm.world), pending: isActive(deployment) };
}

/** The status behind a deployment's Azure-AsyncOperation. */
export function showDeploymentStatus(context: ArmContext, scope: DeploymentScope, operationId: string): TwinResponse {
  const deployment = deploymentsAt(context, scope).find((item) => sameText(item.operationId, operationId));
  if (deployment === undefined) throw armErrors.notFound(context.path);
  requireRight(context, 'Microsoft.Resources/deployments/operationstatuses/read', deployment.id);
  const pending = isActive(deployment);
  const { state, error } = deployment;
  const body = { status: state, ...(error === undefined ? {} : { error }) };
  return { status: 200, body, headers: pending ? context.arm.retryAfter : {}, pending };
}

/** `POST …/exportTemplate`. */
export function exportTemplate(context: ArmContext, scope: DeploymentScope, name: string): TwinResponse {
  const deployment = findDeployment(context, scope, name, 'exportTemplate/action');
  return { status: 200, body: { template: deployment.template }, wrote: false };
}

/** `POST …/cancel`: only what runs can be cancelled. */
export function cancelDeployment(context: ArmContext, scope: DeploymentScope, name: string): TwinResponse {
  const deployment = findDeployment(context, scope, name, 'cancel/action');
  if (!isActive(deployment)) {
    throw refuse(
      409,
      'DeploymentCannotBeCancelled',
      `The deployment '${name}' cannot be cancelled: its provisioning state is '${deployment.state}'.`,
    );
  }
  deployment.cancel?.();
  return { status: 204 };
}

/** `DELETE …/deployments/{name}`: forgets the record; the resources stay. */
export function deleteDeployment(context: ArmContext, scope: DeploymentScope, name: string): TwinResponse {
  const id = deploymentId(scope, name);
  requireRight(context, 'Microsoft.Resources/deployments/delete', id);
  const deployment = context.arm.state.deployments.get(id.toLowerCase());
  if (deployment === undefined) return { status: 204 };
  if (isActive(deployment)) {
    throw refuse(409, 'DeploymentActive', `The deployment '${name}' is active and cannot be deleted.`, {}, true);
  }
  context.arm.state.deployments.delete(id.toLowerCase());
  return { status: 204, wrote: true };
}

/** `POST /providers/Microsoft.Resources/calculateTemplateHash`. */
export function calculateTemplateHash(context: ArmContext): TwinResponse {
  const template = jsonBody(context);
  const minified = JSON.stringify(template);
  return { status: 200, body: { minifiedTemplate: minified, templateHash: templateHash(template) }, wrote: false };
}

/** Deployments recorded at exactly this scope. */
export function deploymentsAt({ arm }: Pick<ArmContext, 'arm'>, scope: DeploymentScope): readonly Deployment[] {
  return [...arm.state.deployments.values()].filter((item) => sameText(scopePath(item.scope), scopePath(scope)));
}

function findDeployment(context: ArmContext, scope: DeploymentScope, name: string, action: string): Deployment {
  const id = deploymentId(scope, name);
  requireRight(context, `Microsoft.Resources/deployments/${action}`, id);
  requireSubscription(context.arm, scope);
  if (scope.kind === 'resourceGroup') requireGroup(context.arm, scope);
  const deployment = context.arm.state.deployments.get(id.toLowerCase());
  if (deployment === undefined) {
    throw refuse(404, 'DeploymentNotFound', `Deployment '${name}' could not be found.`);
  }
  return deployment;
}
