import { completionText, jsonObject } from '../model-text.ts';

/** How an event stream is looked at. */
export interface StreamCheck {
  /** Characters in a window. */
  readonly size: number;
  /** Characters of the window before that are looked at again. */
  readonly overlap: number;
  readonly isHarmful: (text: string) => Promise<boolean>;
}

/**
 * An event stream whose text is checked window by window: events wait until their window is full or the stream has
 * ended, and none is passed on any more once a window is harmful. The caller sees the stream end, not an error.
 */
export async function* checkedStream(
  body: AsyncIterable<Uint8Array>,
  { size, overlap, isHarmful }: StreamCheck,
): AsyncIterable<Uint8Array> {
  let held: Uint8Array[] = [];
  let text = '';
  let pending = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    held.push(chunk);
    const lines = (pending + decoder.decode(chunk, { stream: true })).split('\n');
    pending = lines.pop() ?? '';
    text += lines.map(textOfLine).join('');
    if (text.length < size) continue;
    if (await isHarmful(text)) return;
    yield* held;
    held = [];
    text = overlap === 0 ? '' : text.slice(-overlap);
  }
  if (await isHarmful(text + textOfLine(pending))) return;
  yield* held;
}

function textOfLine(line: string): string {
  return line.startsWith('data:') ? completionText(jsonObject(line.slice(5))) : '';
}
