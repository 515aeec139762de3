import { json, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import { bytesOf, isStream, outgoingRequest } from '../outgoing.ts';
import { UnreachableError, type DataPlanePorts } from '../ports.ts';
import type { User } from './accounts.ts';
import { connectionHeaders, connectionsOf, type Connection } from './connections.ts';
import { cookiesOf } from './cookies.ts';
import { personToken, requireVerified } from './session.ts';
import { jsonOr } from './settings.ts';
import { MESSAGES, refused, WebUiError, type WebUi } from './web-ui.ts';

interface Model {
  /** As the app shows it, with the connection's prefix. */
  readonly id: string;
  readonly connection: Connection;
}

type Body = Readonly<Record<string, unknown>>;

/** GET /api/models: what somebody who is signed in may choose from. */
export async function listModels(webUi: WebUi, request: TwinRequest, ports: DataPlanePorts): Promise<TwinResponse> {
  const user = await requireVerified(webUi, request);
  const data = (await modelsFor(webUi, user, request, ports)).map(({ id }) => ({
    id,
    name: id,
    object: 'model',
    created: Math.floor(webUi.world.clock.now / 1000),
    owned_by: 'openai',
  }));
  return json(200, { data });
}

/** POST /api/chat/completions as API callers use it: the answer comes on the same connection, streamed or whole. */
export async function chat(webUi: WebUi, request: TwinRequest, ports: DataPlanePorts): Promise<TwinResponse> {
  const user = await requireVerified(webUi, request);
  const body = jsonOr<Body>(request.body.toString('utf8'), {});
  if (typeof body['session_id'] === 'string') {
    return refused(501, 'The twin answers chats on the same connection only: it has no socket for a session_id.');
  }
  const model = (await modelsFor(webUi, user, request, ports)).find(({ id }) => id === body['model']);
  if (model === undefined) return refused(404, MESSAGES.modelNotFound);
  const { connection } = model;
  const payload = { ...body, model: model.id.slice(connection.prefix.length) };
  const answer = await callConnection(webUi, user, connection, request, ports, '/chat/completions', payload);
  const type = answer.headers?.['content-type'];
  const headers = { 'content-type': typeof type === 'string' ? type : 'application/json' };
  return { status: answer.status, headers, body: isStream(answer.body) ? answer.body : await bytesOf(answer.body) };
}

/** Models without a row of their own are the administrators' alone, unless that check is switched off. */
async function modelsFor(
  webUi: WebUi,
  user: User,
  request: TwinRequest,
  ports: DataPlanePorts,
): Promise<readonly Model[]> {
  if (user.role !== 'admin' && !webUi.settings.flag('BYPASS_MODEL_ACCESS_CONTROL', false)) return [];
  const models: Model[] = [];
  for (const connection of connectionsOf(webUi.settings)) {
    const ids =
      connection.modelIds.length > 0
        ? connection.modelIds
        : await askForModels(webUi, user, connection, request, ports);
    models.push(...ids.map((id) => ({ id: connection.prefix + id, connection })));
  }
  return models;
}

/** A connection that does not answer has no models: the app shows those of the others. */
async function askForModels(
  webUi: WebUi,
  user: User,
  connection: Connection,
  request: TwinRequest,
  ports: DataPlanePorts,
): Promise<readonly string[]> {
  try {
    const answer = await callConnection(webUi, user, connection, request, ports, '/models');
    const list = jsonOr<{ data?: readonly { id: string }[] }>((await bytesOf(answer.body)).toString('utf8'), {});
    return answer.status === 200 ? (list.data ?? []).map(({ id }) => id) : [];
  } catch (error) {
    if (error instanceof WebUiError) return [];
    throw error;
  }
}

async function callConnection(
  webUi: WebUi,
  user: User,
  connection: Connection,
  request: TwinRequest,
  ports: DataPlanePorts,
  path: string,
  body?: Body,
): Promise<TwinResponse> {
  if (!['bearer', 'none', 'session', 'system_oauth'].includes(connection.authType))
    throw new WebUiError(501, `The twin knows no connections with auth_type ${connection.authType}.`);
  const person = connection.authType === 'system_oauth' ? await personToken(webUi, user, request, ports) : undefined;
  const tokens = { person, session: cookiesOf(request).get('token') };
  try {
    return await ports.callHost(
      outgoingRequest({
        method: body === undefined ? 'GET' : 'POST',
        url: connection.url + path,
        headers: connectionHeaders(connection, user, tokens, request.headers.cookie),
        place: webUi.place,
        ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
      }),
    );
  } catch (error) {
    if (error instanceof UnreachableError) throw new WebUiError(500, MESSAGES.connection);
    throw error;
  }
}
