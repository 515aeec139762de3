/** The text in messages of a model API, whatever shape their content has, one piece after another. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { content, text, input, output, delta, message } = value as Readonly<Record<string, unknown>>;
  return [content, text, input, output, delta, message].flatMap(textsOf);
}

/** The JSON object in `bytes`, undefined where it is none. */
export function jsonObject(bytes: Uint8Array | string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes));
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** What a request says to a model: all its messages, of Chat Completions, Responses or Completions. */
export function promptText(body: Uint8Array): string {
  const { instructions, messages, input, prompt } = jsonObject(body) ?? {};
  return [instructions, messages, input, prompt].flatMap(textsOf).join('\n');
}

/** What a model's answer says, in one piece or as one event of a stream. */
export function completionText(data: Readonly<Record<string, unknown>> | undefined): string {
  if (data === undefined) return '';
  const { choices, output, delta } = data;
  return [choices, output, delta].flatMap(textsOf).join('');
}
