import { ASKS_MODEL } from './limits.ts';
import { choose, when } from './pieces.ts';
import { METRIC_NAMESPACE } from './refusal.ts';
import { callerDimensions } from './token-metric.ts';

/**
 * Milliseconds until the answer of a model begins: an answer is not buffered, so outbound runs when its headers are
 * there. How long the whole took is in the gateway's own logs.
 */
export function latencyMetric(environmentName: string): string {
  return choose(
    when(
      `${ASKS_MODEL} && context.Response.StatusCode < 400`,
      `        <emit-metric name="Latency" namespace="${METRIC_NAMESPACE}" value="@(context.Elapsed.TotalMilliseconds)">
${callerDimensions(environmentName)}
        </emit-metric>`,
    ),
  );
}
