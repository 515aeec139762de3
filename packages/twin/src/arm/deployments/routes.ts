import { armErrors } from '../errors.ts';
import type { ArmContext } from '../context.ts';
import type { TwinResponse } from '../../kernel/http.ts';
import { route, type Route } from '../routes.ts';
import { createDeployment, validateDeployment } from './create.ts';
import * as reads from './reads.ts';
import type { DeploymentScope } from './record.ts';
import { showWhatIf, startWhatIf } from './what-if.ts';

const SUBSCRIPTION = '/subscriptions/{s}';
const GROUP = `${SUBSCRIPTION}/resourceGroups/{g}`;
const BELOW = 'providers/Microsoft.Resources/deployments';

type DeploymentHandler = (context: ArmContext, scope: DeploymentScope, name: string, id: string) => TwinResponse;

const OPERATIONS: readonly (readonly [string, string, DeploymentHandler])[] = [
  ['GET', '', (context, scope) => reads.listDeployments(context, scope)],
  ['GET', '/{n}', (context, scope, name) => reads.readDeployment(context, scope, name)],
  ['PUT', '/{n}', createDeployment],
  ['DELETE', '/{n}', reads.deleteDeployment],
  ['POST', '/{n}/validate', validateDeployment],
  ['POST', '/{n}/whatIf', startWhatIf],
  ['GET', '/{n}/operationResults/{id}', (context, _scope, _name, id) => showWhatIf(context, id)],
  ['POST', '/{n}/cancel', reads.cancelDeployment],
  ['POST', '/{n}/exportTemplate', reads.exportTemplate],
  ['GET', '/{n}/operations', reads.listOperations],
  ['GET', '/{n}/operations/{id}', reads.readOperation],
  ['GET', '/{n}/operationStatuses/{id}', (context, scope, _, id) => reads.showDeploymentStatus(context, scope, id)],
];

/** Deployments at subscription and resource group scope; the scopes above are refused by name. */
export function deploymentRoutes(): readonly Route[] {
  const routes = OPERATIONS.flatMap(([method, tail, handle]) => [
    route(method, `${SUBSCRIPTION}/${BELOW}${tail}`, (context, p) =>
      handle(context, { kind: 'subscription', subscriptionId: p('s') }, p('n'), p('id')),
    ),
    // Old clients leave `providers/Microsoft.Resources` out below a group.
    ...[BELOW, 'deployments'].map((below) =>
      route(method, `${GROUP}/${below}${tail}`, (context, p) =>
        handle(context, { kind: 'resourceGroup', subscriptionId: p('s'), resourceGroup: p('g') }, p('n'), p('id')),
      ),
    ),
  ]);
  const elsewhere = (what: string): never => {
    throw armErrors.notImplemented(`deployments at ${what} scope`);
  };
  return [
    ...routes,
    route('POST', '/providers/Microsoft.Resources/calculateTemplateHash', (context) =>
      reads.calculateTemplateHash(context),
    ),
    route('GET PUT POST DELETE', `/${BELOW}{+rest}`, () => elsewhere('tenant')),
    route('GET PUT POST DELETE', `/providers/Microsoft.Management/managementGroups/{m}/${BELOW}{+rest}`, () =>
      elsewhere('management group'),
    ),
  ];
}
