import { createPipelineRequest } from './azure-core.ts';
import { createTransport } from './http.ts';

/**
 * The text behind a public https URL, without any credential, through the proxy that `env` names.
 * Throws where the answer is not 200.
 */
export async function fetchText(url: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { client, agent } = createTransport(env);
  try {
    const response = await client.sendRequest(createPipelineRequest({ url, agent, timeout: 60_000 }));
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    return response.bodyAsText ?? '';
  } finally {
    agent.destroy();
  }
}
