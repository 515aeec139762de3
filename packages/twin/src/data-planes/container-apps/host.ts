import { isIP } from 'node:net';
import { type Place, type TwinHost, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { parseAddress, parseCidr } from '../../providers/common/cidr.ts';
import { isTrueAt, objectsAt, textAt } from '../../providers/common/json.ts';
import { canReach, resolveHost } from '../network/index.ts';
import { answerOpenWebUi, answerPublicly, type WebUi } from '../open-webui/index.ts';
import { isOpenWebUi, settingsOf } from '../open-webui/settings.ts';
import type { DataPlanePorts } from '../ports.ts';
import { boundCertificate, broughtCertificate, claimOn, environmentAt, letsInternetIn } from './domains.ts';
import { servingAt } from './serving.ts';
import { startedVariables } from './start.ts';
import { containerEnvironmentOf, imageOf, placeOf } from './workload.ts';

/** The ingress of every Container Apps environment: by its domain, by host names that apps claim, and by its address. */
export function containerAppsHost(world: World, ports: DataPlanePorts): TwinHost {
  return {
    name: 'Container Apps',
    serves: (host, address) => serves(world, host, address ?? host),
    unreachable: (host, place, port) => unreachable(world, host, place, port ?? 443),
    certificateFor: (host) => broughtCertificate(world, host),
    certificateName: (host, address) => platformName(world, host, address),
    handle: async (request) => ({ ...(await askApp(world, request, ports)), wrote: false }),
  };
}

function serves(world: World, host: string, address: string): boolean {
  if (host.endsWith('.azurecontainerapps.io')) return true;
  if (isIP(address) !== 0) return environmentAt(world, address) !== undefined;
  return claimOn(world, host) !== undefined || environmentAt(world, address) !== undefined;
}

/** Of a name without a certificate bound to it, the ingress shows the one of its own domain. */
function platformName(world: World, host: string, address: string): string | undefined {
  if (!serves(world, host, address) || host.endsWith('.azurecontainerapps.io')) return undefined;
  if (boundCertificate(world, host) !== undefined) return undefined;
  const environment = environmentAt(world, address) ?? claimedEnvironment(world, host);
  const domain = textAt(environment?.properties, 'defaultDomain');
  return domain === undefined ? undefined : `*.${domain}`;
}

function claimedEnvironment(world: World, host: string): Resource | undefined {
  const app = claimOn(world, host)?.app;
  return app === undefined ? undefined : containerEnvironmentOf(world, app);
}

/** Why a caller cannot connect to `host` (a name or an address), as a resolver or a firewall would say it; undefined where it can. */
function unreachable(world: World, host: string, place: Place, port: number): string | undefined {
  const address = isIP(host) === 0 ? resolveHost(world, place, host)[0] : host;
  if (address === undefined) return `The host name ${host} cannot be resolved from here.`;
  if (!canReach(world, place, address, port)) return `The connection to ${host} (${address}:${port}) timed out.`;
  const environment = environmentAt(world, address);
  if (environment === undefined) return `Nothing listens at ${address}, the address of ${host}.`;
  return letsInternetIn(world, environment, port)
    ? undefined
    : `The connection to ${host} (${address}:${port}) timed out.`;
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
  if (serving.kind !== 'nobody' && !isAllowed(serving.app, request.place)) {
    return { answer: { status: 403, headers: { 'content-type': 'text/plain' }, body: 'RBAC: access denied' } };
  }
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

/**
 * Whether the app's address rules let a caller in. Callers of the internet have one address, of those that documentation
 * keeps for examples; callers of a network are not told apart.
 */
function isAllowed(app: Resource, place: Place): boolean {
  const rules = objectsAt(app.properties, 'configuration.ingress.ipSecurityRestrictions');
  if (rules.length === 0 || place.kind === 'vnet') return true;
  const allows = textAt(rules[0], 'action')?.toLowerCase() !== 'deny';
  const listed = rules.some((rule) => holds(textAt(rule, 'ipAddressRange') ?? '', INTERNET_ADDRESS));
  return listed === allows;
}

/** Address of everybody in the internet. */
const INTERNET_ADDRESS = '203.0.113.10';

function holds(range: string, address: string): boolean {
  const block = parseCidr(range.includes('/') ? range : `${range}/32`);
  const number = parseAddress(address) ?? Number.NaN;
  return block !== undefined && block.first <= number && number <= block.last;
}

function page(status: number, text: string): TwinResponse {
  return { status, headers: { 'content-type': 'text/html' }, body: `<!DOCTYPE html><html><body>${text}</body></html>` };
}
