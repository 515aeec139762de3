import { createHash } from 'node:crypto';
import type { TwinRequest, TwinResponse } from '../../kernel/http.ts';
import type { DataPlanePorts } from '../ports.ts';
import { accountsOf, addUser, type Accounts, type User } from './accounts.ts';
import { cookie, cookiesOf, signed, unsigned } from './cookies.ts';
import { askForTokens, claimsOf, metadataOf } from './provider.ts';
import { roleOf } from './roles.ts';
import { issueSession } from './session.ts';
import type { OidcSettings } from './settings.ts';
import { MESSAGES, WebUiError, type WebUi } from './web-ui.ts';

/** Life of the cookie that keeps state and verifier, in seconds. */
const STATE_LIFE = 1_209_600;

/**
 * The redirect to the provider that starts a sign-in, with the parameters authlib sends and the session cookie that keeps
 * state and verifier (facts/openwebui.md section 4.3). Throws where the provider's metadata cannot be read.
 */
export async function startSignIn(
  webUi: WebUi,
  oidc: OidcSettings,
  request: TwinRequest,
  ports: DataPlanePorts,
): Promise<TwinResponse> {
  const { authorization_endpoint: endpoint } = await metadataOf(webUi, oidc, ports);
  const attempt = `${webUi.id.toLowerCase()}:${webUi.world.log.entries.length}`;
  const secret = (what: string): string => webUi.world.guid(`${what}:${attempt}`).replaceAll('-', '');
  const [state, nonce, verifier] = [secret('state'), secret('nonce'), secret('verifier-1') + secret('verifier-2')];
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const parameters = {
    response_type: 'code',
    client_id: oidc.clientId,
    redirect_uri: redirectUri(oidc, request),
    scope: oidc.scopes,
    state,
    nonce,
    ...(oidc.codeChallengeMethod === undefined
      ? {}
      : { code_challenge: challenge, code_challenge_method: oidc.codeChallengeMethod }),
    ...oidc.authorizeParams,
  };
  const kept = signed(webUi.settings, { state, nonce, verifier });
  return {
    status: 302,
    headers: {
      location: `${endpoint}?${new URLSearchParams(parameters).toString()}`,
      'set-cookie': cookie(webUi.settings, 'owui-session', kept, { httpOnly: true, maxAge: STATE_LIFE }),
    },
  };
}

/**
 * The end of a sign-in: redeems the code, finds or makes the account, and sends the browser to the app with its cookies.
 * Whatever goes wrong sends it there too, with the reason in `error`, and without cookies.
 */
export async function finishSignIn(
  webUi: WebUi,
  oidc: OidcSettings,
  request: TwinRequest,
  ports: DataPlanePorts,
): Promise<TwinResponse> {
  const target = `${webUi.settings.url === '' ? request.url.origin : webUi.settings.url}/auth`;
  try {
    const { tokens, claims } = await redeem(webUi, oidc, request, ports);
    const accounts = accountsOf(webUi);
    const user = signInUser(webUi, accounts, claims);
    return {
      status: 307,
      headers: { location: target, 'set-cookie': await issueSession(webUi, accounts, user, tokens) },
    };
  } catch (error) {
    const text = error instanceof WebUiError ? error.message : '[ERROR: Error during OAuth process]';
    return { status: 307, headers: { location: `${target}?${new URLSearchParams({ error: text }).toString()}` } };
  }
}

async function redeem(webUi: WebUi, oidc: OidcSettings, request: TwinRequest, ports: DataPlanePorts) {
  const kept = unsigned(webUi.settings, cookiesOf(request).get('owui-session')) ?? {};
  const code = request.url.searchParams.get('code');
  if (code === null || kept['state'] !== request.url.searchParams.get('state'))
    throw new WebUiError(400, MESSAGES.invalidCredentials);
  try {
    const tokens = await askForTokens(webUi, oidc, ports, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri(oidc, request),
      ...(oidc.codeChallengeMethod === undefined ? {} : { code_verifier: String(kept['verifier']) }),
    });
    const claims = await claimsOf(webUi, oidc, ports, tokens.id_token ?? '', kept['nonce']);
    return { tokens, claims };
  } catch {
    // The reason stands in the container's log alone; the browser is told no more than that.
    throw new WebUiError(400, MESSAGES.invalidCredentials);
  }
}

function signInUser(webUi: WebUi, accounts: Accounts, claims: Readonly<Record<string, unknown>>): User {
  const { settings } = webUi;
  const claim = (name: string, standard: string): string => {
    const value = claims[settings.text(name, standard)];
    return typeof value === 'string' ? value : '';
  };
  const sub = claim('OAUTH_SUB_CLAIM', 'sub');
  const email = claim('OAUTH_EMAIL_CLAIM', 'email').toLowerCase();
  const name = claim('OAUTH_USERNAME_CLAIM', 'name');
  // It would ask the provider's userinfo with a token that is not for Graph, and be refused (facts/openwebui.md 2.5).
  if (sub === '' || email === '' || name === '') throw new Error('userinfo answered 401');
  requireDomain(settings.text('OAUTH_ALLOWED_DOMAINS', '*'), email);
  const merges = settings.flag('OAUTH_MERGE_ACCOUNTS_BY_EMAIL', false);
  const all = [...accounts.users.values()];
  const known = all.find((user) => user.sub === sub) ?? all.find((user) => merges && user.email === email);
  const role = roleOf(settings, accounts, known, claims);
  if (known !== undefined) {
    known.role = role;
    return known;
  }
  if (!settings.flag('ENABLE_OAUTH_SIGNUP', false)) throw new WebUiError(403, MESSAGES.prohibited);
  if (all.some((user) => user.email === email)) throw new WebUiError(400, MESSAGES.emailTaken);
  return addUser(webUi, accounts, { sub, email, name, role });
}

function requireDomain(allowed: string, email: string): void {
  const domains = allowed.split(',').map((domain) => domain.trim().toLowerCase());
  if (!domains.includes('*') && !domains.includes(email.split('@').at(-1) ?? ''))
    throw new WebUiError(400, MESSAGES.invalidCredentials);
}

function redirectUri(oidc: OidcSettings, request: TwinRequest): string {
  return oidc.redirectUri === '' ? `${request.url.origin}/oauth/oidc/callback` : oidc.redirectUri;
}
