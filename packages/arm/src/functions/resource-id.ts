import type { DeploymentContext, FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { call as callExpression } from '../expression/ast.ts';
import { Symbolic, type Value, isKnown, toExpression } from '../expression/value.ts';
import { stringAt } from './arguments.ts';
import { type FunctionTable, structural } from './registry.ts';

/** Functions that build resource ids. Nothing is looked up. */
export const resourceIdFunctions: FunctionTable = {
  resourceId: structural(2, Infinity, resourceId),
  subscriptionResourceId: structural(2, Infinity, (args, call) => scoped(args, call, 1, subscriptionDefaults)),
  managementGroupResourceId: structural(3, Infinity, (args, call) => scoped(args, call, 1, managementGroupDefaults)),
  tenantResourceId: structural(2, Infinity, (args, call) => scoped(args, call, 0, () => [])),
  extensionResourceId: structural(3, Infinity, (args, call) => {
    if (!args.every(isKnown)) return undefined;
    const base = stringAt(args, 0, call).replace(/\/$/, '');
    if (!base.startsWith('/')) {
      throw new ExpressionError(
        `Unable to evaluate template language function '${call.name}': the provided parent resource id '${base}' is not a valid uri. Please see https://aka.ms/arm-resource-functions/#extensionresourceid for usage details.`,
      );
    }
    return joinId(base, stringAt(args, 1, call), names(args, 2, call), call);
  }),
};

/** `/providers/<type>/<names>` below `scope`, the segments of type and names in turns. */
export function joinId(
  scope: string,
  type: string,
  resourceNames: readonly string[],
  call: Pick<FunctionCall, 'name'>,
): string {
  const [namespace = '', ...types] = type.split('/');
  if (types.length === 0 || types.length !== resourceNames.length) {
    throw new ExpressionError(
      `Unable to evaluate template language function '${call.name}': the type '${type}' requires '${String(types.length)}' resource name argument(s). Please see https://aka.ms/arm-functions/#${call.name.toLowerCase()} for usage details.`,
    );
  }
  if (/^\/subscriptions\/[^/]+$/.test(scope) && type.toLowerCase() === 'microsoft.resources/resourcegroups') {
    return `${scope}/resourceGroups/${resourceNames[0] ?? ''}`;
  }
  const pairs = types.map((segment, index) => `${segment}/${resourceNames[index] ?? ''}`);
  return `${scope}/providers/${namespace}/${pairs.join('/')}`;
}

/** The scope id of a deployment: what its resources' ids begin with. Undefined parts make it undefined. */
export function scopeId(deployment: DeploymentContext): string | undefined {
  switch (deployment.scope) {
    case 'tenant':
      return '';
    case 'managementGroup':
      return deployment.managementGroup === undefined
        ? undefined
        : `/providers/Microsoft.Management/managementGroups/${deployment.managementGroup}`;
    case 'subscription':
      return deployment.subscriptionId === undefined ? undefined : `/subscriptions/${deployment.subscriptionId}`;
    case 'resourceGroup':
      return deployment.subscriptionId === undefined || deployment.resourceGroup === undefined
        ? undefined
        : `/subscriptions/${deployment.subscriptionId}/resourceGroups/${deployment.resourceGroup}`;
  }
}

function resourceId(args: readonly Value[], call: FunctionCall): Value | undefined {
  const { deployment } = call.context.scope;
  switch (deployment.scope) {
    case 'tenant':
      return scoped(args, call, 0, () => []);
    case 'managementGroup':
      return scoped(args, call, 1, managementGroupDefaults);
    case 'subscription':
      return scoped(args, call, 2, subscriptionDefaults);
    case 'resourceGroup':
      return scoped(args, call, 2, (context) => [
        ...subscriptionDefaults(context),
        context.resourceGroup ??
          new Symbolic({
            kind: 'property',
            target: callExpression('resourceGroup'),
            key: { kind: 'literal', value: 'name' },
          }),
      ]);
  }
}

type Defaults = (deployment: DeploymentContext) => readonly Value[];

const subscriptionDefaults: Defaults = ({ subscriptionId }) => [
  subscriptionId ??
    new Symbolic({
      kind: 'property',
      target: callExpression('subscription'),
      key: { kind: 'literal', value: 'subscriptionId' },
    }),
];

const managementGroupDefaults: Defaults = ({ managementGroup }) => [
  managementGroup ??
    new Symbolic({
      kind: 'property',
      target: callExpression('managementGroup'),
      key: { kind: 'literal', value: 'name' },
    }),
];

/** Arguments before the type are scope names; those left out come from the deployment, as the engine prints them. */
function scoped(args: readonly Value[], call: FunctionCall, maxScopes: number, defaults: Defaults): Value | undefined {
  const typeIndex = args.findIndex((argument) => typeof argument === 'string' && argument.includes('/'));
  if (typeIndex === -1 || typeIndex > maxScopes) {
    if (args.some((argument) => argument instanceof Symbolic)) return undefined;
    throw new ExpressionError(
      `Unable to evaluate template language function '${call.name}': no fully qualified resource type was found among the first arguments. Please see https://aka.ms/arm-functions/#${call.name.toLowerCase()} for usage details.`,
    );
  }
  const given = args.slice(0, typeIndex);
  const filled = defaults(call.context.scope.deployment);
  const scopes = [...filled.slice(0, Math.max(filled.length - given.length, 0)), ...given];
  const all = [...scopes, ...args.slice(typeIndex)];
  if (!all.every(isKnown)) return new Symbolic(callExpression(call.name, ...all.map(toExpression)));
  return joinId(
    scopePrefix(call.name, scopes, call),
    stringAt(args, typeIndex, call),
    names(args, typeIndex + 1, call),
    call,
  );
}

function scopePrefix(name: string, scopes: readonly Value[], call: FunctionCall): string {
  const texts = scopes.map((_, index) => stringAt(scopes, index, call));
  const isManagementGroup =
    name.toLowerCase().startsWith('management') ||
    (name.toLowerCase() === 'resourceid' && call.context.scope.deployment.scope === 'managementGroup');
  if (isManagementGroup) return `/providers/Microsoft.Management/managementGroups/${texts[0] ?? ''}`;
  if (texts.length === 0) return '';
  return `/subscriptions/${texts[0] ?? ''}${texts.length > 1 ? `/resourceGroups/${texts[1] ?? ''}` : ''}`;
}

function names(args: readonly Value[], from: number, call: FunctionCall): readonly string[] {
  return args.slice(from).map((_, index) => stringAt(args, from + index, call));
}
