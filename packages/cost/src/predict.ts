import { expand, type ParameterInputs } from '@lz/arm';
import { namesOf, type AnyEnvironment, type Environment, type HubOwner, type Names } from '@lz/config';
import {
  hubGatewayParameters,
  hubNetworkParameters,
  hubServicesParameters,
  loadTemplate,
  spokeAppParameters,
  spokeParameters,
  type SpokeFacts,
  type TemplateName,
  type TemplateParameters,
} from '@lz/templates';
import type { PricedResource } from './item.ts';

/** Stands for every id that has no price: subscription, tenant, application. */
const someId = '00000000-0000-4000-8000-000000000000';

/** Every resource that an environment's deployments would make, from the very templates that deploy it. */
export async function predict(environment: AnyEnvironment): Promise<readonly PricedResource[]> {
  const lists: (readonly PricedResource[])[] = [];
  for (const [template, parameters] of deploymentsOf(environment)) {
    const { predictedResources } = expand({
      template: JSON.stringify(await loadTemplate(template)),
      parameters: parameters as ParameterInputs,
      subscriptionId: someId,
      tenantId: someId,
      location: environment.location,
      deploymentName: template,
    });
    lists.push(predictedResources as unknown as readonly PricedResource[]);
  }
  return lists.flat();
}

type Deployments = readonly (readonly [TemplateName, TemplateParameters])[];

/** The hub's deployments where the environment owns one, and the spoke's where it has one. */
function deploymentsOf(environment: AnyEnvironment): Deployments {
  const names = namesOf(environment, someId);
  const { name, location, tags, hub, operations } = environment;
  const hubOwner = hub.kind === 'own' ? { name, location, tags, hub, operations } : undefined;
  return [
    ...(hubOwner === undefined ? [] : hubDeployments(hubOwner, names)),
    ...(environment.spoke === undefined ? [] : spokeDeployments(environment, names)),
  ];
}

function hubDeployments(owner: HubOwner, names: Names): Deployments {
  return [
    ['hub-network', hubNetworkParameters(owner, names)],
    ['hub-services', hubServicesParameters(owner, names, facts)],
    ['hub-gateway', hubGatewayParameters(owner, names)],
  ];
}

function spokeDeployments(environment: Environment, names: Names): Deployments {
  return [
    ['spoke', spokeParameters(environment, names, facts)],
    ['spoke-app', spokeAppParameters(environment, names, facts)],
  ];
}

const facts: SpokeFacts = {
  tenantId: someId,
  clientId: someId,
  // Any month: a budget costs nothing.
  budgetStart: '2026-11-01T00:00:00Z',
  tokenBudgetStart: '2026-11-01T00:00:00Z',
  smokeProbeScript: '',
  certificateVault: { resourceGroup: 'rg', name: 'kv' },
};
