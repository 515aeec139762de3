import { json, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { settingsOf, startFailure, type OpenWebUiSettings } from './settings.ts';
import { startSignIn } from './sign-in.ts';

/** Why the app's container would not come up; undefined where it does. */
export function openWebUiProblem(world: World, app: Resource): string | undefined {
  return startFailure(settingsOf(world, app));
}

/** Open WebUI's public surface, as its environment makes it (facts/openwebui.md sections 3.1 and 4). */
export function answerOpenWebUi(world: World, app: Resource, request: TwinRequest): TwinResponse {
  const settings = settingsOf(world, app);
  if (startFailure(settings) !== undefined)
    return { status: 503, body: 'upstream connect error or disconnect/reset before headers' };
  switch (`${request.method} ${request.url.pathname}`) {
    case 'GET /health':
    case 'GET /health/db':
    case 'GET /ready':
      return json(200, { status: true });
    case 'GET /api/version':
      return json(200, { version: settings.version, deployment_id: settings.deploymentId });
    case 'GET /api/config':
      return json(200, publicConfig(settings));
    case 'GET /oauth/oidc/login':
      return settings.oidc === undefined
        ? json(404, { detail: 'Not Found' })
        : startSignIn(world, settings, settings.oidc, request);
    case 'POST /api/v1/auths/signin':
      return settings.passwordAuth
        ? json(400, {
            detail: 'The email or password provided is incorrect. Please check for typos and try logging in again.',
          })
        : json(403, { detail: 'You do not have permission to access this resource.' });
    default:
      return request.url.pathname.startsWith('/api/') || request.url.pathname.startsWith('/openai/')
        ? json(401, { detail: 'Not authenticated' })
        : appShell();
  }
}

/** What anybody may see before signing in; `onboarding` stands there as long as there are no users. */
function publicConfig(settings: OpenWebUiSettings): object {
  const { oidc, version, autoRedirect, loginForm, signup, websocket } = settings;
  return {
    onboarding: true,
    status: true,
    name: 'Open WebUI',
    version,
    default_locale: '',
    oauth: {
      providers: oidc === undefined ? {} : { oidc: oidc.name },
      auto_redirect: autoRedirect,
    },
    features: {
      auth: true,
      auth_trusted_header: false,
      enable_signup_password_confirmation: false,
      enable_ldap: false,
      enable_signup: signup,
      enable_login_form: loginForm,
      enable_websocket: websocket,
    },
  };
}

/** Every unknown path is the single-page app's own business. */
function appShell(): TwinResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!doctype html><html lang="en"><head><title>Open WebUI</title></head><body></body></html>',
  };
}
