import {
  authenticationBasic,
  authenticationCertificate,
  authenticationManagedIdentity,
  proxy,
} from './authentication.ts';
import { cacheLookup, cacheLookupValue, cacheRemoveValue, cacheStore, cacheStoreValue } from './caching.ts';
import { limitConcurrency, wait } from './concurrency.ts';
import { findAndReplace, jsonp, redirectContentUrls } from './content.ts';
import { convertJsonToXml, convertXmlToJson } from './conversion.ts';
import { logToEventHub, sendServiceBusMessage } from './messages.ts';
import { mockResponse } from './mock-response.ts';
import { quota, quotaByKey } from './quota.ts';
import { rewriteUri } from './rewrite-uri.ts';
import { sendOneWayRequest, sendRequest } from './send-request.ts';
import { validateContent } from './validate-content.ts';
import { validateHeaders, validateParameters, validateStatusCode } from './validate-parameters.ts';
import { choose, includeFragment, retry, setVariable } from './control.ts';
import { contentSafety } from './content-safety.ts';
import { cors } from './cors.ts';
import { checkHeader, ipFilter } from './access.ts';
import { forwardRequest } from './forward-request.ts';
import type { Handler } from './handler.ts';
import { rateLimit, rateLimitByKey } from './rate-limit.ts';
import { emitMetric, emitTokenMetric, trace } from './observability.ts';
import { returnResponse } from './responses.ts';
import { semanticCacheLookup, semanticCacheStore } from './semantic-cache.ts';
import { tokenLimit } from './token-limit.ts';
import { setBackendService, setBody, setHeader, setMethod, setQueryParameter, setStatus } from './transformation.ts';
import { validateAzureAdToken } from './validate-azure-ad-token.ts';
import { validateJwt } from './validate-jwt.ts';

/** What each policy does, by element name. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  choose,
  'set-variable': setVariable,
  'set-header': setHeader,
  'set-query-parameter': setQueryParameter,
  'set-body': setBody,
  'set-status': setStatus,
  'set-method': setMethod,
  'set-backend-service': setBackendService,
  'rewrite-uri': rewriteUri,
  'return-response': returnResponse,
  'mock-response': mockResponse,
  'forward-request': forwardRequest,
  retry,
  'validate-jwt': validateJwt,
  'validate-azure-ad-token': validateAzureAdToken,
  'authentication-managed-identity': authenticationManagedIdentity,
  'llm-token-limit': tokenLimit,
  'azure-openai-token-limit': tokenLimit,
  'llm-emit-token-metric': emitTokenMetric,
  'azure-openai-emit-token-metric': emitTokenMetric,
  'llm-content-safety': contentSafety,
  'llm-semantic-cache-lookup': semanticCacheLookup,
  'azure-openai-semantic-cache-lookup': semanticCacheLookup,
  'llm-semantic-cache-store': semanticCacheStore,
  'azure-openai-semantic-cache-store': semanticCacheStore,
  'emit-metric': emitMetric,
  'authentication-basic': authenticationBasic,
  'authentication-certificate': authenticationCertificate,
  proxy,
  'rate-limit': rateLimit,
  quota,
  'rate-limit-by-key': rateLimitByKey,
  wait,
  'limit-concurrency': limitConcurrency,
  'cache-lookup': cacheLookup,
  'cache-store': cacheStore,
  'cache-lookup-value': cacheLookupValue,
  'cache-store-value': cacheStoreValue,
  'cache-remove-value': cacheRemoveValue,
  'send-request': sendRequest,
  'send-one-way-request': sendOneWayRequest,
  'find-and-replace': findAndReplace,
  'json-to-xml': convertJsonToXml,
  'xml-to-json': convertXmlToJson,
  'redirect-content-urls': redirectContentUrls,
  jsonp,
  'log-to-eventhub': logToEventHub,
  'send-service-bus-message': sendServiceBusMessage,
  'validate-content': validateContent,
  'validate-parameters': validateParameters,
  'validate-headers': validateHeaders,
  'validate-status-code': validateStatusCode,
  'quota-by-key': quotaByKey,
  'check-header': checkHeader,
  'include-fragment': includeFragment,
  cors,
  trace,
  'ip-filter': ipFilter,
};
