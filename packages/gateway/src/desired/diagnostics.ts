import type { Environment, Names } from '@lz/config';
import { API_MANAGEMENT_VERSION, LLM_LOGS_VERSION, type DesiredResource } from './resource.ts';

/** No bodies: logging them would buffer a streamed answer and keep prompts. */
const NO_BODIES = { request: { body: { bytes: 0 } }, response: { body: { bytes: 0 } } };

/** What is measured of the API, and, where it is asked for, what is kept of its prompts and answers. */
export function apiDiagnostics({ api }: Environment, names: Names): readonly DesiredResource[] {
  const applicationInsights: DesiredResource = {
    title: `diagnostics of API ${names.gateway.apiId}`,
    id: `${names.hub.apimId}/apis/${names.gateway.apiId}/diagnostics/applicationinsights`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: diagnosticProperties(names),
  };
  return api.logPrompts === undefined
    ? [applicationInsights]
    : [azureMonitorLogger(names), applicationInsights, promptDiagnostics(names, api.logPrompts.maxSizeInBytes)];
}

/** What App Insights gets of every request. */
export function diagnosticProperties({ hub, gateway }: Names): Readonly<Record<string, unknown>> {
  return {
    loggerId: `${hub.apimId}/loggers/${gateway.loggerId}`,
    alwaysLog: 'allErrors',
    httpCorrelationProtocol: 'W3C',
    verbosity: 'information',
    logClientIp: false,
    metrics: true,
    sampling: { samplingType: 'fixed', percentage: 100 },
    frontend: NO_BODIES,
    backend: NO_BODIES,
  };
}

/** One for the whole gateway, whoever needs it first: the hub's diagnostic setting says where its logs go. */
function azureMonitorLogger({ hub }: Names): DesiredResource {
  return {
    title: 'logger azuremonitor',
    id: `${hub.apimId}/loggers/azuremonitor`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: { loggerType: 'azureMonitor', isBuffered: false },
    onlyIfAbsent: true,
  };
}

/**
 * Prompts and answers go to Log Analytics by the diagnostic `azuremonitor` alone; on `applicationinsights` the same
 * members would do nothing (facts/apim.md section 1.6). Every request is kept: half a record is none.
 */
function promptDiagnostics({ hub, gateway }: Names, maxSizeInBytes: number): DesiredResource {
  const messages = { messages: 'all', maxSizeInBytes };
  return {
    title: `prompt logging of API ${gateway.apiId}`,
    id: `${hub.apimId}/apis/${gateway.apiId}/diagnostics/azuremonitor`,
    apiVersion: LLM_LOGS_VERSION,
    properties: {
      loggerId: `${hub.apimId}/loggers/azuremonitor`,
      verbosity: 'information',
      logClientIp: false,
      sampling: { samplingType: 'fixed', percentage: 100 },
      frontend: NO_BODIES,
      backend: NO_BODIES,
      largeLanguageModel: { logs: 'enabled', requests: messages, responses: messages },
    },
  };
}
