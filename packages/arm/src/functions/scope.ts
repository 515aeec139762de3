import type { DeploymentContext, FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { call as callExpression, literal } from '../expression/ast.ts';
import { Symbolic, type Value } from '../expression/value.ts';
import { type JsonObject, getProperty } from '../json.ts';
import { type FunctionTable, special } from './registry.ts';

/** Functions that say where a deployment runs. What the context does not know stays symbolic. */
export const scopeFunctions: FunctionTable = {
  subscription: special(0, 0, (call) => subscription(call.context.scope.deployment, call)),
  resourceGroup: special(0, 0, (call) => resourceGroup(call.context.scope.deployment, call)),
  managementGroup: special(0, 0, (call) => managementGroup(call.context.scope.deployment, call)),
  tenant: special(0, 0, (call) => tenant(call.context.scope.deployment, call)),
};

function subscription(deployment: DeploymentContext, call: FunctionCall): Value {
  const { subscriptionId, tenantId } = deployment;
  if (deployment.scope === 'tenant' || deployment.scope === 'managementGroup') throw wrongScope(call);
  if (subscriptionId === undefined) return new Symbolic(callExpression(call.name));
  return {
    id: `/subscriptions/${subscriptionId}`,
    subscriptionId,
    tenantId: tenantId ?? property(call, 'tenantId'),
    displayName: known(deployment.subscriptionProperties, 'displayName') ?? property(call, 'displayName'),
  };
}

function resourceGroup(deployment: DeploymentContext, call: FunctionCall): Value {
  if (deployment.scope !== 'resourceGroup') throw wrongScope(call);
  const { subscriptionId, resourceGroup: name, resourceGroupProperties: more } = deployment;
  if (subscriptionId === undefined || name === undefined) return new Symbolic(callExpression(call.name));
  const member = (key: string): Value => known(more, key) ?? property(call, key);
  const group: Record<string, Value> = {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location: member('location'),
    tags: member('tags'),
    managedBy: member('managedBy'),
    properties: member('properties'),
  };
  return group;
}

function managementGroup(deployment: DeploymentContext, call: FunctionCall): Value {
  if (deployment.scope !== 'managementGroup') throw wrongScope(call);
  const { managementGroup: name } = deployment;
  if (name === undefined) return new Symbolic(callExpression(call.name));
  return {
    id: `/providers/Microsoft.Management/managementGroups/${name}`,
    name,
    type: '/providers/Microsoft.Management/managementGroups',
    properties: deployment.managementGroupProperties ?? property(call, 'properties'),
  };
}

function tenant(deployment: DeploymentContext, call: FunctionCall): Value {
  const { tenantId, tenantProperties: more } = deployment;
  if (tenantId === undefined) return new Symbolic(callExpression(call.name));
  return {
    countryCode: known(more, 'countryCode') ?? property(call, 'countryCode'),
    displayName: known(more, 'displayName') ?? property(call, 'displayName'),
    id: `/tenants/${tenantId}`,
    tenantId,
  };
}

function known(more: JsonObject | undefined, key: string): Value | undefined {
  return more === undefined ? undefined : getProperty(more, key);
}

/** `name().key`, for what only Azure knows. Where Azure must answer there is a runtime, and then it is an error. */
function property(call: FunctionCall, key: string): Value {
  if (call.context.runtime !== 'symbolic') return null;
  return new Symbolic({ kind: 'property', target: callExpression(call.name), key: literal(key) });
}

function wrongScope(call: FunctionCall): ExpressionError {
  return new ExpressionError(
    `The template function '${call.name}' is not expected at this location: it is not available in a deployment at ${call.context.scope.deployment.scope} scope. Please see https://aka.ms/arm-functions for usage details.`,
  );
}
