/** What a well-known model is for. Only a chat model can answer the smoke test. */
export type ModelUse = 'chat' | 'embedding' | 'image' | 'audio' | 'other';

/** What is known of a model of Foundry's catalogue. */
export interface KnownModel {
  readonly format: string;
  readonly use: ModelUse;
}

/**
 * Well-known models, so that a name alone is enough in an environment file. Not a list of what may be deployed: any
 * model can be, with its `format` written out, and Azure's own list is asked in the preflight.
 */
export const knownModels: ReadonlyMap<string, KnownModel> = new Map([
  ...group('OpenAI', 'chat', [
    ...['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano', 'o1', 'o3', 'o3-mini', 'o4-mini'],
    ...['gpt-5', 'gpt-5-mini', 'gpt-5-nano', 'gpt-5-chat', 'gpt-5.1', 'gpt-5.1-chat', 'gpt-5.2', 'gpt-5.2-chat'],
    ...['gpt-5.3-chat', 'gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano', 'gpt-5.5', 'model-router'],
  ]),
  // These answer through /responses, not through the chat completions that Open WebUI calls.
  ...group('OpenAI', 'other', [
    ...['codex-mini', 'gpt-5-codex', 'gpt-5-pro', 'gpt-5.1-codex', 'gpt-5.1-codex-max', 'gpt-5.1-codex-mini'],
    ...['gpt-5.2-codex', 'gpt-5.3-codex', 'gpt-5.4-pro', 'o1-pro', 'o3-pro', 'o3-deep-research', 'sora', 'sora-2'],
  ]),
  ...group('OpenAI', 'embedding', ['text-embedding-3-large', 'text-embedding-3-small', 'text-embedding-ada-002']),
  ...group('OpenAI', 'image', ['dall-e-3', 'gpt-image-1', 'gpt-image-1-mini', 'gpt-image-1.5', 'gpt-image-2']),
  ...group('OpenAI', 'audio', [
    ...['whisper', 'tts', 'tts-hd', 'gpt-4o-transcribe', 'gpt-4o-mini-transcribe', 'gpt-4o-mini-tts', 'gpt-audio'],
    ...['gpt-audio-mini', 'gpt-audio-1.5', 'gpt-realtime', 'gpt-realtime-mini', 'gpt-realtime-1.5'],
  ]),
  ...group('OpenAI-OSS', 'chat', ['gpt-oss-120b', 'gpt-oss-20b']),
  ...group('xAI', 'chat', [
    ...['grok-3', 'grok-3-mini', 'grok-4', 'grok-4-fast-reasoning', 'grok-4-fast-non-reasoning', 'grok-code-fast-1'],
  ]),
  ...group('DeepSeek', 'chat', [
    'DeepSeek-R1',
    'DeepSeek-R1-0528',
    'DeepSeek-V3-0324',
    'DeepSeek-V3.1',
    'DeepSeek-V3.2',
  ]),
  ...group('Meta', 'chat', [
    ...['Llama-3.3-70B-Instruct', 'Llama-4-Maverick-17B-128E-Instruct-FP8', 'Llama-4-Scout-17B-16E-Instruct'],
    ...['Meta-Llama-3.1-405B-Instruct', 'Meta-Llama-3.1-8B-Instruct'],
  ]),
  ...group('Mistral AI', 'chat', [
    'Codestral-2501',
    'Ministral-3B',
    'Mistral-Large-3',
    'mistral-medium-2505',
    'mistral-small-2503',
  ]),
  ...group('Microsoft', 'chat', [
    ...[
      'MAI-DS-R1',
      'Phi-4',
      'Phi-4-mini-instruct',
      'Phi-4-mini-reasoning',
      'Phi-4-multimodal-instruct',
      'Phi-4-reasoning',
    ],
  ]),
  ...group('Cohere', 'chat', ['Cohere-command-a', 'Cohere-command-r-08-2024', 'Cohere-command-r-plus-08-2024']),
  ...group('Cohere', 'embedding', ['embed-v-4-0']),
  ...group('MoonshotAI', 'chat', ['Kimi-K2-Thinking']),
  ...group('Core42', 'chat', ['jais-30b-chat']),
  ...group('Black Forest Labs', 'image', ['FLUX-1.1-pro', 'FLUX.1-Kontext-pro']),
]);

function group(format: string, use: ModelUse, names: readonly string[]): readonly [string, KnownModel][] {
  return names.map((name) => [name, { format, use }]);
}
