import { isIP } from 'node:net';
import type { Place, TwinHost, TwinRequest, TwinResponse } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { isTrueAt, textAt } from '../../providers/common/json.ts';
import { askApp } from '../container-apps/index.ts';
import { letsIn, resolveHost } from '../network/index.ts';
import type { DataPlanePorts } from '../ports.ts';
import { backendHost, backendRequest, probe, serversOf } from './backend.ts';
import { listenerCertificate } from './certificate.ts';
import { findListener, gatewayAt, listenersOn, part, ruleOf, subnetIdOf } from './configuration.ts';

const REDIRECT_STATUS: Readonly<Record<string, number>> = { Permanent: 301, Found: 302, SeeOther: 303, Temporary: 307 };

/** Every Application Gateway, reached at the public address of its frontend under whatever name the Host header says. */
export function applicationGatewayHost(world: World, ports: DataPlanePorts): TwinHost {
  return {
    name: 'Application Gateway',
    serves: (host, address) => gatewayAt(world, address ?? host) !== undefined,
    unreachable: (address, place, port) => unreachable(world, address, place, port ?? 443),
    certificateFor: (host, address) => {
      const gateway = gatewayAt(world, address);
      return gateway === undefined ? undefined : listenerCertificate(world, gateway, host);
    },
    handle: async (request) => {
      const gateway = gatewayAt(world, request.address ?? request.url.hostname);
      const answer = gateway === undefined ? page(502, 'Bad Gateway') : await route(world, gateway, request, ports);
      return { ...answer, wrote: false };
    },
  };
}

/** It answers once it is made, on ports with a listener, and only where its subnet's security group lets the Internet in. */
function unreachable(world: World, address: string, place: Place, port: number): string | undefined {
  const gateway = gatewayAt(world, address);
  if (gateway === undefined) return `Nothing listens at ${address}.`;
  if (isIP(address) === 0 && resolveHost(world, place, address).length === 0)
    return `The host name ${address} cannot be resolved from here.`;
  const subnet = world.store.get(subnetIdOf(gateway));
  const open = subnet === undefined || letsIn(world, subnet, 'Internet', port);
  if (!open || textAt(gateway.properties, 'operationalState') !== 'Running')
    return `The connection to ${address}:${port} timed out.`;
  const off = port === 443 && listenerCertificate(world, gateway, '') === undefined;
  return off || listenersOn(gateway, port).length === 0
    ? `The connection to ${address}:${port} was refused.`
    : undefined;
}

async function route(
  world: World,
  gateway: Resource,
  request: TwinRequest,
  ports: DataPlanePorts,
): Promise<TwinResponse> {
  const port = request.url.protocol === 'http:' ? 80 : 443;
  const listener = findListener(gateway, request.url.hostname.toLowerCase(), port);
  const rule = listener === undefined ? undefined : ruleOf(gateway, listener);
  if (rule === undefined) return page(404, 'Not Found');
  const redirect = part(gateway, 'redirectConfigurations', textAt(rule, 'properties.redirectConfiguration.id'));
  if (redirect !== undefined) return redirectAnswer(gateway, redirect, request);
  const pool = part(gateway, 'backendAddressPools', textAt(rule, 'properties.backendAddressPool.id'));
  const settings = part(gateway, 'backendHttpSettingsCollection', textAt(rule, 'properties.backendHttpSettings.id'));
  if (settings === undefined) return page(502, 'Bad Gateway');
  const healthy = serversOf(pool).find((address) => probe(world, gateway, address, settings).health === 'Healthy');
  return healthy === undefined
    ? page(502, 'Bad Gateway')
    : askServer(world, gateway, settings, healthy, request, ports);
}

function askServer(
  world: World,
  gateway: Resource,
  settings: JsonObject,
  address: string,
  request: TwinRequest,
  ports: DataPlanePorts,
): Promise<TwinResponse> {
  const { pathname, search, protocol, host, hostname } = request.url;
  const message = backendRequest(gateway, settings, {
    method: request.method,
    path: pathname + search,
    host: backendHost(settings, address, hostname),
    headers: {
      ...request.headers,
      'x-forwarded-proto': protocol.replace(':', ''),
      'x-forwarded-port': protocol === 'http:' ? '80' : '443',
      'x-original-host': host,
    },
    body: request.body,
  });
  return askApp(world, message, ports);
}

function redirectAnswer(gateway: Resource, redirect: JsonObject, { url }: TwinRequest): TwinResponse {
  const path = isTrueAt(redirect, 'properties.includePath') ? url.pathname : '';
  const query = isTrueAt(redirect, 'properties.includeQueryString') ? url.search : '';
  return {
    status: REDIRECT_STATUS[textAt(redirect, 'properties.redirectType') ?? 'Permanent'] ?? 301,
    headers: { location: `${redirectTarget(gateway, redirect, url.hostname)}${path}${query}` },
  };
}

/** A fixed URL, or the scheme and port of another listener with the host that was asked. */
function redirectTarget(gateway: Resource, redirect: JsonObject, host: string): string {
  const url = textAt(redirect, 'properties.targetUrl');
  if (url !== undefined) return url.replace(/\/$/, '');
  const listener = part(gateway, 'httpListeners', textAt(redirect, 'properties.targetListener.id'));
  return `${(textAt(listener, 'properties.protocol') ?? 'Https').toLowerCase()}://${host}`;
}

function page(status: number, text: string): TwinResponse {
  return {
    status,
    headers: { 'content-type': 'text/html', server: 'Microsoft-Azure-Application-Gateway/v2' },
    body: `<html><head><title>${status} ${text}</title></head><body><center><h1>${status} ${text}</h1></center></body></html>`,
  };
}
