import type { TwinRequest } from '../kernel/http.ts';
import { EntraError } from './aadsts.ts';

/** A request to the token endpoint, read. */
export interface TokenRequest {
  /** `v1`: `/oauth2/token` with `resource`; `v2`: `/oauth2/v2.0/token` with `scope`. */
  readonly endpoint: 'v1' | 'v2';
  readonly grantType: string;
  readonly clientId: string;
  readonly form: URLSearchParams;
  readonly secret: string | undefined;
  readonly assertion: string | undefined;
  /** Sent by browsers on cross-origin requests. */
  readonly origin: string | undefined;
}

/** Type of a JSON web token used as a client's proof (RFC 7523). */
export const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Reads the form. Throws AADSTS900144 for what is missing and AADSTS9002313 for what is malformed. */
export function readTokenRequest(request: TwinRequest, endpoint: 'v1' | 'v2'): TokenRequest {
  const form = formOf(request);
  const basic = basicCredentials(request.headers.authorization);
  const assertion = form.get('client_assertion') ?? undefined;
  if (assertion !== undefined) checkAssertionType(form);
  return {
    endpoint,
    form,
    grantType: required(form, 'grant_type'),
    clientId: basic?.id ?? required(form, 'client_id'),
    secret: basic?.secret ?? form.get('client_secret') ?? undefined,
    assertion,
    origin: request.headers.origin,
  };
}

/** Value of `name`, or AADSTS900144. */
export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value !== null && value !== '') return value;
  throw new EntraError(900144, 'invalid_request', `The request body must contain the following parameter: '${name}'.`);
}

function formOf(request: TwinRequest): URLSearchParams {
  const form = new URLSearchParams(request.body.toString('utf8'));
  for (const name of new Set(form.keys()))
    if (form.getAll(name).length > 1)
      throw new EntraError(9002313, 'invalid_request', 'Invalid request. Request is malformed or invalid.');
  return form;
}

function checkAssertionType(form: URLSearchParams): void {
  if (required(form, 'client_assertion_type') === JWT_BEARER) return;
  throw new EntraError(9002313, 'invalid_request', 'Invalid request. Request is malformed or invalid.');
}

function basicCredentials(header: string | undefined): { readonly id: string; readonly secret: string } | undefined {
  const encoded = /^Basic +(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: decodeURIComponent(id), secret: decodeURIComponent(rest.join(':')) };
}
