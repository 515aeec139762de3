import { json, type TwinRequest, type TwinResponse } from '../../kernel/http.ts';
import type { DataPlanePorts } from '../ports.ts';
import { accountsOf } from './accounts.ts';
import { cookie } from './cookies.ts';
import { chat, listModels } from './models.ts';
import { redisProblem } from './redis.ts';
import { issueSession, requireUser } from './session.ts';
import { jsonOr } from './settings.ts';
import { finishSignIn, startSignIn } from './sign-in.ts';
import { MESSAGES, refused, WebUiError, type WebUi } from './web-ui.ts';

export type { WebUi } from './web-ui.ts';

/** Open WebUI, as its environment makes it: public surface, sign-in, models and chat (facts/openwebui.md sections 2-4). */
export async function answerOpenWebUi(
  webUi: WebUi,
  request: TwinRequest,
  ports: DataPlanePorts,
): Promise<TwinResponse> {
  try {
    return (await answerSignedIn(webUi, request, ports)) ?? answerPublicly(webUi, request);
  } catch (error) {
    if (error instanceof WebUiError) return refused(error.status, error.message);
    throw error;
  }
}

/** What anybody gets without signing in, and without Open WebUI asking anybody else. */
export function answerPublicly(webUi: WebUi, request: TwinRequest): TwinResponse {
  const { settings } = webUi;
  switch (`${request.method} ${request.url.pathname}`) {
    case 'GET /health':
    case 'GET /health/db':
      return json(200, { status: true });
    case 'GET /ready':
      return ready(webUi);
    case 'GET /api/version':
      return json(200, { version: settings.version, deployment_id: settings.deploymentId });
    case 'GET /api/config':
      return json(200, publicConfig(webUi));
    default:
      if (/^\/(?:api|openai|ollama)\//.test(request.url.pathname)) return refused(401, 'Not authenticated');
      return request.method === 'GET' || request.method === 'HEAD' ? appShell() : refused(405, 'Method Not Allowed');
  }
}

/** Ready as long as Redis answers, where there is one (facts/openwebui.md section 3.1). */
function ready({ world, place, settings }: WebUi): TwinResponse {
  const problem = redisProblem(world, place, settings);
  return problem === undefined ? json(200, { status: true }) : refused(503, 'Redis not ready');
}

/** Undefined for paths that are none of these. */
async function answerSignedIn(
  webUi: WebUi,
  request: TwinRequest,
  ports: DataPlanePorts,
): Promise<TwinResponse | undefined> {
  const { oidc } = webUi.settings;
  switch (`${request.method} ${request.url.pathname}`) {
    case 'GET /oauth/oidc/login':
      return oidc === undefined
        ? refused(404, 'Not Found')
        : signInOrFail(() => startSignIn(webUi, oidc, request, ports));
    case 'GET /oauth/oidc/callback':
      return oidc === undefined ? refused(404, 'Not Found') : finishSignIn(webUi, oidc, request, ports);
    case 'GET /api/models':
      return listModels(webUi, request, ports);
    case 'POST /api/chat/completions':
      return chat(webUi, request, ports);
    case 'GET /api/v1/auths/': {
      const { id, email, name, role } = await requireUser(webUi, request);
      return json(200, { id, email, name, role, token_type: 'Bearer' });
    }
    case 'GET /api/v1/auths/signout':
      return signOut(webUi);
    case 'POST /api/v1/auths/signin':
      return signInByPassword(webUi, request);
    default:
      return undefined;
  }
}

/** Without the provider's metadata nothing can start: the server answers 500 (facts/openwebui.md section 4.3). */
async function signInOrFail(start: () => Promise<TwinResponse>): Promise<TwinResponse> {
  try {
    return await start();
  } catch {
    return { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: 'Internal Server Error' };
  }
}

/** Only the bootstrap administrator has a password. */
async function signInByPassword(webUi: WebUi, request: TwinRequest): Promise<TwinResponse> {
  const { settings } = webUi;
  if (!settings.flag('ENABLE_PASSWORD_AUTH', true)) return refused(403, MESSAGES.prohibited);
  const { email, password } = jsonOr<{ email?: string; password?: string }>(request.body.toString('utf8'), {});
  const accounts = accountsOf(webUi);
  const user = [...accounts.users.values()].find((one) => one.sub === undefined && one.email === email?.toLowerCase());
  if (user === undefined || password !== settings.text('WEBUI_ADMIN_PASSWORD')) {
    return refused(400, MESSAGES.invalidCredentials);
  }
  const [issued = ''] = await issueSession(webUi, accounts, user, undefined);
  const token = /^token=([^;]+)/.exec(issued)?.[1] ?? '';
  const { id, name, role } = user;
  return json(200, { token, token_type: 'Bearer', id, email: user.email, name, role }, { 'set-cookie': issued });
}

function signOut({ settings }: WebUi): TwinResponse {
  const gone = ['token', 'oauth_session_id'].map((name) => cookie(settings, name, '', { httpOnly: true, maxAge: 0 }));
  return { status: 200, headers: { 'set-cookie': gone }, body: { status: true } };
}

/** What anybody may see before signing in; `onboarding` stands there as long as there are no users. */
function publicConfig(webUi: WebUi): object {
  const { oidc, version, flag } = webUi.settings;
  return {
    ...(accountsOf(webUi).users.size === 0 ? { onboarding: true } : {}),
    status: true,
    name: 'Open WebUI',
    version,
    default_locale: '',
    oauth: {
      providers: oidc === undefined ? {} : { oidc: oidc.name },
      auto_redirect: flag('OAUTH_AUTO_REDIRECT', false),
    },
    features: {
      auth: flag('WEBUI_AUTH', true),
      auth_trusted_header: false,
      enable_signup_password_confirmation: false,
      enable_ldap: flag('ENABLE_LDAP', false),
      enable_signup: flag('ENABLE_SIGNUP', true),
      enable_login_form: flag('ENABLE_LOGIN_FORM', true),
      enable_websocket: flag('ENABLE_WEBSOCKET_SUPPORT', true),
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
