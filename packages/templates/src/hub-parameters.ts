import { gatewayTiers, type HubOwner, type Names } from '@lz/config';
import { budgetParameters, type BudgetFacts } from './operations-parameters.ts';
import { toParameters, type TemplateParameters } from './parameters.ts';
import { privateDnsZones } from './private-dns-zones.ts';

/** Parameters of `hub-network`. */
export function hubNetworkParameters(environment: HubOwner, names: Names): TemplateParameters {
  const { resourceGroup, vnet, gatewayIdentity, gatewayPublicIp, apim } = names.hub;
  return toParameters({
    location: environment.location,
    tags: environment.tags,
    names: { resourceGroup, vnet, gatewayIdentity, gatewayPublicIp, apim },
    addressSpace: environment.hub.addressSpace,
    networkKind: gatewayTiers[environment.hub.gateway.sku].network,
  });
}

/** Parameters of `hub-services`. */
export function hubServicesParameters(
  environment: HubOwner,
  names: Names,
  facts: BudgetFacts = {},
): TemplateParameters {
  const { logs, locks } = environment.operations;
  const { resourceGroup, vnet, gatewayIdentity, logAnalytics, appInsights, gatewayHost } = names.hub;
  return toParameters({
    location: environment.location,
    tags: environment.tags,
    names: { resourceGroup, vnet, gatewayIdentity, logAnalytics, appInsights, gatewayHost },
    privateZones: privateDnsZones,
    logRetentionInDays: logs.retentionDays,
    logDailyCapGiB: logs.dailyCapGiB ?? -1,
    locked: locks,
    ...budgetParameters(environment.operations, 'hub', facts),
  });
}

/** Parameters of `hub-gateway`. */
export function hubGatewayParameters(environment: HubOwner, names: Names): TemplateParameters {
  const { sku, capacity, zones, publisherEmail, publisherName } = environment.hub.gateway;
  const { resourceGroup, vnet, gatewayIdentity, gatewayPublicIp, logAnalytics, apim } = names.hub;
  return toParameters({
    location: environment.location,
    tags: environment.tags,
    names: { resourceGroup, vnet, gatewayIdentity, gatewayPublicIp, logAnalytics, apim },
    sku: { name: sku, capacity },
    networkKind: gatewayTiers[sku].network,
    zones: zones.map(String),
    publisherEmail,
    publisherName,
  });
}
