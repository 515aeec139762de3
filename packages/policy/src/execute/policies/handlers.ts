import { authenticationManagedIdentity } from './authentication.ts';
import { choose, includeFragment, retry, setVariable } from './control.ts';
import { contentSafety } from './content-safety.ts';
import { cors } from './cors.ts';
import { checkHeader, ipFilter } from './access.ts';
import { forwardRequest } from './forward-request.ts';
import type { Handler } from './handler.ts';
import { quotaByKey, rateLimitByKey } from './rate-limit.ts';
import { emitMetric, emitTokenMetric, trace } from './observability.ts';
import { mockResponse, returnResponse } from './responses.ts';
import { semanticCacheLookup, semanticCacheStore } from './semantic-cache.ts';
import { tokenLimit } from './token-limit.ts';
import {
  rewriteUri,
  setBackendService,
  setBody,
  setHeader,
  setMethod,
  setQueryParameter,
  setStatus,
} from './transformation.ts';
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
  'rate-limit-by-key': rateLimitByKey,
  'quota-by-key': quotaByKey,
  'check-header': checkHeader,
  'include-fragment': includeFragment,
  cors,
  trace,
  'ip-filter': ipFilter,
};
