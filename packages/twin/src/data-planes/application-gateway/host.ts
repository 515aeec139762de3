import type { TwinHost, TwinRequest, TwinResponse } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { isTrueAt, textAt } from '../../providers/common/json.ts';
import { letsIn } from '../network/index.ts';
import { askBackend, backendHost, probe, serversOf } from './backend.ts';
import { listenerCertificate } from './certificate.ts';
import { findListener, gatewayAt, gatewayForHost, part, ruleOf, subnetIdOf } from './configuration.ts';

const REDIRECT_STATUS: Readonly<Record<string, number>> = { Permanent: 301, Found: 302, SeeOther: 303, Temporary: 307 };

/** Every Application Gateway, reached at the public address of its frontend under whatever name the Host header says. */
export function applicationGatewayHost(world: World): TwinHost {
  return {
    name: 'Application Gateway',
    serves: (host, address) => {
      const gateway = gatewayAt(world, address ?? host);
      return gateway !== undefined && isServing(world, gateway);
    },
    certificateFor: (host) => {
      const gateway = gatewayForHost(world, host);
      return gateway === undefined ? undefined : listenerCertificate(world, gateway, host);
    },
    handle: (request) => {
      const gateway = gatewayAt(world, request.address ?? request.url.hostname);
      return gateway === undefined ? page(502, 'Bad Gateway') : route(world, gateway, request);
    },
  };
}

/** It answers once it is made, and only where the security group of its subnet lets the Internet in. */
function isServing(world: World, gateway: Resource): boolean {
  const subnet = world.store.get(subnetIdOf(gateway));
  const open = subnet === undefined || letsIn(world, subnet, 'Internet', 443);
  return open && textAt(gateway.properties, 'operationalState') === 'Running';
}

function route(world: World, gateway: Resource, request: TwinRequest): TwinResponse {
  const port = request.url.protocol === 'http:' ? 80 : 443;
  const listener = findListener(gateway, request.url.hostname.toLowerCase(), port);
  const rule = listener === undefined ? undefined : ruleOf(gateway, listener);
  if (rule === undefined) return page(404, 'Not Found');
  const redirect = part(gateway, 'redirectConfigurations', textAt(rule, 'properties.redirectConfiguration.id'));
  if (redirect !== undefined) return redirectAnswer(redirect, request);
  const pool = part(gateway, 'backendAddressPools', textAt(rule, 'properties.backendAddressPool.id'));
  const settings = part(gateway, 'backendHttpSettingsCollection', textAt(rule, 'properties.backendHttpSettings.id'));
  return settings === undefined
    ? page(502, 'Bad Gateway')
    : forward(world, gateway, settings, serversOf(pool), request);
}

function forward(
  world: World,
  gateway: Resource,
  settings: JsonObject,
  servers: readonly string[],
  request: TwinRequest,
): TwinResponse {
  for (const address of servers) {
    const { health } = probe(world, gateway, address, settings);
    if (health !== 'Healthy') continue;
    return askBackend(world, gateway, settings, address, {
      method: request.method,
      path: request.url.pathname + request.url.search,
      host: backendHost(settings, address, request.url.hostname),
      headers: {
        ...request.headers,
        'x-forwarded-proto': request.url.protocol.replace(':', ''),
        'x-original-host': request.url.host,
      },
      body: request.body,
    });
  }
  return page(502, 'Bad Gateway');
}

function redirectAnswer(redirect: JsonObject, { url }: TwinRequest): TwinResponse {
  const path = isTrueAt(redirect, 'properties.includePath') ? url.pathname : '/';
  const query = isTrueAt(redirect, 'properties.includeQueryString') ? url.search : '';
  const target = textAt(redirect, 'properties.targetUrl') ?? `https://${url.hostname}`;
  return {
    status: REDIRECT_STATUS[textAt(redirect, 'properties.redirectType') ?? 'Permanent'] ?? 301,
    headers: { location: `${target}${path}${query}` },
  };
}

function page(status: number, text: string): TwinResponse {
  return {
    status,
    headers: { 'content-type': 'text/html', server: 'Microsoft-Azure-Application-Gateway/v2' },
    body: `<html><head><title>${status} ${text}</title></head><body><center><h1>${status} ${text}</h1></center></body></html>`,
  };
}
