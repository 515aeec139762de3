import type { TwinHost, TwinRequest, TwinResponse } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { modelsIn } from '../../providers/cognitive-services/deployments.ts';
import { isObject, textAt } from '../../providers/common/json.ts';
import type { Json } from '../../kernel/store.ts';
import {
  accountOfHost,
  authenticate,
  authorize,
  checkNetwork,
  labelOf,
  whyUnreachable,
  type Caller,
} from './access.ts';
import { safetyOperation } from './content-safety.ts';
import { chatCompletions } from './chat-completions.ts';
import { embeddings } from './embeddings.ts';
import { DEPLOYMENT_NOT_FOUND, FoundryError, invalidRequest } from './errors.ts';
import { dataActionOf, deploymentOf, modelNameOf, type ModelCall } from './model-call.ts';
import { responses } from './responses.ts';

/** What a path below `/openai/v1` does. */
const OPERATIONS = {
  'chat/completions': { kind: 'chat', run: chatCompletions },
  responses: { kind: 'responses', run: responses },
  embeddings: { kind: 'embeddings', run: embeddings },
} as const;

/** Microsoft Foundry's models: `/openai/v1/…`, and the older routes with the deployment in the path. */
export function foundryHost(world: World): TwinHost {
  return {
    name: 'Foundry',
    serves: (host) => labelOf(host) !== undefined,
    unreachable: (host, place) => whyUnreachable(world, host, place),
    handle: async (request) => {
      try {
        return { ...(await handle(world, request)), wrote: false };
      } catch (error) {
        if (error instanceof FoundryError) return error.response;
        throw error;
      }
    },
  };
}

async function handle(world: World, request: TwinRequest): Promise<TwinResponse> {
  const account = accountOfHost(world, request.url.hostname);
  if (account === undefined) throw new FoundryError(404, '404', 'Resource not found');
  checkNetwork(world, account, request);
  const caller = await authenticate(world, account, request);
  const { pathname } = request.url;
  if (pathname.startsWith('/contentsafety/')) return contentSafety(world, account, caller, request);
  const v1 = /^\/openai\/v1\/(.+?)\/?$/.exec(pathname)?.[1];
  const older = /^\/openai\/deployments\/([^/]+)\/(.+?)\/?$/.exec(pathname);
  if (v1 === undefined && older === null) throw new FoundryError(404, '404', 'Resource not found');
  const operation = v1 ?? older?.[2] ?? '';
  if (/^models(?:\/[^/]+)?$/.test(operation))
    return models(world, account, caller, request, operation.slice('models/'.length));
  return callModel(world, account, caller, request, operation, older?.[1]);
}

/** Content Safety of the account, at its cognitiveservices address: the one that API Management's documentation asks for. */
function contentSafety(world: World, account: Resource, caller: Caller, request: TwinRequest): TwinResponse {
  const operation = request.url.hostname.endsWith('.cognitiveservices.azure.com')
    ? safetyOperation(world, account, request)
    : undefined;
  if (operation === undefined) throw new FoundryError(404, '404', 'Resource not found');
  authorize(world, account, caller, operation.action, `${request.method} ${request.url.pathname}`);
  return operation.run(request);
}

function callModel(
  world: World,
  account: Resource,
  caller: Caller,
  request: TwinRequest,
  name: string,
  inPath: string | undefined,
): TwinResponse {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name as keyof typeof OPERATIONS] : undefined;
  if (operation === undefined)
    throw new FoundryError(
      501,
      'NotImplemented',
      `The operation '${request.method} ${request.url.pathname}' is not implemented by this local Azure.`,
    );
  if (request.method !== 'POST')
    throw new FoundryError(405, 'MethodNotAllowed', `The method ${request.method} is not allowed here.`);
  const body = readBody(request);
  const wanted = inPath ?? body['model'];
  if (typeof wanted !== 'string' || wanted === '')
    throw invalidRequest("Missing required parameter: 'model'.", 'model', 'missing_required_parameter');
  const deployment = deploymentOf(world, account, wanted);
  const label = `POST /openai/deployments/{deployment-id}/${name}`;
  authorize(world, account, caller, dataActionOf(operation.kind, deployment), label);
  if (deployment === undefined) throw new FoundryError(404, 'DeploymentNotFound', DEPLOYMENT_NOT_FOUND);
  checkCapability(deployment, operation.kind);
  const call: ModelCall = {
    body,
    deployment: deployment.name,
    model: modelNameOf(deployment),
    created: Math.floor(world.clock.now / 1000),
  };
  return operation.run(call);
}

function readBody(request: TwinRequest): Readonly<Record<string, unknown>> {
  try {
    const body = JSON.parse(request.body.toString('utf8')) as Json;
    if (isObject(body)) return body;
  } catch {
    // Answered below, as any other body that is no object.
  }
  throw invalidRequest('We could not parse the JSON body of your request.', null);
}

/** A chat model makes no embeddings, and the other way round. */
function checkCapability(deployment: Resource, kind: 'chat' | 'responses' | 'embeddings'): void {
  const isEmbedding = /embed/i.test(textAt(deployment.properties, 'model.name') ?? '');
  if (isEmbedding === (kind === 'embeddings')) return;
  const operation = kind === 'embeddings' ? 'embeddings' : kind === 'chat' ? 'chatCompletion' : 'responses';
  throw new FoundryError(
    400,
    'OperationNotSupported',
    `The ${operation} operation does not work with the specified model, ${textAt(deployment.properties, 'model.name') ?? ''}. Please choose different model and try again.`,
  );
}

/** The base models of the region, not the deployments (facts/apim.md section 4). */
function models(world: World, account: Resource, caller: Caller, request: TwinRequest, id: string): TwinResponse {
  authorize(world, account, caller, 'Microsoft.CognitiveServices/accounts/OpenAI/models/read', 'GET /openai/models');
  if (request.method !== 'GET')
    throw new FoundryError(405, 'MethodNotAllowed', `The method ${request.method} is not allowed here.`);
  const data = modelsIn(account.location ?? '').flatMap((entry) => {
    const { kind, model } = entry as { kind?: string; model?: { name?: string; version?: string } };
    // Each OpenAI model is listed for both kinds of account.
    if (kind !== 'AIServices') return [];
    return model?.name === undefined
      ? []
      : [
          {
            id: [model.name, model.version].filter(Boolean).join('-'),
            object: 'model',
            created: 0,
            owned_by: 'system',
          },
        ];
  });
  if (id === '') return { status: 200, body: { object: 'list', data } };
  const found = data.find((model) => model.id === id);
  if (found === undefined) throw new FoundryError(404, 'NotFound', `The model '${id}' does not exist.`);
  return { status: 200, body: found };
}
