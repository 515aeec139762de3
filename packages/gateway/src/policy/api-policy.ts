import type { Fragment } from '../desired/resource.ts';
import { allowedModels, groupCheck, modelCheck, roleCheck, type AccessOptions } from './access.ts';
import { askedModel } from './asked-model.ts';
import { callerVariables } from './caller-variables.ts';
import { answerSafety, promptSafety, type ContentSafetyOptions } from './content-safety.ts';
import { busyAnswer, errorAnswers } from './error-answers.ts';
import { includes } from './includes.ts';
import { latencyMetric } from './latency-metric.ts';
import { usageLimits, type LimitOptions } from './limits.ts';
import { modelList } from './model-list.ts';
import { operationVariable } from './operations.ts';
import { cacheLookup, cacheStore, type SemanticCacheOptions } from './semantic-cache.ts';
import { streamUsage } from './stream-usage.ts';
import { forwarding, toBackend, type BackendOptions } from './to-backend.ts';
import { tokenCheck, type TokenCheckOptions } from './token-check.ts';
import { tokenMetric } from './token-metric.ts';

/** What the API's policy is made of. */
export interface ApiPolicyOptions extends TokenCheckOptions, AccessOptions, LimitOptions, BackendOptions {
  readonly contentSafety?: ContentSafetyOptions;
  readonly semanticCache?: SemanticCacheOptions;
  /** Policy fragments of the environment. */
  readonly fragments?: readonly Fragment[];
}

// baseline: Azure.APIM.PolicyBase suppressed for backend: what is inherited there forwards the request, and so does
//   this policy, which needs a time-out and an answer that is not buffered; both together would forward twice.
/**
 * The policy of the API, in escaped XML so that any XML parser can read it: one document, so that whatever changes in
 * the environment file is one write, and no caller ever meets half of it.
 */
export function apiPolicy(options: ApiPolicyOptions): string {
  return `<policies>
  <inbound>
    <base />
${written(inbound(options))}
  </inbound>
  <backend>
${forwarding(options)}
  </backend>
  <outbound>
    <base />
${written([latencyMetric(options.environmentName), ...outbound(options)])}
  </outbound>
  <on-error>
    <base />
${written(onError(options))}
  </on-error>
</policies>
`;
}

function written(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/**
 * The order is the point: who calls, may they, how much, what is measured; and only then the caller's token is
 * replaced by the gateway's own identity. What needs to know the caller or changes the body goes before `toBackend`.
 *
 * The environment's own fragments stand after the token check, so that nothing is done for a stranger, and before
 * `toBackend`, so that they can neither see nor keep the gateway's own token. What our policies read of the caller is
 * told after the first of them, so that a fragment cannot put somebody else in the caller's place.
 */
function inbound(options: ApiPolicyOptions): readonly string[] {
  const { environmentName, fragments = [] } = options;
  return [
    tokenCheck(options),
    ...includes(fragments, 'inbound', 'before'),
    callerVariables(options.access),
    operationVariable(),
    roleCheck(options),
    groupCheck(options),
    allowedModels(options),
    modelList(environmentName),
    askedModel(options.models.map(({ name }) => name)),
    modelCheck(options),
    ...promptSafety(options.contentSafety),
    ...cacheLookup(options.semanticCache),
    usageLimits(options),
    tokenMetric(environmentName),
    streamUsage(),
    ...includes(fragments, 'inbound', 'after'),
    toBackend(options),
  ];
}

/** An answer is looked at before it is kept, and kept as the environment's fragments have left it. */
function outbound(options: ApiPolicyOptions): readonly string[] {
  const { fragments = [], poolMembers } = options;
  return [
    ...(poolMembers === undefined ? [] : [busyAnswer(options)]),
    ...includes(fragments, 'outbound', 'before'),
    ...answerSafety(options.contentSafety),
    ...cacheStore(options.semanticCache),
    ...includes(fragments, 'outbound', 'after'),
  ];
}

/** Whatever our answers do not fit gets the last of them, so that nothing stands behind. */
function onError(options: ApiPolicyOptions): readonly string[] {
  return [...includes(options.fragments ?? [], 'onError', 'before'), errorAnswers(options)];
}
