import { INFERENCE_OPERATIONS, isOneOf } from './operations.ts';
import { choose, when } from './pieces.ts';
import { escapeAttribute } from './xml.ts';

/** Tokens of each answer. API Management takes five dimensions of one's own at most. */
export function tokenMetric(environmentName: string): string {
  return choose(
    when(
      isOneOf(INFERENCE_OPERATIONS),
      `        <llm-emit-token-metric namespace="open-webui">
          <dimension name="Person" value="${escapeAttribute('@((string)context.Variables["person"])')}" />
          <dimension name="Role" value="${escapeAttribute('@((string)context.Variables["roles"])')}" />
          <dimension name="Model" value="${escapeAttribute('@((string)context.Variables["model"])')}" />
          <dimension name="Environment" value="${escapeAttribute(environmentName)}" />
        </llm-emit-token-metric>`,
    ),
  );
}
