import { type Place, type TwinHost, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { isTrueAt, textAt } from '../../providers/common/json.ts';
import { canReach, resolveHost } from '../network/index.ts';
import { answerOpenWebUi } from '../open-webui/index.ts';
import { imageOf } from './app.ts';

const APP = 'Microsoft.App/containerApps';

/** `*.<default domain>` of every Container Apps environment. */
export function containerAppsHost(world: World): TwinHost {
  return {
    name: 'Container Apps',
    serves: (host) => host.endsWith('.azurecontainerapps.io'),
    unreachable: (host, place) => unreachable(world, host, place),
    handle: (request) => askApp(world, request),
  };
}

/** Why a caller cannot connect to `host`, as a resolver or a firewall would say it; undefined where it can. */
function unreachable(world: World, host: string, place: Place): string | undefined {
  const [address] = resolveHost(world, place, host);
  if (address === undefined) return `The name ${host} does not resolve here.`;
  if (!canReach(world, place, address, 443)) return `${host} (${address}) does not answer on port 443.`;
  return undefined;
}

/** The environment's ingress: finds the app by the Host header, as Container Apps does, and asks it. */
export function askApp(world: World, request: TwinRequest): TwinResponse {
  const host = request.url.hostname.toLowerCase();
  const app = world.store.ofType(APP).find((one) => fqdnOf(one) === host);
  if (app === undefined) {
    return page(404, 'Container App - Unavailable: this Container App is stopped or does not exist.');
  }
  if (!isTrueAt(app.properties, 'configuration.ingress.external') && request.place.kind === 'internet') {
    return page(404, 'Container App - Unavailable: this Container App is stopped or does not exist.');
  }
  if (request.url.protocol === 'http:' && !isTrueAt(app.properties, 'configuration.ingress.allowInsecure')) {
    return { status: 301, headers: { location: request.url.href.replace(/^http:/, 'https:') } };
  }
  if (textAt(app.properties, 'provisioningState') !== 'Succeeded')
    return page(503, 'upstream connect error or disconnect');
  return answerContainer(world, app, request);
}

function answerContainer(world: World, app: Resource, request: TwinRequest): TwinResponse {
  const image = imageOf(app);
  if (/(?:^|\/)open-webui(?:[:@]|$)/.test(image)) return answerOpenWebUi(world, app, request);
  return page(501, `The twin runs no image ${image}; it knows open-webui.`);
}

/** The name under which an app is reached. */
export function fqdnOf(app: Resource): string | undefined {
  return textAt(app.properties, 'configuration.ingress.fqdn')?.toLowerCase();
}

function page(status: number, text: string): TwinResponse {
  return { status, headers: { 'content-type': 'text/html' }, body: `<!DOCTYPE html><html><body>${text}</body></html>` };
}
