import type { BackendRequest, BackendResponse } from '../ports.ts';
import { analyzeText, detectAttack } from './severity.ts';

/** The answer of a content safety endpoint that knows harm by its words; undefined for every other request. */
export function contentSafetyAnswer({ url, body }: BackendRequest): BackendResponse | undefined {
  const verb = /\/contentsafety\/text:(analyze|shieldPrompt)$/.exec(new URL(url).pathname)?.[1];
  if (verb === undefined) return undefined;
  const asked = JSON.parse(Buffer.from(body ?? []).toString('utf8')) as Asked;
  const { text = '', userPrompt = '', categories = [], outputType = 'FourSeverityLevels' } = asked;
  const answer =
    verb === 'analyze'
      ? { blocklistsMatch: [], categoriesAnalysis: analyzeText(text, categories, outputType) }
      : { userPromptAnalysis: { attackDetected: detectAttack(userPrompt) }, documentsAnalysis: [] };
  return {
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(JSON.stringify(answer)),
  };
}

interface Asked {
  readonly text?: string;
  readonly userPrompt?: string;
  readonly categories?: readonly string[];
  readonly outputType?: string;
}
