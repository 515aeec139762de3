import { createHash } from 'node:crypto';
import type { TwinRequest, TwinResponse } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import type { OidcSettings, OpenWebUiSettings } from './settings.ts';

/**
 * The redirect to Entra ID that starts a sign-in, with the parameters authlib sends and the session cookie that keeps
 * state and verifier (facts/openwebui.md section 4.3).
 */
export function startSignIn(
  world: World,
  settings: OpenWebUiSettings,
  oidc: OidcSettings,
  request: TwinRequest,
): TwinResponse {
  const attempt = `${request.url.href}:${world.log.entries.length}`;
  const state = world.guid(`state:${attempt}`).replaceAll('-', '');
  const nonce = world.guid(`nonce:${attempt}`).replaceAll('-', '');
  const verifier = `${world.guid(`verifier-1:${attempt}`)}${world.guid(`verifier-2:${attempt}`)}`.replaceAll('-', '');
  const parameters = {
    response_type: 'code',
    client_id: oidc.clientId,
    redirect_uri: oidc.redirectUri === '' ? `${request.url.origin}/oauth/oidc/callback` : oidc.redirectUri,
    scope: oidc.scopes,
    state,
    nonce,
    ...(oidc.codeChallengeMethod === undefined
      ? {}
      : {
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
          code_challenge_method: oidc.codeChallengeMethod,
        }),
    ...oidc.authorizeParams,
  };
  return {
    status: 302,
    headers: {
      location: `${authorizeUrl(oidc)}?${new URLSearchParams(parameters).toString()}`,
      'set-cookie': sessionCookie(settings, { state, nonce, verifier }),
    },
  };
}

/** Entra's authorization endpoint, as its metadata names it. */
function authorizeUrl({ metadataUrl }: OidcSettings): string {
  return metadataUrl.replace(/\/v2\.0\/\.well-known\/openid-configuration.*$/, '/oauth2/v2.0/authorize');
}

function sessionCookie({ secureCookie, sameSite }: OpenWebUiSettings, content: object): string {
  const value = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `owui-session=${value}; path=/; Max-Age=1209600; httponly; samesite=${sameSite}${secureCookie ? '; secure' : ''}`;
}
