import type { BrokenFile } from './broken-file.ts';

const one = (what: string, api: string, column: number, message: string): BrokenFile => ({
  what,
  append: `api: { ${api} }\n`,
  mistakes: [[12, column, message]],
});
const backend = (what: string, members: string, column: number, message: string): BrokenFile =>
  one(what, `backends: [{ name: other, ${members} }]`, column, message);
const fragment = (what: string, file: string, message: string): BrokenFile =>
  one(what, `fragments: { inbound: { before: [${file}] } }`, 41, message);

const cache = (what: string, members: string, column: number, message: string): BrokenFile => ({
  what,
  edits: [['- gpt-5-mini', '- gpt-5-mini\n  - text-embedding-3-small']],
  append: `api: { semanticCache: { ${members} } }\n`,
  mistakes: [[13, column, message]],
});

/** Backends, content safety, semantic cache, fragments and prompt logging of the gateway. */
export const gatewayChoices: readonly BrokenFile[] = [
  backend('backend without an address', 'weight: 2', 19, '`url` is missing'),
  backend('backend over http', 'url: http://aif.services.ai.azure.com', 39, 'must be an https address'),
  backend('backend with a query', "url: 'https://aif.services.ai.azure.com?a=1'", 39, 'must be an https address'),
  backend('weight of nothing', 'url: https://aif.services.ai.azure.com, weight: 0', 82, '`weight` must be at least 1'),
  backend('stranger without a proof', 'url: https://llm.example/v1', 39, 'nothing says how the gateway proves to it'),
  backend(
    'token of ours for a stranger',
    "url: https://llm.example/v1, audience: 'https://cognitiveservices.azure.com'",
    73,
    'the endpoint could use the models of the environment itself',
  ),
  backend(
    'token and key',
    "url: https://llm.example/v1, audience: 'api://a', apiKey: { secret: https://kv-a.vault.azure.net/secrets/k }",
    73,
    'either a token or a key',
  ),
  backend(
    'key written out',
    'url: https://llm.example/v1, apiKey: { secret: sk-123 }',
    81,
    'must be the address of a Key Vault secret',
  ),
  one(
    'name twice',
    'backends: [{ name: aa, url: https://a.openai.azure.com }, { name: aa, url: https://b.openai.azure.com }]',
    74,
    'two backends have the name',
  ),
  one('name that is taken', 'backends: [{ name: pool, url: https://a.openai.azure.com }]', 27, 'anyway'),
  one('unknown severity', 'contentSafety: { categories: { hate: 8 } }', 45, '`hate` must be at most 7'),
  one('unknown category', 'contentSafety: { categories: { spam: 4 } }', 39, '`spam` is not a key'),
  one('content safety of nothing', 'contentSafety: { shieldPrompt: false }', 8, 'would look for nothing'),
  one('answers for nothing', 'contentSafety: { completions: true }', 38, 'prompts alone are shielded'),
  cache('cache without an entity', 'embeddings: text-embedding-3-small', 8, '`cache` is missing'),
  one('cache by a chat model', 'semanticCache: { embeddings: gpt-5-mini, cache: default }', 37, 'no embedding model'),
  one('cache by nothing', 'semanticCache: { embeddings: small, cache: default }', 37, 'is not one of the models'),
  cache(
    'threshold out of range',
    'embeddings: text-embedding-3-small, cache: default, scoreThreshold: 2',
    93,
    '`scoreThreshold` must be at most 1',
  ),
  fragment('fragment that is no file', 'policies/a.txt', 'must be a file that ends in .xml'),
  fragment('fragment by an absolute path', '/etc/a.xml', 'not a relative path'),
  fragment('fragment of an impossible name', 'policies/a b.xml', 'cannot be the name of a fragment'),
  {
    what: 'two fragments of one name',
    append: 'api: { fragments: { inbound: { before: [a/same.xml], after: [b/same.xml] } } }\n',
    mistakes: [[12, 62, 'has the same name']],
  },
  one('secret in the file', 'namedValues: { hook-secret: abc }', 36, 'sounds like a secret'),
  one('named value of two dashes', 'namedValues: { a--b: abc }', 23, 'a named value must have'),
  one('more than can be kept', 'logPrompts: { maxSizeInBytes: 300000 }', 38, 'must be at most 262144'),
];
