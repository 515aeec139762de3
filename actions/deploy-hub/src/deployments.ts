import type { DeploymentRequest } from '@lz/azure';
import type { HubOwner, Names } from '@lz/config';
import {
  fingerprint,
  hubGatewayParameters,
  hubNetworkParameters,
  hubServicesParameters,
  loadTemplate,
  type BudgetFacts,
  type TemplateName,
  type TemplateParameters,
} from '@lz/templates';

/** The three deployments of a hub. */
export interface HubDeployments {
  readonly network: DeploymentRequest;
  readonly services: DeploymentRequest;
  readonly gateway: DeploymentRequest;
}

/** Templates and parameters of a hub, as an environment asks for them. */
export async function hubDeployments(environment: HubOwner, names: Names, facts: BudgetFacts): Promise<HubDeployments> {
  const { hubNetwork, hubServices, hubGateway } = names.deployments;
  const scope = `/subscriptions/${names.hub.subscriptionId}`;
  const { location, tags } = environment;
  const make = async (name: string, file: TemplateName, parameters: TemplateParameters): Promise<DeploymentRequest> => {
    const template = await loadTemplate(file);
    return { scope, name, location, tags, template, parameters, fingerprint: fingerprint(template, parameters) };
  };
  return {
    network: await make(hubNetwork, 'hub-network', hubNetworkParameters(environment, names)),
    services: await make(hubServices, 'hub-services', hubServicesParameters(environment, names, facts)),
    gateway: await make(hubGateway, 'hub-gateway', hubGatewayParameters(environment, names)),
  };
}
