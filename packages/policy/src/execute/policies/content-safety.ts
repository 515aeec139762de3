import { blaming } from '../policy-error.ts';
import type { PolicyElement } from '../../document/policy-document.ts';
import {
  blocked,
  isHarmful,
  MOST_CHARACTERS,
  safetyRules,
  shield,
  type SafetyRules,
} from '../content-safety/analyze.ts';
import { checkedStream } from '../content-safety/checked-stream.ts';
import { windowsOf } from '../content-safety/windows.ts';
import { completionText, jsonObject, promptText } from '../model-text.ts';
import type { ResponseState, Run } from '../run.ts';
import type { Handler } from './handler.ts';

/**
 * `llm-content-safety`: asks Azure AI Content Safety about what is said to the model (inbound) and what it answers
 * (outbound, or inbound with `enforce-on-completions`), and answers 403 where that is harmful. What cannot be checked is
 * not let through.
 */
export const contentSafety: Handler = async (run, element) => {
  const rules = await safetyRules(run, element);
  if (run.section === 'outbound') {
    if (run.response !== undefined) await checkAnswer(run, element, rules, run.response);
    return;
  }
  const text = promptText(run.requestBody.bytes);
  await shield(run, rules, text);
  await refuseHarmful(run, rules, text, MOST_CHARACTERS, 0);
  if (!(await run.flag(element, 'enforce-on-completions', false))) return;
  const policy = run.current ?? { element, scope: 'global' };
  run.onResponse.push((response) => blaming(policy, () => checkAnswer(run, element, rules, response)));
};

async function refuseHarmful(run: Run, rules: SafetyRules, text: string, size: number, overlap: number): Promise<void> {
  for (const window of windowsOf(text, size, overlap)) if (await isHarmful(run, rules, window)) throw blocked();
}

async function checkAnswer(
  run: Run,
  element: PolicyElement,
  rules: SafetyRules,
  response: ResponseState,
): Promise<void> {
  if (response.status >= 400) return;
  const size = (await run.whole(element, 'window-size')) ?? MOST_CHARACTERS;
  const overlap = (await run.whole(element, 'window-overlap-size')) ?? 0;
  const { content } = response.body;
  if (isEventStream(response) && !(content instanceof Uint8Array)) {
    const check = { size, overlap, isHarmful: async (text: string) => await anyHarmful(run, rules, text) };
    response.body.content = checkedStream(content, check);
    return;
  }
  await refuseHarmful(run, rules, completionText(jsonObject(await response.body.collect())), size, overlap);
}

async function anyHarmful(run: Run, rules: SafetyRules, text: string): Promise<boolean> {
  for (const window of windowsOf(text, MOST_CHARACTERS, 0)) if (await isHarmful(run, rules, window)) return true;
  return false;
}

function isEventStream({ headers }: ResponseState): boolean {
  return headers.first('Content-Type')?.includes('text/event-stream') === true;
}
