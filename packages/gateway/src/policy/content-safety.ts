import type { ContentSafety } from '@lz/config';
import { CHAT_OPERATIONS, isOneOf } from './operations.ts';
import { choose, when } from './pieces.ts';
import { escapeAttribute, escapeText } from './xml.ts';

/** What is looked for, and the backend that is asked. */
export interface ContentSafetyOptions extends ContentSafety {
  readonly backendId: string;
}

const CATEGORIES = { hate: 'Hate', selfHarm: 'SelfHarm', sexual: 'Sexual', violence: 'Violence' } as const;

/** A streamed answer is shown in pieces of this many characters; a longer piece would hold the first words up longer. */
const WINDOW = 'window-size="1000" window-overlap-size="100"';

/** Prompts are looked at before tokens are counted: what is blocked costs nobody's quota. */
export function promptSafety(options: ContentSafetyOptions | undefined): readonly string[] {
  return options === undefined ? [] : [guarded(element(options, `shield-prompt="${options.shieldPrompt}"`))];
}

/** Answers are looked at where that was chosen. */
export function answerSafety(options: ContentSafetyOptions | undefined): readonly string[] {
  return options?.completions === true ? [guarded(element(options, WINDOW))] : [];
}

function guarded(policy: string): string {
  return choose(when(isOneOf(CHAT_OPERATIONS), policy));
}

function element({ backendId, categories, blocklists }: ContentSafetyOptions, attributes: string): string {
  const levels = Object.entries(CATEGORIES).flatMap(([key, name]) => {
    const threshold = categories[key as keyof typeof CATEGORIES];
    return threshold === undefined ? [] : [`            <category name="${name}" threshold="${threshold}" />`];
  });
  const ids = blocklists.map((id) => `            <id>${escapeText(id)}</id>`);
  return [
    `        <llm-content-safety backend-id="${escapeAttribute(backendId)}" ${attributes}>`,
    ...block('categories', ' output-type="EightSeverityLevels"', levels),
    ...block('blocklists', '', ids),
    '        </llm-content-safety>',
  ].join('\n');
}

function block(name: string, attributes: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`          <${name}${attributes}>`, ...lines, `          </${name}>`];
}
