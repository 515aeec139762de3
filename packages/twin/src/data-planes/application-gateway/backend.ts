import type { Place, TwinRequest } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { numberAt, objectsAt, textAt, textsAt, isTrueAt } from '../../providers/common/json.ts';
import { environmentAt, probeApp } from '../container-apps/index.ts';
import { canReach, resolveHost } from '../network/index.ts';
import { networkIdOf, part } from './configuration.ts';

/** What a probe found out about one server. */
export interface ServerHealth {
  readonly address: string;
  readonly health: 'Healthy' | 'Unhealthy';
  readonly healthProbeLog: string;
}

/** Servers of a pool, as written: names or addresses. */
export function serversOf(pool: JsonObject | undefined): readonly string[] {
  return objectsAt(pool, 'properties.backendAddresses').flatMap(
    (item) => textAt(item, 'fqdn') ?? textAt(item, 'ipAddress') ?? [],
  );
}

/** Probes one server as the gateway's instances do: resolve, connect, ask the probe's path, compare the status. */
export function probe(world: World, gateway: Resource, address: string, settings: JsonObject): ServerHealth {
  const definition = part(gateway, 'probes', textAt(settings, 'properties.probe.id'));
  const path = textAt(definition, 'properties.path') ?? '/';
  const host = probeHost(definition, settings, address);
  const unreachable = whyUnreachable(world, gateway, address, settings);
  if (unreachable !== undefined) return { address, health: 'Unhealthy', healthProbeLog: unreachable };
  const response = probeApp(
    world,
    backendRequest(gateway, settings, { method: 'GET', path, host, headers: {}, body: Buffer.alloc(0) }),
  );
  const accepted = textsAt(definition, 'properties.match.statusCodes');
  const healthy = isAccepted(response.status, accepted.length === 0 ? ['200-399'] : accepted);
  return {
    address,
    health: healthy ? 'Healthy' : 'Unhealthy',
    healthProbeLog: healthy
      ? `Success. Received ${response.status} status code`
      : `Received invalid status code: ${response.status} in the backend server's HTTP response.`,
  };
}

/** Why the gateway cannot connect to a server; undefined where it can. */
export function whyUnreachable(
  world: World,
  gateway: Resource,
  address: string,
  settings: JsonObject,
): string | undefined {
  const place: Place = { kind: 'vnet', vnetId: networkIdOf(gateway) };
  const ip = /^[\d.]+$/.test(address) ? address : resolveHost(world, place, address)[0];
  if (ip === undefined) return `Cannot connect to backend server. The name ${address} could not be resolved.`;
  const port = numberAt(settings, 'properties.port') ?? 443;
  // What the twin knows behind a gateway is the ingress of Container Apps: at any other address nothing listens.
  if (canReach(world, place, ip, port) && environmentAt(world, ip) !== undefined) return undefined;
  return `Cannot connect to backend server ${address} (${ip}) on port ${port}. Check whether any NSG, UDR or firewall blocks access.`;
}

/** A request that the gateway sends to a server. */
export interface BackendRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly host: string;
  readonly headers: TwinRequest['headers'];
  readonly body: Buffer;
}

/** A request as the gateway sends it from its subnet. */
export function backendRequest(
  gateway: Resource,
  settings: JsonObject,
  { method, path, host, headers, body }: BackendRequest,
): TwinRequest {
  const scheme = textAt(settings, 'properties.protocol')?.toLowerCase() === 'http' ? 'http' : 'https';
  return {
    method,
    url: new URL(`${scheme}://${host}${path}`),
    headers: { ...headers, host },
    rawHeaders: [],
    body,
    place: { kind: 'vnet', vnetId: networkIdOf(gateway) },
  };
}

/** The host name that the gateway sends to a server. */
export function backendHost(settings: JsonObject, address: string, asked: string): string {
  if (isTrueAt(settings, 'properties.pickHostNameFromBackendAddress')) return address;
  const override = textAt(settings, 'properties.hostName') ?? '';
  return override === '' ? asked : override;
}

function probeHost(definition: JsonObject | undefined, settings: JsonObject, address: string): string {
  const own = textAt(definition, 'properties.host') ?? '';
  return own === '' ? backendHost(settings, address, '127.0.0.1') : own;
}

function isAccepted(status: number, ranges: readonly string[]): boolean {
  return ranges.some((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return from <= status && status <= to;
  });
}
