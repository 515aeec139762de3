import { allowedModels, groupCheck, modelCheck, roleCheck, type AccessOptions } from './access.ts';
import { askedModel } from './asked-model.ts';
import { callerVariables } from './caller-variables.ts';
import { errorAnswers } from './error-answers.ts';
import { latencyMetric } from './latency-metric.ts';
import { usageLimits, type LimitOptions } from './limits.ts';
import { modelList } from './model-list.ts';
import { operationVariable } from './operations.ts';
import { streamUsage } from './stream-usage.ts';
import { forwarding, toBackend, type BackendOptions } from './to-backend.ts';
import { tokenCheck, type TokenCheckOptions } from './token-check.ts';
import { tokenMetric } from './token-metric.ts';

/** What the API's policy is made of. */
export interface ApiPolicyOptions extends TokenCheckOptions, AccessOptions, LimitOptions, BackendOptions {}

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
${inbound(options)
  .filter((part) => part !== '')
  .join('\n')}
  </inbound>
  <backend>
${forwarding()}
  </backend>
  <outbound>
    <base />
${latencyMetric(options.environmentName)}
  </outbound>
  <on-error>
    <base />
${errorAnswers(options)}
  </on-error>
</policies>
`;
}

/**
 * The order is the point: who calls, may they, how much, what is measured; and only then the caller's token is
 * replaced by the gateway's own identity. What needs to know the caller or changes the body goes before `toBackend`.
 */
function inbound(options: ApiPolicyOptions): readonly string[] {
  const { environmentName } = options;
  return [
    tokenCheck(options),
    callerVariables(options.access),
    operationVariable(),
    roleCheck(options),
    groupCheck(options),
    allowedModels(options),
    modelList(environmentName),
    askedModel(options.models.map(({ name }) => name)),
    modelCheck(options),
    usageLimits(options),
    tokenMetric(environmentName),
    streamUsage(),
    toBackend(options),
  ];
}
