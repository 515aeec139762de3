import type { TwinResponse } from '../kernel/http.ts';
import type { Application, FederatedCredential } from '../entra/index.ts';
import type { Body, GraphContext } from './context.ts';
import { requireApplicationRead, requireOwnership } from './context.ts';
import { badRequest, GraphError, notFound, notImplemented } from './errors.ts';
import { entityResponse, listResponse } from './odata.ts';
import { requiredText, textOr, textsOr } from './read-body.ts';
import { showFederatedCredential } from './views.ts';

/** At most so many on one registration (facts/workflows.md section 2). */
const LIMIT = 20;

/** `/applications/{id}/federatedIdentityCredentials`, and one of them by `wanted`, its id or name. */
export function federatedCredentials(
  context: GraphContext,
  application: Application,
  wanted: string | undefined,
): TwinResponse {
  if (wanted === undefined) return collection(context, application);
  const found = application.federatedCredentials.find((item) => item.id === wanted || item.name === wanted);
  if (context.method === 'GET') requireApplicationRead(context);
  else requireOwnership(context, application.owners);
  if (found === undefined && context.method === 'PATCH' && context.createIfMissing)
    return create(context, application, wanted);
  if (found === undefined) throw notFound(wanted);
  switch (context.method) {
    case 'GET':
      return entityResponse(context, 'federatedIdentityCredentials', showFederatedCredential(found));
    case 'PATCH':
      save(context, application, change(found, context.body));
      return { status: 204 };
    case 'DELETE':
      store(context, application, without(application, found.id));
      return { status: 204 };
    default:
      throw notImplemented(`${context.method} on a federated credential`);
  }
}

function collection(context: GraphContext, application: Application): TwinResponse {
  if (context.method === 'GET') {
    requireApplicationRead(context);
    const shown = application.federatedCredentials.map(showFederatedCredential);
    return listResponse(context, 'federatedIdentityCredentials', shown, ['id', 'name', 'issuer', 'subject']);
  }
  if (context.method !== 'POST') throw notImplemented(`${context.method} on federated credentials`);
  requireOwnership(context, application.owners);
  return create(context, application, requiredText(context.body, 'name'));
}

function create(context: GraphContext, application: Application, name: string): TwinResponse {
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$/.test(name)) throw badRequest(`The name '${name}' is invalid.`);
  if (application.federatedCredentials.some((item) => item.name === name))
    throw new GraphError(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `FederatedIdentityCredential with name ${name} already exists.`,
    );
  const created = change(
    {
      id: context.world.guid(`federated-credential:${application.id}:${name}:${context.world.clock.now}`),
      name,
      issuer: '',
      subject: '',
      audiences: [],
      createdAt: context.world.clock.now,
    },
    context.body,
  );
  save(context, application, created);
  return entityResponse(context, 'federatedIdentityCredentials', showFederatedCredential(created), 201);
}

function change(current: FederatedCredential, body: Body): FederatedCredential {
  const read = (name: 'issuer' | 'subject'): string =>
    body[name] === undefined && current[name] !== '' ? current[name] : requiredText(body, name);
  const name = textOr(body, 'name', current.name);
  if (name !== current.name) throw badRequest("Property 'name' cannot be changed.");
  const audiences = textsOr(body, 'audiences', current.audiences);
  if (audiences.length !== 1) throw badRequest('Exactly one audience is required.');
  return {
    ...current,
    issuer: read('issuer'),
    subject: read('subject'),
    audiences,
    description: textOr(body, 'description', current.description ?? null),
  };
}

function save(context: GraphContext, application: Application, item: FederatedCredential): void {
  const others = without(application, item.id);
  if (others.some((other) => other.issuer === item.issuer && other.subject === item.subject))
    throw new GraphError(
      400,
      'Request_BadRequest',
      'FederatedIdentityCredential with the same issuer and subject already exists on the application.',
    );
  if (others.length >= LIMIT) throw badRequest(`No more than ${LIMIT} federated identity credentials are allowed.`);
  store(context, application, [...others, item]);
}

function without(application: Application, id: string): readonly FederatedCredential[] {
  return application.federatedCredentials.filter((item) => item.id !== id);
}

function store(
  context: GraphContext,
  application: Application,
  federatedCredentials: readonly FederatedCredential[],
): void {
  context.directory.applications.put({ ...application, federatedCredentials });
}
