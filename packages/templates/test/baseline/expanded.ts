import { expand, type ExpandOptions } from '@lz/arm';
import { desiredGateway, readFragments, type DesiredResource } from '@lz/gateway';
import { loadTemplate } from '../../src/index.ts';
import { templatesIn } from '../compiled.ts';
import { deploymentNameOf, parametersOf, subscriptionId, tenantId, type Scenario } from '../scenarios.ts';
import type { ExpandedResource } from './resource.ts';

/** Everything that an environment deploys: what its templates expand to, those templates, and what the gateway holds. */
export async function expandedResources(scenario: Scenario): Promise<readonly ExpandedResource[]> {
  const templates = await Promise.all(scenario.templates.map((name) => expandedTemplate(scenario, name)));
  return [...templates.flat(), ...gatewayResources(scenario)];
}

async function expandedTemplate(
  scenario: Scenario,
  name: Scenario['templates'][number],
): Promise<readonly ExpandedResource[]> {
  const template = await loadTemplate(name);
  const { predictedResources, diagnostics } = expand({
    template: JSON.stringify(template),
    parameters: parametersOf(scenario)[name] as NonNullable<ExpandOptions['parameters']>,
    ...{ subscriptionId, tenantId, location: scenario.environment.location },
    deploymentName: deploymentNameOf(scenario, name),
  });
  // A module that was passed over would be missing without a word.
  if (diagnostics.length > 0) throw new Error(`${scenario.name}/${name}: ${diagnostics.join('; ')}`);
  const nested = templatesIn(template).map((inner) => ({
    id: `${name}/${inner.path}`,
    type: 'Microsoft.Resources/deployments',
    name: inner.path === '' ? name : inner.path.replaceAll('/', '.'),
    // Bicep writes `inner` for every module; the outermost template has nobody around it.
    properties: { template: inner.template, expressionEvaluationOptions: { scope: inner.scope ?? 'inner' } },
  }));
  return [...latest(predictedResources as unknown as readonly ExpandedResource[]), ...nested];
}

/** What is there at the end: API Management is written twice where it can only be closed after it was made. */
function latest(resources: readonly ExpandedResource[]): readonly ExpandedResource[] {
  return [...new Map(resources.map((resource) => [resource.id, resource])).values()];
}

function gatewayResources({ environment, names }: Scenario): readonly ExpandedResource[] {
  const facts = {
    tenantId,
    applicationClientId: '33333333-3333-4333-8333-333333333333',
    callerClientIds: ['44444444-4444-4444-8444-444444444444'],
    gatewayClientId: '55555555-5555-4555-8555-555555555555',
    appInsightsConnectionString: 'InstrumentationKey=0',
    privateIpAddress: '10.0.0.4',
  };
  return desiredGateway(environment, names, facts, readFragments(environment, names)).map(asResource);
}

function asResource({ id, properties, writeOnly }: DesiredResource): ExpandedResource {
  const parts = id.split('/providers/').at(-1)?.split('/') ?? [];
  const [namespace = '', ...segments] = parts;
  return {
    id,
    type: [namespace, ...segments.filter((_, i) => i % 2 === 0)].join('/'),
    name: segments.filter((_, i) => i % 2 === 1).join('/'),
    properties: { ...properties, ...writeOnly },
  };
}
