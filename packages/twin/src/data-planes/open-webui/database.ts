import type { Place } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { ownerOf } from '../../providers/common/ids.ts';
import { textAt } from '../../providers/common/json.ts';
import { arePeered, canReach, resolveHost } from '../network/index.ts';
import { serverAt } from './schema.ts';
import type { OpenWebUiSettings } from './settings.ts';

const PORT = 5432;

/**
 * Why a container in `place` cannot open its database, in the words of PostgreSQL's client; undefined where it can, and
 * for a host that is no server of Azure.
 */
export function databaseProblem(world: World, place: Place, { text }: OpenWebUiSettings): string | undefined {
  const host = text('DATABASE_HOST').toLowerCase();
  if (!host.endsWith('.postgres.database.azure.com')) return undefined;
  const server = serverAt(world, host);
  return connectionProblem(world, place, host, server) ?? loginProblem(world, server, text);
}

function connectionProblem(world: World, place: Place, host: string, server: Resource | undefined): string | undefined {
  const subnetId = textAt(server?.properties, 'network.delegatedSubnetResourceId');
  const near = subnetId !== undefined && place.kind === 'vnet' && arePeered(world, place.vnetId, ownerOf(subnetId));
  if (near) return undefined;
  const [address] = resolveHost(world, place, host);
  if (address === undefined) return `could not translate host name "${host}" to address: Name or service not known`;
  const closed = !isPrivate(address) && textAt(server?.properties, 'network.publicNetworkAccess') === 'Disabled';
  return closed || !canReach(world, place, address, PORT)
    ? `connection to server at "${host}" (${address}), port ${PORT} failed: Connection timed out`
    : undefined;
}

function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address);
}

function loginProblem(world: World, server: Resource | undefined, text: OpenWebUiSettings['text']): string | undefined {
  if (server === undefined) return undefined;
  const [user, name] = [text('DATABASE_USER'), text('DATABASE_NAME')];
  const isAdministrator = user === textAt(server.properties, 'administratorLogin');
  // Other roles are made inside of the database, where the twin does not look.
  const password = server.secrets['administratorLoginPassword'];
  if (isAdministrator && password !== undefined && password !== text('DATABASE_PASSWORD'))
    return `FATAL:  password authentication failed for user "${user}"`;
  return world.store.has(`${server.id}/databases/${name}`) ? undefined : `FATAL:  database "${name}" does not exist`;
}
