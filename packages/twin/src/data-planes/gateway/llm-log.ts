import type { BackendRequest } from '@lz/policy';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { objectAt, textAt, wholeAt } from '../../providers/common/json.ts';
import type { LogRow } from '../insights/log-store.ts';

/**
 * A row holds so much; what is larger than the most is not logged at all (azure-docs: api-management-howto-llm-logs.md).
 * How several messages share rows, and that tokens stand in the first, are assumptions.
 */
const ROW_BYTES = 32 * 1024;
const MOST_BYTES = 2 * 1024 * 1024;

/** How many bytes of prompts and of answers are kept; undefined: none. */
export interface LlmLogging {
  readonly requests: number | undefined;
  readonly responses: number | undefined;
}

/** What the diagnostic `azuremonitor` of the API, else of the service, keeps. On any other diagnostic it would do nothing. */
export function llmLoggingOf(world: World, service: Resource, api: Resource): LlmLogging | undefined {
  const root = api.id.replace(/;rev=.*$/i, '');
  const diagnostic =
    world.store.get(`${root}/diagnostics/azuremonitor`) ?? world.store.get(`${service.id}/diagnostics/azuremonitor`);
  const model = objectAt(diagnostic?.properties, 'largeLanguageModel');
  if (textAt(model, 'logs')?.toLowerCase() !== 'enabled') return undefined;
  const kept = (side: 'requests' | 'responses'): number | undefined =>
    textAt(model, `${side}.messages`) === 'all' ? (wholeAt(model, `${side}.maxSizeInBytes`) ?? ROW_BYTES) : undefined;
  return { requests: kept('requests'), responses: kept('responses') };
}

interface Message {
  readonly role: string;
  readonly content: string;
}

/** One exchange with a model, in rows: what was asked, then what was answered, then numbered through. */
export function llmRows(logging: LlmLogging, request: BackendRequest, answer: string): readonly LogRow[] {
  const asked = jsonOf(Buffer.from(request.body ?? []).toString('utf8'));
  if (asked === undefined || (asked['messages'] ?? asked['input'] ?? asked['prompt']) === undefined) return [];
  const events = eventsOf(answer);
  const usage = usageOf(events);
  const shared = {
    OperationName: 'Microsoft.ApiManagement/GatewayLlmLogs',
    Category: 'GatewayLlmLogs',
    DeploymentName: wordIn(asked['model']),
    ModelName: wordIn(events.map((event) => event['model']).find(Boolean)),
    IsStreamCompletion: asked['stream'] === true,
  };
  const prompts = rowsOf(messagesOf(asked['messages'] ?? asked['input'] ?? asked['prompt']), logging.requests);
  const answers = rowsOf([{ role: 'assistant', content: answerText(events) }], logging.responses);
  const contents = [
    ...prompts.map((messages) => ({ RequestMessages: messages.map((message) => ({ ...message })) })),
    ...answers.map((messages) => ({ ResponseMessages: messages.map((message) => ({ ...message })) })),
  ];
  const rows = contents.length === 0 ? [{}] : contents;
  return rows.map((content, index) => ({
    ...shared,
    SequenceNumber: index,
    ...(index === 0 ? usage : {}),
    ...content,
  }));
}

function messagesOf(value: unknown): readonly Message[] {
  if (typeof value === 'string') return [{ role: 'user', content: value }];
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).map((item) => {
    if (typeof item === 'string') return { role: 'user', content: item };
    const { role, content } = (item ?? {}) as { role?: unknown; content?: unknown };
    return {
      role: typeof role === 'string' ? role : 'user',
      content: typeof content === 'string' ? content : JSON.stringify(content ?? ''),
    };
  });
}

/** Messages cut to what is kept, in rows of at most 32 KB each. */
function rowsOf(messages: readonly Message[], most: number | undefined): readonly (readonly Message[])[] {
  const size = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (most === undefined || size === 0 || size > MOST_BYTES) return [];
  const rows: Message[][] = [[]];
  let [left, room] = [most, ROW_BYTES];
  for (const { role, content } of messages) {
    let rest = cut(Buffer.from(content), left);
    left -= rest.length;
    while (rest.length > 0) {
      if (room === 0) {
        rows.push([]);
        room = ROW_BYTES;
      }
      const piece = cut(rest, room);
      if (piece.length > 0) rows.at(-1)?.push({ role, content: piece.toString('utf8') });
      room = piece.length === rest.length ? room - piece.length : 0;
      rest = rest.subarray(piece.length);
    }
  }
  return rows;
}

/** The first bytes, without half a character at their end. */
function cut(bytes: Buffer, size: number): Buffer {
  let end = Math.min(size, bytes.length);
  while (end > 0 && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

type Members = Readonly<Record<string, unknown>>;

function jsonOf(text: string): Members | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? (data as Members) : undefined;
  } catch {
    return undefined;
  }
}

/** The answer as one object, or the objects of its events. */
function eventsOf(answer: string): readonly Members[] {
  const whole = jsonOf(answer);
  if (whole !== undefined) return [whole];
  const lines = answer.split('\n').filter((line) => line.startsWith('data:'));
  return lines.map((line) => jsonOf(line.slice(5))).filter((event) => event !== undefined);
}

function wordIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function answerText(events: readonly Members[]): string {
  return events.map(({ choices, output, delta }) => `${textIn(choices)}${textIn(output)}${textIn(delta)}`).join('');
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return (value as readonly unknown[]).map(textIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { message, delta, content, text } = value as Members;
  return [message, delta, content, text].map(textIn).join('');
}

function usageOf(events: readonly Members[]): LogRow {
  const found = events
    .map(({ usage, response }) => usage ?? (response as Members | undefined)?.['usage'])
    .findLast(Boolean);
  if (found === undefined) return {};
  const counts = found as Members;
  const number = (...names: readonly string[]): number =>
    names.map((name) => counts[name]).find((value) => typeof value === 'number') ?? 0;
  const [prompt, completion] = [number('prompt_tokens', 'input_tokens'), number('completion_tokens', 'output_tokens')];
  return {
    PromptTokens: prompt,
    CompletionTokens: completion,
    TotalTokens: number('total_tokens') || prompt + completion,
  };
}
