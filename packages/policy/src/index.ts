export { describeMistake, PolicyDocumentError, positionAt } from './mistake.ts';
export type { PolicyMistake, Position } from './mistake.ts';
export type { Backend, BackendStates, CircuitBreaker, Outcomes, PoolMember } from './backend.ts';
export { backendOf } from './backend-entity.ts';
export { BackendError } from './ports.ts';
export type {
  BackendRequest,
  BackendResponse,
  Body,
  ClientCertificate,
  Counters,
  GatewayMessage,
  GatewayRequest,
  Metric,
  Pairs,
  PolicyPorts,
  PolicyStep,
} from './ports.ts';
export type {
  OperationDescription,
  ParameterDescription,
  RepresentationDescription,
  ResponseDescription,
  SchemaDocuments,
} from './operation-description.ts';
export { SCOPES } from './scopes.ts';
export type { CallContext, DocumentsByScope, GatewayConfiguration, Known, PolicyText, Scope } from './scopes.ts';
export type { CallerResponse, Outcome, PolicyFailure, TraceEntry } from './outcome.ts';
export { parseFragment, parsePolicy, validateFragment, validatePolicy } from './document/policy-document.ts';
export type { PolicyDocument, PolicyElement, ValidateOptions } from './document/policy-document.ts';
export { executePolicies, readBody } from './execute/execute-policies.ts';
export type { PolicyCall } from './execute/execute-policies.ts';
export { MemoryBackendStates } from './execute/backends/memory-backend-states.ts';
export { MemoryVectorCache } from './execute/semantic-cache/vector-cache.ts';
export type { CachedAnswer, VectorCache } from './execute/semantic-cache/vector-cache.ts';
export { MemoryCache, MemoryConcurrency } from './gateway-memory.ts';
export type { Cache, Concurrency } from './gateway-memory.ts';
export { MemoryCounters } from './execute/memory-counters.ts';
export { matchTemplate, type TemplateMatch } from './url-template.ts';
export { tryPolicy, trialMistakes } from './trial.ts';
export type { TrialMistake, TrialResult, TrialSent } from './trial.ts';
export type { TrialBackend, TrialContext, TrialRequest } from './trial-files.ts';
export { analyzeText, detectAttack } from './sample/severity.ts';
export { contentSafetyAnswer } from './sample/content-safety.ts';
