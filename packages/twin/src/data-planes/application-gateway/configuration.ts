import { isIP } from 'node:net';
import { INTERNET } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { sameId } from '../../providers/common/ids.ts';
import { numberAt, objectsAt, textAt, textsAt } from '../../providers/common/json.ts';
import { resolveHost } from '../network/index.ts';

const GATEWAY = 'Microsoft.Network/applicationGateways';

/** The gateway whose public frontend has `address`: an IP address, or a name that leads to one in public DNS. */
export function gatewayAt(world: World, address: string): Resource | undefined {
  const addresses = isIP(address) === 0 ? resolveHost(world, INTERNET, address) : [address];
  const publicIp = world.store
    .ofType('Microsoft.Network/publicIPAddresses')
    .find(({ properties }) => addresses.includes(textAt(properties, 'ipAddress') ?? ''));
  if (publicIp === undefined) return undefined;
  return world.store
    .ofType(GATEWAY)
    .find((gateway) =>
      objectsAt(gateway.properties, 'frontendIPConfigurations').some((frontend) =>
        sameId(textAt(frontend, 'properties.publicIPAddress.id'), publicIp.id),
      ),
    );
}

/** The listener of a port that answers for `host`: one with that name before one without any. */
export function findListener(gateway: Resource, host: string, port: number): JsonObject | undefined {
  const listeners = listenersOn(gateway, port);
  return (
    listeners.find((listener) => namesOf(listener).some((name) => matchesHost(name, host))) ??
    listeners.find((listener) => namesOf(listener).length === 0)
  );
}

/** All listeners of a port. */
export function listenersOn(gateway: Resource, port: number): readonly JsonObject[] {
  return objectsAt(gateway.properties, 'httpListeners').filter((listener) => {
    const frontend = part(gateway, 'frontendPorts', textAt(listener, 'properties.frontendPort.id'));
    return numberAt(frontend, 'properties.port') === port;
  });
}

function namesOf(listener: JsonObject): readonly string[] {
  const single = textAt(listener, 'properties.hostName') ?? '';
  return [...(single === '' ? [] : [single]), ...textsAt(listener, 'properties.hostNames')];
}

function matchesHost(pattern: string, host: string): boolean {
  const suffix = pattern.toLowerCase();
  return suffix.startsWith('*.') ? host.endsWith(suffix.slice(1)) : suffix === host;
}

/** One named sub-resource of the gateway, by its id. */
export function part(gateway: Resource, collection: string, id: string | undefined): JsonObject | undefined {
  const name = id?.split('/').at(-1)?.toLowerCase();
  return objectsAt(gateway.properties, collection).find((item) => textAt(item, 'name')?.toLowerCase() === name);
}

/** The routing rule of a listener. */
export function ruleOf(gateway: Resource, listener: JsonObject): JsonObject | undefined {
  const name = textAt(listener, 'name')?.toLowerCase();
  return objectsAt(gateway.properties, 'requestRoutingRules').find(
    (rule) => textAt(rule, 'properties.httpListener.id')?.split('/').at(-1)?.toLowerCase() === name,
  );
}

/** Id of the VNet that the gateway stands in. */
export function networkIdOf(gateway: Resource): string {
  return subnetIdOf(gateway).replace(/\/subnets\/[^/]+$/i, '');
}

/** Id of the subnet that the gateway stands in. */
export function subnetIdOf(gateway: Resource): string {
  return textAt(objectsAt(gateway.properties, 'gatewayIPConfigurations')[0], 'properties.subnet.id') ?? '';
}
