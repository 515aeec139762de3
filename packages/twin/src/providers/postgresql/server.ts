import type { World } from '../../kernel/world.ts';
import { sameId } from '../common/ids.ts';
import { refusal } from '../common/rules.ts';
import { busyChild, isBusy } from '../common/states.ts';
import { PRIVATE_ENDPOINT, connectionsOf } from '../network/private-endpoints.ts';
import type { Refusal } from '../type-definition.ts';

export const SERVER = 'Microsoft.DBforPostgreSQL/flexibleServers';
export const DATABASE = `${SERVER}/databases`;

/** Where what is known of the service without a fact sheet comes from. */
export const SOURCE = 'Microsoft.DBforPostgreSQL validation';

/** The service's words for a value that it does not take. */
export function invalidValue(parameter: string, detail = 'Specify a valid parameter value.'): Refusal {
  return refusal(400, 'InvalidParameterValue', `Invalid value given for parameter ${parameter}. ${detail}`);
}

/** Whatever keeps the server from taking another write: itself, a child, a private endpoint on its way. */
export function serverBusy(world: World, serverId: string, exceptId: string): Refusal | undefined {
  const server = world.store.get(serverId);
  if (server === undefined) return undefined;
  const busyEndpoint = world.store
    .ofType(PRIVATE_ENDPOINT)
    .some(
      (endpoint) =>
        isBusy(endpoint) && connectionsOf(endpoint.properties).some(({ targetId }) => sameId(targetId, serverId)),
    );
  const busy =
    (isBusy(server) && !sameId(serverId, exceptId)) ||
    busyEndpoint ||
    busyChild(world.store, serverId, exceptId) !== undefined;
  return busy
    ? refusal(409, 'ServerIsBusy', `Server '${server.name}' is busy with other operations. Please try later.`)
    : undefined;
}
