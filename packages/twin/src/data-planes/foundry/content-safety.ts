import { analyzeText, detectAttack } from '@lz/policy';
import { perWorld } from '../../entra/per-world.ts';
import type { TwinRequest, TwinResponse } from '../../kernel/http.ts';
import { isObject, textAt, textsAt } from '../../providers/common/json.ts';
import type { Json, JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { FoundryError } from './errors.ts';

const PATH = /^\/contentsafety\/text(?::(analyze|shieldPrompt)|\/blocklists\/([^/:]+)(:addOrUpdateBlocklistItems)?)$/;
const MOST_CHARACTERS = 10_000;
const NAME = /^[\w~.-]{1,64}$/;

/** The terms of each blocklist, by account and name in lower case. */
const blocklistsOf = perWorld(() => new Map<string, string[]>());

/** What a path of Azure AI Content Safety does, and the data action it needs. */
export interface SafetyOperation {
  readonly action: string;
  run(request: TwinRequest): TwinResponse;
}

/** The operation of a path below `/contentsafety`, undefined where the twin has none. */
export function safetyOperation(world: World, account: Resource, request: TwinRequest): SafetyOperation | undefined {
  const match = PATH.exec(request.url.pathname);
  if (match === null) return undefined;
  const [, verb, list, items] = match;
  const action = (name: string): string => `Microsoft.CognitiveServices/accounts/ContentSafety/${name}`;
  if (verb === 'analyze')
    return { action: action('text:analyze/action'), run: (sent) => analyze(world, account, sent) };
  if (verb === 'shieldPrompt') return { action: action('text:shieldprompt/action'), run: shieldPrompt };
  return {
    action: action('text/blocklists/write'),
    run: (sent) => writeBlocklist(world, account, list ?? '', items !== undefined, sent),
  };
}

/** Severities by the words in the text (see `analyzeText`), and the terms of blocklists that stand in it. */
function analyze(world: World, account: Resource, request: TwinRequest): TwinResponse {
  expectMethod(request, 'POST');
  const body = bodyOf(request);
  const text = textOf(body, 'text');
  const lists = textsAt(body, 'blocklistNames');
  const outputType = textAt(body, 'outputType') ?? 'FourSeverityLevels';
  if (!/^(?:Four|Eight)SeverityLevels$/.test(outputType)) throw invalid('The outputType is invalid.');
  const blocklistsMatch = lists.flatMap((name) =>
    termsOf(world, account, name)
      .filter((term) => text.toLowerCase().includes(term.toLowerCase()))
      .map((term) => ({ blocklistName: name, blocklistItemId: term, blocklistItemText: term })),
  );
  return {
    status: 200,
    body: { blocklistsMatch, categoriesAnalysis: analyzeText(text, textsAt(body, 'categories'), outputType) },
  };
}

function shieldPrompt(request: TwinRequest): TwinResponse {
  expectMethod(request, 'POST');
  const body = bodyOf(request);
  const attackDetected = detectAttack(textOf(body, 'userPrompt'));
  const documentsAnalysis = textsAt(body, 'documents').map((text) => ({ attackDetected: detectAttack(text) }));
  return { status: 200, body: { userPromptAnalysis: { attackDetected }, documentsAnalysis } };
}

/** PATCH makes a blocklist; `:addOrUpdateBlocklistItems` puts terms into one. */
function writeBlocklist(
  world: World,
  account: Resource,
  name: string,
  items: boolean,
  request: TwinRequest,
): TwinResponse {
  expectMethod(request, items ? 'POST' : 'PATCH');
  if (!NAME.test(name)) throw new FoundryError(400, 'InvalidResourceName', `The name '${name}' is invalid.`);
  if (!items) {
    const key = keyOf(account, name);
    if (!blocklistsOf(world).has(key)) blocklistsOf(world).set(key, []);
    return { status: 200, body: { blocklistName: name } };
  }
  const terms = termsOf(world, account, name);
  const added = (bodyOf(request)['blocklistItems'] ?? []) as readonly JsonObject[];
  for (const item of added) terms.push(textOf(item, 'text'));
  return { status: 200, body: { blocklistItems: added } };
}

function termsOf(world: World, account: Resource, name: string): string[] {
  const terms = blocklistsOf(world).get(keyOf(account, name));
  if (terms === undefined) throw new FoundryError(404, 'ResourceNotFound', `The blocklist '${name}' does not exist.`);
  return terms;
}

function keyOf(account: Resource, name: string): string {
  return `${account.id}/${name}`.toLowerCase();
}

function expectMethod({ method }: TwinRequest, expected: string): void {
  if (method !== expected) throw new FoundryError(405, 'MethodNotAllowed', `The method ${method} is not allowed here.`);
}

function bodyOf(request: TwinRequest): JsonObject {
  if (request.url.searchParams.get('api-version') === null) throw invalid('The api-version is missing.');
  try {
    const body = JSON.parse(request.body.toString('utf8')) as Json;
    if (isObject(body)) return body;
  } catch {
    // Answered below, as any other body that is no object.
  }
  throw invalid('The request body is invalid.');
}

function textOf(body: JsonObject, member: string): string {
  const text = textAt(body, member) ?? '';
  if (text !== '' && text.length <= MOST_CHARACTERS) return text;
  throw invalid(`The field '${member}' must have 1 to ${MOST_CHARACTERS} characters.`);
}

function invalid(message: string): FoundryError {
  return new FoundryError(400, 'InvalidRequestBody', message);
}
