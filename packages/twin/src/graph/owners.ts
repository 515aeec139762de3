import type { TwinResponse } from '../kernel/http.ts';
import type { GraphContext } from './context.ts';
import { requireApplicationRead, requireOwnership } from './context.ts';
import { badRequest, notFound, notImplemented } from './errors.ts';
import { listResponse } from './odata.ts';
import { idOfReference, requiredText } from './read-body.ts';
import { showDirectoryObject } from './views.ts';

/** `…/owners` of a registration or a service principal: list, `POST $ref`, `DELETE {id}/$ref`. */
export function owners(
  context: GraphContext,
  owned: { readonly owners: readonly string[] },
  rest: readonly string[],
  save: (owners: readonly string[]) => unknown,
): TwinResponse {
  const { directory, method } = context;
  const [first, second] = rest;
  if (method === 'GET' && first === undefined) {
    requireApplicationRead(context);
    const shown = owned.owners.map((id) => showDirectoryObject(directory, id) ?? { id });
    return listResponse(context, 'directoryObjects', shown, ['id']);
  }
  requireOwnership(context, owned.owners);
  if (method === 'POST' && first === '$ref') {
    const id = idOfReference(requiredText(context.body, '@odata.id'));
    if (directory.people.get(id) === undefined && directory.servicePrincipal(id) === undefined) throw notFound(id);
    if (owned.owners.includes(id))
      throw badRequest(
        "One or more added object references already exist for the following modified properties: 'owners'.",
      );
    save([...owned.owners, id]);
    return { status: 204 };
  }
  if (method === 'DELETE' && first !== undefined && second === '$ref') {
    if (!owned.owners.includes(first)) throw notFound(first);
    save(owned.owners.filter((id) => id !== first));
    return { status: 204 };
  }
  throw notImplemented(`${method} on owners`);
}
