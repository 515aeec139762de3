import type { PolicyElement } from '../../document/policy-document.ts';
import { valueText } from '../../expressions/values/text.ts';
import type { Metric } from '../../ports.ts';
import type { Run } from '../run.ts';
import { meter, readModelRequest, type TokenUsage } from '../token-usage.ts';
import { child, type Handler } from './handler.ts';

const DEFAULT_NAMESPACE = 'API Management';

/** Dimensions that API Management fills in by itself where no value is given. */
const KNOWN: Readonly<Record<string, (run: Run) => string | undefined>> = {
  'api id': (run) => run.call.api?.id,
  'operation id': (run) => run.call.operation?.id,
  'product id': (run) => run.call.product?.id,
  'user id': (run) => run.call.user?.id,
  'subscription id': (run) => run.call.subscription?.id,
  location: (run) => run.call.deployment?.region,
  'gateway id': (run) => run.call.deployment?.gatewayId ?? 'managed',
  'backend id': (run) => (run.member ?? run.backend)?.id,
};

/** Region, service and gateway: what every custom metric of a gateway carries. */
function ownDimensions(run: Run): Record<string, string> {
  const { deployment } = run.call;
  return {
    Region: deployment?.region ?? '',
    'Service ID': deployment?.serviceId ?? deployment?.serviceName ?? '',
    'Service Name': deployment?.serviceName ?? '',
    'Service Type': 'API Management',
  };
}

async function dimensionsOf(run: Run, element: PolicyElement): Promise<Record<string, string>> {
  const dimensions = ownDimensions(run);
  for (const dimension of element.children) {
    const name = await run.required(dimension, 'name');
    const value = (await run.text(dimension, 'value')) ?? KNOWN[name.toLowerCase()]?.(run) ?? '';
    // Azure Monitor drops a dimension without a value; API Management writes N/A instead.
    dimensions[name] = value === '' ? 'N/A' : value;
  }
  return dimensions;
}

/** `llm-emit-token-metric`: Prompt, Completion and Total Tokens once the answer has gone by. */
export const emitTokenMetric: Handler = async (run, element) => {
  const namespace = (await run.text(element, 'namespace')) ?? DEFAULT_NAMESPACE;
  const dimensions = await dimensionsOf(run, element);
  const { promptTokens } = readModelRequest(run.requestBody.bytes);
  run.onResponse.push(async (response) => {
    if (response.status >= 400) return;
    const type = response.headers.first('Content-Type') ?? '';
    const backend = run.member ?? run.backend;
    const late = {
      ...dimensions,
      ...(backend === undefined || dimensions['Backend ID'] === undefined ? {} : { 'Backend ID': backend.id }),
    };
    response.body.content = await meter(response.body.content, type, promptTokens, (usage) => {
      emitUsage(run, namespace, late, usage);
    });
  });
};

function emitUsage(run: Run, namespace: string, dimensions: Metric['dimensions'], usage: TokenUsage): void {
  // An answer without usage and without text came from no model.
  if (!usage.reported && usage.completion === 0) return;
  const values = { 'Prompt Tokens': usage.prompt, 'Completion Tokens': usage.completion, 'Total Tokens': usage.total };
  for (const [name, value] of Object.entries(values)) run.ports.emitMetric({ namespace, name, value, dimensions });
}

/** `emit-metric`: one value, default 1. */
export const emitMetric: Handler = async (run, element) => {
  run.ports.emitMetric({
    namespace: (await run.text(element, 'namespace')) ?? DEFAULT_NAMESPACE,
    name: await run.required(element, 'name'),
    value: (await run.whole(element, 'value')) ?? 1,
    dimensions: await dimensionsOf(run, element),
  });
};

/** `trace`: kept with the outcome. */
export const trace: Handler = async (run, element) => {
  const message = child(element, 'message');
  const metadata: Record<string, string> = {};
  for (const each of element.children.filter(({ name }) => name === 'metadata'))
    metadata[await run.required(each, 'name')] = await run.required(each, 'value');
  run.trace.push({
    source: await run.required(element, 'source'),
    severity: (await run.text(element, 'severity')) ?? 'verbose',
    message: message === undefined ? '' : valueText(await run.content(message)),
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
  });
};
