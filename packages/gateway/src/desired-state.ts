import type { Environment, Names } from '@lz/config';
import { apiPolicy } from './policy/api-policy.ts';
import { API_MANAGEMENT_VERSION } from './api-version.ts';
import { desiredProducts } from './products.ts';

export { API_MANAGEMENT_VERSION };
const DNS_VERSION = '2024-06-01';

/** What the hub's share of the gateway needs to know that only Azure can tell. */
export interface HubFacts {
  /** Client id of the identity with which the gateway calls Foundry and App Insights. */
  readonly gatewayClientId: string;
  readonly appInsightsConnectionString: string;
  /** Of API Management or of its private endpoint, in the hub's network. */
  readonly privateIpAddress: string;
}

/** What a spoke's share needs to know besides. */
export interface GatewayFacts extends HubFacts {
  readonly tenantId: string;
  /** Client id of the Entra application that is both Open WebUI and its API. */
  readonly applicationClientId: string;
  /** Other applications that may call: the smoke test's identity. */
  readonly callerClientIds: readonly string[];
}

/** One resource as it should be. `properties` is compared member by member; what a GET hides goes into `writeOnly`. */
export interface DesiredResource {
  /** What a person calls it: `backend foundry`. */
  readonly title: string;
  readonly id: string;
  readonly apiVersion: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Members that Azure takes and does not give back. */
  readonly writeOnly?: Readonly<Record<string, unknown>>;
  /** A policy document: read with `format=rawxml`, compared without regard to white space. */
  readonly policy?: true;
  /** Has no members: that it is there is all. Neither read nor written with a body (facts of API Management's REST API). */
  readonly link?: true;
  /** Is somebody else's, and needed: made where it is absent, left as it is where it is there. */
  readonly onlyIfAbsent?: true;
}

/** The hub's share of the gateway: what all spokes need and none of them owns. */
export function desiredHub(names: Names, facts: HubFacts): readonly DesiredResource[] {
  return [dnsRecord(names, facts), logger(names, facts), serviceDiagnostics(names)];
}

/**
 * The gateway as the environment file describes it, in the order that its references demand: API Management checks a
 * policy's references when it is saved. The hub's share of another's hub is not fought over: its owner decides.
 */
export function desiredGateway(
  environment: Environment,
  names: Names,
  facts: GatewayFacts,
): readonly DesiredResource[] {
  const ofHub = desiredHub(names, facts);
  return [
    ...(environment.hub.kind === 'own'
      ? ofHub
      : ofHub.map((resource) => ({ ...resource, onlyIfAbsent: true as const }))),
    backend(names),
    api(environment, names),
    policy(environment, names, facts),
    apiDiagnostics(names),
    ...desiredProducts(environment, names),
  ];
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

function apiDiagnostics(names: Names): DesiredResource {
  return {
    title: `diagnostics of API ${names.gateway.apiId}`,
    id: `${names.hub.apimId}/apis/${names.gateway.apiId}/diagnostics/applicationinsights`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: diagnosticProperties(names),
  };
}

/** No bodies: logging them would buffer a streamed answer and keep prompts. */
function diagnosticProperties({ hub, gateway }: Names): Readonly<Record<string, unknown>> {
  const side = { request: { body: { bytes: 0 } }, response: { body: { bytes: 0 } } };
  return {
    loggerId: `${hub.apimId}/loggers/${gateway.loggerId}`,
    alwaysLog: 'allErrors',
    httpCorrelationProtocol: 'W3C',
    verbosity: 'information',
    logClientIp: false,
    metrics: true,
    sampling: { samplingType: 'fixed', percentage: 100 },
    frontend: side,
    backend: side,
  };
}

function backend({ hub, spoke, gateway }: Names): DesiredResource {
  return {
    title: `backend ${gateway.backendId}`,
    id: `${hub.apimId}/backends/${gateway.backendId}`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: {
      protocol: 'http',
      url: `${spoke.foundryEndpoint}/openai/v1`,
      tls: { validateCertificateChain: true, validateCertificateName: true },
    },
  };
}

// baseline: Azure.APIM.DefenderCloud suppressed: the plan is bought for a whole subscription, which is the platform
//   team's; the policy checks every caller's token and role itself.
/** Empty at first: operations come with the import, and find the policy already there. */
function api(environment: Environment, names: Names): DesiredResource {
  return {
    title: `API ${names.gateway.apiId}`,
    id: `${names.hub.apimId}/apis/${names.gateway.apiId}`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: apiProperties(environment, names),
  };
}

/** Members of the API itself, for every revision of it: a PUT replaces all of them. */
export function apiProperties(environment: Environment, names: Names): Readonly<Record<string, unknown>> {
  return {
    displayName: environment.hub.kind === 'own' ? 'OpenAI v1' : `OpenAI v1 of ${environment.name}`,
    path: environment.api.path,
    protocols: ['https'],
    serviceUrl: `${names.spoke.foundryEndpoint}/openai/v1`,
    // Callers prove who they are with their Entra token; a key would be a second way in.
    subscriptionRequired: false,
  };
}

function policy(environment: Environment, names: Names, facts: GatewayFacts): DesiredResource {
  return {
    title: `policy of API ${names.gateway.apiId}`,
    id: `${names.hub.apimId}/apis/${names.gateway.apiId}/policies/policy`,
    apiVersion: API_MANAGEMENT_VERSION,
    policy: true,
    properties: {
      format: 'rawxml',
      value: apiPolicy({
        tenantId: facts.tenantId,
        applicationClientId: facts.applicationClientId,
        callerClientIds: facts.callerClientIds,
        gatewayClientId: facts.gatewayClientId,
        backendId: names.gateway.backendId,
        environmentName: environment.name,
        models: environment.models,
        access: environment.access,
        limits: environment.limits,
      }),
    },
  };
}
