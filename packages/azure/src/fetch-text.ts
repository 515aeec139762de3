import { createHttpHeaders, createPipelineRequest } from './azure-core.ts';
import { createTransport } from './http.ts';

/**
 * The text behind an https URL outside ARM and Graph, through the proxy that `env` names; no credential but in `headers`.
 * Throws where the answer is not 200.
 */
export async function fetchText(
  url: string,
  env: NodeJS.ProcessEnv,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { client, agent } = createTransport(env);
  try {
    const request = createPipelineRequest({ url, headers: createHttpHeaders(headers), timeout: 60_000 });
    // `createPipelineRequest` takes no agent among its options.
    request.agent = agent;
    const response = await client.sendRequest(request);
    if (response.status !== 200) throw new Error(`${url.split('?')[0] ?? url} answered ${response.status}`);
    return response.bodyAsText ?? '';
  } finally {
    agent.destroy();
  }
}
