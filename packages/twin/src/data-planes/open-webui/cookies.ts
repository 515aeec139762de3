import { createHmac } from 'node:crypto';
import type { TwinRequest } from '../../kernel/http.ts';
import type { OpenWebUiSettings } from './settings.ts';

/** Cookies of a request. */
export function cookiesOf(request: TwinRequest): ReadonlyMap<string, string> {
  return new Map(
    (request.headers.cookie ?? '').split(/; */).flatMap((pair) => {
      const at = pair.indexOf('=');
      return at === -1 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1)] as const];
    }),
  );
}

/** A `Set-Cookie` header with the attributes that the settings ask for. An age of 0 seconds deletes the cookie. */
export function cookie(
  settings: OpenWebUiSettings,
  name: string,
  value: string,
  { httpOnly, maxAge }: { readonly httpOnly: boolean; readonly maxAge: number | undefined },
): string {
  const kind = name === 'owui-session' ? 'SESSION' : 'AUTH';
  const setting = (what: string, fallback: string): string =>
    settings
      .text(`WEBUI_${kind}_COOKIE_${what}`, settings.text(`WEBUI_SESSION_COOKIE_${what}`, fallback))
      .toLowerCase();
  return [
    `${name}=${value}`,
    'Path=/',
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    `SameSite=${setting('SAME_SITE', 'lax')}`,
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(setting('SECURE', 'false') === 'true' ? ['Secure'] : []),
  ].join('; ');
}

/** A value that only a holder of the secret key can have made. */
export function signed(settings: OpenWebUiSettings, content: object): string {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${payload}.${signatureOf(settings, payload)}`;
}

/** What `signed` was given; undefined for anything else. */
export function unsigned(settings: OpenWebUiSettings, value: string | undefined): Record<string, unknown> | undefined {
  const [payload = '', signature] = (value ?? '').split('.');
  if (signature !== signatureOf(settings, payload)) return undefined;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}

function signatureOf({ secretKey }: OpenWebUiSettings, payload: string): string {
  return createHmac('sha256', secretKey).update(payload).digest('base64url');
}
