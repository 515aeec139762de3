import type { PolicyElement } from '../../document/policy-document.ts';
import { valueText } from '../../expressions/values/text.ts';
import { callBackend } from '../backends/call-backend.ts';
import { child, listed } from '../policies/handler.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';

/** Azure AI Content Safety takes no more characters in one request. */
export const MOST_CHARACTERS = 10_000;
const SEARCH = '?api-version=2024-09-01';

/** What one `llm-content-safety` asks for, its expressions evaluated. */
export interface SafetyRules {
  readonly backend: string;
  readonly shieldPrompt: boolean;
  readonly outputType: string;
  /** The severity of each category at which a text is blocked. */
  readonly thresholds: ReadonlyMap<string, number>;
  readonly blocklists: readonly string[];
}

export async function safetyRules(run: Run, element: PolicyElement): Promise<SafetyRules> {
  const categories = child(element, 'categories');
  const thresholds = new Map<string, number>();
  for (const category of categories?.children ?? [])
    thresholds.set(await run.required(category, 'name'), (await run.whole(category, 'threshold')) ?? 0);
  const blocklists: string[] = [];
  for (const id of listed(element, 'blocklists', 'id')) blocklists.push(valueText(await run.content(id)));
  return {
    backend: await run.required(element, 'backend-id'),
    shieldPrompt: await run.flag(element, 'shield-prompt', false),
    outputType:
      (categories === undefined ? undefined : await run.text(categories, 'output-type')) ?? 'FourSeverityLevels',
    thresholds,
    blocklists,
  };
}

/** Throws PolicyError (403) where the prompt is an attack, or too long to be told. */
export async function shield(run: Run, rules: SafetyRules, text: string): Promise<void> {
  if (!rules.shieldPrompt || text === '') return;
  if (text.length > MOST_CHARACTERS) throw blocked();
  const json = { userPrompt: text, documents: [] };
  const path = '/contentsafety/text:shieldPrompt';
  const answer = await callBackend(run, { backend: rules.backend, path, search: SEARCH, json });
  const { userPromptAnalysis, documentsAnalysis = [] } = answer as {
    userPromptAnalysis?: Attack;
    documentsAnalysis?: readonly Attack[];
  };
  if (userPromptAnalysis === undefined) throw unreadable(rules.backend);
  if ([userPromptAnalysis, ...documentsAnalysis].some(({ attackDetected }) => attackDetected === true)) throw blocked();
}

interface Attack {
  readonly attackDetected?: boolean;
}

/** Whether a text of at most 10,000 characters reaches a threshold or meets a blocklist. */
export async function isHarmful(run: Run, rules: SafetyRules, text: string): Promise<boolean> {
  const { backend, thresholds, blocklists, outputType } = rules;
  if (text === '' || (thresholds.size === 0 && blocklists.length === 0)) return false;
  const json = {
    text,
    outputType,
    ...(thresholds.size === 0 ? {} : { categories: [...thresholds.keys()] }),
    ...(blocklists.length === 0 ? {} : { blocklistNames: blocklists, haltOnBlocklistHit: false }),
  };
  const path = '/contentsafety/text:analyze';
  const { categoriesAnalysis, blocklistsMatch = [] } = (await callBackend(run, {
    backend,
    path,
    search: SEARCH,
    json,
  })) as {
    categoriesAnalysis?: readonly { readonly category: string; readonly severity: number }[];
    blocklistsMatch?: readonly unknown[];
  };
  if (categoriesAnalysis === undefined) throw unreadable(backend);
  return (
    blocklistsMatch.length > 0 ||
    categoriesAnalysis.some(({ category, severity }) => severity >= (thresholds.get(category) ?? Infinity))
  );
}

/** The caller's answer; the status is documented, the words are an assumption. */
export function blocked(): PolicyError {
  return new PolicyError('ContentSafetyCheckFailed', 'Request failed content safety check.', { status: 403 });
}

function unreadable(backend: string): PolicyError {
  return new PolicyError(
    'BackendCallFailed',
    `The answer of the content safety backend '${backend}' has another shape.`,
  );
}
