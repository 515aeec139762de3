import JSON5 from 'json5';
import { AzureError, type TwinRequest } from '../kernel/http.ts';
import type { Json, JsonObject } from '../kernel/store.ts';
import type { World } from '../kernel/world.ts';
import type { Refusal } from '../providers/type-definition.ts';
import { canonicalPath } from '../providers/api-management/revisions.ts';
import { armErrors } from './errors.ts';
import type { ArmPorts, Caller } from './ports.ts';
import type { ArmState } from './state.ts';

/** Azure Resource Manager: the world, what it asks of others, what it remembers. */
export interface Arm {
  readonly world: World;
  readonly ports: ArmPorts;
  readonly state: ArmState;
  /** The Retry-After header of every answer that sends a client away to wait. Real time means nothing here. */
  readonly retryAfter: Readonly<Record<string, string>>;
}

/** One request to Azure Resource Manager, on its way through the pipeline. */
export interface ArmContext {
  readonly arm: Arm;
  readonly request: TwinRequest;
  readonly method: string;
  /** Decoded, without trailing slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly apiVersion: string;
  readonly caller: Caller;
}

/** The largest body that Azure Resource Manager takes, in bytes. */
const MOST_BYTES = 4 * 1024 * 1024;

const API_VERSION = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(-(preview|alpha|beta|privatepreview))?$/i;

/** Makes the context of a request; throws where the API version is missing or no version at all. */
export function createContext(arm: Arm, request: TwinRequest, caller: Caller): ArmContext {
  const query = caseInsensitive(request.url.searchParams);
  const apiVersion = query.get('api-version');
  if (apiVersion === null || apiVersion === '') throw armErrors.missingApiVersion();
  if (!API_VERSION.test(apiVersion)) throw armErrors.invalidApiVersion(apiVersion, []);
  const path = canonicalPath(arm.world, decodePath(request.url.pathname));
  refuseMalformedSubscription(path);
  refuseUnreadableBody(request);
  return { arm, request, method: request.method, path, query, apiVersion, caller };
}

function refuseMalformedSubscription(path: string): void {
  const id = /^\/subscriptions\/([^/]+)/i.exec(path)?.[1];
  if (id !== undefined && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    throw armErrors.malformedSubscription(id);
  }
}

/** Azure reads JSON only, up to 4 MB. A client that names no type is read, too: it is then Azure's provider that decides. */
function refuseUnreadableBody({ body, headers }: TwinRequest): void {
  if (body.length > MOST_BYTES) throw armErrors.contentTooLarge();
  const type = headers['content-type']?.split(';')[0]?.trim();
  if (body.length === 0 || type === undefined || /^(?:application|text)\/(?:[\w.-]+\+)?json$/i.test(type)) return;
  throw armErrors.unsupportedMediaType(type);
}

/** Refuses the request unless the caller may do `action` at `scope`. */
export function requireRight(context: Pick<ArmContext, 'arm' | 'caller'>, action: string, scope: string): void {
  const refusal = context.arm.ports.authorize(context.caller.principalId, action, scope);
  if (refusal !== undefined) throw refusalError(refusal);
}

/** A refusal as an error that a host answers. */
export function refusalError(refusal: Refusal): AzureError {
  const { status, curedByTime, ...body } = refusal;
  return new AzureError(status, body, {}, curedByTime);
}

/**
 * The body as an object. Lenient, because `az` sends a template as raw text below an unquoted key, comments included
 * (facts/clients.md section 2).
 */
export function objectBody(context: Pick<ArmContext, 'request'>): JsonObject {
  const body = jsonBody(context);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw armErrors.invalidContent('The request body must be a JSON object.');
  }
  return body as JsonObject;
}

/** The body, null where there is none. */
export function jsonBody(context: Pick<ArmContext, 'request'>): Json {
  const text = context.request.body.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return parseLeniently(text);
  }
}

function parseLeniently(text: string): Json {
  try {
    return JSON5.parse<Json>(text);
  } catch (error) {
    throw armErrors.invalidContent(error instanceof Error ? error.message : String(error));
  }
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
      .replaceAll(/\/{2,}/g, '/')
      .replace(/\/$/, '');
  } catch {
    throw armErrors.notFound(pathname);
  }
}

/** Azure reads query names in any case. */
function caseInsensitive(query: URLSearchParams): URLSearchParams {
  const result = new URLSearchParams();
  for (const [name, value] of query) result.append(name.toLowerCase(), value);
  return result;
}

/** `https://management.azure.com`, or whatever name the caller used. */
export function originOf(context: Pick<ArmContext, 'request'>): string {
  return context.request.url.origin;
}
