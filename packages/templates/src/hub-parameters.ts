import type { HubOwner, Names } from '@lz/config';
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
  });
}

/** Parameters of `hub-services`. */
export function hubServicesParameters(environment: HubOwner, names: Names): TemplateParameters {
  const { resourceGroup, vnet, gatewayIdentity, logAnalytics, appInsights, gatewayHost } = names.hub;
  return toParameters({
    location: environment.location,
    tags: environment.tags,
    names: { resourceGroup, vnet, gatewayIdentity, logAnalytics, appInsights, gatewayHost },
    privateZones: privateDnsZones,
  });
}

/** Parameters of `hub-gateway`. Throws for a tier that does not stand inside a network the way this hub asks for. */
export function hubGatewayParameters(environment: HubOwner, names: Names): TemplateParameters {
  const { sku, capacity, publisherEmail, publisherName } = environment.hub.gateway;
  if (sku !== 'Developer' && sku !== 'Premium') {
    throw new Error(`hub.gateway.sku ${sku} cannot be deployed: Developer and Premium stand inside a network of ours`);
  }
  const { resourceGroup, vnet, gatewayIdentity, gatewayPublicIp, logAnalytics, apim } = names.hub;
  return toParameters({
    location: environment.location,
    tags: environment.tags,
    names: { resourceGroup, vnet, gatewayIdentity, gatewayPublicIp, logAnalytics, apim },
    sku: { name: sku, capacity },
    publisherEmail,
    publisherName,
  });
}
