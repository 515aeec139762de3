import { ASKS_MODEL } from './limits.ts';
import { choose, text, when } from './pieces.ts';
import { METRIC_NAMESPACE } from './refusal.ts';
import { escapeAttribute } from './xml.ts';

/** Tokens of each answer. */
export function tokenMetric(environmentName: string): string {
  return choose(
    when(
      ASKS_MODEL,
      `        <llm-emit-token-metric namespace="${METRIC_NAMESPACE}">
${callerDimensions(environmentName)}
        </llm-emit-token-metric>`,
    ),
  );
}

/**
 * Whom and what a metric is about. API Management takes five dimensions of one's own at most. Their values are few: the
 * person by object id, and names that the environment file writes; never what a caller may write at will.
 */
export function callerDimensions(environmentName: string): string {
  const variables = { Person: 'person', Role: 'role', Group: 'group', Model: 'model' };
  const dimensions = Object.entries(variables).map(
    ([name, of]) => `          <dimension name="${name}" value="${escapeAttribute(`@(${text(of)})`)}" />`,
  );
  return [...dimensions, `          <dimension name="Environment" value="${escapeAttribute(environmentName)}" />`].join(
    '\n',
  );
}
