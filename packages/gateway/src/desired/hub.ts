import type { Names } from '@lz/config';
import { diagnosticProperties } from './diagnostics.ts';
import { API_MANAGEMENT_VERSION, type DesiredResource, type HubFacts } from './resource.ts';

const DNS_VERSION = '2024-06-01';

/** The hub's share of the gateway: what all spokes need and none of them owns. */
export function desiredHub(names: Names, facts: HubFacts): readonly DesiredResource[] {
  return [dnsRecord(names, facts), logger(names, facts), serviceDiagnostics(names)];
}

/** The gateway's host name inside the networks. Public DNS knows nothing of an internal one, and of another the public face. */
function dnsRecord({ hub }: Names, { privateIpAddress }: HubFacts): DesiredResource {
  return {
    title: `DNS record ${hub.gatewayHost}`,
    id: `${hub.gatewayZoneId}/A/@`,
    apiVersion: DNS_VERSION,
    properties: { ttl: 300, aRecords: [{ ipv4Address: privateIpAddress }] },
  };
}

/** Writes with the gateway's identity, because App Insights takes no keys here. */
function logger({ hub, gateway }: Names, facts: HubFacts): DesiredResource {
  return {
    title: `logger ${gateway.loggerId}`,
    id: `${hub.apimId}/loggers/${gateway.loggerId}`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: { loggerType: 'applicationInsights', isBuffered: true, resourceId: hub.appInsightsId },
    writeOnly: {
      credentials: {
        connectionString: facts.appInsightsConnectionString,
        identityClientId: facts.gatewayClientId,
      },
    },
  };
}

/** Without `metrics: true` no token metric is sent at all: a prerequisite of `llm-emit-token-metric`. */
function serviceDiagnostics(names: Names): DesiredResource {
  return {
    title: 'diagnostics applicationinsights',
    id: `${names.hub.apimId}/diagnostics/applicationinsights`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: diagnosticProperties(names),
  };
}
