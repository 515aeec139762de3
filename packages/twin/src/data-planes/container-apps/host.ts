import { type Place, type TwinHost, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { isTrueAt, textAt } from '../../providers/common/json.ts';
import { canReach, resolveHost } from '../network/index.ts';
import { answerOpenWebUi, answerPublicly, type WebUi } from '../open-webui/index.ts';
import { isOpenWebUi, settingsOf } from '../open-webui/settings.ts';
import type { DataPlanePorts } from '../ports.ts';
import { servingAt } from './serving.ts';
import { startedVariables } from './start.ts';
import { imageOf, placeOf } from './workload.ts';

/** `*.<default domain>` of every Container Apps environment. */
export function containerAppsHost(world: World, ports: DataPlanePorts): TwinHost {
  return {
    name: 'Container Apps',
    serves: (host) => host.endsWith('.azurecontainerapps.io'),
    unreachable: (host, place) => unreachable(world, host, place),
    handle: async (request) => ({ ...(await askApp(world, request, ports)), wrote: false }),
  };
}

/** The environment whose ingress listens at `address`. */
export function environmentAt(world: World, address: string): Resource | undefined {
  return world.store
    .ofType('Microsoft.App/managedEnvironments')
    .find(({ properties }) => textAt(properties, 'staticIp') === address);
}

/** Why a caller cannot connect to `host`, as a resolver or a firewall would say it; undefined where it can. */
function unreachable(world: World, host: string, place: Place): string | undefined {
  const [address] = resolveHost(world, place, host);
  if (address === undefined) return `The host name ${host} cannot be resolved from here.`;
  if (!canReach(world, place, address, 443)) return `The connection to ${host} (${address}:443) timed out.`;
  return environmentAt(world, address) === undefined
    ? `Nothing listens at ${address}, the address of ${host}.`
    : undefined;
}

/** The environment's ingress: finds the app by the Host header, as Container Apps does, and asks it. */
export async function askApp(world: World, request: TwinRequest, ports: DataPlanePorts): Promise<TwinResponse> {
  const destination = route(world, request);
  return 'webUi' in destination ? answerOpenWebUi(destination.webUi, request, ports) : destination.answer;
}

/** The same for a health probe: what anybody may ask, answered at once. */
export function probeApp(world: World, request: TwinRequest): TwinResponse {
  const destination = route(world, request);
  return 'webUi' in destination ? answerPublicly(destination.webUi, request) : destination.answer;
}

function route(world: World, request: TwinRequest): { readonly webUi: WebUi } | { readonly answer: TwinResponse } {
  const serving = servingAt(world, request.url.hostname.toLowerCase());
  if (serving.kind === 'nobody' || !letsIn(serving.app, request.place)) {
    return { answer: page(404, 'Container App - Unavailable: this Container App is stopped or does not exist.') };
  }
  const { app } = serving;
  if (request.url.protocol === 'http:' && !isTrueAt(app.properties, 'configuration.ingress.allowInsecure')) {
    return { answer: { status: 301, headers: { location: request.url.href.replace(/^http:/, 'https:') } } };
  }
  if (serving.kind === 'unhealthy') {
    const text = 'upstream connect error or disconnect/reset before headers. reset reason: connection failure';
    return { answer: { status: 503, headers: { 'content-type': 'text/plain' }, body: text } };
  }
  const image = imageOf(serving.revision);
  if (!isOpenWebUi(image)) return { answer: page(501, `The twin runs no image ${image}; it knows open-webui.`) };
  const settings = settingsOf(startedVariables(serving.revision), image);
  return { webUi: { world, settings, place: placeOf(world, app), id: app.id } };
}

/** Without `external` an app answers only within its environment. */
function letsIn(app: Resource, place: Place): boolean {
  return isTrueAt(app.properties, 'configuration.ingress.external') || place.kind === 'vnet';
}

function page(status: number, text: string): TwinResponse {
  return { status, headers: { 'content-type': 'text/html' }, body: `<!DOCTYPE html><html><body>${text}</body></html>` };
}
